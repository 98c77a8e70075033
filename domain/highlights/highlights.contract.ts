import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { pageOf, PageQuery } from '../paging.ts'

const Day = z.iso.date()
const Ref = z.object({ id: z.uuid(), name: z.string() })
const Id = z.object({ id: z.uuid() })

/** A practice worth copying, with by what it can be seen and which units copy it, in the official order. */
export const HighlightView = z
  .object({
    id: z.uuid(),
    unit: Ref,
    title: z.string(),
    practice: z.string(),
    evidence: z.string(),
    sharedBy: Ref,
    sharedOn: Day,
    withdrawn: z.object({ on: Day, reason: z.string() }).nullable(),
    adoptions: z.array(z.object({ unit: Ref, on: Day })),
    /** The unit for which the asker could adopt it with one click. */
    adoptFor: Ref.nullable(),
    mayWithdraw: z.boolean(),
  })
  .meta({ id: 'Highlight' })
export type HighlightView = z.infer<typeof HighlightView>

/** The latest first; those taken back only where `unitId` or `adoptedBy` asks for a unit's own. */
export const listHighlights = endpoint({
  operationId: 'listHighlights',
  method: 'GET',
  path: '/api/highlights',
  summary: 'Practices worth copying',
  query: PageQuery.extend({ unitId: z.uuid().optional(), adoptedBy: z.uuid().optional() }),
  response: pageOf(HighlightView),
})

/** Refuses highlight_not_yours, not_found (a unit that is not there). */
export const shareHighlight = endpoint({
  operationId: 'shareHighlight',
  method: 'POST',
  path: '/api/highlights',
  status: 201,
  summary: 'Share a practice worth copying',
  body: z.object({
    unitId: z.uuid(),
    title: z.string().trim().min(1).max(80),
    practice: z.string().trim().min(1).max(1000),
    evidence: z.string().trim().min(1).max(500),
  }),
  response: Id,
})

/** Takes it back; units that adopted it keep their link. Refuses highlight_not_yours, highlight_withdrawn. */
export const withdrawHighlight = endpoint({
  operationId: 'withdrawHighlight',
  method: 'POST',
  path: '/api/highlights/:highlightId/withdrawal',
  summary: 'Take a highlight back',
  params: z.object({ highlightId: z.uuid() }),
  body: z.object({ reason: z.string().trim().min(1).max(300) }),
  response: Id,
})

/** The unit copies it; asked again it is answered again. Refuses highlight_not_yours, highlight_own, highlight_withdrawn. */
export const adoptHighlight = endpoint({
  operationId: 'adoptHighlight',
  method: 'POST',
  path: '/api/highlights/:highlightId/adoptions',
  status: 201,
  summary: 'Adopt a highlight',
  params: z.object({ highlightId: z.uuid() }),
  body: z.object({ unitId: z.uuid() }),
  response: Id,
})

/** A named peer's number for a task's target, in the target's measure. */
export const BenchmarkView = z
  .object({
    id: z.uuid(),
    peer: z.string(),
    value: z.number(),
    asOn: Day,
    source: z.string(),
    namedBy: Ref,
    namedOn: Day,
    /** In the target's measure; positive where the peer is ahead; null while the task has no number. */
    gap: z.number().nullable(),
  })
  .meta({ id: 'Benchmark' })
export type BenchmarkView = z.infer<typeof BenchmarkView>

/** The peers of a task with its own latest number; those dropped are in its timeline. */
export const listBenchmarks = endpoint({
  operationId: 'listBenchmarks',
  method: 'GET',
  path: '/api/tasks/:taskId/benchmarks',
  summary: 'How an indicator stands beside named peers',
  params: z.object({ taskId: z.uuid() }),
  response: z.object({
    own: z.number().nullable(),
    measure: z.string().nullable(),
    items: z.array(BenchmarkView),
    mayName: z.boolean(),
  }),
})

/** Refuses benchmark_not_yours, benchmark_no_target, benchmark_day. */
export const nameBenchmark = endpoint({
  operationId: 'nameBenchmark',
  method: 'POST',
  path: '/api/tasks/:taskId/benchmarks',
  status: 201,
  summary: 'Name a peer to compare with',
  params: z.object({ taskId: z.uuid() }),
  body: z.object({
    peer: z.string().trim().min(1).max(60),
    value: z.number().min(-1e12).max(1e12),
    asOn: Day,
    source: z.string().trim().min(1).max(300),
  }),
  response: Id,
})

/** Refuses benchmark_not_yours. */
export const dropBenchmark = endpoint({
  operationId: 'dropBenchmark',
  method: 'POST',
  path: '/api/tasks/:taskId/benchmarks/:benchmarkId/removal',
  summary: 'Compare with a peer no longer',
  params: z.object({ taskId: z.uuid(), benchmarkId: z.uuid() }),
  body: z.object({}).default({}),
  response: Id,
})
