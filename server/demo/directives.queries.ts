import { createHash, randomUUID } from 'node:crypto'
import { dayOf, type Day } from '#domain/calendar/calendar.ts'
import { limitOf } from '#domain/directives/urgency.ts'
import type { Tx } from '../db/db.ts'
import { refreshDirectives } from '../tasks/directiveStanding.ts'
import type { Workdays } from './days.ts'
import type { DemoTask } from './demo.types.ts'
import { answerOf, DIRECTIVE_LINES, type DirectiveLine, UNASSIGNED } from './directives.words.ts'
import { STAFF } from './district.ts'
import type { Folded } from './folding.ts'
import { idOf } from './ids.ts'
import { PRINCIPAL_LEADERS, SUPERVISION_OFFICE } from './leaders.ts'
import type { Into } from './load.queries.ts'
import { drawScan } from './scan.ts'

const TIME_ZONE = 'Asia/Shanghai'
const [SECRETARY, MAYOR] = PRINCIPAL_LEADERS.map(({ userName }) => userName)
const OFFICER = SUPERVISION_OFFICE[0][3]

/** Of what the directives are told: the day, the year's tasks, and how these stand. */
export type DemoWriting = { today: Day; days: Workdays; tasks: readonly DemoTask[]; folded: Folded }

type Told = {
  key: string
  parentKey: string | null
  writer: string
  writtenOn: Day
  registeredBy: string
  text: string
  paper: string
  urgency: DirectiveLine['urgency']
  limit: { by: 'urgency' | 'text'; dueOn: Day }
  tasks: readonly DemoTask[]
  hasScan: boolean
}

/** The leaders' directives with their scans and answers; what comes of them follows from their tasks. */
export async function insertDirectives(tx: Tx, into: Into, writing: DemoWriting): Promise<void> {
  const told = [...DIRECTIVE_LINES.flatMap((line) => tell(line, writing)), ...unassigned(writing)]
  const year = Number(writing.today.slice(0, 4))
  const { organizationId } = into
  const rows = [...told].sort((one, other) => one.writtenOn.localeCompare(other.writtenOn))
  if (rows.length === 0) return
  await tx
    .insertInto('directive')
    .values(rows.map((one, index) => ({ organizationId, ...columnsOf(one), year, number: index + 1 })))
    .execute()
  await tx.insertInto('directiveSequence').values({ organizationId, year, lastNumber: rows.length }).execute()
  const works = rows.flatMap(({ key, tasks, writtenOn }) =>
    tasks.map((task) => ({
      organizationId,
      directiveId: idOf('directive', key),
      taskId: idOf('task', task.key),
      since: morningOf(writtenOn),
    })),
  )
  if (works.length > 0) await tx.insertInto('directiveTask').values(works).execute()
  await insertScans(tx, organizationId, rows)
  await insertAnswers(tx, organizationId, rows, writing)
  await insertEntries(tx, into, rows, year)
  await refreshDirectives(
    tx,
    organizationId,
    rows.map(({ key }) => idOf('directive', key)),
  )
}

const morningOf = (on: Day): Date => new Date(`${on}T09:20:00+08:00`)

/** A directive whose tasks are there on the day, and what was written on its first answer. */
function tell(line: DirectiveLine, { today, tasks, folded }: DemoWriting): Told[] {
  const own = tasks.filter(
    ({ key, source }) =>
      source.kind === 'directive' &&
      source.number.endsWith(`〕${line.source}`) &&
      folded.tasks.latest(key) !== undefined,
  )
  const writtenOn = own[0]?.source.issuedOn
  if (writtenOn === undefined || writtenOn > today) return []
  const dueOn = own.map((task) => task.dueOn).sort()[own.length - 1] ?? today
  const first: Told = {
    key: line.source,
    parentKey: null,
    writer: SECRETARY ?? '',
    writtenOn,
    registeredBy: OFFICER,
    text: line.text,
    paper: line.paper,
    urgency: line.urgency,
    limit: { by: 'text', dueOn },
    tasks: own,
    hasScan: true,
  }
  const { further } = line
  const furtherOn = further && `${today.slice(0, 4)}-${further.on}`
  if (!further || furtherOn === null || furtherOn > today) return [first]
  const second = { key: `${line.source} 再`, parentKey: line.source, text: further.text, writtenOn: furtherOn }
  return [first, { ...first, ...second, registeredBy: first.writer, hasScan: false }]
}

