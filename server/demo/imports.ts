import { createHash } from 'node:crypto'
import { type Day, yearOf } from '#domain/calendar/calendar.ts'
import type { DraftState } from '#domain/imports/cells.ts'
import type { Draft } from '#domain/imports/draft.ts'
import type { ImportReport } from '#domain/imports/imports.contract.ts'
import { prepareReview } from '#domain/imports/prepare.ts'
import type { Review } from '#domain/imports/review.ts'
import type { Tx } from '../db/db.ts'
import { draftFile } from '../imports/draftFile.ts'
import { findKnown } from '../imports/known.ts'
import { type Effect, jsonOf, readingOf } from '../imports/stored.ts'
import type { Workdays } from './days.ts'
import type { DemoTask } from './demo.types.ts'
import { idOf } from './ids.ts'
import { OPEN_NOTICE } from './imports.words.ts'
import { SUPERVISION_OFFICE } from './leaders.ts'
import type { IntoPlan } from './load.queries.ts'
import { insertEntry } from './settings.ts'

const CHIEF = SUPERVISION_OFFICE[0]
/** Documents of so many tasks at least are among those that were imported, and so many documents at most. */
const FEWEST = 4
const MOST_DOCUMENTS = 4
const MOST_TASKS = 12

type Year = { today: Day; days: Workdays; tasks: readonly DemoTask[] }
type Row = { draft: Draft; review: Review; state: DraftState; task: DemoTask | null; edited: boolean }
type Imported = { name: string; text: string; on: Day; report: ImportReport | null }

/** Documents that became tasks of the year, each with its report, and one that waits for its review. */
export async function insertImports(tx: Tx, into: IntoPlan, { today, days, tasks }: Year): Promise<void> {
  const actor = {
    organizationId: into.organizationId,
    personId: idOf('person', CHIEF[3]),
    name: CHIEF[2],
    posts: [{ role: 'supervisionOffice' as const, unitId: null }],
    portfolio: { unitIds: [], pillarIds: [] },
  }
  const plan = { id: into.planId, year: yearOf(today) }
  const known = await findKnown(tx, actor, plan, null)
  for (const { title, issuedOn, own } of documentsOf(tasks)) {
    const on = days.shift(issuedOn, 1)
    if (on >= today) continue
    const text = textOf(title, own)
    const read = await draftFile({ content: text, planYear: plan.year })
    const rows = read.document.drafts.map((draft): Row => {
      const task = own.find(({ result }) => draft.text.includes(result)) ?? null
      const review = prepareReview(draft, known)
      const edited = task !== null && draft.deadline === null
      const cells = { ...review.cells, dueOn: task?.dueOn ?? review.cells.dueOn }
      const marks: Pick<Review, 'edited' | 'doubts' | 'doubtCount'> = {
        edited: edited ? ['dueOn'] : [],
        doubts: [],
        doubtCount: draft.doubts.length,
      }
      const settled = { ...review, cells, ...marks, ...(task === null && { leftFor: 'notTask' as const }) }
      return { draft, review: settled, state: task ? 'accepted' : 'discarded', task, edited }
    })
    const doubtsFound = read.document.drafts.reduce((sum, { doubts }) => sum + doubts.length, 0)
    await insertImport(tx, into, { name: `${title}.txt`, text, on, report: reportOf(rows, doubtsFound) }, read, rows)
  }
  const on = days.shift(today, -1)
  const text = OPEN_NOTICE.replaceAll('{m}', String(Math.min(12, Number(today.slice(5, 7)) + 1)))
  const read = await draftFile({ content: text, planYear: plan.year })
  const rows = read.document.drafts.map((draft): Row => ({
    draft,
    review: prepareReview(draft, known),
    state: 'pending',
    task: null,
    edited: false,
  }))
  const name = '近期城市运行保障工作通知.txt'
  if (yearOf(on) === plan.year) await insertImport(tx, into, { name, text, on, report: null }, read, rows)
}

