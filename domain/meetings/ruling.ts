import type { Day } from '../calendar/calendar.ts'
import type { DifficultyState } from '../difficulties/difficulty.ts'
import { Refusal } from '../refusal.ts'
import { isDone, type TaskState } from '../tasks/task.ts'

/** What a ruling becomes at once (PRODUCT.md, rule 5). */
export const RULING_KINDS = ['task', 'directive', 'difficultyAnswer', 'dateChange'] as const
export type RulingKind = (typeof RULING_KINDS)[number]

/** What a supporting unit delivers to a ruling's lead; without a date of its own, by the ruling's. */
export type RulingSupport = { unitId: string; deliverable: string; dueOn: Day | null }

/** A ruling while it is being written down; nothing of it is there yet. */
export type RulingDraft = {
  sentence: string
  leadUnitId: string | null
  supports: RulingSupport[]
  dueOn: Day | null
  becomes: RulingKind
  /** The difficulty it answers. */
  difficultyId: string | null
  /** The task whose date it moves. */
  taskId: string | null
}
/** A ruling of which nothing is written yet; it becomes a task unless said. */
export const EMPTY_RULING: RulingDraft = {
  sentence: '',
  leadUnitId: null,
  supports: [],
  dueOn: null,
  becomes: 'task',
  difficultyId: null,
  taskId: null,
}

/** What can be missing; each is a word of the glossary (`rulingNeed.…`). */
export const RULING_NEEDS = ['sentence', 'lead', 'date', 'subject'] as const
export type RulingNeed = (typeof RULING_NEEDS)[number]

const IS_MISSING: Record<RulingNeed, (draft: RulingDraft) => boolean> = {
  sentence: ({ sentence }) => sentence.trim() === '',
  lead: ({ leadUnitId }) => leadUnitId === null,
  date: ({ dueOn }) => dueOn === null,
  subject: ({ becomes, difficultyId, taskId }) =>
    (becomes === 'difficultyAnswer' && difficultyId === null) || (becomes === 'dateChange' && taskId === null),
}

/** What is missing before a ruling can be saved, in the order of the form. */
export const missingInRuling = (draft: RulingDraft): RulingNeed[] =>
  RULING_NEEDS.filter((need) => IS_MISSING[need](draft))

/** A ruling with all that it needs. */
export type WholeRuling = Omit<RulingDraft, 'leadUnitId' | 'dueOn'> & { leadUnitId: string; dueOn: Day }

/**
 * The ruling with its sentence, its one lead and its date. Refuses `ruling_incomplete` (what is missing), `ruling_day`
 * (a date that has passed, of the ruling or of a supporting unit). The lead is never among its own supporting units, and
 * a unit supports once, as it was said last.
 */
export function wholeRuling(draft: RulingDraft, today: Day): WholeRuling {
  const { leadUnitId, dueOn } = draft
  const missing = missingInRuling(draft)
  if (missing.length > 0 || leadUnitId === null || dueOn === null)
    throw new Refusal('ruling_incomplete', { missing: missing.map((need) => `@rulingNeed.${need}`) })
  const others = draft.supports.filter(({ unitId }) => unitId !== leadUnitId)
  const supports = [...new Map(others.map((support) => [support.unitId, support])).values()]
  if ([dueOn, ...supports.map((support) => support.dueOn ?? dueOn)].some((on) => on < today))
    throw new Refusal('ruling_day', { today })
  return { ...draft, sentence: draft.sentence.trim(), leadUnitId, dueOn, supports }
}

/** Whoever raised a difficulty confirms that it is solved, so another unit solves it. Refuses `ruling_lead_raised`. */
export function ensureLeadFits(leadUnitId: string, raisedUnitId: string): void {
  if (leadUnitId === raisedUnitId) throw new Refusal('ruling_lead_raised')
}

/** How far a ruling has come. */
export const RULING_STANDINGS = ['ruled', 'answered', 'done', 'overdue'] as const
export type RulingStanding = (typeof RULING_STANDINGS)[number]

/** What a ruling's standing rests on: the task or the difficulty it became. */
export type RulingFacts = {
  becomes: RulingKind
  dueOn: Day
  task: { state: TaskState; currentDueOn: Day | null } | null
  difficulty: { state: DifficultyState; dueOn: Day | null } | null
}

const ENDED: readonly DifficultyState[] = ['confirmedByRaiser', 'closed', 'withdrawn']
const TAKEN_UP: readonly DifficultyState[] = ['inExecution', 'solved']

/**
 * Where a ruling stands, from what it became, never from what somebody says of it: a moved date is done when its task is;
 * an answer to a difficulty when whoever raised it says so. One that was taken back with its task is done.
 */
export function standRuling({ dueOn, task, difficulty }: RulingFacts, today: Day): RulingStanding {
  const isOver = task
    ? isDone(task.state) || task.state === 'cancelled'
    : difficulty !== null && ENDED.includes(difficulty.state)
  if (isOver) return 'done'
  const lastOn = task?.currentDueOn ?? difficulty?.dueOn ?? dueOn
  if (lastOn < today) return 'overdue'
  const isTakenUp = task
    ? task.state !== 'draft' && task.state !== 'registered' && task.state !== 'assigned'
    : difficulty !== null && TAKEN_UP.includes(difficulty.state)
  return isTakenUp ? 'answered' : 'ruled'
}
