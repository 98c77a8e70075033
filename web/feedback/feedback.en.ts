import { counted } from '#domain/counted.ts'
import { FEEDBACK_KINDS } from '#domain/feedback/feedback.ts'
import { labelsFor } from '#domain/glossary.ts'
import type { FeedbackText } from './feedback.zh.ts'

export const feedbackEn: FeedbackText = {
  title: 'Complaints and suggestions',
  note: 'They go to the office; only the office and you can read them. The answer comes to your messages.',
  officeNote: 'What people complain of or suggest; each is answered once, and the writer is told.',
  write: 'Complain or suggest',
  writeTitle: 'Write to the office',
  kinds: labelsFor(FEEDBACK_KINDS, 'en'),
  kind: 'Kind',
  everyKind: 'Both kinds',
  shows: { open: 'To answer', answered: 'Answered', all: 'All' },
  showsLabel: 'Whether it is answered',
  text: 'What is it',
  textHint: 'A few sentences: what is wrong, and what you would like instead. No state secrets.',
  task: 'About which task',
  taskHint: 'Leave it empty where it is about none.',
  aboutTask: 'Complain or suggest',
  send: 'Send to the office',
  sent: 'It is with the office. The answer will come to your messages.',
  wroteOn: (name, unit, on) => `${name}${unit ? `, ${unit}` : ''}, ${on}`,
  waited: (days) => (days === 0 ? 'Came today' : `Waiting for ${counted(days, 'working day')}`),
  about: 'About',
  answer: 'Answer',
  answerHint: 'A sentence or two: what was done, or why it stays. Once sent it cannot be changed.',
  answerTo: (name) => `Answer ${name}`,
  sendAnswer: 'Send the answer',
  answered: (by, on) => `${by} answered on ${on}`,
  notYet: 'The office has not answered yet.',
  all: 'All complaints and suggestions',
  more: 'Further ones',
  emptyTitle: 'Nothing written yet',
  empty: 'Where something is wrong or could be better, a sentence is enough.',
  emptyOfficeTitle: 'There are none of these',
  emptyOffice: 'What people write appears here and on the desk.',
}