/** The year's breakdowns and minutes, those with most tasks first. */
function documentsOf(tasks: readonly DemoTask[]): { title: string; issuedOn: Day; own: DemoTask[] }[] {
  const byDocument = new Map<string, DemoTask[]>()
  for (const task of tasks.filter(({ source }) => source.quote.includes('牵头'))) {
    const title = `${task.source.title} ${task.source.number}`.trim()
    byDocument.set(title, [...(byDocument.get(title) ?? []), task])
  }
  return [...byDocument]
    .filter(([, own]) => own.length >= FEWEST)
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MOST_DOCUMENTS)
    .map(([title, own]) => ({ title, issuedOn: own[0]?.source.issuedOn ?? '', own: own.slice(0, MOST_TASKS) }))
}

/** The document as it was sent: each task as the ledger quotes it, the third without its day. */
const textOf = (title: string, own: readonly DemoTask[]): string =>
  [title, '', ...own.map(({ source }, at) => `${at + 1}.${bare(source.quote, at === 2)}`)].join('\n')

const bare = (quote: string, withoutDay: boolean): string => {
  const words = quote.replace(/^（[^）]*）/, '')
  return withoutDay ? words.replace(/，\d+月\d+日前完成/, '') : words
}

function reportOf(rows: readonly Row[], doubts: number): ImportReport {
  const registered = rows.filter(({ task }) => task !== null).length
  const edited = rows.filter((row) => row.edited).length
  const discarded = rows.length - registered
  return {
    found: rows.length,
    edited,
    discarded,
    merged: 0,
    doubtsFound: doubts,
    doubtsDecided: doubts,
    registered,
    drafted: 0,
    updated: 0,
    asRead: registered - edited,
    madeByHand: 0,
    editedCells: edited > 0 ? { dueOn: edited } : {},
    leftFor: discarded > 0 ? { notTask: discarded } : {},
  }
}

async function insertImport(
  tx: Tx,
  into: IntoPlan,
  { name, text, on, report }: Imported,
  read: Awaited<ReturnType<typeof draftFile>>,
  rows: readonly Row[],
): Promise<void> {
  const { organizationId, planId } = into
  const [documentId, id] = [idOf('document', name), idOf('import', name)]
  const [createdAt, confirmedAt] = [new Date(`${on}T10:05:00+08:00`), new Date(`${on}T10:25:00+08:00`)]
  const by = idOf('person', CHIEF[3])
  const bytes = Buffer.from(text)
  const digest = createHash('sha256').update(bytes).digest()
  const file = { name, mediaType: 'text/plain; charset=utf-8', bytes, digest }
  await tx
    .insertInto('document')
    .values({ organizationId, id: documentId, ...file, uploadedBy: by, uploadedAt: createdAt })
    .execute()
  const end = report && { state: 'confirmed' as const, confirmedAt, report: JSON.stringify(report) }
  const reading = jsonOf(readingOf(read))
  await tx
    .insertInto('import')
    .values({ organizationId, id, documentId, planId, kind: 'document', reading, createdBy: by, createdAt, ...end })
    .execute()
  const effect: Effect = { kind: 'created', version: 1 }
  await tx
    .insertInto('importDraft')
    .values(
      rows.map(({ draft, review, state, task }, at) => ({
        organizationId,
        importId: id,
        id: idOf('importDraft', `${name} ${at + 1}`),
        position: at + 1,
        draft: jsonOf(draft),
        fields: jsonOf(review),
        state,
        taskId: task && idOf('task', task.key),
        ...(report && { changedBy: by, changedAt: confirmedAt, before: task && jsonOf(effect) }),
      })),
    )
    .execute()
  const subject = { subjectType: 'import', subjectId: id }
  const created = { name, digest: digest.toString('hex'), kind: 'document', draftCount: rows.length }
  await insertEntry(tx, into, on, { action: 'import.created', ...subject, after: created })
  if (report) await insertEntry(tx, into, on, { action: 'import.confirmed', ...subject, after: report })
}
