import type { Endpoint } from '#domain/endpoint.ts'
import { listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import { listRequests } from '#domain/requests/requests.contract.ts'
import { listTasks } from '#domain/tasks/ledger.contract.ts'
import type { Db } from '#server/db/db.ts'
import type { District } from './district.ts'
import { FORMER } from './histories.ts'
import {
  difficultyLine,
  directiveLine,
  entryLine,
  letterLine,
  messageLine,
  noticeLine,
  reportLine,
  requestLine,
  storyLine,
  supportLine,
  taskLine,
  urgeLine,
} from './ledger.ts'

/** Everything that is there after the faults, in the lines of the ledger; `clocks` is what time made due. */
export type Found = { changes: string[]; clocks: string[]; journal: string[]; messages: string[]; letters: string[] }

/** Where to look: the server, its database, and the keys of the letters that arrived. */
type Where = { address: string; db: Db; mailed: readonly string[] }

/** Asks the server as the office sees it, and the database for what no page shows as a whole. */
export async function findAll({ address, db, mailed }: Where, district: District): Promise<Found> {
  const shown = [
    ...(await findTasks(address, district)),
    ...(await findDifficulties(address, district)),
    ...(await storiesIn(db, district)),
  ]
  const linesOf = (former: boolean) =>
    shown.filter(({ title }) => title.startsWith(FORMER) === former).map(({ line }) => line)
  return {
    changes: [
      ...linesOf(false),
      ...(await findRequests(address, district)),
      ...(await reportsIn(db, district)),
      ...(await supportsIn(db, district)),
      ...(await directivesIn(db, district)),
    ],
    clocks: [...linesOf(true), ...(await urgesIn(db, district))],
    journal: await entriesIn(db, district),
    messages: await messagesIn(db, district),
    letters: await lettersIn(db, district, mailed),
  }
}

type Paged<Item> = { items: Item[]; next: string | null }

async function allOf<Item>(
  address: string,
  { office }: District,
  contract: Endpoint<any, any, any, Paged<Item>>,
  query = '',
): Promise<Item[]> {
  const items: Item[] = []
  for (let after = ''; ;) {
    const url = `${address}${contract.path}?limit=200${query}${after && `&after=${encodeURIComponent(after)}`}`
    const reply = await fetch(url, { headers: { cookie: `yipanqi=${office.secret}` } })
    const page = contract.response.parse(await reply.json()) as Paged<Item>
    items.push(...page.items)
    if (page.next === null) return items
    after = page.next
  }
}

async function findTasks(address: string, district: District) {
  const tasks = await allOf(address, district, listTasks, `&planId=${district.planId}`)
  return tasks.map(({ title, state, currentDueOn }) => ({ title, line: taskLine(title, state, currentDueOn) }))
}

async function findDifficulties(address: string, district: District) {
  const open = await allOf(address, district, listDifficulties, '&scope=open')
  const ended = await allOf(address, district, listDifficulties, '&scope=ended')
  return [...open, ...ended].map(({ title, state, level }) => ({ title, line: difficultyLine(title, state, level) }))
}

const findRequests = async (address: string, district: District) =>
  (await allOf(address, district, listRequests)).map(({ task, state }) => requestLine(task.id, state))

const reportsIn = async (db: Db, { organizationId }: District) =>
  (
    await db
      .selectFrom('reportEntry')
      .select(['taskId', 'actualShare', 'version'])
      .where('organizationId', '=', organizationId)
      .execute()
  ).map(({ taskId, actualShare, version }) => reportLine(taskId, actualShare, version))

const supportsIn = async (db: Db, { organizationId }: District) =>
  (
    await db
      .selectFrom('taskSupport')
      .select(['taskId', 'unitId', 'state'])
      .where('organizationId', '=', organizationId)
      .execute()
  ).map(({ taskId, unitId, state }) => supportLine(taskId, unitId, state))

async function directivesIn(db: Db, { organizationId }: District) {
  const rows = await db
    .selectFrom('directive as d')
    .leftJoin('directiveAnswer as a', (join) =>
      join.onRef('a.organizationId', '=', 'd.organizationId').onRef('a.directiveId', '=', 'd.id'),
    )
    .select(({ fn }) => ['d.id', fn.count<number>('a.directiveId').as('answers')])
    .where('d.organizationId', '=', organizationId)
    .groupBy('d.id')
    .execute()
  return rows.map(({ id, answers }) => directiveLine(id, Number(answers)))
}

/** A letter counts once it is noted as delivered and the mail server has it; a second copy has the same key. */
async function lettersIn(db: Db, { organizationId }: District, mailed: readonly string[]) {
  const arrived = new Set(mailed)
  const rows = await db
    .selectFrom('messageDelivery as d')
    .innerJoin('deliveryMessage as x', (join) =>
      join.onRef('x.organizationId', '=', 'd.organizationId').onRef('x.deliveryId', '=', 'd.id'),
    )
    .innerJoin('message as m', (join) =>
      join.onRef('m.organizationId', '=', 'x.organizationId').onRef('m.id', '=', 'x.messageId'),
    )
    .select(['d.id', 'm.kind', 'm.subjectId', 'm.personId'])
    .where('d.organizationId', '=', organizationId)
    .where('d.state', '=', 'delivered')
    .execute()
  return rows
    .filter(({ id }) => arrived.has(id))
    .map(({ kind, subjectId, personId }) => letterLine(kind, subjectId, personId))
}

async function storiesIn(db: Db, { organizationId }: District) {
  const events = await db
    .selectFrom('difficultyEvent as e')
    .innerJoin('difficulty as d', (join) =>
      join.onRef('d.organizationId', '=', 'e.organizationId').onRef('d.id', '=', 'e.difficultyId'),
    )
    .select(['d.id', 'd.title', 'e.kind', 'e.happenedOn'])
    .where('e.organizationId', '=', organizationId)
    .execute()
  return events.map(({ id, title, kind, happenedOn }) => ({ title, line: storyLine(id, kind, happenedOn) }))
}

async function urgesIn(db: Db, { organizationId }: District): Promise<string[]> {
  const urges = await db.selectFrom('urge').select('key').where('organizationId', '=', organizationId).execute()
  const notices = await db
    .selectFrom('supervisionNotice')
    .select(['taskId', 'level', 'state'])
    .where('organizationId', '=', organizationId)
    .execute()
  return [
    ...urges.map(({ key }) => urgeLine(key)),
    ...notices.map(({ taskId, level, state }) => noticeLine(taskId, level, state)),
  ]
}

const entriesIn = async (db: Db, { organizationId }: District) =>
  (
    await db
      .selectFrom('journalEntry')
      .select(['action', 'subjectId', 'personId'])
      .where('organizationId', '=', organizationId)
      .execute()
  ).map(({ action, subjectId, personId }) => entryLine(action, subjectId, personId))

/** What is told again every day is told apart by its key, everything else by what it is about. */
const messagesIn = async (db: Db, { organizationId }: District) =>
  (
    await db
      .selectFrom('message')
      .select(['kind', 'subjectId', 'personId', 'key'])
      .where('organizationId', '=', organizationId)
      .execute()
  ).map(({ kind, subjectId, personId, key }) =>
    messageLine(kind, kind === 'noticesProposed' ? key : subjectId, personId),
  )
