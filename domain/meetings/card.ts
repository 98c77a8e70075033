import { z } from 'zod'
import { ANSWER_KINDS, DIFFICULTY_STATES } from '../difficulties/difficulty.ts'
import { LIGHTS } from '../lights/light.ts'
import { Why } from '../lights/why.ts'
import { SHEET_STATES } from '../reports/sheet.ts'
import { QUESTION_CODES } from './questions.ts'
import { RULING_STANDINGS } from './ruling.ts'

const Day = z.iso.date()
const Ref = z.object({ id: z.uuid(), name: z.string() })
const Count = z.int().min(0)
const Rate = z.object({ numerator: z.number(), denominator: z.number(), value: z.number().nullable() })
const LightName = z.enum(LIGHTS)
const Facts = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]),
)

/** A task on a unit’s card; `why` is worst first. */
export const CardTask = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  pillarId: z.uuid(),
  light: LightName,
  why: z.array(Why),
  originalDueOn: Day,
  currentDueOn: Day,
  assigneeName: z.string().nullable(),
})
export type CardTask = z.infer<typeof CardTask>

/** An open difficulty on the card of the unit that raised it. */
export const CardDifficulty = z.object({
  id: z.uuid(),
  title: z.string(),
  state: z.enum(DIFFICULTY_STATES),
  level: z.int(),
  ask: z.string(),
  taskCode: z.string(),
  taskId: z.uuid(),
  raisedUnit: Ref,
  counterpart: Ref.nullable(),
  answer: z.object({ kind: z.enum(ANSWER_KINDS), words: z.string() }).nullable(),
  wantedOn: Day,
  lastOn: Day.nullable(),
})
export type CardDifficulty = z.infer<typeof CardDifficulty>

/** A ruling of an earlier meeting whose lead the unit is, and how far it has come. */
export const CardRuling = z.object({
  id: z.uuid(),
  meetingId: z.uuid(),
  year: z.int(),
  meetingNumber: z.int(),
  number: z.int(),
  sentence: z.string(),
  dueOn: Day,
  standing: z.enum(RULING_STANDINGS),
})
export type CardRuling = z.infer<typeof CardRuling>

export const QuestionView = z.object({ code: z.enum(QUESTION_CODES), unitId: z.uuid(), facts: Facts })

/**
 * The one page that a unit comes with (PRODUCT.md, Joint meeting; DOMAIN b.5). Figures count all its tasks; lists leave
 * out restricted ones, since a room reads them.
 */
export const UnitCard = z
  .object({
    unit: Ref.extend({ fullName: z.string(), groupName: z.string() }),
    heads: z.array(Ref),
    leaders: z.array(Ref),
    /** The unit's sheet of the period that the meeting collects; null where it collects none. */
    sheet: z.enum(SHEET_STATES).nullable(),
    taskCount: Count,
    lightCounts: z.object({ red: Count, yellow: Count, green: Count, blue: Count, grey: Count }),
    rates: z.object({
      milestoneOnTimeRate: Rate,
      trajectoryAttainment: Rate,
      taskCompletionRate: Rate,
      indicatorAttainment: Rate,
    }),
    /** Its line of the board. */
    stones: z.array(z.object({ pillarId: z.uuid(), light: LightName, taskCount: Count, doneCount: Count })),
    /** Red, then yellow, the most urgent first. */
    tasks: z.array(CardTask),
    early: z.array(z.object({ id: z.uuid(), code: z.string(), title: z.string() })),
    /** Practices worth copying that it shared in the last quarter. */
    highlights: z.array(z.object({ id: z.uuid(), title: z.string() })),
    dueNext: z.array(z.object({ taskId: z.uuid(), code: z.string(), title: z.string(), dueOn: Day })),
    difficulties: z.array(CardDifficulty),
    suggestions: z.array(z.object({ taskId: z.uuid(), code: z.string(), words: z.string() })),
    lastRulings: z.array(CardRuling),
    /** For those who lead; empty for everybody else. */
    questions: z.array(QuestionView),
  })
  .meta({ id: 'UnitCard' })
export type UnitCard = z.infer<typeof UnitCard>

/** What became of a unit's card after it was frozen. */
export const CARD_CHANGES = [
  'taskLit',
  'taskSettled',
  'difficultyRaised',
  'difficultyMoved',
  'difficultyEnded',
  'rulingMoved',
  'sheetMoved',
] as const
/** What changed on a unit’s card since the brief was frozen. */
export const CardChange = z.object({
  kind: z.enum(CARD_CHANGES),
  /** What it is about. */
  title: z.string(),
  subjectId: z.uuid().nullable(),
  /** Codes of the glossary without their group: a light, a difficulty's state, a ruling's standing, a sheet's state. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type CardChange = z.infer<typeof CardChange>

/** The facts that came after the freeze: what differs between the frozen card and the one of now, worst things first. */
export function changesSince(frozen: UnitCard, now: UnitCard): CardChange[] {
  return [
    ...tasksSince(frozen, now),
    ...difficultiesSince(frozen, now),
    ...rulingsSince(frozen, now),
    ...(frozen.sheet === now.sheet
      ? []
      : [{ kind: 'sheetMoved' as const, title: '', subjectId: null, before: frozen.sheet, after: now.sheet }]),
  ]
}

function tasksSince(frozen: UnitCard, now: UnitCard): CardChange[] {
  const before = new Map(frozen.tasks.map((task) => [task.id, task]))
  const after = new Set(now.tasks.map(({ id }) => id))
  const lit = now.tasks.filter(({ id, light }) => before.get(id)?.light !== light)
  const settled = frozen.tasks.filter(({ id }) => !after.has(id))
  return [
    ...lit.map(({ id, code, title, light }) => ({
      kind: 'taskLit' as const,
      title: `${code} ${title}`,
      subjectId: id,
      before: before.get(id)?.light ?? null,
      after: light,
    })),
    ...settled.map(({ id, code, title, light }) => ({
      kind: 'taskSettled' as const,
      title: `${code} ${title}`,
      subjectId: id,
      before: light,
      after: null,
    })),
  ]
}

function difficultiesSince(frozen: UnitCard, now: UnitCard): CardChange[] {
  const before = new Map(frozen.difficulties.map((one) => [one.id, one]))
  const after = new Set(now.difficulties.map(({ id }) => id))
  const standing = ({ state, level }: CardDifficulty) =>
    state === 'triaged' ? `level.${level}` : `difficulty.${state}`
  return [
    ...now.difficulties.flatMap((one): CardChange[] => {
      const was = before.get(one.id)
      const moved = { title: one.title, subjectId: one.id, after: standing(one) }
      if (!was) return [{ kind: 'difficultyRaised', ...moved, before: null }]
      return standing(was) === standing(one) ? [] : [{ kind: 'difficultyMoved', ...moved, before: standing(was) }]
    }),
    ...frozen.difficulties
      .filter(({ id }) => !after.has(id))
      .map((one) => ({
        kind: 'difficultyEnded' as const,
        title: one.title,
        subjectId: one.id,
        before: standing(one),
        after: null,
      })),
  ]
}

function rulingsSince(frozen: UnitCard, now: UnitCard): CardChange[] {
  const before = new Map(frozen.lastRulings.map((one) => [one.id, one.standing]))
  return now.lastRulings
    .filter(({ id, standing }) => before.has(id) && before.get(id) !== standing)
    .map(({ id, sentence, standing }) => ({
      kind: 'rulingMoved' as const,
      title: sentence,
      subjectId: id,
      before: before.get(id) ?? null,
      after: standing,
    }))
}
