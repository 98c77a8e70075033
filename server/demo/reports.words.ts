import type { Day } from '#domain/calendar/calendar.ts'
import type { Period } from '#domain/reports/period.ts'
import type { ReturnReason } from '#domain/reports/sheet.ts'
import type { Dice } from './random.ts'
import type { DemoReportRow } from './demo.types.ts'
import { DISTRICT } from './district.ts'
import type { TaskLife } from './life.ts'
import { blanksAt } from './tasks.ts'
import { fill, likeTarget, spokenDay, withMeasure } from './words.ts'

/** What a row is written from: the share (points of 100) and how far it is behind plan. */
export type RowInput = {
  life: TaskLife
  period: Period
  savedOn: Day
  previousSavedOn: Day | null
  share: number
  lag: number
  isStuck: boolean
  dice: Dice
}

const shortNames = new Map(DISTRICT.units.map(({ key, shortName }) => [key, shortName]))

/** A level stands near its target all year; a counted target grows with the share. */
function valueOf({ life, share, lag, dice }: RowInput): number | null {
  const { target } = life.plan.task
  if (target === null) return null
  if (life.plan.work.name !== 'level') return likeTarget((target.value * share) / 100, target.value)
  const factor = lag > 5 ? 0.97 - dice.whole(0, 40) / 1000 : 1 + dice.whole(0, 12) / 1000
  const isShareOfAll = target.measure === '%' && target.value > 50
  const value = Number((target.value * factor).toFixed(1))
  return isShareOfAll ? Math.min(100, value) : value
}

const knownMonth = ({ period, savedOn }: RowInput): number =>
  Number(period.endsOn.slice(5, 7)) - (savedOn <= period.endsOn ? 1 : 0)

/** The step that runs: the first milestone not accepted by the day of the report. */
const runningStep = ({ life, savedOn }: RowInput): number =>
  life.claims.findIndex((claim) => claim?.acceptedOn == null || claim.acceptedOn > savedOn)

function reachedTexts(input: RowInput, level: string): string[] {
  const { life, savedOn, previousSavedOn } = input
  const { noun, quantity, steps, task } = life.plan
  let reached = 0
  return life.claims.flatMap((claim, index) => {
    reached += task.milestones[index]?.weight ?? 0
    const acceptedOn = claim?.acceptedOn
    if (acceptedOn == null || acceptedOn > savedOn || (previousSavedOn !== null && acceptedOn <= previousSavedOn))
      return []
    return [fill(steps[index]?.done ?? '', { ...blanksAt(noun, quantity, reached), vu: level })]
  })
}

function runningText(input: RowInput, level: string): string[] {
  const index = runningStep(input)
  const { noun, quantity, steps, task } = input.life.plan
  const step = steps[index]
  const milestone = task.milestones[index]
  if (!step || !milestone) return []
  const before = task.milestones.slice(0, index).reduce((sum, { weight }) => sum + weight, 0)
  const percent = Math.min(95, Math.max(5, Math.round(((input.share - before) / milestone.weight) * 100)))
  const blanks = { ...blanksAt(noun, quantity, input.share), p: percent, m: knownMonth(input), vu: level }
  return [fill(step.doing, blanks)]
}

const supportTexts = ({ life, savedOn, previousSavedOn }: RowInput): string[] =>
  life.plan.task.supports.flatMap(({ unit, deliverable }, index) => {
    const on = life.supportedOn[index]
    const isNew = on != null && on <= savedOn && (previousSavedOn === null || on > previousSavedOn)
    return isNew ? [`${shortNames.get(unit) ?? ''}已交付“${deliverable}”`] : []
  })

function nextStepOf(input: RowInput): string {
  const { life, dice } = input
  const next = life.plan.task.milestones[runningStep(input)]
  if (!next) return '整理佐证材料，申请办结验收'
  const day = spokenDay(next.dueOn)
  const helper = life.plan.task.supports[0]
  const words = [
    `${day}前完成“${next.title}”`,
    `按周调度，${day}前完成“${next.title}”并报送佐证`,
    ...(helper ? [`与${shortNames.get(helper.unit) ?? ''}会商一次，${day}前完成“${next.title}”`] : []),
  ]
  return input.isStuck ? `倒排工期，尽快补上“${next.title}”，逐日报告` : dice.pick(words)
}

