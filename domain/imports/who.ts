import type { ReadRule } from './draft.ts'
import type { LabelRole } from './roles.ts'
import type { Span } from './source.ts'

/** Who does a task, as one bracket, label line or cell says it. */
export interface Responsibility {
  readonly lead: readonly string[]
  readonly supporting: readonly string[]
  readonly leaders: readonly string[]
  readonly assignees: readonly string[]
  /** Words of time found among the names. */
  readonly time: Span | null
  /** Named as 责任单位 alone, without anybody who leads. */
  readonly ownersOnly?: boolean
  readonly rule: ReadRule
  readonly span: Span
  /** Where other labels than those of responsibility stand with them: 整改措施, 备注. */
  readonly others: readonly LabelledValue[]
}

export interface LabelledValue {
  readonly role: LabelRole
  readonly label: Span
  readonly value: Span
}

export type Part = 'lead' | 'owner' | 'support'

export interface ClauseRead {
  readonly part: Part
  readonly names: readonly string[]
}

/** Lead, then everybody else; without a lead the first of the owners leads (the rule that notices state themselves). */
export function castParts(clauses: readonly ClauseRead[]): { lead: string[]; supporting: string[] } {
  const of = (part: Part) => clauses.filter((clause) => clause.part === part).flatMap((clause) => clause.names)
  const lead = of('lead')
  const owners = of('owner')
  const support = clauses.filter((clause) => clause.part !== 'lead').flatMap((clause) => clause.names)
  if (lead.length > 0) return { lead: unique(lead), supporting: without(unique(support), lead) }
  const first = owners.slice(0, 1)
  return { lead: first, supporting: without(unique([...owners.slice(1), ...of('support')]), first) }
}

export const unique = (names: readonly string[]) => [...new Set(names)]

const without = (names: readonly string[], taken: readonly string[]) => names.filter((name) => !taken.includes(name))
