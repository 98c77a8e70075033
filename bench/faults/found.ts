import type { Endpoint } from '#domain/endpoint.ts'
import { listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import { listRequests } from '#domain/requests/requests.contract.ts'
import { listTasks } from '#domain/tasks/ledger.contract.ts'
import type { Db } from '#server/db/db.ts'
import type { District } from './district.ts'
import { FORMER } from './histories.ts'
import {
  difficultyLine,
  entryLine,
  messageLine,
  noticeLine,
  reportLine,
  requestLine,
  storyLine,
  taskLine,
  urgeLine,
} from './ledger.ts'

/** Everything that is there after the faults, in the lines of the ledger; `clocks` is what time made due. */
export type Found = { changes: string[]; clocks: string[]; journal: string[]; messages: string[] }

/** Asks the server as the office sees it, and the database for what no page shows as a whole. */
export async function findAll(address: string, db: Db, district: District): Promise<Found> {
  const shown = [
    ...(await findTasks(address, district)),
    ...(await findDifficulties(address, district)),
    ...(await storiesIn(db, district)),
  ]
  const linesOf = (former: boolean) =>
    shown.filter(({ title }) => title.startsWith(FORMER) === former).map(({ line }) => line)
  return {
    changes: [...linesOf(false), ...(await findRequests(address, district)), ...(await reportsIn(db, district))],
    clocks: [...linesOf(true), ...(await urgesIn(db, district))],
    journal: await entriesIn(db, district),
    messages: await messagesIn(db, district),
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
