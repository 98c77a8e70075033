import { formatOnInFull, isDay } from '#domain/calendar/calendar.ts'
import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { answersZh, doubtsZh } from './doubts.zh.ts'

type Facts = ReviewDoubt['facts']
const named = (facts: Facts): string => String(facts['name'] ?? '')
const worded = (facts: Facts): string => String(facts['text'] ?? '')
/** What tells the two apart: figures, and what only one of them says. */
function differing(facts: Facts): string {
  const { numbers, here, there } = facts
  const said = [numbers, here && `only here: ${here}`, there && `only there: ${there}`].filter(Boolean)
  return said.length > 0 ? ` They differ: ${said.join('; ')}.` : ''
}

export const doubtsEn: typeof doubtsZh = {
  several_leads: {
    title: (facts) => `${facts['count'] ?? 'Several'} units lead together`,
    sentence: () => 'Only one unit leads; the others support it. Choose one.',
  },
  no_lead: { title: () => 'No lead unit', sentence: () => 'Choose one. Without it the task stays a draft.' },
  collective_lead: {
    title: (facts) => `“${named(facts)}” means several units`,
    sentence: () => 'Only one unit leads. Choose one, or split the task.',
  },
  no_date: { title: () => 'No date', sentence: () => 'Set a date. Without it the task stays a draft.' },
  vague_date: { title: (facts) => `The date “${worded(facts)}”`, sentence: () => 'This names no day. Set a date.' },
  several_dates: { title: () => 'Several dates', sentence: () => 'Choose the deadline; the others are milestones.' },
  no_measure: {
    title: () => 'Nothing to check',
    sentence: () => 'No number, document or place to check it by. Reword the task, or keep it as written.',
  },
  vague_verb: {
    title: (facts) => `“${facts['verb'] ?? ''}” cannot be checked`,
    sentence: () => 'A vague verb and no result. Reword the task, or keep it as written.',
  },
  two_tasks: {
    title: () => 'Two tasks in one sentence',
    sentence: () => 'It names two results. Splitting is advised.',
  },
  unknown_unit: {
    title: (facts) =>
      facts['level']
        ? `“${named(facts)}”: our own, or of the level named before (${facts['level']})`
        : `“${named(facts)}” is no unit here`,
    sentence: () => 'Choose which unit it is, or add it. An outside body stays in the quotation only.',
  },
  several_units: { title: (facts) => `“${named(facts)}” can be several units`, sentence: () => 'Choose one.' },
  similar_task: {
    title: (facts) => `Like an existing task (${facts['score'] ?? ''}%)`,
    sentence: (facts) => `Merge it if it is the same; otherwise register it separately.${differing(facts)}`,
  },
  same_in_document: {
    title: (facts) =>
      `${facts['score'] ? `Like (${facts['score']}%)` : 'The same as'} row ${Number(facts['index'] ?? 0) + 1}`,
    sentence: (facts) => `The document ${facts['score'] ? 'may say' : 'says'} it twice.${differing(facts)}`,
  },
  year_assumed: {
    title: (facts) => `“${worded(facts)}” names no year`,
    sentence: (facts) => `Taken as ${facts['year'] ?? ''}, the plan year.`,
  },
  unread_cell: { title: (facts) => `“${worded(facts)}” could not be read`, sentence: () => 'Set a date.' },
  no_pillar: {
    title: () => 'No pillar',
    sentence: (facts) => (facts['section'] ? `Under “${facts['section']}”. Choose the pillar.` : 'Choose the pillar.'),
  },
  collective_support: {
    title: (facts) => `“${named(facts)}” means several units`,
    sentence: () => 'List the units it means, or leave it in the quotation only.',
  },
  unknown_person: {
    title: (facts) => `Nobody here is called “${named(facts)}”`,
    sentence: () => 'Choose somebody, or leave it empty.',
  },
  several_people: { title: (facts) => `Several people are called “${named(facts)}”`, sentence: () => 'Choose one.' },
  carried_over: {
    title: (facts) => `Like an unfinished task of ${facts['year'] ?? ''} (${facts['score'] ?? ''}%)`,
    sentence: (facts) =>
      `Last year: ${named(facts)}. Register it as carried over, or as another task.${differing(facts)}`,
  },
  in_other_import: {
    title: (facts) => `In another document under review as well (${facts['score'] ?? ''}%)`,
    sentence: (facts) => `See “${named(facts)}”. If it is the same work, keep it in one.${differing(facts)}`,
  },
  unknown_code: {
    title: (facts) => `No task ${facts['code'] ?? ''} in this plan`,
    sentence: () => 'It can be registered as a new task with a code of its own.',
  },
}

export const answersEn: typeof answersZh = {
  choose: (label) => label,
  splitByLead: (parts) => `Split into ${parts}, each with its lead`,
  split: (parts) => `Split into ${parts}`,
  leaveEmpty: () => 'Leave empty, keep as a draft',
  keep: () => 'As written',
  nextYear: (on) => `It is ${isDay(on) ? formatOnInFull(on, 'en') : on}`,
  merge: (label) => `Merge into ${label}`,
  separate: () => 'A task of its own',
  discard: () => 'Leave this row out',
  outside: () => 'Outside body, quotation only',
  expand: (units) => `List the ${units} units`,
  newTask: () => 'As a new task',
  carriedOver: () => 'Carried over; register it',
}
