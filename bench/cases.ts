import type { Seeded } from './seed.ts'

/** One request of a benchmark; `at` counts the requests of its case, so that writers do not all write the same. */
export type Request = { method: 'GET' | 'POST' | 'PUT'; path: string; cookie: string; body?: object }
export type Case = {
  name: string
  writes: boolean
  request: (at: number) => Request
  /** Fewer for what does a hundred things at once. */
  requests: number
}

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
  dueOn: '2026-12-25',
  milestones: [
    { title: '开工', dueOn: '2026-12-01' },
    { title: '开放', dueOn: '2026-12-25' },
  ],
})

/** The main endpoints, as the browser calls them. */
export function casesFor(seeded: Seeded): Case[] {
  const office = `yipanqi=${seeded.office}`
  const liaison = `yipanqi=${seeded.liaison}`
  const get = (name: string, path: (at: number) => string, cookie = office): Case => ({
    name,
    writes: false,
    requests: 2000,
    request: (at) => ({ method: 'GET', path: path(at), cookie }),
  })
  return [
    get('board', () => '/api/board'),
    get('ledger, page of 50', () => '/api/tasks?limit=50&sort=light'),
    get('ledger of a unit, page of 50', () => '/api/tasks?limit=50&mine=true', liaison),
    get('task', (at) => `/api/tasks/${pick(seeded.taskIds, at)}`),
    {
      name: 'save a report row',
      writes: true,
      requests: 1000,
      request: (at) => ({
        method: 'PUT',
        path: `/api/periods/${seeded.periodId}/sheets/${seeded.unitIds[0] ?? ''}/rows/${pick(seeded.taskIds, at)}`,
        cookie: liaison,
        body: {
          version: Math.floor(at / seeded.taskIds.length),
          changes: { actualShare: at % 100, nextStep: `第 ${at} 次保存` },
        },
      }),
    },
    {
      name: 'create a task',
      writes: true,
      requests: 1000,
      request: (at) => ({ method: 'POST', path: '/api/tasks', cookie: office, body: draft(seeded, at) }),
    },
  ]
}
