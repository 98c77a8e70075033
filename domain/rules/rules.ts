import { z } from 'zod'
import type { Day } from '../calendar/calendar.ts'
import { type DifficultyRules, type DifficultyRulesOn, STANDARD_DIFFICULTY_RULES } from '../difficulties/rules.ts'
import {
  LIGHT_RULE_PRESETS,
  type LightRulePreset,
  type LightRules,
  LightThresholds,
  STANDARD_LIGHT_RULES,
} from '../lights/rules.ts'
import { LADDER_PRESETS, type LadderRules } from '../requests/ladder.ts'
import { STANDARD_STEP_LIMITS, STEP_LIMITS, type StepDays } from '../tasks/limits.ts'

const Limit = z.int().min(1).max(60)

const LadderPart = z.object({
  officeMostWorkdays: Limit,
  leaderFromOrdinal: z.int().min(1).max(9),
  principalFromOrdinal: z.int().min(2).max(10),
})
const DifficultiesPart = z.object({
  triageWorkdays: Limit,
  levelWorkdays: z.object({ 1: Limit, 2: Limit, 3: Limit, 4: Limit }),
  confirmWorkdays: Limit,
  closeAfterWorkdays: Limit,
})

const StepsPart = z.record(z.enum(STEP_LIMITS), Limit)

/** What decides colours, how long each step of a task may take, who decides a later date, how long a difficulty waits. */
export const SupervisionRules = z
  .object({ lights: LightThresholds, steps: StepsPart, ladder: LadderPart, difficulties: DifficultiesPart })
  .meta({ id: 'SupervisionRules' })
export type SupervisionRules = z.infer<typeof SupervisionRules>
/** The parts of the rules, each with presets of its own. */
export const RULE_PARTS = ['lights', 'steps', 'ladder', 'difficulties'] as const
export type RulePart = (typeof RULE_PARTS)[number]

/** A version as it was saved: those from before the limits of steps could be set have what came with the product. */
export const StoredRules = SupervisionRules.extend({ steps: StepsPart.default({ ...STANDARD_STEP_LIMITS }) })

/** Rules with the day from which they hold; version 0 is what comes with the product. */
export type SupervisionRuleSet = { version: number; effectiveOn: Day; rules: SupervisionRules }

const lightsPart = ({ deadline, trajectory, noReportPeriods }: LightRules) => ({
  deadline,
  trajectory,
  noReportPeriods,
})
const ladderPart = ({ officeMostWorkdays, leaderFromOrdinal, principalFromOrdinal }: LadderRules) => ({
  officeMostWorkdays,
  leaderFromOrdinal,
  principalFromOrdinal,
})
const difficultiesPart = ({ triageWorkdays, levelWorkdays, confirmWorkdays, closeAfterWorkdays }: DifficultyRules) => ({
  triageWorkdays,
  levelWorkdays,
  confirmWorkdays,
  closeAfterWorkdays,
})
const STANDARD_LIGHTS = lightsPart(STANDARD_LIGHT_RULES)
const STANDARD_DIFFICULTIES = difficultiesPart(STANDARD_DIFFICULTY_RULES)

/**
 * Each part as PRODUCT.md sets it out, and as real places have it. Lights: `wide` of construction-heavy places, yellow
 * above 10 and red above 30 points behind (DOMAIN.md c.1, 银川); `late` of those that warn in the last three days
 * (c.1, 西安). Ladder: `short`, a week is the office's own limit (b.0, b.2). Difficulties: `weekly`, where units file on
 * Friday and those who decide meet on Wednesday, so that a level has a week (b.0, 永康).
 */
export const PART_PRESETS = {
  lights: {
    standard: STANDARD_LIGHTS,
    wide: lightsPart(LIGHT_RULE_PRESETS.wide),
    late: { ...STANDARD_LIGHTS, deadline: { ...STANDARD_LIGHTS.deadline, yellowWithinWorkdays: 3 } },
  },
  steps: { standard: { ...STANDARD_STEP_LIMITS } },
  ladder: { standard: ladderPart(LADDER_PRESETS.standard), short: ladderPart(LADDER_PRESETS.short) },
  difficulties: {
    standard: STANDARD_DIFFICULTIES,
    weekly: { ...STANDARD_DIFFICULTIES, levelWorkdays: { 1: 5, 2: 5, 3: 5, 4: 10 } },
  },
} as const satisfies { [Part in RulePart]: Record<string, SupervisionRules[Part]> }

/** What holds before the office has set anything; the lights by what each plan chose when it was made. */
export const standardRules = (preset: LightRulePreset): SupervisionRules => ({
  lights: lightsPart(LIGHT_RULE_PRESETS[preset]),
  steps: PART_PRESETS.steps.standard,
  ladder: PART_PRESETS.ladder.standard,
  difficulties: PART_PRESETS.difficulties.standard,
})

/** The set that holds on a day: of those in effect the latest version; null before all of them. */
export function ruleSetOn(sets: readonly SupervisionRuleSet[], on: Day): SupervisionRuleSet | null {
  let found: SupervisionRuleSet | null = null
  for (const set of sets) if (set.effectiveOn <= on && set.version > (found?.version ?? 0)) found = set
  return found
}

/** The rules of lights on a day; before any set those of the plan's own choice. */
export function lightRulesOn(sets: readonly SupervisionRuleSet[], preset: LightRulePreset, on: Day): LightRules {
  const set = ruleSetOn(sets, on)
  if (set === null) return LIGHT_RULE_PRESETS[preset]
  return { ...set.rules.lights, version: versionName(set), effectiveOn: set.effectiveOn }
}

/** The ladder on a day. */
export function ladderOn(sets: readonly SupervisionRuleSet[], on: Day): LadderRules {
  const set = ruleSetOn(sets, on)
  if (set === null) return LADDER_PRESETS.standard
  return { ...set.rules.ladder, version: versionName(set), effectiveOn: set.effectiveOn }
}

/** A set's version beside those that come with the product. */
const versionName = ({ version }: SupervisionRuleSet): string => `S${version}`

/** The limits of difficulties, the set that holds on the day asked for; a clock keeps those of its first day. */
export function difficultyRulesOf(sets: readonly SupervisionRuleSet[]): DifficultyRulesOn {
  return (on) => {
    const set = ruleSetOn(sets, on)
    if (set === null) return STANDARD_DIFFICULTY_RULES
    return { ...set.rules.difficulties, version: versionName(set), effectiveOn: set.effectiveOn }
  }
}

/** The limits of a task's steps, the set that holds on the day asked for; a clock keeps those of its first day. */
export const stepLimitsOf =
  (sets: readonly SupervisionRuleSet[]): StepDays['limitsOn'] =>
  (on) =>
    ruleSetOn(sets, on)?.rules.steps ?? STANDARD_STEP_LIMITS

/** Why rules cannot stand beside each other; null where they can. */
export function ruleClash({ lights: { trajectory }, ladder }: SupervisionRules): 'trajectory' | 'ladder' | null {
  if (trajectory.redAbovePoints <= trajectory.yellowAbovePoints) return 'trajectory'
  return ladder.principalFromOrdinal <= ladder.leaderFromOrdinal ? 'ladder' : null
}

/** Whether two parts or sets of rules say the same. */
export const isSameRule = (a: object, b: object): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))

const sorted = (value: unknown): unknown =>
  typeof value === 'object' && value !== null
    ? Object.entries(value)
        .sort(([one], [other]) => one.localeCompare(other))
        .map(([name, part]) => [name, sorted(part)])
    : value
