import { expect, test } from 'vitest'
import { type TrajectoryFault, trajectoryFault } from './trajectory.ts'

const at = (on: string, share: number) => ({ on: `2026-${on}`, share })

test.each<[string, ReturnType<typeof at>[], string | null, TrajectoryFault | undefined]>([
  ['rises to 100 on the due date', [at('06-30', 40), at('12-25', 100)], '2026-12-25', undefined],
  ['rests on the way', [at('06-30', 40), at('09-30', 40), at('12-25', 100)], '2026-12-25', undefined],
  ['is written out of order', [at('12-25', 100), at('06-30', 40)], '2026-12-25', undefined],
  ['is whole before the due date', [at('11-30', 100)], '2026-12-25', undefined],
  ['belongs to a draft without a date', [at('12-25', 100)], null, undefined],
  ['has no points: it follows from the milestones', [], '2026-12-25', undefined],
  ['falls', [at('06-30', 60), at('09-30', 40), at('12-25', 100)], '2026-12-25', 'falls'],
  ['says two things of one day', [at('06-30', 40), at('06-30', 50), at('12-25', 100)], '2026-12-25', 'falls'],
  ['does not reach 100', [at('06-30', 40), at('12-25', 90)], '2026-12-25', 'open'],
  ['reaches 100 after the due date', [at('06-30', 40), at('12-26', 100)], '2026-12-25', 'late'],
])('a given trajectory that %s', (_, points, dueOn, fault) => {
  expect(trajectoryFault(points, dueOn)).toBe(fault)
})
