import type { search } from '#domain/org/org.contract.ts'
import type { Endpoint } from '#domain/endpoint.ts'

type AnswerOf<One> = One extends Endpoint<any, any, any, infer Answer> ? Answer : never
export type Found = AnswerOf<typeof search>

type FoundKind = 'tasks' | 'units' | 'people'
/** One thing that was found: what it says, what tells it from its like, and where it leads. */
export type FoundItem = { kind: FoundKind | 'all'; id: string; label: string; note: string; href: string }

const ledger = (filter: Record<string, string>): string => `/ledger?${new URLSearchParams(filter).toString()}`

/** What was found as one row of choices: tasks, units, people; last, the same words in the whole ledger. */
export function itemsOf(found: Found, typed: string, allLabel: string): FoundItem[] {
  return [
    ...found.tasks.map(({ id, code, title }) => ({
      kind: 'tasks' as const,
      id,
      label: title,
      note: code,
      href: `/tasks/${id}`,
    })),
    ...found.units.map(({ id, shortName, name }) => ({
      kind: 'units' as const,
      id,
      label: shortName,
      note: name === shortName ? '' : name,
      href: ledger({ leadUnitId: id }),
    })),
    ...found.people.map(({ id, name, posts }) => ({
      kind: 'people' as const,
      id,
      label: name,
      note: posts.map(({ unitName, title }) => [unitName, title].filter(Boolean).join(' ')).filter(Boolean)[0] ?? '',
      href: ledger(posts.some(({ role }) => role === 'leaderInCharge') ? { leaderId: id } : { assigneeId: id }),
    })),
    { kind: 'all', id: 'all', label: allLabel, note: '', href: ledger({ q: JSON.stringify(typed) }) },
  ]
}
