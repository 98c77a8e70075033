import type { CellChanges, Cells, ReviewDoubt, ReviewDoubtCode } from './cells.ts'
import { upTo } from '../wholeSigns.ts'

/** A new row of a split: its own title and, where the split is by unit, its own lead. */
export type Part = { title: string; leadUnitId?: string | null | undefined }

/** What an answer does to its row. */
export type Deed =
  | { kind: 'settle' }
  | { kind: 'cells'; cells: CellChanges }
  | { kind: 'split'; into: Part[] }
  | { kind: 'merge'; taskId: string }
  | { kind: 'discard' }
  | { kind: 'nameUnit'; name: string; unitId: string }

/**
 * One of the numbered answers to a doubt. `id` is stable; `word` says it on screen, `label` is the name, date or text
 * it speaks of.
 */
export type Answer = { id: string; word: AnswerWord; label: string; deed: Deed }
export type AnswerWord =
  | 'choose'
  | 'splitByLead'
  | 'split'
  | 'leaveEmpty'
  | 'keep'
  | 'nextYear'
  | 'merge'
  | 'separate'
  | 'discard'
  | 'outside'
  | 'expand'
  | 'newTask'
  | 'carriedOver'

/** What the answers of a row depend on besides the doubt. */
export type Asked = {
  cells: Cells
  planYear: number
  /** Days before this one are not offered; null offers all. */
  today: string | null
}
type Write = (doubt: ReviewDoubt, asked: Asked) => Answer[]

const settle = (word: AnswerWord): Answer => ({ id: word, word, label: '', deed: { kind: 'settle' } })
const discard: Answer = { id: 'discard', word: 'discard', label: '', deed: { kind: 'discard' } }

/** One answer for each choice that is known; an unknown name cannot be chosen, it has a doubt of its own. */
const chosen = (doubt: ReviewDoubt, deed: (value: string, label: string) => Deed): Answer[] =>
  doubt.choices.flatMap(({ value, label }) =>
    value === null ? [] : [{ id: `choose:${value}`, word: 'choose' as const, label, deed: deed(value, label) }],
  )

const write = (cells: CellChanges): Deed => ({ kind: 'cells', cells })
const dueOn = (on: string): Answer => ({ id: `choose:${on}`, word: 'choose', label: on, deed: write({ dueOn: on }) })

/** The others of several leads support it: nobody who was named is lost. */
const leadOf = (doubt: ReviewDoubt, { cells }: Asked, leadUnitId: string): Deed => {
  const others = doubt.choices.flatMap(({ value }) => (value === null || value === leadUnitId ? [] : [value]))
  const known = new Set(cells.supports.map(({ unitId }) => unitId))
  const added = [...new Set(others)].filter((unitId) => !known.has(unitId))
  return write({
    leadUnitId,
    supports: [...added.map((unitId) => ({ unitId, deliverable: '', dueOn: null })), ...cells.supports],
  })
}

const byLead: Write = (doubt, asked) => {
  const leads = doubt.choices.flatMap(({ value }) => (value === null ? [] : [value]))
  const into = leads.map((leadUnitId) => ({ title: asked.cells.title, leadUnitId }))
  const one = chosen(doubt, (value) => leadOf(doubt, asked, value))
  const each: Answer[] =
    into.length > 1
      ? [{ id: 'splitByLead', word: 'splitByLead', label: String(into.length), deed: { kind: 'split', into } }]
      : []
  // A collective name means all of them: that answer comes first, whoever they are.
  return [...(doubt.code === 'collective_lead' ? [...each, ...one] : [...one, ...each]), settle('leaveEmpty')]
}

const quarterEnds: Write = (_, { planYear, today }) => {
  const ends = ['12-31', '03-31', '06-30', '09-30'].map((day) => `${planYear}-${day}`)
  const ahead = ends.filter((day) => today === null || day >= today)
  return [...ahead.map(dueOn), settle('leaveEmpty')]
}

/** All the units a collective name means, each supporting; where none is listed, only the wording is left. */
const expanded: Write = (doubt, { cells }) => {
  const known = new Set([cells.leadUnitId, ...cells.supports.map(({ unitId }) => unitId)])
  const added = doubt.choices.flatMap(({ value }) => (value === null || known.has(value) ? [] : [value]))
  const supports = [...cells.supports, ...added.map((unitId) => ({ unitId, deliverable: '', dueOn: null }))]
  const deed = write({ supports: supports.slice(0, 60) })
  const all: Answer = { id: 'expand', word: 'expand', label: String(doubt.choices.length), deed }
  return [...(doubt.choices.length > 0 ? [all] : []), settle('outside')]
}

