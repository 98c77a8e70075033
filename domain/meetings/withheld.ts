import { z } from 'zod'
import type { UnitCard } from './card.ts'

/** How many lines of frozen cards are withheld, by unit; units without any are left out. */
export const Withheld = z.array(z.object({ unitId: z.uuid(), count: z.int().min(1) }))
export type Withheld = z.infer<typeof Withheld>

/** Tasks that are restricted now, whenever that was said. */
export type RestrictedTasks = readonly { id: string; code: string }[]

/** The tasks that cards name. */
export const tasksOnCards = (cards: readonly UnitCard[]): string[] => [
  ...new Set(
    cards.flatMap(({ tasks, early, dueNext, difficulties, suggestions }) => [
      ...[...tasks, ...early].map(({ id }) => id),
      ...[...dueNext, ...difficulties, ...suggestions].map(({ taskId }) => taskId),
    ]),
  ),
]

/**
 * Frozen cards as a room may read them now: what a task that was restricted after the freeze stands in is taken out and
 * counted. The figures stay those of the freeze, as they stay for tasks that were restricted before it.
 */
export function withhold(
  cards: readonly UnitCard[],
  restricted: RestrictedTasks,
): { cards: UnitCard[]; withheld: Withheld } {
  if (restricted.length === 0) return { cards: [...cards], withheld: [] }
  const ids = new Set(restricted.map(({ id }) => id))
  const codes = new Set(restricted.map(({ code }) => code))
  const titles = new Set(
    cards.flatMap(({ difficulties }) => difficulties.flatMap(({ taskId, title }) => (ids.has(taskId) ? [title] : []))),
  )
  const open = ({ id }: { id: string }) => !ids.has(id)
  const openTask = ({ taskId }: { taskId: string }) => !ids.has(taskId)
  const shown = cards.map((card) => ({
    ...card,
    tasks: card.tasks.filter(open),
    early: card.early.filter(open),
    dueNext: card.dueNext.filter(openTask),
    difficulties: card.difficulties.filter(openTask),
    suggestions: card.suggestions.filter(openTask),
    // A question names its task by the code, or its difficulty by the title alone.
    questions: card.questions.filter(({ facts: { code, title } }) =>
      code === undefined ? !titles.has(String(title)) : !codes.has(String(code)),
    ),
  }))
  const withheld = cards.flatMap((card, index) => {
    const count = linesOf(card) - linesOf(shown[index] ?? card)
    return count > 0 ? [{ unitId: card.unit.id, count }] : []
  })
  return { cards: shown, withheld }
}

const linesOf = ({ tasks, early, dueNext, difficulties, suggestions }: UnitCard): number =>
  tasks.length + early.length + dueNext.length + difficulties.length + suggestions.length
