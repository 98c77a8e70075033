import type { Actor } from '../../access/actor.ts'
import { addDays, type Day, workingCalendar } from '../../calendar/calendar.ts'
import { STANDARD_LIGHT_RULES } from '../../lights/rules.ts'
import type { AskedChange, ChangedTask } from '../../requests/change.ts'
import type { AskedExtension } from '../../requests/extension.ts'
import type { RequestState } from '../../requests/request.ts'
import { type RatedTask, type Rates, ratesOf } from '../rates.ts'
import { standTask, type TaskFacts } from '../../standing/standing.ts'
import { factsAfter } from '../../tasks/effects.ts'
import type { StepInput, TaskInLife } from '../../tasks/inLife.ts'
import { takeStep, type TaskStep } from '../../tasks/lifecycle.ts'
import { standardStepDays } from '../../tasks/limits.ts'
import { acceptMilestone, claimMilestone, returnMilestone } from '../../tasks/milestone.ts'
import type { Milestone } from '../../tasks/task.ts'
import { task } from '../../tasks/examples/life.ts'

/** A request about the task, with what asking came to. */
export type WalkedRequest = { state: RequestState; askedBy: string } & (
  | (AskedExtension & { kind: 'extensionRequest' })
  | (AskedChange & { kind: 'changeRequest' })
)

/** A task of the model: the facts its life, its light and the rates rest on, as a database would hold them. */
export type Walked = {
  life: Omit<TaskInLife, 'milestones'>
  milestones: Milestone[]
  reports: TaskFacts['reports'][number][]
  assigneeId: string | null
  redo: TaskFacts['redo']
  redoReason: string
  completedOn: Day | null
  closedOutOn: Day | null
  /** By when it is due with what was granted; its first date stays in `life`. */
  currentDueOn: Day
  /** What a change request may move. */
  promised: Pick<ChangedTask, 'title' | 'target' | 'weight'>
  /** In the order they were made. */
  requests: WalkedRequest[]
}

export const CALENDAR = workingCalendar([])
export const DAYS = standardStepDays(CALENDAR)
const YEAR = { startsOn: '2026-01-01', endsOn: '2026-12-31' }
const PERIODS = ['03-31', '06-30', '09-30'].map((day) => ({
  opensOn: addDays(`2026-${day}`, -6),
  endsOn: `2026-${day}`,
  closesOn: addDays(`2026-${day}`, 5),
}))

const milestone = (id: string, originalDueOn: Day, weight: number): Milestone => ({
  id,
  title: id,
  originalDueOn,
  currentDueOn: originalDueOn,
  weight,
  state: 'pending',
  submittedOn: null,
  doneOn: null,
})

/** A draft as the office writes it, of a source that asks for a sign-off or not. */
export const drafted = (fields: Partial<TaskInLife>, today: Day): Walked => {
  const { milestones: _, ...life } = task({ isAcknowledged: false, startsOn: today, stateOn: today, ...fields })
  return {
    life,
    milestones: [milestone('half', '2026-06-30', 50), milestone('whole', '2026-11-30', 50)],
    reports: [],
    assigneeId: null,
    redo: null,
    redoReason: '',
    completedOn: null,
    closedOutOn: null,
    currentDueOn: life.originalDueOn ?? YEAR.endsOn,
    promised: { title: '建成投用', target: { value: 100, measure: '公里' }, weight: 2 },
    requests: [],
  }
}

export const lifeOf = ({ life, milestones, reports }: Walked): TaskInLife => ({
  ...life,
  milestones,
  evidenceCount: reports.length + milestones.filter(({ state }) => state === 'accepted').length,
})

