import { type RulePart, SupervisionRules } from '#domain/rules/rules.ts'
import { STEP_LIMITS } from '#domain/tasks/limits.ts'

/** The figures that the office sets, in the order of the page, each by where it stands in the rules. */
export const RULE_FIELDS = {
  lights: [
    'deadline.yellowWithinWorkdays',
    'deadline.blueEarlyWorkdays',
    'deadline.recoveryWorkdays',
    'trajectory.yellowAbovePoints',
    'trajectory.redAbovePoints',
    'noReportPeriods',
  ],
  steps: STEP_LIMITS,
  ladder: ['officeMostWorkdays', 'leaderFromOrdinal', 'principalFromOrdinal'],
  difficulties: [
    'triageWorkdays',
    'levelWorkdays.1',
    'levelWorkdays.2',
    'levelWorkdays.3',
    'levelWorkdays.4',
    'confirmWorkdays',
    'closeAfterWorkdays',
  ],
} as const satisfies Record<RulePart, readonly string[]>
export type RuleField = (typeof RULE_FIELDS)[RulePart][number]

/** The rules while they are edited, as typed. */
export type RulesDraft = { [Part in RulePart]: Readonly<Record<string, string>> }

const at = (value: unknown, path: string): unknown =>
  path
    .split('.')
    .reduce<unknown>(
      (inner, name) =>
        typeof inner === 'object' && inner !== null ? new Map<string, unknown>(Object.entries(inner)).get(name) : null,
      value,
    )

/** A part of the rules as its fields show it. */
export const draftOfPart = (part: RulePart, rules: SupervisionRules[RulePart]): Record<string, string> =>
  Object.fromEntries(RULE_FIELDS[part].map((field) => [field, String(at(rules, field))]))

/** The rules as the fields show them. */
export const draftOf = (rules: SupervisionRules): RulesDraft => ({
  lights: draftOfPart('lights', rules.lights),
  steps: draftOfPart('steps', rules.steps),
  ladder: draftOfPart('ladder', rules.ladder),
  difficulties: draftOfPart('difficulties', rules.difficulties),
})

const numberIn = (text: string | undefined): number | null =>
  /^\d{1,2}$/.test(text?.trim() ?? '') ? Number(text) : null

function partIn(draft: Readonly<Record<string, string>>, fields: readonly string[]): object {
  const part: Record<string, unknown> = {}
  for (const field of fields) {
    const [outer = '', inner] = field.split('.')
    const value = numberIn(draft[field])
    part[outer] = inner === undefined ? value : { ...Object(part[outer]), [inner]: value }
  }
  return part
}

/** What the draft means; null in place of the rules where something in it cannot be read, with which fields. */
export function rulesIn(draft: RulesDraft): { rules: SupervisionRules | null; unread: ReadonlySet<string> } {
  const read = SupervisionRules.safeParse({
    lights: partIn(draft.lights, RULE_FIELDS.lights),
    steps: partIn(draft.steps, RULE_FIELDS.steps),
    ladder: partIn(draft.ladder, RULE_FIELDS.ladder),
    difficulties: partIn(draft.difficulties, RULE_FIELDS.difficulties),
  })
  if (read.success) return { rules: read.data, unread: new Set() }
  return { rules: null, unread: new Set(read.error.issues.map(({ path }) => path.join('.'))) }
}
