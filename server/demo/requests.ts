import { addDays, type Day, workdaysBetween } from '#domain/calendar/calendar.ts'
import { type Decider, extensionDecider, LADDER_PRESETS } from '#domain/requests/ladder.ts'
import { instantOn, type Workdays } from './days.ts'
import type { DemoMilestone, DemoTask } from './demo.types.ts'
import { STAFF } from './district.ts'
import { idOf } from './ids.ts'
import { diceFor } from './random.ts'

/** A request for a later date that nobody has decided on the demo's day. */
export type DemoRequest = {
  id: string
  task: string
  unit: string
  by: string
  at: string
  askedOn: Day
  decider: Decider
  reason: string
  account: string
  dates: { milestoneId: string | null; from: Day; asked: Day; granted: null }[]
}

/** How much later each asks for, how many workdays ago, and why. */
const WISHES = [
  {
    workdays: 6,
    workdaysAgo: 3,
    reason: '连续降雨，室外作业停了 5 天。',
    account: '主体已完成，余下收尾，已排出逐日计划。',
  },
  {
    workdays: 9,
    workdaysAgo: 2,
    reason: '设备到货晚于合同约定，已书面催交。',
    account: '土建和管线完成，等设备进场安装调试。',
  },
  {
    workdays: 18,
    workdaysAgo: 1,
    reason: '方案评审提出重大修改意见，须重新报批。',
    account: '修改稿已完成，正在征求三个部门意见。',
  },
]
/** A milestone that falls due within so many days can still be moved in good time. */
const NEAR = { from: 3, to: 35 }

type Scene = {
  today: Day
  days: Workdays
  tasks: readonly DemoTask[]
  /** With the unit that has led it from the start, and nothing of it overdue. */
  isUnderWay: (task: DemoTask) => boolean
  isOpen: (task: DemoTask, milestone: DemoMilestone) => boolean
}

/** A few heads ask for a later date while there is time; the office finds them on its desk. */
export function demoRequests({ today, days, tasks, isUnderWay, isOpen }: Scene): DemoRequest[] {
  const fitting = tasks.flatMap((task) => {
    const [next] = task.milestones.filter((milestone) => isOpen(task, milestone))
    const isNear = next && next.dueOn >= addDays(today, NEAR.from) && next.dueOn <= addDays(today, NEAR.to)
    return isNear && isUnderWay(task) ? [{ task, next }] : []
  })
  const chosen = diceFor(`${today} requests`).shuffled(fitting)
  return WISHES.flatMap((wish, index): DemoRequest[] => {
    const found = chosen[index]
    return found ? [requestOf(found.task, found.next, wish, today, days)] : []
  })
}

function requestOf(
  task: DemoTask,
  next: DemoMilestone,
  { workdays, workdaysAgo, reason, account }: (typeof WISHES)[number],
  today: Day,
  days: Workdays,
): DemoRequest {
  const askedOn = days.shift(today, -workdaysAgo)
  const asked = days.shift(next.dueOn, workdays)
  const moved = [
    { milestoneId: idOf('milestone', `${task.key} ${next.ordinal}`), from: next.dueOn, asked, granted: null },
    // No milestone ends after its task.
    ...(asked > task.dueOn ? [{ milestoneId: null, from: task.dueOn, asked, granted: null }] : []),
  ]
  const facts = { ordinal: 1, isLate: false, light: 'green' as const }
  return {
    id: idOf('request', task.key),
    task: task.key,
    unit: task.leadUnit,
    by: STAFF.get(task.leadUnit)?.head.key ?? '',
    at: instantOn(askedOn, 'morning', diceFor(`${task.code} request`)),
    askedOn,
    decider: extensionDecider(
      { ...facts, workdays: workdaysBetween(days.calendar, next.dueOn, asked) },
      LADDER_PRESETS.standard,
    ),
    reason,
    account,
    dates: moved,
  }
}
