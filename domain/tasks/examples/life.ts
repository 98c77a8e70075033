import type { Actor, ActorPost } from '../../access/actor.ts'
import { workingCalendar } from '../../calendar/calendar.ts'
import { Refusal } from '../../refusal.ts'
import { COMPLETION_CHECKS, type StepInput, type StepTime, type TaskInLife } from '../inLife.ts'
import { standardStepDays } from '../limits.ts'

/** People and a task for the tests of a task's life. */
const person = (personId: string, ...posts: ActorPost[]): Actor => ({
  organizationId: 'qingyuan',
  personId,
  name: personId,
  posts,
  portfolio: { unitIds: [], pillarIds: [] },
})

export const OFFICE = person('office', { role: 'supervisionOffice', unitId: null })
export const HEAD = person('head', { role: 'unitHead', unitId: 'works' })
export const LIAISON = person('liaison', { role: 'liaison', unitId: 'works' })
export const NEIGHBOUR = person('neighbour', { role: 'unitHead', unitId: 'finance' })
export const LEADER = person('leader', { role: 'leaderInCharge', unitId: null })
const OTHER_LEADER = person('otherLeader', { role: 'leaderInCharge', unitId: null })
export const PRINCIPAL = person('principal', { role: 'principalLeader', unitId: null })
const ADMIN = person('admin', { role: 'sysAdmin', unitId: null })
/** The passing of time. */
export const SYSTEM = person('')
export const EVERYBODY = [OFFICE, HEAD, LIAISON, NEIGHBOUR, LEADER, OTHER_LEADER, PRINCIPAL, ADMIN]

/** A working Friday. */
export const TIME: StepTime = { today: '2026-11-20', ...standardStepDays(workingCalendar([])) }

export const task = (fields: Partial<TaskInLife> = {}): TaskInLife => ({
  state: 'draft',
  stateOn: '2026-11-18',
  startsOn: '2026-01-05',
  result: '建成投用',
  sourceKind: 'annualPlan',
  leadUnitId: 'works',
  leaderInChargeId: 'leader',
  originalDueOn: '2026-12-31',
  evidenceKind: 'acceptance',
  milestones: [{ title: '封顶', originalDueOn: '2026-10-30', weight: 100, state: 'accepted' }],
  evidenceCount: 1,
  openSupports: [],
  isAcknowledged: true,
  declineCount: 0,
  declinedById: null,
  completionAuthorId: null,
  completionRequestedOn: null,
  firstCompletedOn: null,
  reopenCount: 0,
  deferredUntil: null,
  hasRedNotice: false,
  isDirective: false,
  signerId: null,
  ...fields,
})

/** Everything that any step asks for. */
export const FULL: StepInput = {
  reason: '重复登记',
  assigneeId: 'chen',
  checks: COMPLETION_CHECKS,
  verification: '11-18 到现场看过',
  suggestedUnitId: 'finance',
  legalBasis: '“三定”方案第三条',
  unitId: 'finance',
  day: '2026-12-10',
  instruction: '再核一次资金',
  holds: true,
  withDirective: true,
}

/** The code of the refusal, `allowed` where there is none. */
export const refusalOf = (decide: () => unknown): string => {
  try {
    decide()
  } catch (thrown) {
    if (thrown instanceof Refusal) return thrown.code
    throw thrown
  }
  return 'allowed'
}
