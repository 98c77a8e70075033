import { addDays, dayAt, dayNumber, daysBetween, monthRange } from '#domain/calendar/calendar.ts'
import type { DemoMilestone, DemoPillarMark, DemoSupport, DemoTarget, DemoTask } from './demo.types.ts'
import { DEMO_PILLARS, LEADER_OF, STAFF } from './district.ts'
import { issuedOn, sourceOf } from './sources.ts'
import { EDUCATION_TASKS } from './tasks.education.ts'
import { ENVIRONMENT_TASKS } from './tasks.environment.ts'
import { HEALTH_TASKS } from './tasks.health.ts'
import { INDUSTRY_TASKS } from './tasks.industry.ts'
import { PARTY_TASKS } from './tasks.party.ts'
import { SAFETY_TASKS } from './tasks.safety.ts'
import { TRADE_TASKS } from './tasks.trade.ts'
import { TRAFFIC_TASKS } from './tasks.traffic.ts'
import { fill, likeTarget, withMeasure } from './words.ts'
import { type Work, type WorkStep, WORKS } from './work.ts'

/**
 * The tasks of a pillar, one line each:
 * `unit.assignee weight due | result | kind-of-work noun [quantity measure] | supports | document`;
 * supports as `unit deliverable due; …`, `-` for none; days as month-day.
 */
const LINES: Record<DemoPillarMark, string> = {
  党: PARTY_TASKS,
  工: INDUSTRY_TASKS,
  商: TRADE_TASKS,
  文: EDUCATION_TASKS,
  交: TRAFFIC_TASKS,
  环: ENVIRONMENT_TASKS,
  健: HEALTH_TASKS,
  安: SAFETY_TASKS,
}

/** A task with what its texts are made of. */
export type PlannedTask = {
  task: DemoTask
  /** Key of the document it comes from. */
  document: string
  work: Work
  /** The steps kept for this task, one per milestone. */
  steps: WorkStep[]
  noun: string
  /** How much of what; null where the work is not counted. */
  quantity: DemoTarget | null
}

type Line = Omit<PlannedTask, 'task' | 'steps'> & {
  unit: string
  assigneeNumber: number
  weight: number
  dueOn: string
  result: string
  supports: DemoSupport[]
}

const words = (text: string): string[] => text.trim().split(' ').filter(Boolean)

function readSupports(text: string, year: number): DemoSupport[] {
  if (text === '-' || text === '') return []
  return text.split('; ').map((item) => {
    const [unit = '', deliverable = '', due = ''] = words(item)
    return { unit, deliverable, dueOn: `${year}-${due}` }
  })
}

function readLine(line: string, year: number): Line {
  const [head = '', result = '', workText = '', supports = '', document = ''] = line
    .split('|')
    .map((cell) => cell.trim())
  const [who = '', weight = '', due = ''] = words(head)
  const [unit = '', assigneeNumber = ''] = who.split('.')
  const [workName = '', noun = '', value, measure] = words(workText)
  const work = WORKS.get(workName)
  if (!work) throw new Error(`unknown kind of work in ${line}`)
  return {
    unit,
    assigneeNumber: Number(assigneeNumber),
    weight: Number(weight),
    dueOn: `${year}-${due}`,
    result,
    document,
    work,
    noun,
    quantity: value === undefined || measure === undefined ? null : { value: Number(value), measure },
    supports: readSupports(supports, year),
  }
}

/** Days by which work begins after its document: the annual plan starts with the new year. */
const workStartsOn = (document: string, year: number): string => {
  const issued = issuedOn(document, year)
  const first = `${year}-02-01`
  const begun = addDays(issued, 7)
  return begun < first ? first : begun
}

// Statistics for a quarter are out about the middle of the next month.
const QUARTER_KNOWN_ON = { Q1: '04-15', Q2: '07-15', Q3: '10-20' } as const

/** The nearest 5th, 10th, 15th, 20th, 25th or last day of the month: dates as plans set them. */
function roundDay(number: number): string {
  const on = dayAt(number)
  const { endsOn } = monthRange(Number(on.slice(0, 4)), Number(on.slice(5, 7)))
  const day = Number(on.slice(8, 10))
  if (day > 27) return endsOn
  return `${on.slice(0, 8)}${String(Math.max(5, Math.round(day / 5) * 5)).padStart(2, '0')}`
}

