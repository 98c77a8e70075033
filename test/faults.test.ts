import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { compare } from '../bench/faults/compare.ts'
import { type Outcome } from '../bench/faults/run.ts'
import { verdictOf } from '../bench/faults/verdict.ts'

const program = fileURLToPath(new URL('../bench/faults/faults.ts', import.meta.url))

/** What `npm run faults` prints last, and its exit code. */
async function faults(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'close')
  onTestFinished(async () => {
    child.kill('SIGTERM')
    await ended
  })
  let text = ''
  child.stdout.on('data', (said: Buffer) => void (text += said.toString()))
  const [code] = await ended
  return { code, figures: JSON.parse(text.trim().split('\n').at(-1) ?? '') }
}

test('what is not there is lost, what is there oftener than it was acknowledged is doubled', () => {
  expect(compare(['a', 'b', 'b'], ['b', 'a', 'b'])).toEqual({ lost: [], doubled: [] })
  expect(compare(['a', 'b', 'b'], ['b', 'c'])).toEqual({ lost: ['a', 'b'], doubled: ['c'] })
  expect(compare(['a'], ['a', 'a', 'a'])).toEqual({ lost: [], doubled: ['a', 'a'] })
})

const none = { lost: [], doubled: [] }
const right: Outcome = {
  faults: { server: 1, database: 1, connection: 1, twice: 0 },
  traffic: { acknowledged: 9, sentAgain: 4, unexpected: 0, refused: [] },
  clocks: 3,
  differences: { changes: none, clocks: none, journal: none, messages: none, letters: none },
  expected: { changes: 5, clocks: 6, journal: 7, messages: 8, letters: 4 },
  journal: { sealed: 7, unsealed: 0, brokenAt: null },
  endedInOrder: true,
}

test.each<[string, Partial<Outcome>]>([
  ['a lost change', { differences: { ...right.differences, changes: { lost: ['task'], doubled: [] } } }],
  ['a doubled message', { differences: { ...right.differences, messages: { lost: [], doubled: ['message'] } } }],
  [
    'a letter that never arrived',
    { differences: { ...right.differences, letters: { lost: ['letter'], doubled: [] } } },
  ],
  ['a wrong clock', { differences: { ...right.differences, clocks: { lost: ['level 3'], doubled: ['level 2'] } } }],
  ['an answer that nobody expects', { traffic: { ...right.traffic, unexpected: 1 } }],
  ['a change that is refused', { traffic: { ...right.traffic, refused: ['404'] } }],
  ['a broken chain', { journal: { ...right.journal, brokenAt: 3 } }],
  ['an entry outside the chain', { journal: { ...right.journal, sealed: 6 } }],
  ['a server that does not end in order', { endedInOrder: false }],
])('%s makes the outcome of faults wrong', (_, wrong) => {
  expect(verdictOf(right).isRight).toBe(true)
  expect(verdictOf({ ...right, ...wrong }).isRight).toBe(false)
})

test('a server and a database that are killed under load lose nothing that was acknowledged and do nothing twice', async () => {
  const { code, figures } = await faults('--times', '3', '--seed', 'short')
  expect(figures).toMatchObject({ right: true, lost: 0, doubled: 0, faults: { server: 1, database: 1, connection: 1 } })
  expect(figures.acknowledged).toBeGreaterThan(0)
  expect(code).toBe(0)
}, 600_000)
