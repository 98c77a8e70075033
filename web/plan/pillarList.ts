import type { PillarView } from '#domain/plan/plan.contract.ts'

/** A pillar as it is typed; `id` of one that is there already. */
export type PillarForm = { key: string; id?: string | undefined; name: string; mark: string }

let made = 0
export const newPillar = (): PillarForm => ({ key: `new-${(made += 1)}`, name: '', mark: '' })

/** The pillars that take tasks, in their order. */
export const pillarForms = (pillars: readonly PillarView[]): PillarForm[] =>
  pillars.filter(({ retired }) => !retired).map(({ id, name, mark }) => ({ key: id, id, name, mark }))

/** What keeps the list from being saved. */
export type PillarProblem = 'missing' | 'twice'

const hasTwins = (words: readonly string[]): boolean => new Set(words).size < words.length

/** Whether the list can be saved: every pillar named and marked, nothing said twice. */
export function pillarProblem(pillars: readonly PillarForm[]): PillarProblem | null {
  const names = pillars.map(({ name }) => name.trim())
  const marks = pillars.map(({ mark }) => mark.trim())
  if (pillars.length === 0 || [...names, ...marks].some((word) => word === '')) return 'missing'
  return hasTwins(names) || hasTwins(marks) ? 'twice' : null
}

/** The list as the API takes it. */
export const pillarWishes = (pillars: readonly PillarForm[]) =>
  pillars.map(({ id, name, mark }) => ({ ...(id !== undefined && { id }), name: name.trim(), mark: mark.trim() }))

/** The list with two neighbours changed about. */
export function swapped<Item>(items: readonly Item[], at: number, step: 1 | -1): Item[] {
  const next = [...items]
  const [item] = next.splice(at, 1)
  if (item !== undefined) next.splice(at + step, 0, item)
  return next
}
