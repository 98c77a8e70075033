import { expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { AGENDA, ASKS, BRIEF, MINUTES } from './meetingExamples.ts'
import { MEETING_PAPERS } from './meetingPaper.ts'
import { checkTags, type Placeholder, PLACEHOLDERS, type Tag } from './placeholders.ts'
import { TEMPLATE_DATA, type TemplateData } from './templateData.ts'

const value = (name: string): Tag => ({ name, kind: 'value' })
const open = (name: string): Tag => ({ name, kind: 'open' })
const close = (name: string): Tag => ({ name, kind: 'close' })
const refusalOf = (tags: readonly Tag[]) => {
  try {
    checkTags('minutes', tags)
    return null
  } catch (error) {
    return error instanceof Refusal ? { code: error.code, ...error.facts } : error
  }
}

test('a template may say what its paper knows, inside a loop also what is known around it', () => {
  expect(
    refusalOf([value('meeting.name'), open('rulings'), value('ruling.lead'), value('meeting.date'), close('rulings')]),
  ).toBeNull()
})

test.each<[string, Tag[], object]>([
  ['a name nobody knows is named', [value('meeting.nmae')], { code: 'template_unknown', names: ['{{meeting.nmae}}'] }],
  [
    'a loop’s word outside of it is not known',
    [value('ruling.lead')],
    { code: 'template_unknown', names: ['{{ruling.lead}}'] },
  ],
  ['another paper’s word is not known', [value('item.at')], { code: 'template_unknown', names: ['{{item.at}}'] }],
  ['an open loop', [open('rulings'), value('ruling.lead')], { code: 'template_loop', name: 'rulings' }],
  [
    'a loop that closes twice',
    [open('rulings'), close('rulings'), close('rulings')],
    { code: 'template_loop', name: 'rulings' },
  ],
  ['a loop used as a word', [value('rulings')], { code: 'template_loop', name: 'rulings' }],
  ['no placeholder at all', [], { code: 'template_empty' }],
])('%s', (_, tags, refusal) => {
  expect(refusalOf(tags)).toEqual(refusal)
})

const namesIn = (placeholders: readonly Placeholder[]): string[] =>
  placeholders.flatMap(({ name, items }) => [name, ...namesIn(items ?? [])])
const keysOf = (data: TemplateData): string[] =>
  Object.entries(data).flatMap(([name, one]) => [name, ...(typeof one === 'string' ? [] : one.flatMap(keysOf))])

test('whatever the list of placeholders names is filled, and nothing else', () => {
  const data = {
    agenda: TEMPLATE_DATA.agenda(AGENDA),
    brief: TEMPLATE_DATA.brief(BRIEF),
    minutes: TEMPLATE_DATA.minutes(MINUTES),
    asks: TEMPLATE_DATA.asks(ASKS),
  }
  for (const kind of MEETING_PAPERS)
    expect([...new Set(keysOf(data[kind]))].toSorted()).toEqual([...new Set(namesIn(PLACEHOLDERS[kind]))].toSorted())
})