/** The mayor's, of the last working day: the office has still to name its units. */
function unassigned({ today, days }: DemoWriting): Told[] {
  const writtenOn = days.shift(today, -1)
  if (writtenOn.slice(0, 4) !== today.slice(0, 4)) return []
  const { urgency } = UNASSIGNED
  const { dueOn } = limitOf(urgency, writtenOn, days.calendar)
  const writer = MAYOR ?? ''
  const limit = { by: 'urgency', dueOn } as const
  return [
    {
      key: '待拟办',
      parentKey: null,
      writer,
      writtenOn,
      registeredBy: writer,
      ...UNASSIGNED,
      limit,
      tasks: [],
      hasScan: true,
    },
  ]
}

const columnsOf = (one: Told) => ({
  id: idOf('directive', one.key),
  parentId: one.parentKey && idOf('directive', one.parentKey),
  writtenBy: idOf('person', one.writer),
  writtenOn: one.writtenOn,
  text: one.text,
  paperTitle: one.paper,
  urgency: one.urgency,
  limitBy: one.limit.by,
  dueOn: one.limit.dueOn,
  registeredOn: one.writtenOn,
  registeredAt: morningOf(one.writtenOn),
  registeredBy: idOf('person', one.registeredBy),
})

async function insertScans(tx: Tx, organizationId: string, told: readonly Told[]): Promise<void> {
  const scanned = told.filter(({ hasScan }) => hasScan)
  const documents = scanned.map(({ key, writtenOn, registeredBy }) => {
    const bytes = drawScan(key)
    return {
      organizationId,
      id: idOf('document', `directive ${key}`),
      name: '批示原件.png',
      mediaType: 'image/png',
      bytes,
      digest: createHash('sha256').update(bytes).digest(),
      uploadedBy: idOf('person', registeredBy),
      uploadedAt: morningOf(writtenOn),
    }
  })
  await tx.insertInto('document').values(documents).execute()
  await tx
    .insertInto('directivePage')
    .values(
      scanned.map(({ key, writtenOn, registeredBy }) => ({
        organizationId,
        directiveId: idOf('directive', key),
        position: 1,
        documentId: idOf('document', `directive ${key}`),
        addedBy: idOf('person', registeredBy),
        addedAt: morningOf(writtenOn),
      })),
    )
    .execute()
}

/** A parent was answered before the further instruction was written on it, everything else when completion was asked for. */
async function insertAnswers(
  tx: Tx,
  organizationId: string,
  told: readonly Told[],
  { folded, days }: DemoWriting,
): Promise<void> {
  const counts = new Map<string, number>()
  const answers = told.flatMap(({ key, tasks }) => {
    const child = told.find(({ parentKey }) => parentKey === key)
    return tasks.flatMap((task) => {
      const at = child
        ? morningOf(days.shift(child.writtenOn, -2))
        : folded.tasks.latest(task.key)?.completionRequestedAt
      if (!at) return []
      const number = (counts.get(task.key) ?? 0) + 1
      counts.set(task.key, number)
      return [
        {
          organizationId,
          taskId: idOf('task', task.key),
          number,
          directiveId: idOf('directive', key),
          ...answerOf(task.result),
          answeredBy: idOf('person', STAFF.get(task.leadUnit)?.head.key ?? ''),
          answeredOn: dayOf(at, TIME_ZONE),
          answeredAt: at,
        },
      ]
    })
  })
  if (answers.length > 0) await tx.insertInto('directiveAnswer').values(answers).execute()
}

async function insertEntries(tx: Tx, { organizationId, names }: Into, told: readonly Told[], year: number) {
  await tx
    .insertInto('journalEntry')
    .values(
      told.map((one, index) => ({
        organizationId,
        happenedAt: morningOf(one.writtenOn),
        personId: idOf('person', one.registeredBy),
        personName: names.get(one.registeredBy) ?? one.registeredBy,
        origin: 'demo',
        requestId: randomUUID().slice(0, 8),
        action: 'directive.registered',
        subjectType: 'directive',
        subjectId: idOf('directive', one.key),
        after: JSON.stringify({ year, number: index + 1, text: one.text, urgency: one.urgency }),
      })),
    )
    .execute()
}
