import { expect, test } from 'vitest'
import { BRIEF } from '../papers/meetingExamples.ts'
import { tasksOnCards, withhold } from './withheld.ts'

const [card] = BRIEF.cards
if (!card) throw new Error('the example has a card')
const red = { id: card.tasks[0]?.id ?? '', code: '26-环-014' }

test('what names a task that is restricted now is taken out and counted; figures and all else stay', () => {
  const { cards, withheld } = withhold([card], [red])
  const text = JSON.stringify(cards)
  for (const words of [red.id, red.code, '改造老旧管网', '占道施工许可未办结']) expect(text).not.toContain(words)
  expect(cards[0]).toMatchObject({ lightCounts: card.lightCounts, rates: card.rates, early: card.early })
  expect(cards[0]?.tasks).toHaveLength(1)
  // the task, its difficulty, its suggestion
  expect(withheld).toEqual([{ unitId: card.unit.id, count: 3 }])
})

test('a question about a withheld difficulty goes with it, on whichever card it stands', () => {
  const question = {
    code: 'counterpartSilent' as const,
    unitId: card.unit.id,
    facts: { title: '占道施工许可未办结', unit: '城管局' },
  }
  const asked = { ...card, unit: { ...card.unit, id: 'other' }, difficulties: [], questions: [question] }
  expect(withhold([card, asked], [red]).cards[1]?.questions).toEqual([])
})

test('with nothing restricted cards are as they were frozen', () => {
  expect(withhold(BRIEF.cards, [])).toEqual({ cards: BRIEF.cards, withheld: [] })
  expect(tasksOnCards([card])).toEqual(expect.arrayContaining(card.tasks.map(({ id }) => id)))
})
