import fc from 'fast-check'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { allContracts } from '#test/contracts.ts'
import { demoWorld } from '#test/world.demo.ts'
import { writerOf } from './answers.ts'

const Row = z.object({
  id: z.uuid(),
  on: z.iso.date().nullable(),
  at: z.iso.datetime(),
  count: z.int(),
  share: z.number(),
  done: z.boolean(),
  light: z.enum(['red', 'green']),
  note: z.string().optional(),
  rank: z.number().int().min(0).max(5),
  text: z.string().trim().max(3),
  said: z.string(),
  counts: z.record(z.enum(['red', 'green']), z.int()),
  either: z.union([z.string(), z.int()]),
  parts: z.array(z.object({ name: z.string() })),
  why: z.discriminatedUnion('code', [
    z.object({ code: z.literal('late'), facts: z.object({ workdays: z.int() }) }),
    z.object({ code: z.literal('early') }),
  ]),
})

const part = fc.constantFrom<unknown>(
  '8f0f9f0e-1111-4222-8333-444455556666',
  '2026-02-28',
  '2026-02-30',
  '2026-11-20T04:00:00.000Z',
  '2026-11-20',
  'red',
  'blue',
  '',
  'say "no"\\\n',
  'half \ud800',
  7,
  1.5,
  NaN,
  Infinity,
  true,
  null,
  undefined,
  {},
  [],
  [{ name: '局', secret: 1 }],
  [{}],
  { code: 'late', facts: { workdays: 3 }, secret: 1 },
  { code: 'late', facts: { workdays: 0.5 } },
  { code: 'early' },
  { code: 'other' },
  { red: 1 },
  ' 局 ',
  -1,
  -0,
  1e21,
  2 ** 60,
  new Date(0),
)
const fitting = {
  id: '8f0f9f0e-1111-4222-8333-444455556666',
  on: null,
  at: '2026-11-20T04:00:00.000Z',
  count: 1,
  share: 0.5,
  done: false,
  light: 'red',
  rank: 5,
  text: '局',
  said: '“好”',
  counts: { red: 1, green: 0 },
  either: 7,
  parts: [{ name: '局' }],
  why: { code: 'early' },
}

test('what is written is what zod would have given, whatever is wrong or too much', () => {
  const write = writerOf(Row)
  const fields = fc.dictionary(fc.constantFrom(...Object.keys(Row.shape), 'passwordHash'), part, { maxKeys: 3 })
  fc.assert(
    fc.property(fields, (wrong) => {
      const value = { ...fitting, ...wrong }
      const judged = z.safeEncode(Row, value as never)
      expect(write(value)).toBe(judged.success ? JSON.stringify(judged.data) : null)
    }),
    { numRuns: 3000 },
  )
})

test('every answer of the demo district is written as zod would have written it, and a field too many is dropped', async () => {
  const { as } = await demoWorld()
  const office = await as('supervisionOffice')
  const contracts = new Map((await allContracts()).flatMap((one) => (one.method === 'GET' ? [[one.path, one]] : [])))
  const { items } = (await office.get('/api/tasks?limit=50')).body
  const { currentId } = (await office.get('/api/periods')).body
  const sheet = `/api/periods/${currentId}/sheets/${items[0].leadUnit.id}`
  for (const [route, path] of [
    ['/api/tasks', '/api/tasks?limit=200'],
    ['/api/tasks/:taskId', `/api/tasks/${items[0].id}`],
    ['/api/task-totals', '/api/task-totals?by=unit'],
    ['/api/board', '/api/board'],
    ['/api/board/attention', '/api/board/attention'],
    ['/api/periods/:periodId/sheets/:unitId', sheet],
  ] as const) {
    const { body, status } = await office.get(path)
    expect([route, status]).toEqual([route, 200])
    const schema = contracts.get(route)?.response
    expect(writerOf(schema)({ ...body, passwordHash: 'secret' })).toBe(
      JSON.stringify(z.encode(schema as z.ZodType, body)),
    )
  }
})
