import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import type { Milestone, MilestoneState } from './task.ts'

type Step = 'claim' | 'accept' | 'returnClaim'

const FROM: Record<Step, MilestoneState> = { claim: 'pending', accept: 'submitted', returnClaim: 'submitted' }

const ensureState = (milestone: Milestone, step: Step): void => {
  if (milestone.state === FROM[step]) return
  throw new Refusal('milestone_wrong_state', {
    title: milestone.title,
    state: `@milestone.${milestone.state}`,
    step: `@${step}`,
  })
}

/** The unit says the milestone is reached, on that office day. Refusal: `milestone_wrong_state`. */
export function claimMilestone(milestone: Milestone, on: Day): Milestone {
  ensureState(milestone, 'claim')
  return { ...milestone, state: 'submitted', submittedOn: on }
}

/** The office accepts the claim; it was done on the day of the claim, however long the office took. */
export function acceptMilestone(milestone: Milestone): Milestone {
  ensureState(milestone, 'accept')
  return { ...milestone, state: 'accepted', doneOn: milestone.submittedOn }
}

/** The office returns the claim; the milestone is open again, and its date runs on. */
export function returnMilestone(milestone: Milestone): Milestone {
  ensureState(milestone, 'returnClaim')
  return { ...milestone, state: 'pending', submittedOn: null }
}