const nextYear: Write = (_, { cells }) => {
  const on = cells.dueOn
  const later = on === null || on.endsWith('-02-29') ? null : `${Number(on.slice(0, 4)) + 1}${on.slice(4)}`
  return [
    settle('keep'),
    ...(later === null
      ? []
      : [{ id: 'nextYear', word: 'nextYear' as const, label: later, deed: write({ dueOn: later }) }]),
  ]
}

/** The office overrules: the wording stands, and that is kept with the row. */
const keepWording: Answer = { id: 'keep', word: 'keep', label: '', deed: write({ targetAsWorded: true }) }

const ANSWERS: Record<ReviewDoubtCode, Write> = {
  several_leads: byLead,
  collective_lead: byLead,
  no_lead: (doubt, asked) => [...chosen(doubt, (value) => leadOf(doubt, asked, value)), settle('leaveEmpty')],
  no_date: quarterEnds,
  vague_date: quarterEnds,
  unread_cell: quarterEnds,
  several_dates: (doubt) => [...chosen(doubt, (value) => write({ dueOn: value })), settle('leaveEmpty')],
  year_assumed: nextYear,
  no_measure: () => [keepWording, discard],
  vague_verb: () => [keepWording, discard],
  two_tasks: ({ choices }) => [
    {
      id: 'split',
      word: 'split',
      label: String(choices.length),
      deed: { kind: 'split', into: choices.map(({ label }) => ({ title: tidy(label) })) },
    },
    settle('keep'),
  ],
  unknown_unit: (doubt) => [...named(doubt), settle('outside')],
  several_units: (doubt) => [...named(doubt), settle('outside')],
  unknown_person: (doubt) => [...chosen(doubt, (value) => person(doubt, value)), settle('leaveEmpty')],
  several_people: (doubt) => [...chosen(doubt, (value) => person(doubt, value)), settle('leaveEmpty')],
  similar_task: (doubt) => [
    ...chosen(doubt, (taskId) => ({ kind: 'merge', taskId })).map((answer) => ({ ...answer, word: 'merge' as const })),
    settle('separate'),
  ],
  carried_over: () => [settle('carriedOver'), settle('separate'), discard],
  in_other_import: () => [discard, settle('separate')],
  same_in_document: () => [discard, settle('separate')],
  collective_support: expanded,
  no_pillar: (doubt) => chosen(doubt, (pillarId) => write({ pillarId })),
  unknown_code: () => [settle('newTask'), discard],
}

const tidy = (words: string): string => upTo(words.trim().replace(/[，；：、。\s]+$/, ''), 500)
const person = ({ field }: ReviewDoubt, id: string): Deed =>
  write(field === 'assignee' ? { assigneeId: id } : { leaderId: id })
const named = (doubt: ReviewDoubt): Answer[] =>
  chosen(doubt, (unitId) => ({ kind: 'nameUnit', name: String(doubt.facts['name'] ?? ''), unitId }))

/** The numbered answers to a doubt, in their order on screen. Free answers are given by writing the cell. */
export const answersTo = (doubt: ReviewDoubt, asked: Asked): Answer[] => ANSWERS[doubt.code](doubt, asked)

/** Doubts that are alike whatever words they were about. */
const ALIKE_BY_KIND: readonly ReviewDoubtCode[] = ['no_measure', 'vague_verb', 'year_assumed', 'no_date', 'no_lead']

/** What makes doubts alike: the same question and, unless its kind alone decides, the same words and choices. */
export type AlikeBy = Pick<ReviewDoubt, 'code' | 'field'> & { about: Pick<ReviewDoubt, 'facts' | 'choices'> | null }
/** What of a doubt others are compared by. */
export const alikeBy = ({ code, field, facts, choices }: ReviewDoubt): AlikeBy => ({
  code,
  field,
  about: ALIKE_BY_KIND.includes(code) ? null : { facts, choices },
})

/** Whether an answer to one doubt also answers the other. */
export const areAlike = (a: ReviewDoubt, b: ReviewDoubt): boolean =>
  JSON.stringify(alikeBy(a)) === JSON.stringify(alikeBy(b))
