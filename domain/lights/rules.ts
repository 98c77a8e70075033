import type { Day } from '../calendar/calendar.ts'

/** The thresholds of the lights, as data: one version, valid from a day (PRODUCT.md, Lights). */
export type LightRules = {
  version: string
  effectiveOn: Day
  deadline: {
    /** Yellow when at most so many workdays are left and nothing was submitted. */
    yellowWithinWorkdays: number
    /** Blue when accepted so many workdays before the original date. */
    blueEarlyWorkdays: number
    /** Red turns green only through yellow: a milestone done late keeps its task yellow for so many workdays. */
    recoveryWorkdays: number
  }
  trajectory: {
    /** Yellow when the actual share is more than so many points behind the planned one. */
    yellowAbovePoints: number
    /** Red when more than so many points behind. */
    redAbovePoints: number
  }
  /** At least yellow when the windows of so many periods in a row have closed without a report. */
  noReportPeriods: number
}

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
