import type { Day } from '../calendar/calendar.ts'
import { isDone, type TaskState } from '../tasks/task.ts'

/**
 * How a directive stands: `received` until it has a task, `inHand`, `toLeader` while an answer waits for the leader,
 * `continued` while its work goes on under a further instruction, `closed` when the leader has agreed to all of it.
 */
export const DIRECTIVE_STATES = ['received', 'inHand', 'toLeader', 'continued', 'closed', 'withdrawn'] as const
export type DirectiveState = (typeof DIRECTIVE_STATES)[number]

/** Its units still owe an answer: a limit that has passed is overdue. */
export const OWED_STATES: readonly DirectiveState[] = ['received', 'inHand']
/** Nothing more comes of it. */
export const ENDED_STATES: readonly DirectiveState[] = ['closed', 'withdrawn']
/** Something more comes of it: it is not closed and not withdrawn. */
export const OPEN_STATES: readonly DirectiveState[] = DIRECTIVE_STATES.filter((state) => !ENDED_STATES.includes(state))

/** One of a directive's tasks. */
export type DirectiveWork = {
  state: TaskState
  /** A further instruction has taken the task up: it is answered there. */
  goesOn: boolean
  /** By when it is to be done, with every later date that was granted. */
  dueOn: Day | null
  completedOn: Day | null
}

export type DirectiveFacts = { isWithdrawn: boolean; dueOn: Day; works: readonly DirectiveWork[] }

export type DirectiveStanding = { state: DirectiveState; currentDueOn: Day; closedOn: Day | null }

/**
 * How a directive stands by its tasks, and by nothing else: the task is signed off once, and with it every directive
 * whose work it was, so no directive is closed twice. A cancelled task is none of its work any more.
 */
export function standDirective({ isWithdrawn, dueOn, works }: DirectiveFacts): DirectiveStanding {
  const living = works.filter(({ state }) => state !== 'cancelled')
  const open = living.filter(({ state }) => !isDone(state))
  const own = open.filter(({ goesOn }) => !goesOn)
  const state = stateOf(isWithdrawn, works, living, open, own)
  const closedOn = state === 'closed' ? (latest(living.map(({ completedOn }) => completedOn)) ?? dueOn) : null
  return { state, currentDueOn: latest(own.map((work) => work.dueOn)) ?? dueOn, closedOn }
}

type Works = readonly DirectiveWork[]

function stateOf(isWithdrawn: boolean, all: Works, living: Works, open: Works, own: Works): DirectiveState {
  if (isWithdrawn) return 'withdrawn'
  if (all.length === 0) return 'received'
  if (living.length === 0) return 'withdrawn'
  if (open.length === 0) return 'closed'
  if (own.length === 0) return 'continued'
  return own.some(({ state }) => state === 'leaderSignOff') ? 'toLeader' : 'inHand'
}

const latest = (days: readonly (Day | null)[]): Day | null =>
  days.reduce<Day | null>((last, day) => (day !== null && (last === null || day > last) ? day : last), null)
