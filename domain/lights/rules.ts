import { z } from 'zod'
import type { Day } from '../calendar/calendar.ts'

const Workdays = z.int().min(0).max(60)
const Points = z.int().min(1).max(99)

/** The thresholds of the lights (PRODUCT.md, Lights). */
export const LightThresholds = z.object({
  deadline: z.object({
    /** Yellow when at most so many workdays are left and nothing was submitted. */
    yellowWithinWorkdays: Workdays,
    /** Blue when accepted so many workdays before the original date. */
    blueEarlyWorkdays: z.int().min(1).max(60),
    /** Red turns green only through yellow: a milestone done late keeps its task yellow for so many workdays. */
    recoveryWorkdays: Workdays,
  }),
  trajectory: z.object({
    /** Yellow when the actual share is more than so many points behind the planned one. */
    yellowAbovePoints: Points,
    /** Red when more than so many points behind. */
    redAbovePoints: Points,
  }),
  /** At least yellow when the windows of so many periods in a row have closed without a report. */
  noReportPeriods: z.int().min(1).max(12),
})

/** The thresholds as data: one version, valid from a day. */
export type LightRules = z.infer<typeof LightThresholds> & { version: string; effectiveOn: Day }

/** The rules from the start; a plan without rules of its own goes by them. */
export const STANDARD_LIGHT_RULES: LightRules = {
  version: '1',
  effectiveOn: '2020-01-01',
  deadline: { yellowWithinWorkdays: 5, blueEarlyWorkdays: 10, recoveryWorkdays: 10 },
  trajectory: { yellowAbovePoints: 5, redAbovePoints: 20 },
  noReportPeriods: 1,
}

/** The wider trajectory of construction-heavy places: yellow above 10 points behind, red above 30. */
export const WIDE_LIGHT_RULES: LightRules = {
  ...STANDARD_LIGHT_RULES,
  version: '1-wide',
  trajectory: { yellowAbovePoints: 10, redAbovePoints: 30 },
}

/** Presets an office can choose from, by name. */
export const LIGHT_RULE_PRESETS = { standard: STANDARD_LIGHT_RULES, wide: WIDE_LIGHT_RULES } as const
export type LightRulePreset = keyof typeof LIGHT_RULE_PRESETS
