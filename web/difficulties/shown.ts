import type { DifficultyView } from '#domain/difficulties/difficulties.contract.ts'
import type { DifficultiesText } from './difficulties.zh.ts'

/** Raised or at a level: somebody must answer, and the clock carries it up. */
export const isClimbing = ({ state }: DifficultyView): boolean => state === 'raised' || state === 'triaged'
export const isExecuted = ({ state }: DifficultyView): boolean => state === 'ruled' || state === 'inExecution'

/** Who must move, as `生态环境局 闻人朗`: unit and head, or leader and post. */
export function answererName({ answerer }: DifficultyView, text: DifficultiesText): string {
  if (!answerer) return ''
  if (answerer.post === 'supervisionOffice') return text.office
  const [person] = answerer.people
  if (answerer.unit) return `${answerer.unit.name}　${person?.name ?? text.vacant}`
  return person ? `${person.name}　${person.title}` : text.vacant
}

/** How much is left of a clock, in words. */
export function leftWords(workdaysLeft: number, text: DifficultiesText): string {
  if (workdaysLeft > 0) return text.left(workdaysLeft)
  return workdaysLeft === 0 ? text.lastDay : text.over(-workdaysLeft)
}

/** What the counterpart has said, as one line; nothing while it has not. */
export function answerLine({ answer, counterpart }: DifficultyView, text: DifficultiesText): string | null {
  if (!answer) return null
  const unit = counterpart?.name ?? ''
  return answer.kind === 'noResponse' ? text.answer.noResponse(unit) : text.answer[answer.kind](unit, answer.words)
}

/** The one line at a card's foot: what most needs to be known besides who and when. */
export function noteOf(difficulty: DifficultyView, text: DifficultiesText): string | null {
  const { state, level, ring, clock } = difficulty
  if (state === 'raised') return text.untriaged
  if (ring.length > 0) return text.ring(ring.map(({ name }) => name).join(' → '))
  const answer = answerLine(difficulty, text)
  if (answer) return answer
  const above = level === 1 ? (difficulty.counterpart ? 2 : 3) : level === 2 ? 3 : 4
  return clock?.workdaysLeft === 0 && level < 4 ? text.raisesTonight(text.levels[above]) : null
}

/** Difficulties under headings, in the order in which each heading first comes. */
export function grouped(
  items: readonly DifficultyView[],
  headingOf: (difficulty: DifficultyView) => string,
): [heading: string, items: DifficultyView[]][] {
  const groups = new Map<string, DifficultyView[]>()
  for (const item of items) {
    const heading = headingOf(item)
    groups.set(heading, [...(groups.get(heading) ?? []), item])
  }
  return [...groups]
}
