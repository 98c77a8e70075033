import { createHash } from 'node:crypto'
import { unitIdsOf, type Actor } from '#domain/access/actor.ts'
import { getBoard, getBoardAttention, getBoardCell, listRateItems } from '#domain/board/board.contract.ts'
import {
  byUrgency,
  needsSomeone,
  type StandingTask,
  formerQuarter,
  quarterAt,
  RATE_ITEMS,
  ratesAt,
} from '#domain/board/view.ts'
import { yearOf } from '#domain/calendar/calendar.ts'
import { lightRulesOn } from '#domain/rules/rules.ts'
import { loadSupervisionRules } from '../calendar/clockDays.queries.ts'
import { pageOfList } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { isDone } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { inOneSnapshot } from '../db/still.ts'
import type { Asking } from '../http/context.ts'
import { read, readKept, type Served } from '../http/route.ts'
import { ensureStandings } from '../tasks/standing.ts'
import { sightOf } from '../tasks/visible.queries.ts'
import { findBoardPlans, findLattice, type BoardPlan } from './board.queries.ts'
import { keepPastRates } from './past-rates.ts'
import { countSight, placeTasks, standingTasks, type Sight } from './standing-tasks.ts'

const ATTENTION_LIMIT = 40

type Asked = { year?: number | undefined; asOn?: string | undefined }

/** The board: a day’s crossings, the tasks on one of them, and how rates came about. Kept between changes. */
export function boardRoutes(served: Served): void {
  const ratesOfPast = keepPastRates()

  readKept(
    served,
    getBoard,
    ({ actor, query, standingOn, today }) =>
      `${query.year ?? ''} ${query.asOn ?? today} ${today} ${standingOn} ${shareOf(actor)}`,
    async (asking) => {
      await ensureStandings(asking.db, asking)
      return inOneSnapshot(asking.db, (tx) => viewBoard(tx, asking, asking.query, ratesOfPast))
    },
  )

  read(served, getBoardCell, async (asking) => {
    const { db, params, query } = asking
    await ensureStandings(db, asking)
    const sight = await sightFor(db, asking, query)
    const tasks = await placeTasks(db, sight, { unitId: params.unitId, pillarId: query.pillarId })
    return { tasks: tasks.map(viewTask) }
  })

  read(served, getBoardAttention, async (asking) => {
    const { db, query } = asking
    await ensureStandings(db, asking)
    const tasks = await standingTasks(db, await sightFor(db, asking, query))
    return { tasks: tasks.filter(needsSomeone).sort(byUrgency).slice(0, ATTENTION_LIMIT).map(viewTask) }
  })

  read(served, listRateItems, async (asking) => {
    const { actor, db, params, query } = asking
    await ensureStandings(db, asking)
    const sight = await sightFor(db, asking, query)
    const tasks = await standingTasks(db, sight)
    const items = RATE_ITEMS[params.rate](tasks, sight.plan.year, sight.asOn)
    const lattice = await findLattice(db, actor, sight.plan.id, tasks)
    const names = new Map(lattice.units.map(({ id, name }) => [id, name]))
    const sorted = items.sort((a, b) => a.counts - b.counts || byUrgency(a.task, b.task))
    const page = pageOfList(sorted, query)
    return {
      rate: ratesAt(tasks, sight.plan.year, sight.asOn)[params.rate],
      items: page.items.map((item) => ({ ...viewItem(item), unitName: names.get(item.task.unitId) ?? '' })),
      next: page.next,
    }
  })
}

const viewTask = (task: StandingTask) => ({ ...task, done: isDone(task.state) })

/** Everybody who sees the same tasks, and has the same units of their own among the lines, shares a kept answer. */
const shareOf = (actor: Actor): string => `${sightOf(actor)} ${unitIdsOf(actor).sort().join()}`

async function sightFor(
  db: Db,
  { actor, today, timeZone }: Asking,
  { year, asOn = today }: Asked,
): Promise<Sight & { years: number[] }> {
  const plans = await findBoardPlans(db, actor)
  const plan = planFor(plans, year, today)
  if (!plan) throw new Refusal(year === undefined ? 'plan_missing' : 'not_found')
  if (asOn > today) throw new Refusal('not_found')
  return { actor, plan, asOn, today, timeZone, years: plans.map((one) => one.year) }
}

const planFor = (plans: readonly BoardPlan[], year: number | undefined, today: string): BoardPlan | undefined =>
  year === undefined
    ? (plans.find((plan) => plan.year === yearOf(today)) ?? plans[0])
    : plans.find((plan) => plan.year === year)

async function viewBoard(db: Db, asking: Asking, asked: Asked, ratesOfPast: ReturnType<typeof keepPastRates>) {
  const sight = await sightFor(db, asking, asked)
  const { plan, asOn, today, years } = sight
  const former = await formerRates(db, sight, ratesOfPast)
  const { board, rates } = await countSight(db, sight)
  const { cells, units, pillars, total } = board
  const ruleSets = await loadSupervisionRules(db, asking.actor.organizationId)
  const lattice = await findLattice(db, asking.actor, plan.id, cells)
  const figures = {
    cells,
    unitTallies: units,
    pillarTallies: pillars,
    total,
    rates,
    former,
  }
  return {
    plan: { id: plan.id, year: plan.year, state: plan.state },
    years,
    asOn,
    today,
    rulesVersion: lightRulesOn(ruleSets, plan.lightPreset, asOn).version,
    quarter: quarterAt(plan.year, asOn),
    ...lattice,
    ...figures,
    digest: createHash('sha256')
      .update(JSON.stringify({ asOn, ...lattice, ...figures }))
      .digest('hex'),
  }
}

async function formerRates(db: Db, now: Sight, ratesOfPast: ReturnType<typeof keepPastRates>) {
  const quarter = formerQuarter(now.plan.year, now.asOn)
  if (!quarter) return null
  const { number, endsOn } = quarter
  const sight = { ...now, asOn: endsOn }
  const rates = await ratesOfPast(sight, async () => (await countSight(db, sight)).rates)
  return { quarter: number, asOn: endsOn, rates }
}

const viewItem = ({ task, milestone, counts }: ReturnType<(typeof RATE_ITEMS)['taskCompletionRate']>[number]) => ({
  taskId: task.id,
  code: task.code,
  title: task.title,
  milestone,
  counts,
  indicator:
    task.kind === 'indicator' && task.target !== null
      ? { actual: task.actualValue, target: task.target, measure: task.measure ?? '' }
      : null,
})
