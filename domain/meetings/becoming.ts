import { type Actor, hasRole } from '../access/actor.ts'
import type { Day } from '../calendar/calendar.ts'
import type { Registration } from '../directives/directives.contract.ts'
import { Refusal } from '../refusal.ts'
import { type ExtendedTask, grantDates, type MovedDate, orderOf } from '../requests/extension.ts'
import type { Decider } from '../requests/ladder.ts'
import type { TaskDraft } from '../tasks/tasks.contract.ts'
import type { WholeRuling } from './ruling.ts'

/**
 * Where what a ruling becomes belongs, who is in charge of it, and whether only those concerned may see it: what follows
 * from a restricted task is as restricted.
 */
export type RulingPlace = { pillarId: string; leaderId: string; restricted: boolean }

/** What shows that a ruling is done, where nobody says otherwise. */
const EVIDENCE = '办结情况说明及佐证材料'
const MILESTONE = '按议定办结'
/** Characters of a sentence that make a title. */
const TITLE_MOST = 500
const DIRECTIVE_TITLE_MOST = 200

const firstLetters = (text: string, most: number): string => [...text].slice(0, most).join('')

/** The task that a ruling becomes: its source is the meeting and the ruling's own sentence, its one step the date. */
export function taskOfRuling(
  { sentence, leadUnitId, dueOn, supports }: WholeRuling,
  place: RulingPlace,
  meeting: { planId: string; title: string },
): TaskDraft {
  return {
    ...place,
    planId: meeting.planId,
    kind: 'action',
    title: firstLetters(sentence, TITLE_MOST),
    evidence: EVIDENCE,
    leadUnitId,
    assigneeId: null,
    weight: 1,
    source: { type: 'meeting', title: meeting.title, number: '', quote: sentence },
    target: null,
    targetAsWorded: true, // a ruling's sentence is taken as it was spoken
    dueOn,
    milestones: [{ title: MILESTONE, dueOn }],
    supports: supports.map((support) => ({ ...support, dueOn: support.dueOn ?? dueOn })),
    trajectory: [],
  }
}

/** The directive that a ruling becomes, of whoever ruled, handed to its lead at once. */
export function directiveOfRuling(
  { sentence, leadUnitId, dueOn, supports }: WholeRuling,
  { restricted, pillarId, leaderId }: RulingPlace,
  written: { writerId: string; writtenOn: Day; meetingTitle: string },
): Registration {
  return {
    writerId: written.writerId,
    writtenOn: written.writtenOn,
    text: sentence,
    paperTitle: written.meetingTitle,
    paperNumber: '',
    urgency: 'ordinary',
    dueOn,
    restricted,
    pageIds: [],
    assignment: {
      pillarId,
      leaderId,
      leadUnitIds: [leadUnitId],
      supports: supports.map(({ unitId, deliverable }) => ({ unitId, deliverable })),
      title: firstLetters(sentence, DIRECTIVE_TITLE_MOST),
    },
  }
}

/** A later date that is given without having been asked for; it counts as a granted request of the task. */
export type RuledExtension = { decider: Decider; ordinal: number; isLate: boolean; dates: MovedDate[] }

/**
 * The dates that a ruling moves: the task's own, and with it the open milestones that end on the same day. Refuses
 * `task_wrong_state` for a task that nobody works on, and what granting a later date refuses.
 */
export function extendByRuling(ruler: Actor, task: ExtendedTask, dueOn: Day, today: Day): RuledExtension {
  if (task.state !== 'assigned' && task.state !== 'inProgress')
    throw new Refusal('task_wrong_state', { state: `@${task.state}`, step: '@becomes.dateChange' })
  const ending = task.milestones.filter(
    ({ currentDueOn, state }) => state === 'pending' && currentDueOn === task.currentDueOn,
  )
  const ruled = [{ milestoneId: null, dueOn }, ...ending.map(({ id }) => ({ milestoneId: id, dueOn }))]
  const dates = grantDates(task, ruled, ruled)
  const decider = hasRole(ruler, 'principalLeader') ? 'principalLeader' : 'leaderInCharge'
  return { decider, ...orderOf(task, dates, today), dates }
}
