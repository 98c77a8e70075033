import { periodsOf, periodState, type PeriodRule, STANDARD_PERIOD_RULE } from '#domain/reports/period.ts'
import { createPlan, listPlans, PLAN_STATES, type PlanView, updatePlan } from '#domain/plan/plan.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import { addDaysOnce, forgetStandings, loadCalendar } from '../calendar/calendar.queries.ts'
import { nationalDays } from '../calendar/holidays.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { changePillars, type PillarWish, refuseTwins } from './pillars.ts'
import { addPillars, addPlan, findPlans, lockPlan, savePeriods, savePlan, type StoredPlan } from './plan.queries.ts'

/** Plans of years, their pillars and reporting periods. */
export function planRoutes(served: Served): void {
  read(served, listPlans, async ({ db, actor, today }) => ({
    items: (await findPlans(db, actor)).map((plan) => viewPlan(plan, today)),
  }))

  change(served, createPlan, async (changing) => {
    const { body } = changing
    const planId = await beginPlan(changing, body.year, body.pillars, body.reportRule ?? STANDARD_PERIOD_RULE)
    return readPlan(changing, planId)
  })

  change(served, updatePlan, async (changing) => {
    await changePlan(changing, changing.params.planId, changing.body)
    return readPlan(changing, changing.params.planId)
  })
}

/**
 * Begins a plan year: its pillars in the given order, its periods, and the national calendar of its year and the
 * neighbours its windows and dates can reach. Gives the plan's id. Refuses already_exists.
 */
export async function beginPlan(
  changing: Changing,
  year: number,
  pillars: readonly { name: string; mark: string }[],
  rule: PeriodRule,
): Promise<string> {
  const { tx, actor, now } = changing
  const { organizationId } = actor
  refuseTwins(pillars)
  const planId = await addPlan(tx, organizationId, year, rule, now)
  if (planId === null) throw new Refusal('already_exists', { value: String(year) })
  await addPillars(
    tx,
    organizationId,
    planId,
    pillars.map((pillar, index) => ({ ...pillar, position: index + 1 })),
  )
  await addDaysOnce(tx, organizationId, [year - 1, year, year + 1].flatMap(nationalDays), now)
  await writePeriods(changing, planId, year, rule)
  const after = { year, pillars: pillars.map(({ name }) => name), reportRule: rule }
  await record(changing, { action: 'plan.created', subjectType: 'plan', subjectId: planId, after })
  return planId
}

/** Works a plan's windows out again, for its rule and the calendar as it is now. */
export async function writePeriods({ tx, actor }: Changing, planId: string, year: number, rule: PeriodRule) {
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  await savePeriods(tx, actor.organizationId, planId, periodsOf(year, rule, calendar))
}

type Wishes = {
  pillars?: PillarWish[] | undefined
  seen?: string[] | undefined
  reportRule?: PeriodRule | undefined
  state?: (typeof PLAN_STATES)[number] | undefined
}

async function changePlan(changing: Changing, planId: string, wishes: Wishes): Promise<void> {
  const { tx, actor } = changing
  const plan = await lockPlan(tx, actor, planId)
  if (!plan) throw new Refusal('not_found')
  if (plan.state === 'closed') throw new Refusal('plan_closed', { year: plan.year })
  const { pillars, reportRule: rule, state } = wishes
  if (state && PLAN_STATES.indexOf(state) < PLAN_STATES.indexOf(plan.state)) throw new Refusal('plan_state_backwards')
  if (pillars) await changePillars(changing, planId, pillars, wishes.seen)
  await savePlan(tx, actor.organizationId, planId, {
    ...(rule && { rule }),
    ...(state && { state }),
  })
  if (rule) await writePeriods(changing, planId, plan.year, rule)
  if (rule) await forgetStandings(tx, actor.organizationId)
  if (!(rule ?? state)) return
  await record(changing, {
    action: state && state !== plan.state ? `plan.${state}` : 'plan.updated',
    subjectType: 'plan',
    subjectId: planId,
    before: {
      ...(rule && { reportRule: ruleOf(plan) }),
      ...(state && { state: plan.state }),
    },
    after: { ...(rule && { reportRule: rule }), ...(state && { state }) },
  })
}

async function readPlan({ tx, actor, today }: Changing, planId: string): Promise<PlanView> {
  const plan = (await findPlans(tx, actor)).find(({ id }) => id === planId)
  if (!plan) throw new Refusal('not_found')
  return viewPlan(plan, today)
}

const ruleOf = (plan: Pick<StoredPlan, 'reportEvery' | 'opensOnLastWorkday' | 'closesAfterWorkdays'>): PeriodRule => ({
  every: plan.reportEvery,
  opensOnLastWorkday: plan.opensOnLastWorkday,
  closesAfterWorkdays: plan.closesAfterWorkdays,
})

const viewPlan = (plan: StoredPlan, today: string): PlanView => ({
  id: plan.id,
  year: plan.year,
  state: plan.state,
  reportRule: ruleOf(plan),
  pillars: [...plan.pillars]
    .sort((a, b) => Number(a.retiredAt !== null) - Number(b.retiredAt !== null) || a.position - b.position)
    .map(({ id, name, mark, position, retiredAt }) => ({ id, name, mark, position, retired: retiredAt !== null })),
  periods: plan.periods.map((period) => viewPeriod(period, today)),
})

const viewPeriod = (period: StoredPlan['periods'][number], today: string): PlanView['periods'][number] => ({
  id: period.id,
  kind: period.kind,
  number: period.number,
  startsOn: period.startsOn,
  endsOn: period.endsOn,
  opensOn: period.opensOn,
  closesOn: period.closesOn,
  state: periodState(period, today),
})