/** Where two units see the duty differently: it looks like a dispute, and asks for a word of the office. */
function contestedWords({ plan }: TaskLife): { difficulty: string; suggestion: string } | null {
  const helper = plan.task.supports[plan.task.supports.length - 1]
  if (!helper) return null
  const name = shortNames.get(helper.unit) ?? ''
  return {
    difficulty: `${name}认为“${helper.deliverable}”不在其职责内，两次会商没有一致意见`,
    suggestion: '请督查室召集双方，对照职责规定明确由谁完成、何时交付',
  }
}

function troubleOf({ life, lag, isStuck, dice }: RowInput): { difficulty: string; suggestion: string } {
  const { troubles } = life.plan.work
  const isTold = isStuck || lag > 5 || dice.chance(0.05)
  if (!isTold) return { difficulty: '', suggestion: '' }
  const contested = isStuck && dice.chance(0.35) ? contestedWords(life) : null
  if (contested !== null) return contested
  if (troubles.length === 0) return { difficulty: '', suggestion: '' }
  const { difficulty, suggestion } = dice.pick(troubles)
  return { difficulty: fill(difficulty, blanksAt(life.plan.noun, life.plan.quantity, 0)), suggestion }
}

function evidenceOf({ life, share, dice }: RowInput, hasReached: boolean): string[] {
  if (share === 100) return [life.plan.task.evidenceNote]
  if (hasReached) return ['节点完成证明']
  return dice.chance(0.6) ? ['工作台账'] : []
}

/** Writes a row as a liaison would: what was reached, what runs, what comes next. */
export function writeRow(input: RowInput): DemoReportRow {
  const { task } = input.life.plan
  const value = valueOf(input)
  const level = value === null || task.target === null ? '' : withMeasure(value, task.target.measure)
  const reached = reachedTexts(input, level)
  const done = [...reached.slice(-2), ...runningText(input, level), ...supportTexts(input)].slice(0, 3)
  return {
    task: task.key,
    actualShare: input.share,
    actualValue: value,
    done: done.length > 0 ? done : [`${input.life.plan.noun}各节点均已完成，正在整理办结材料`],
    nextStep: nextStepOf(input),
    ...troubleOf(input),
    evidence: evidenceOf(input, reached.length > 0),
    confidence: input.isStuck && input.lag > 12 ? 'red' : input.isStuck || input.lag > 5 ? 'amber' : 'green',
  }
}

const RETURN_NOTES: Record<ReturnReason, string> = {
  noNumber: '只写了举措，请补上累计完成量和占全年目标的比例。',
  noEvidence: '节点已写完成，请附上验收单或批复文件。',
  copied: '文字与上期基本相同，请写清本期新的进展。',
  contradictsData: '填报数与统计快报对不上，请核对后再报。',
  offTopic: '所写内容不是本任务的事项，请改回本任务。',
  form: '三件事合在一句里，请分条填写。',
}

/** Why the office returns a row, with a sentence to the unit. */
export function returnWords(row: DemoReportRow, dice: Dice): { reason: ReturnReason; note: string } {
  const reason: ReturnReason =
    row.evidence.length === 0 ? 'noEvidence' : dice.pick(['noNumber', 'contradictsData', 'form'])
  return { reason, note: RETURN_NOTES[reason] }
}

/** The row after the unit has answered the return. */
export const correctRow = (row: DemoReportRow, { task }: TaskLife['plan'], on: Day): DemoReportRow => ({
  ...row,
  done: [...row.done.slice(0, 2), `截至 ${spokenDay(on)}，完成全年任务的 ${row.actualShare}%`],
  evidence: row.evidence.length > 0 ? row.evidence : [task.evidenceNote],
})
