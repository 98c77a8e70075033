import type { SupportRating } from '#domain/tasks/support.ts'
import { instantOn, type Workdays } from './days.ts'
import type { DemoFact } from './demo.types.ts'
import { STAFF } from './district.ts'
import { PRINCIPAL_LEADERS } from './leaders.ts'
import type { TaskLife } from './life.ts'
import { type Dice, diceFor } from './random.ts'
import { turnFacts } from './turns.ts'
import { blanksAt } from './tasks.ts'
import { fill, withMeasure } from './words.ts'

const CLAIM_RETURNS = [
  '佐证材料只有照片，请补充签字的验收单。',
  '完成数与台账差 2 处，请核对后重新报送。',
  '节点要求的成果文件未盖章，请补齐。',
]
const COMPLETION_RETURNS = ['配合单位的确认意见缺一份，补齐后再申请。', '结论里没有写明资金结算情况，请补充一段说明。']
const HANDED_OVER = ['移交单 1 份', '正式复函 1 份', '会议纪要和清单', '盖章的成果文件', '批复文件和附图']
const SENT_BACK = [
  '只有初稿，请附盖章的正式件。',
  '数据截止日期不一致，请按月底口径重新提供。',
  '缺附图，补齐后再移交。',
]
const VISITS = [
  '现场查看 2 处点位，数量和质量与申报一致。',
  '随机回访 5 名服务对象，均表示满意。',
  '调阅台账和合同，账实相符。',
]

const WRITER = PRINCIPAL_LEADERS[0]?.userName ?? ''

type Teller = { life: TaskLife; office: string[]; dice: Dice; liaison: string; head: string }

function beginFacts({ life, office, dice, liaison }: Teller): DemoFact[] {
  const { begin, plan } = life
  const { key: task, assignee } = plan.task
  const [chief = '', ...clerks] = office
  const facts: DemoFact[] = [
    { type: 'taskDrafted', at: instantOn(begin.draftedOn, 'morning', dice), by: dice.pick(clerks), task },
    { type: 'taskRegistered', at: instantOn(begin.registeredOn, 'morning', dice), by: dice.pick(office), task },
    { type: 'taskAssigned', at: instantOn(begin.assignedOn, 'afternoon', dice), by: chief, task },
  ]
  if (begin.acknowledgedOn === null) return facts
  const at = instantOn(begin.acknowledgedOn, 'morning', dice)
  return [...facts, { type: 'taskAcknowledged', at, by: liaison, task, assignee }]
}

function claimNote({ plan }: TaskLife, index: number): string {
  const { noun, quantity, steps, task } = plan
  const reached = task.milestones.slice(0, index + 1).reduce((sum, { weight }) => sum + weight, 0)
  const level = quantity === null ? '' : withMeasure(quantity.value, quantity.measure)
  return fill(steps[index]?.done ?? '', { ...blanksAt(noun, quantity, reached), vu: level })
}

function claimFacts({ life, office, dice, liaison }: Teller): DemoFact[] {
  const task = life.plan.task.key
  return life.claims.flatMap((claim, index): DemoFact[] => {
    if (claim === null) return []
    const milestone = index + 1
    const note = claimNote(life, index)
    const by = dice.pick(office)
    const submit = (on: string): DemoFact => ({
      type: 'milestoneSubmitted',
      at: instantOn(on, 'morning', dice),
      by: liaison,
      task,
      milestone,
      note,
    })
    const facts: DemoFact[] = []
    if (claim.first !== null) {
      const at = instantOn(claim.first.returnedOn, 'afternoon', dice)
      facts.push(submit(claim.first.on), {
        type: 'milestoneReturned',
        at,
        by,
        task,
        milestone,
        reason: dice.pick(CLAIM_RETURNS),
      })
    }
    facts.push(submit(claim.on))
    if (claim.acceptedOn === null) return facts
    const at = instantOn(claim.acceptedOn, 'afternoon', dice)
    return [...facts, { type: 'milestoneAccepted', at, by, task, milestone }]
  })
}

