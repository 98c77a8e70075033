import { type Actor, isUnitRole } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import {
  DIFFICULTY_CAUSES,
  DIFFICULTY_KINDS,
  type Difficulty,
  isLevel,
  isOpen,
} from '#domain/difficulties/difficulty.ts'
import type { Happening, Told } from '#domain/difficulties/happening.ts'
import { raiseDifficulty } from '#domain/difficulties/raising.ts'
import { standardDays } from '#domain/difficulties/clock.ts'
import { settle } from '#domain/difficulties/settle.ts'
import { takeDifficultyStep } from '#domain/difficulties/steps.ts'
import { DIFFICULTY_STEP_NAMES, type DifficultyStep, difficultyStepRule } from '#domain/difficulties/table.ts'
import { instantOn, type Workdays } from './days.ts'
import type { DemoTask } from './demo.types.ts'
import { DIFFICULTY_LINES } from './difficulties.words.ts'
import { DISTRICT, STAFF } from './district.ts'
import { idOf } from './ids.ts'
import { SUPERVISION_OFFICE } from './leaders.ts'
import { diceFor } from './random.ts'

/** A line of a demo difficulty's story; `by` is a DemoPerson key, null for what a clock did. */
export type DemoStoryLine = Happening & { at: string; by: string | null; unit: string | null; after: Difficulty }

/** A difficulty of the demo as it stands on the day, with its story. */
export type DemoDifficulty = {
  id: string
  taskId: string
  kind: (typeof DIFFICULTY_KINDS)[number]
  cause: (typeof DIFFICULTY_CAUSES)[number]
  title: string
  ask: string
  consequence: string
  tried: string
  raisedOn: Day
  wantedOn: Day
  lightAtRaising: 'green' | 'yellow'
  difficulty: Difficulty
  story: DemoStoryLine[]
}

/** Of what the difficulties are told: the day, the year's tasks, and which of them are with their unit today. */
export type DemoTrouble = {
  today: Day
  days: Workdays
  tasks: readonly DemoTask[]
  isUnderWay: (task: DemoTask) => boolean
}

const WORKDAYS_WANTED = 20
const WORKDAYS_PROMISED = 12
/** Two of ten are raised when the light has turned already. */
const EARLY = 0.8

/**
 * The district's difficulties up to a day, each lived through by the rules themselves: people take the steps that are
 * written down, and clocks do the rest. Open ones are left out where their task is not under way.
 */
export function demoDifficulties(trouble: DemoTrouble): DemoDifficulty[] {
  const lines = DIFFICULTY_LINES.trim().split('\n')
  return lines.flatMap((line, index) => {
    if (index % 2 === 1) return []
    const cells = line.split('|').map((cell) => cell.trim())
    const task = trouble.tasks.find(({ result }) => result.includes(cells[0] ?? ''))
    if (!task) return []
    const told = tell(task, cells, lines[index + 1] ?? '', trouble)
    const isTold = told.raisedOn >= `${trouble.today.slice(0, 4)}-01-10`
    return isTold && (trouble.isUnderWay(task) || !isOpen(told.difficulty.state)) ? [told] : []
  })
}

function tell(task: DemoTask, cells: string[], course: string, trouble: DemoTrouble): DemoDifficulty {
  const [, nature = '', asked = '', title = '', ask = '', consequence = '', tried = ''] = cells
  const [kind, cause] = nature.split(' ')
  const acts = course.split(';').map((act) => act.trim().split(' '))
  const [begun = '', raiser = ''] = acts[0] ?? []
  const raisedOn = trouble.days.shift(trouble.today, -Number(begun))
  const dice = diceFor(`${task.code} ${title}`)
  const wantedOn = trouble.days.shift(raisedOn, WORKDAYS_WANTED)
  const life: Life = { task, trouble, dice: diceFor(`${title} told`), story: [], difficulty: null }
  const by = raiser === 'head' ? headOf(task.leadUnit) : liaisonOf(task.leadUnit)
  const counterpartId = asked === '-' ? null : idOf('unit', asked)
  add(life, by, raisedOn, raiseDifficulty(actorOf(by), troubledTask(task), { counterpartId, wantedOn }, raisedOn))
  for (const [ago = '', step = '', ...rest] of acts.slice(1)) act(life, Number(ago), step, rest)
  runOut(life, trouble.today)
  return {
    id: idOf('difficulty', `${task.code} ${title}`),
    taskId: idOf('task', task.key),
    kind: DIFFICULTY_KINDS.find((one) => one === kind) ?? 'hard',
    cause: DIFFICULTY_CAUSES.find((one) => one === cause) ?? 'other',
    title,
    ask,
    consequence,
    tried,
    raisedOn,
    wantedOn,
    lightAtRaising: dice.chance(EARLY) ? 'green' : 'yellow',
    difficulty: stateOf(life),
    story: life.story,
  }
}

