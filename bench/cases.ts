import type { Seeded } from './seed.ts'

/** One request of a benchmark. */
export type Request = { method: 'GET' | 'POST' | 'PUT'; path: string; cookie: string; body?: object }
export type Case = {
  name: string
  /** Requests before anything is measured, and at each number of connections. */
  warmUp: number
  requests: number
  /** So many requests differ; later ones repeat them. A writer never repeats itself. */
  distinct: number
  /** `at` counts the requests of a case, so that writers do not all write the same. */
  request: (at: number) => Request
}

export const CONNECTIONS = [1, 8] as const
/** A hundred drafts at once, so often. */
const REGISTRATIONS = { warmUp: 4, requests: 8 }
const DRAFTS_AT_ONCE = 100
/** Drafts that must be there for {@link casesFor} to register. */
export const DRAFT_COUNT = DRAFTS_AT_ONCE * (REGISTRATIONS.warmUp + REGISTRATIONS.requests * CONNECTIONS.length)

const READS = { warmUp: 300, requests: 1500 }
const WRITES = { warmUp: 300, requests: 900 }
const total = ({ warmUp, requests }: { warmUp: number; requests: number }) => warmUp + requests * CONNECTIONS.length

const pick = <Item>(items: readonly Item[], at: number): Item => {
  const item = items[at % items.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const draft = (seeded: Seeded, at: number) => ({
  pillarId: pick(seeded.pillarIds, at),
  kind: 'project',
  title: `新建第 ${at} 号口袋公园 3 处并开放`,
  evidence: '验收单',
  leadUnitId: pick(seeded.unitIds, at),
  leaderId: seeded.leaderId,
  dueOn: `${seeded.year}-12-25`,
  milestones: [
    { title: '开工', dueOn: `${seeded.year}-12-01` },
    { title: '开放', dueOn: `${seeded.year}-12-25` },
  ],
})

/** The main endpoints, as the browser calls them. */
export function casesFor(seeded: Seeded): Case[] {
  const office = `yipanqi=${seeded.office}`
  const liaison = `yipanqi=${seeded.liaison}`
  const get = (name: string, cookie: string, distinct: number, path: (at: number) => string): Case => ({
    name,
    ...READS,
    distinct,
    request: (at) => ({ method: 'GET', path: path(at), cookie }),
  })
  return [
    get('board', office, 1, () => '/api/board'),
    get('ledger, page of 50', office, 1, () => '/api/tasks?limit=50&sort=light'),
    // What holds of every task, said so often that no page of them is still kept when it is asked for again. A filter
    // that PostgreSQL takes for narrower than it is would have the page planned anew each time.
    get('ledger, page of 50 read anew', office, 100, (at) => {
      const kinds = Array.from({ length: 1 + (at % 100) }, () => 'project')
      return `/api/tasks?limit=50&sort=light&kind=${kinds.join()}`
    }),
    get('ledger of a unit, page of 50', liaison, 1, () => '/api/tasks?limit=50&mine=true'),
    get('task', office, seeded.taskIds.length, (at) => `/api/tasks/${pick(seeded.taskIds, at)}`),
    // So many that each is long forgotten when its turn comes again.
    get('task read anew', office, seeded.manyTaskIds.length, (at) => `/api/tasks/${pick(seeded.manyTaskIds, at)}`),
    {
      name: 'save a report row',
      ...WRITES,
      distinct: total(WRITES),
      request: (at) => ({
        method: 'PUT',
        path: `/api/periods/${seeded.periodId}/sheets/${pick(seeded.unitIds, 0)}/rows/${pick(seeded.taskIds, at)}`,
        cookie: liaison,
        body: {
          version: Math.floor(at / seeded.taskIds.length),
          changes: { actualShare: at % 100, nextStep: `第 ${at} 次保存` },
        },
      }),
    },
    {
      name: 'create a task',
      ...WRITES,
      distinct: total(WRITES),
      request: (at) => ({ method: 'POST', path: '/api/tasks', cookie: office, body: draft(seeded, at) }),
    },
    {
      name: 'register 100 drafts',
      ...REGISTRATIONS,
      distinct: total(REGISTRATIONS),
      request: (at) => ({
        method: 'POST',
        path: '/api/task-registrations',
        cookie: office,
        body: { taskIds: seeded.draftIds.slice(at * DRAFTS_AT_ONCE, (at + 1) * DRAFTS_AT_ONCE) },
      }),
    },
  ]
}
