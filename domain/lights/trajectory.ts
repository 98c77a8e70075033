import type { Day } from '../calendar/calendar.ts'

/** The planned share (points of 100) on a day. */
export type TrajectoryPoint = { on: Day; share: number }
