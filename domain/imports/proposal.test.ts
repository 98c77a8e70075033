import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { draftDocument } from './draftDocument.ts'
import { toSourceText } from './lines.ts'
import type { Office } from './office.ts'
import { prepareReview } from './prepare.ts'
import { proposalsIn, questionOf } from './proposal.ts'
import { unitMatcher } from './unitMatch.ts'

const unit = (id: string, name: string) => ({ id, name, shortName: name, aliases: [], kind: 'government' as const })
const OFFICE: Office = {
  place: '望川区',
  planYear: 2026,
  units: [unit('w', '区水利局'), unit('f', '区财政局')],
  people: [],
  pillars: [{ id: 'g', name: '环境美区', mark: '环' }],
  portfolios: [],
}
const TEXT = `望川区2026年工作方案

一、环境美区
1.治理河道12公里，河道水质达标，由秦川同志协调。（牵头单位：区水利局、区财政局；完成时限：汛期结束，即10月下旬）`
const source = toSourceText({ text: TEXT, notices: [] }, (char) => char)
const [DRAFT] = draftDocument(source, { planYear: 2026 }).drafts as [Draft]
const review = prepareReview(DRAFT, {
  office: OFFICE,
  matchUnit: unitMatcher(OFFICE.units, OFFICE.place),
  likeTasks: () => [],
  likeRows: () => null,
})
const words = source.text.slice(DRAFT.source.start, DRAFT.source.end)
const asked = { words, people: ['秦川'], planYear: 2026, restricted: new Set<string>() }
const question = questionOf({ draft: DRAFT, review, taskId: null }, asked)

const answering = (...answers: { question: string; answer: string; words: string }[]) =>
  question && proposalsIn(JSON.stringify({ answers }), question)

test('the question holds the row, its heading, its doubts with their answers, and no name of a person', () => {
  expect(question?.sent).toContain('治理河道12公里')
  expect(question?.sent).toContain('一、环境美区')
  expect(question?.sent).toMatch(/Q1 几家单位并列，哪一家牵头？[\s\S]*A1 区水利局\n {2}A2 区财政局/)
  expect(question?.sent).not.toContain('秦川')
})

test('a row about a task that exists is not asked about, nor one whose doubts are about people', () => {
  expect(questionOf({ draft: DRAFT, review, taskId: 'task' }, asked)).toBeNull()
  const doubts = [
    {
      id: 'd',
      field: 'leaders' as const,
      code: 'several_people' as const,
      choices: [{ value: 'p', label: '秦川' }],
      facts: { name: '秦川' },
    },
  ]
  expect(questionOf({ draft: DRAFT, review: { ...review, doubts }, taskId: null }, asked)).toBeNull()
})

describe('a proposal is one of the answers, by words that the document says', () => {
  test('one that is', () => {
    expect(answering({ question: 'Q1', answer: 'A1', words: '牵头单位：区水利局' })).toEqual({
      proposals: [{ doubtId: 'lead.several_leads', answerId: 'choose:w', words: '牵头单位：区水利局' }],
      untakenCount: 0,
    })
  })

  test.each([
    ['an answer that was not offered', { question: 'Q1', answer: 'A9', words: '区水利局' }],
    ['a question that was not asked', { question: 'Q7', answer: 'A1', words: '区水利局' }],
    ['words that the document does not say', { question: 'Q1', answer: 'A1', words: '由区水利局统筹' }],
    ['words of the questions', { question: 'Q1', answer: 'A1', words: '哪一家牵头' }],
    ['no words', { question: 'Q1', answer: 'A1', words: ' ' }],
    ['the sign that stands for a name', { question: 'Q1', answer: 'A1', words: '由某同志协调' }],
  ])('%s is not taken, and counted', (_, answer) => {
    expect(answering(answer)).toEqual({ proposals: [], untakenCount: 1 })
  })

  test('a day goes by words about time only', () => {
    const doubts = [{ id: 'd', field: 'deadline' as const, code: 'no_date' as const, choices: [], facts: {} }]
    const open = questionOf({ draft: DRAFT, review: { ...review, doubts }, taskId: null }, asked)
    const say = (said: string) =>
      open && proposalsIn(JSON.stringify({ answers: [{ question: 'Q1', answer: 'A1', words: said }] }), open)
    expect(say('河道水质达标')).toEqual({ proposals: [], untakenCount: 1 })
    expect(say('10月下旬')?.proposals).toHaveLength(1)
  })
})

test.each(['', '好的。', '{"answers":', '[]', '{"answers":[{"question":1}]}'])('%j is no answer', (text) => {
  expect(question && proposalsIn(text, question)).toBeNull()
})

test('an answer in a fence is read', () => {
  const fenced = '```json\n{"answers":[]}\n```'
  expect(question && proposalsIn(fenced, question)).toEqual({ proposals: [], untakenCount: 0 })
})
