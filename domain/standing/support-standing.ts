import { type Day, workdaysBetween } from '../calendar/calendar.ts'
import type { Light } from '../lights/light.ts'
import type { LightRules } from '../lights/rules.ts'
import { standMilestone } from './milestone-standing.ts'
import type { MilestoneState } from '../tasks/task.ts'
import {
  isSilent,
  OWED_STATES,
  SETTLED_STATES,
  SUPPORTED_STATES,
  type SupportInLife,
  type SupportState,
  type SupportTime,
} from '../tasks/support.ts'

export type SupportStanding = {
  light: Light
  /** Of what is owed: 0 on its day, negative beyond it; null where nothing is, or no clock runs. */
  workdaysLeft: number | null
  isSilent: boolean
  /** Of what was delivered: how many working days after its date; 0 in time, null where nothing was. */
  lateWorkdays: number | null
}

/** A support's light is that of a milestone: claimed when delivered, accepted when confirmed. */
const AS_MILESTONE: Record<SupportState, MilestoneState> = {
  pending: 'pending',
  returned: 'pending',
  undelivered: 'pending',
  delivered: 'submitted',
  confirmed: 'accepted',
}

type SupportFacts = Pick<SupportInLife, 'state' | 'dueOn' | 'taskState'> & { deliveredOn: Day | null }

/** How a supporting unit stands with what it owes a task on a day; grey where no date was ever set or no clock runs. */
export function standSupport(support: SupportFacts, time: SupportTime, rules: LightRules): SupportStanding {
  const { state, dueOn, deliveredOn, taskState } = support
  const { today, calendar } = time
  const runs = SUPPORTED_STATES.includes(taskState)
  const standing = {
    light: 'grey' as Light,
    workdaysLeft: null as number | null,
    isSilent: isSilent(support, time),
    lateWorkdays: null as number | null,
  }
  if (dueOn === null) return standing
  if (deliveredOn !== null && !OWED_STATES.includes(state))
    standing.lateWorkdays = Math.max(0, workdaysBetween(calendar, dueOn, deliveredOn))
  if (runs && OWED_STATES.includes(state)) standing.workdaysLeft = workdaysBetween(calendar, today, dueOn)
  if (runs || SETTLED_STATES.includes(state)) {
    const milestone = { title: '', originalDueOn: dueOn, currentDueOn: dueOn, state: AS_MILESTONE[state] }
    const days = { submittedOn: deliveredOn, doneOn: deliveredOn }
    standing.light = standMilestone({ ...milestone, ...days }, today, calendar, rules).light
  }
  return standing
}
