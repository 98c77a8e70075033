import type { Day } from '#domain/calendar/calendar.ts'
import { instantOn, type Workdays } from './days.ts'
import type { DemoFact } from './demo.types.ts'
import { DISTRICT, LEADER_OF, STAFF } from './district.ts'
import { interrupted, isCalmOn, type TaskLife, type Turn } from './life.ts'
import type { Picture } from './picture.ts'
import { diceFor } from './random.ts'

/** How many tasks take each turn, how many workdays ago, and among which. */
const TURNS: readonly { kind: Turn['kind']; count: number; workdaysAgo: number; done: boolean }[] = [
  { kind: 'declinedTwice', count: 1, workdaysAgo: 8, done: false },
  { kind: 'disputed', count: 2, workdaysAgo: 4, done: false },
  { kind: 'suspended', count: 2, workdaysAgo: 9, done: false },
  { kind: 'deferred', count: 1, workdaysAgo: 6, done: false },
  { kind: 'transferred', count: 2, workdaysAgo: 1, done: false },
  { kind: 'transferred', count: 1, workdaysAgo: 4, done: false },
  { kind: 'reopened', count: 2, workdaysAgo: 5, done: true },
]
/** So many tasks that are accepted wait for their leader. */
const WAITING_FOR_LEADER = 3
/** How long a deferral is put off for, and how long work is given that is done anew. */
const DEFERRED_FOR = 20
const REDO_WITHIN = 10

type Scene = { lives: TaskLife[]; today: Day; days: Workdays; picture: Picture }

/** Lets the course of a few tasks turn, so that today some are disputed, handed on, stopped, taken up again or before their leader. */
export function takeTurns({ lives, today, days, picture }: Scene): TaskLife[] {
  const turned = new Map<string, TaskLife>()
  const isFree = ({ plan }: TaskLife) =>
    !turned.has(plan.task.key) &&
    !picture.orders.has(plan.task.key) &&
    !picture.behind.has(plan.task.key) &&
    !picture.unacknowledged.has(plan.task.key) &&
    !picture.held.has(plan.task.key) &&
    !picture.drafted.has(plan.task.key) &&
    !picture.unassigned.has(plan.task.key) &&
    !picture.sentBack.has(plan.task.key)
  for (const { kind, count, workdaysAgo, done } of TURNS) {
    const on = days.shift(today, -workdaysAgo)
    const fitting = lives.filter(
      (life) => isFree(life) && isCalmOn(life, on) && (life.completion?.closedOutOn ?? today) < on === done,
    )
    for (const life of diceFor(`${today} ${kind}`).shuffled(fitting).slice(0, count))
      turned.set(life.plan.task.key, interrupted(life, { kind, on }))
  }
  const waiting = lives.filter(({ plan, completion }) => {
    const accepted = completion?.acceptedOn
    return (
      !turned.has(plan.task.key) &&
      completion?.signedOffOn &&
      accepted &&
      accepted < today &&
      accepted >= days.shift(today, -15)
    )
  })
  for (const life of waiting.slice(-WAITING_FOR_LEADER))
    if (life.completion)
      turned.set(life.plan.task.key, {
        ...life,
        completion: { ...life.completion, signedOffOn: null, closedOutOn: null },
      })
  return lives.map((life) => turned.get(life.plan.task.key) ?? life)
}

const shortName = (key: string): string => DISTRICT.units.find((unit) => unit.key === key)?.shortName ?? key

/** Another unit that has no part in the task, of the same leader where there is one: the office may think it is for. */
function otherUnit({ plan: { task } }: TaskLife): string {
  const { leadUnit, supports } = task
  const others = DISTRICT.units
    .map(({ key }) => key)
    .filter((key) => key !== leadUnit && supports.every(({ unit }) => unit !== key))
  const near = others.filter((key) => LEADER_OF.get(key) === LEADER_OF.get(leadUnit))
  return diceFor(`${task.code} other`).pick(near.length > 0 ? near : others)
}

/** What happens from the turn on, in order. */
export function turnFacts(life: TaskLife, office: readonly string[], days: Workdays): DemoFact[] {
  const { turn, plan } = life
  if (turn === null) return []
  const { key: task, leaderInCharge: leader, leadUnit } = plan.task
  const [chief = ''] = office
  const dice = diceFor(`${plan.task.code} turn`)
  const at = (later: number, half: 'morning' | 'afternoon') => instantOn(days.shift(turn.on, later), half, dice)
  if (turn.kind === 'suspended')
    return [
      {
        type: 'taskSuspended',
        at: at(0, 'morning'),
        by: leader,
        task,
        reason: '省级专项规划调整，建设范围待批复后再定。',
      },
    ]
  if (turn.kind === 'deferred')
    return [
      {
        type: 'taskDeferred',
        at: at(0, 'morning'),
        by: leader,
        task,
        until: days.shift(turn.on, DEFERRED_FOR),
        reason: '上级资金下达推迟，待到位后再实施。',
      },
    ]
  if (turn.kind === 'reopened')
    return [
      {
        type: 'taskReopened',
        at: at(0, 'afternoon'),
        by: chief,
        task,
        redoDueOn: days.shift(turn.on, REDO_WITHIN),
        reason: '回访发现 2 处与申报不符，限期补做后重新验收。',
      },
    ]
  const unit = otherUnit(life)
  const transferred: DemoFact = {
    type: 'taskTransferred',
    at: at(0, 'afternoon'),
    by: chief,
    task,
    unit,
    reason: `工作重点已转到${shortName(unit)}负责的环节，由其牵头更便于推进。`,
  }
  // It waits for the new unit to acknowledge it.
  if (turn.kind === 'transferred') return [transferred]
  const head = STAFF.get(unit)?.head.key ?? ''
  const declined = (later: number, reason: string): DemoFact => ({
    type: 'taskDeclined',
    at: at(later, 'morning'),
    by: head,
    task,
    reason,
    suggestedUnit: leadUnit,
    legalBasis: `《清源区${shortName(leadUnit)}职能配置、内设机构和人员编制规定》第三条`,
  })
  return [
    transferred,
    declined(1, `本单位只承担其中一个环节，牵头职责在${shortName(leadUnit)}。`),
    ...(turn.kind === 'declinedTwice'
      ? [
          {
            type: 'assignmentUpheld' as const,
            at: at(3, 'afternoon'),
            by: chief,
            task,
            reason: '区政府常务会议已明确由你单位牵头，请先签收。',
          },
          declined(5, '会议纪要写的是“配合”，本单位没有审批权限，仍请由原单位牵头。'),
        ]
      : []),
  ]
}