/** The task after a step by somebody; throws the refusal. */
export function walkStep(walked: Walked, actor: Actor, step: TaskStep, input: StepInput, today: Day): Walked {
  const life = lifeOf(walked)
  const to = takeStep(actor, life, step, input, { today, ...DAYS })
  const now = new Date(`${today}T09:00:00+08:00`)
  const said = factsAfter(step, { personId: actor.personId, task: life, input, to, now, today, note: '' })
  const kept = <Value>(value: Value | undefined, before: Value): Value => (value === undefined ? before : value)
  const before = walked.life
  const redoSince = kept(said.redoSince, walked.redo?.since ?? null)
  const redoDueOn = kept(said.redoDueOn, walked.redo?.dueOn ?? null)
  return {
    ...walked,
    life: {
      ...before,
      state: to,
      stateOn: kept(said.stateOn, before.stateOn),
      startsOn: kept(said.startsOn, before.startsOn),
      leadUnitId: kept(said.leadUnitId, before.leadUnitId),
      isAcknowledged: said.acknowledgedAt === undefined ? before.isAcknowledged : said.acknowledgedAt !== null,
      declineCount: kept(said.declineCount, before.declineCount),
      declinedById: kept(said.declinedBy, before.declinedById),
      completionAuthorId: kept(said.completionRequestedBy, before.completionAuthorId),
      completionRequestedOn:
        said.completionRequestedAt === undefined
          ? before.completionRequestedOn
          : said.completionRequestedAt === null
            ? null
            : today,
      firstCompletedOn: kept(said.firstCompletedOn, before.firstCompletedOn),
      reopenCount: kept(said.reopenCount, before.reopenCount),
      deferredUntil: kept(said.deferredUntil, before.deferredUntil),
    },
    assigneeId: kept(said.assigneeId, walked.assigneeId),
    redo: redoSince !== null && redoDueOn !== null ? { since: redoSince, dueOn: redoDueOn } : null,
    redoReason: kept(said.redoReason, walked.redoReason),
    completedOn: kept(said.completedOn, walked.completedOn),
    closedOutOn: kept(said.closedOutOn, walked.closedOutOn),
  }
}

/** Work that is no step of the life: milestones claimed and decided, and reports. Only in a task that is at work. */
export const WORKS = ['claim', 'accept', 'returnClaim', 'report'] as const
export type WalkedWork = (typeof WORKS)[number]

const MILESTONE_WORK = {
  claim: (one: Milestone, today: Day) => claimMilestone(one, today),
  accept: (one: Milestone) => acceptMilestone(one),
  returnClaim: (one: Milestone) => returnMilestone(one),
}

export function walkWork(walked: Walked, work: WalkedWork, index: number, today: Day): Walked {
  if (walked.life.state !== 'inProgress') return walked
  if (work === 'report') {
    const period = PERIODS.find(({ opensOn, closesOn }) => opensOn <= today && today <= closesOn)
    if (!period) return walked
    const { endsOn: periodEndsOn } = period
    const others = walked.reports.filter((report) => report.periodEndsOn !== periodEndsOn)
    const report = { periodEndsOn, reportedOn: today, acceptedOn: today, actualShare: index * 50, actualValue: null }
    return { ...walked, reports: [...others, report] }
  }
  return {
    ...walked,
    milestones: walked.milestones.map((one, place) => (place === index ? MILESTONE_WORK[work](one, today) : one)),
  }
}

/** Where the task stands on a day. */
export const standOn = (walked: Walked, today: Day) => {
  const { life, milestones, reports, redo } = walked
  return standTask(
    {
      ...life,
      milestones,
      reports,
      redo,
      trajectory: [],
      target: null,
      closedPeriods: PERIODS.filter(({ closesOn }) => closesOn < today),
    },
    today,
    DAYS,
    STANDARD_LIGHT_RULES,
  )
}

const rated = (walked: Walked, today: Day): RatedTask => ({
  state: walked.life.state,
  kind: 'indicator',
  weight: walked.promised.weight,
  onPlan: standOn(walked, today).onPlan,
  target: walked.promised.target?.value ?? null,
  actualValue: Math.max(0, ...walked.reports.map(({ actualShare }) => actualShare ?? 0)),
  milestones: walked.milestones,
})

/** Tasks beside the one that walks, so that every rate has a denominator. */
const OTHERS: RatedTask[] = [
  { onPlan: true, state: 'inProgress' as const },
  { onPlan: false, state: 'inProgress' as const },
  { onPlan: true, state: 'closedOut' as const },
].map((fields) => ({ kind: 'indicator', weight: 1, target: 10, actualValue: 6, milestones: [], ...fields }))

/** The rates of the group on a day. */
export const ratesOn = (walked: Walked, today: Day): Rates => ratesOf([...OTHERS, rated(walked, today)], YEAR)