type Life = {
  task: DemoTask
  trouble: DemoTrouble
  dice: ReturnType<typeof diceFor>
  story: DemoStoryLine[]
  difficulty: Difficulty | null
}

const stateOf = ({ difficulty, task }: Life): Difficulty => {
  if (!difficulty) throw new Error(`the demo's difficulty of ${task.code} was not raised`)
  return difficulty
}

/** A step of somebody, as written: `9 passOn cgj 杆线在路幅内`. */
function act(life: Life, ago: number, name: string, rest: string[]): void {
  const { days, today } = life.trouble
  const step = DIFFICULTY_STEP_NAMES.find((one) => one === name)
  if (!step) throw new Error(`the demo knows no step ${name}`)
  const on = days.shift(today, -ago)
  runOut(life, on)
  const difficulty = stateOf(life)
  const { asks } = difficultyStepRule(step)
  const level = Number(rest[0])
  const said = {
    words: (asks.includes('unit') ? rest.slice(1) : rest).join(' '),
    unitId: asks.includes('unit') ? idOf('unit', rest[0] ?? '') : null,
    dueOn: asks.includes('dueOn') ? days.shift(on, WORKDAYS_PROMISED) : null,
    level: step === 'triage' && isLevel(level) ? level : null,
  }
  const by = takerOf(step, difficulty, life.task)
  const input = step === 'triage' ? { ...said, words: '' } : said
  add(life, by, on, takeDifficultyStep(actorOf(by), difficulty, step, input, on))
}

/** What clocks have done by a day. */
function runOut(life: Life, today: Day): void {
  add(life, null, today, settle(stateOf(life), today, standardDays(life.trouble.days.calendar)))
}

function add(life: Life, by: string | null, on: Day, { difficulty, happened }: Told): void {
  const at = instantOn(on, by !== null && life.story.length > 0 ? 'afternoon' : 'morning', life.dice)
  happened.forEach((line, index) => {
    const isDeed = by !== null && index === 0
    const when = by === null ? `${line.on}T00:00:${String(10 + index)}+08:00` : at
    const unit = isDeed ? unitOf(by) : null
    life.story.push({ ...line, at: when, by: isDeed ? by : null, unit, after: difficulty })
  })
  life.difficulty = difficulty
}

const PEOPLE = new Map(DISTRICT.people.map((person) => [person.key, person]))
/** The office and the leaders act for no unit, wherever they sit. */
const unitOf = (key: string): string | null => PEOPLE.get(key)?.posts.find(({ role }) => isUnitRole(role))?.unit ?? null
const UNIT_KEYS = new Map(DISTRICT.units.map(({ key }) => [idOf('unit', key), key]))
const headOf = (unit: string): string => STAFF.get(unit)?.head.key ?? ''
const liaisonOf = (unit: string): string => STAFF.get(unit)?.liaison.key ?? ''
const OFFICER = SUPERVISION_OFFICE[0][3]

function actorOf(key: string): Actor {
  const posts = (PEOPLE.get(key)?.posts ?? []).map(({ role, unit }) => ({ role, unitId: unit && idOf('unit', unit) }))
  return {
    organizationId: idOf('organization', DISTRICT.name),
    personId: idOf('person', key),
    name: key,
    posts,
    portfolio: { unitIds: [], pillarIds: [] },
  }
}

const troubledTask = (task: DemoTask) => ({
  state: 'inProgress' as const,
  leadUnitId: idOf('unit', task.leadUnit),
  supportingUnitIds: [],
  leaderId: idOf('person', task.leaderInCharge),
  light: 'green' as const,
})

/** Who takes a step in the demo: of those who may, the one who usually does. */
function takerOf(step: DifficultyStep, difficulty: Difficulty, task: DemoTask): string {
  const unitKey = (id: string | null | undefined): string => UNIT_KEYS.get(id ?? '') ?? ''
  switch (difficultyStepRule(step).by) {
    case 'office':
      return OFFICER
    case 'raiser':
      return liaisonOf(task.leadUnit)
    case 'raiserHead':
    case 'lifter':
      return headOf(task.leadUnit)
    case 'counterpartHead':
      return headOf(unitKey(difficulty.counterpartId))
    case 'ruler':
      return task.leaderInCharge
    case 'executor':
      return liaisonOf(unitKey(difficulty.ruling?.unitId))
  }
}