function stepDay(step: WorkStep, startsOn: string, dueOn: string): string {
  if (typeof step.position === 'string') return `${dueOn.slice(0, 4)}-${QUARTER_KNOWN_ON[step.position]}`
  if (step.position === 1) return dueOn
  const rounded = roundDay(dayNumber(startsOn) + Math.round(daysBetween(startsOn, dueOn) * step.position))
  const earliest = addDays(startsOn, 6)
  return rounded < earliest ? earliest : rounded
}

type Dated = { step: WorkStep; weight: number; dueOn: string }

/** Steps with their days; one that comes too close to the end or the step before is dropped, the next takes its weight. */
function dateSteps({ work, document, dueOn }: Line, year: number): Dated[] {
  const startsOn = workStartsOn(document, year)
  const kept: Dated[] = []
  let carried = 0
  work.steps.forEach((step, index) => {
    const on = stepDay(step, startsOn, dueOn)
    const isLast = index === work.steps.length - 1
    const before = kept[kept.length - 1]?.dueOn ?? startsOn
    const closest = typeof step.position === 'string' ? 25 : 3
    if (!isLast && (on <= before || daysBetween(on, dueOn) < closest)) {
      carried += step.weight
      return
    }
    kept.push({ step, weight: step.weight + carried, dueOn: on })
    carried = 0
  })
  return kept
}

function milestonesOf(steps: Dated[], { noun, quantity }: Line): DemoMilestone[] {
  let reached = 0
  return steps.map(({ step, weight, dueOn }, index) => {
    reached += weight
    return { ordinal: index + 1, title: fill(step.title, blanksAt(noun, quantity, reached)), dueOn, weight }
  })
}

/** What the blanks of a text mean when so many points of the task are reached. */
export function blanksAt(noun: string, quantity: DemoTarget | null, share: number): Record<string, string> {
  if (quantity === null) return { n: noun, s: String(Math.round(share)) }
  const { value, measure } = quantity
  // A level is near its target all year; a small growth rate may start half a point below.
  const eased = value === 100 ? 100 : Number((value * (0.9 + share / 1000)).toFixed(1))
  return {
    n: noun,
    s: String(Math.round(share)),
    qu: withMeasure(value, measure),
    cu: withMeasure(likeTarget((value * share) / 100, value), measure),
    lu: withMeasure(eased, measure),
  }
}

function planTask(line: Line, pillar: DemoPillarMark, ordinal: number, place: number, year: number): PlannedTask {
  const pillarNumber = DEMO_PILLARS.findIndex(({ mark }) => mark === pillar) + 1
  const number = `${pillar}-${String(ordinal).padStart(3, '0')}`
  const steps = dateSteps(line, year)
  const { unit, supports, dueOn, result, work, document, quantity } = line
  const assignee = STAFF.get(unit)?.assignees[line.assigneeNumber - 1]
  if (!assignee) throw new Error(`no assignee ${unit}.${line.assigneeNumber}`)
  return {
    document,
    work,
    steps: steps.map(({ step }) => step),
    noun: line.noun,
    quantity,
    task: {
      key: number,
      code: `${String(year).slice(2)}-${number}`,
      pillar,
      ordinal,
      kind: work.kind,
      result,
      evidenceKind: work.evidenceKind,
      evidenceNote: work.evidenceNote,
      target: work.kind === 'indicator' ? quantity : null,
      leadUnit: unit,
      assignee: assignee.key,
      leaderInCharge: LEADER_OF.get(unit) ?? '',
      supports,
      weight: line.weight,
      source: sourceOf(document, year, pillarNumber, { pillar, place, result, leadUnit: unit, supports, dueOn }),
      dueOn,
      milestones: milestonesOf(steps, line),
    },
  }
}

/** Numbered as an office does: by the day of the document, then by the document's own order. */
function planPillar(pillar: DemoPillarMark, year: number): PlannedTask[] {
  const places = new Map<string, number>()
  return LINES[pillar]
    .trim()
    .split('\n')
    .map((line) => readLine(line, year))
    .sort((a, b) => (issuedOn(a.document, year) < issuedOn(b.document, year) ? -1 : a.document === b.document ? 0 : 1))
    .map((line, index) => {
      const place = (places.get(line.document) ?? 0) + 1
      places.set(line.document, place)
      return planTask(line, pillar, index + 1, place, year)
    })
}

/** The whole year's tasks, by pillar and number; the same for the same year. */
export const planYear = (year: number): PlannedTask[] => DEMO_PILLARS.flatMap(({ mark }) => planPillar(mark, year))

/** The whole year's tasks as plain content. */
export const demoTasks = (year: number): DemoTask[] => planYear(year).map(({ task }) => task)