function supportFacts({ life, dice, head }: Teller): DemoFact[] {
  const task = life.plan.task.key
  return life.plan.task.supports.flatMap(({ unit, deliverable }, index): DemoFact[] => {
    const on = life.supportedOn[index]
    const by = STAFF.get(unit)?.liaison.key
    if (on == null || by === undefined) return []
    const own = diceFor(`${life.plan.task.code} ${unit} delivered`)
    const [what, evidence] = [`“${deliverable}”已办好并移交。`, own.pick(HANDED_OVER)]
    const at = instantOn(on, 'morning', dice)
    const delivered: DemoFact = { type: 'supportDelivered', at, by, task, unit, what, evidence }
    const confirmedOn = life.confirmedOn[index]
    if (confirmedOn == null) return [delivered]
    if (life.sentBack === index) {
      const returned = {
        at: instantOn(confirmedOn, 'afternoon', own),
        by: head,
        task,
        unit,
        reason: own.pick(SENT_BACK),
      }
      return [delivered, { type: 'supportReturned', ...returned }]
    }
    const [rating, note] = ratingOf(own)
    const confirmed = { at: instantOn(confirmedOn, 'afternoon', own), by: head, task, unit, rating, note }
    return [delivered, { type: 'supportConfirmed', ...confirmed }]
  })
}

function ratingOf(dice: Dice): [SupportRating, string] {
  const throwOf = dice.next()
  if (throwOf < 0.04) return ['insufficient', '只交了初稿，缺附件，已由本单位补齐。']
  return throwOf < 0.14 ? ['partial', '内容齐全，数据口径又核对了一次。'] : ['satisfactory', '']
}

function completionFacts({ life, office, dice, head }: Teller): DemoFact[] {
  const { completion, plan } = life
  if (completion === null) return []
  const task = plan.task.key
  const by = dice.pick(office)
  const ask = (on: string): DemoFact => ({
    type: 'completionRequested',
    at: instantOn(on, 'morning', dice),
    by: head,
    task,
  })
  const facts: DemoFact[] = []
  if (completion.first !== null) {
    const at = instantOn(completion.first.returnedOn, 'afternoon', dice)
    facts.push(ask(completion.first.on), {
      type: 'completionReturned',
      at,
      by,
      task,
      reason: dice.pick(COMPLETION_RETURNS),
    })
  }
  facts.push(ask(completion.requestedOn))
  if (completion.acceptedOn !== null)
    facts.push({ type: 'completionAccepted', at: instantOn(completion.acceptedOn, 'afternoon', dice), by, task })
  if (completion.signedOffOn !== null) {
    // A directive is signed off by whoever wrote it.
    const leader = plan.task.source.kind === 'directive' ? WRITER : plan.task.leaderInCharge
    facts.push({ type: 'taskSignedOff', at: instantOn(completion.signedOffOn, 'morning', dice), by: leader, task })
  }
  if (completion.closedOutOn !== null) {
    const at = instantOn(completion.closedOutOn, 'afternoon', dice)
    facts.push({ type: 'taskClosedOut', at, by: dice.pick(office), task, note: dice.pick(VISITS) })
  }
  return facts
}

/** Everything that happens to a task in its year, reports aside. `office` begins with the supervision office's head. */
export function taskFacts(life: TaskLife, office: string[], days: Workdays): DemoFact[] {
  const staff = STAFF.get(life.plan.task.leadUnit)
  if (!staff) return []
  const dice = diceFor(`${life.plan.task.code} told`)
  const teller: Teller = { life, office, dice, liaison: staff.liaison.key, head: staff.head.key }
  return [
    ...beginFacts(teller),
    ...claimFacts(teller),
    ...supportFacts(teller),
    ...completionFacts(teller),
    ...turnFacts(life, office, days),
  ]
}
