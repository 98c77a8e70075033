import { wordFor } from '../glossary.ts'
import { rulingOfPart } from '../meetings/minutes.ts'
import { chineseNumber } from '../meetings/title.ts'
import { agendaLines, type AgendaFacts, writtenUnits } from './agendaPaper.ts'
import { type AsksFacts, ROLE_WORDS } from './asksPaper.ts'
import {
  type BriefFacts,
  dueWords,
  LIGHT_WORDS,
  measuredWords,
  ratesOf,
  reasonWords,
  standingWords,
  withheldWords,
} from './briefPaper.ts'
import { issuerOf, listed, meetingName, type MeetingPaperKind, meetingTime, type PaperMeeting } from './meetingPaper.ts'
import { minutesMark, type MinutesPaperFacts, supportWords } from './minutesPaper.ts'
import { paperDay, shortDay } from './standard.ts'

/** What a template is filled with: words by their placeholders, and lists of the same for loops. */
export type TemplateData = { [name: string]: string | TemplateData[] }

/** The facts of each paper. */
export type PaperFacts = {
  agenda: AgendaFacts
  brief: BriefFacts
  minutes: MinutesPaperFacts
  asks: AsksFacts
}

const ofMeeting = (meeting: PaperMeeting, printedOn: string): TemplateData => ({
  'organization.name': meeting.organization,
  'office.name': issuerOf(meeting),
  'meeting.name': meetingName(meeting),
  'meeting.year': String(meeting.year),
  'meeting.number': chineseNumber(meeting.number),
  'meeting.date': paperDay(meeting.heldOn),
  'meeting.time': meetingTime(meeting),
  'meeting.place': meeting.place,
  'meeting.chair': meeting.chair,
  'paper.date': paperDay(printedOn),
})

const agendaData = (facts: AgendaFacts): TemplateData => ({
  ...ofMeeting(facts.meeting, facts.printedOn),
  'meeting.minutes': String(facts.plannedMinutes),
  'people.units': listed(facts.units),
  'people.observers': listed(facts.observers),
  'people.leave': listed(facts.leave),
  'agenda.written': listed(writtenUnits(facts)),
  items: agendaLines(facts).map(({ number, at, section, title, unit, minutes }) => ({
    'item.number': String(number),
    'item.at': at,
    'item.section': section,
    'item.title': title,
    'item.unit': unit,
    'item.minutes': String(minutes),
  })),
})

const names = (people: readonly { name: string }[]): string => listed(people.map(({ name }) => name))

const briefData = (facts: BriefFacts): TemplateData => ({
  ...ofMeeting(facts.meeting, facts.asOn),
  'brief.measured': measuredWords(facts),
  units: facts.cards.map((card) => ({
    'unit.name': card.unit.name,
    'unit.fullName': card.unit.fullName,
    'unit.heads': names(card.heads),
    'unit.leaders': names(card.leaders),
    'unit.taskCount': String(card.taskCount),
    'unit.red': String(card.lightCounts.red),
    'unit.yellow': String(card.lightCounts.yellow),
    'unit.green': String(card.lightCounts.green),
    'unit.blue': String(card.lightCounts.blue),
    'unit.grey': String(card.lightCounts.grey),
    'unit.withheld': withheldWords(facts, card),
    rates: ratesOf(card).map(({ name, value, of }) => ({ 'rate.name': name, 'rate.words': `${value}（${of}）` })),
    tasks: card.tasks.map((task) => ({
      'task.light': LIGHT_WORDS[task.light],
      'task.code': task.code,
      'task.title': task.title,
      'task.reason': reasonWords(task, facts),
      'task.due': dueWords(task),
      'task.assignee': task.assigneeName ?? '',
    })),
    difficulties: card.difficulties.map((difficulty) => ({
      'difficulty.title': difficulty.title,
      'difficulty.ask': difficulty.ask,
      'difficulty.counterpart': difficulty.counterpart?.name ?? '',
      'difficulty.wanted': shortDay(difficulty.wantedOn),
      'difficulty.standing': standingWords(difficulty),
    })),
    lastRulings: card.lastRulings.map(({ sentence, dueOn, standing }) => ({
      'ruling.sentence': sentence,
      'ruling.due': paperDay(dueOn),
      'ruling.standing': wordFor(`rulingStanding.${standing}`, 'zh'),
    })),
    dueNext: card.dueNext.map(({ dueOn, code, title }) => ({
      'due.date': shortDay(dueOn),
      'due.code': code,
      'due.title': title,
    })),
    highlights: card.highlights.map(({ title }) => ({ 'highlight.title': title })),
    early: card.early.map(({ code, title }) => ({ 'early.code': code, 'early.title': title })),
    suggestions: card.suggestions.map(({ code, words }) => ({ 'suggestion.code': code, 'suggestion.words': words })),
  })),
})

const minutesData = (facts: MinutesPaperFacts): TemplateData => {
  const textOf = (key: string) => facts.parts.find((part) => part.key === key)?.text ?? ''
  const { present, observers, leave, absent } = facts.people
  return {
    ...ofMeeting(facts.meeting, facts.printedOn),
    'minutes.number': minutesMark(facts),
    'minutes.opening': textOf('opening'),
    'minutes.last': textOf('last'),
    'people.present': listed(present),
    'people.observers': listed(observers),
    'people.leave': listed(leave),
    'people.absent': listed(absent),
    'minutes.copyTo': listed(facts.copyTo),
    rulings: facts.rulings.map(({ id, number, sentence, lead, supports, dueOn }, index) => {
      const part = facts.parts.find((one) => rulingOfPart(one) === id)
      return {
        'ruling.order': chineseNumber(index + 1),
        'ruling.number': String(number),
        'ruling.heading': part?.heading ?? '',
        'ruling.text': part?.text ?? sentence,
        'ruling.sentence': sentence,
        'ruling.lead': lead,
        'ruling.supports': listed(supports.map(supportWords)),
        'ruling.due': paperDay(dueOn),
      }
    }),
  }
}

const asksData = (facts: AsksFacts): TemplateData => ({
  ...ofMeeting(facts.meeting, facts.printedOn),
  'minutes.number': facts.minutesNumber ?? '',
  units: facts.units.map(({ name, asks }) => ({
    'unit.name': name,
    'unit.count': String(asks.length),
    asks: asks.map(({ number, role, words, dueOn }, index) => ({
      'ask.order': String(index + 1),
      'ask.ruling': String(number),
      'ask.words': words,
      'ask.role': ROLE_WORDS[role],
      'ask.due': paperDay(dueOn),
    })),
  })),
})

/** What fills an office's template of a paper, from the same facts as the built-in one. */
export const TEMPLATE_DATA: { [Kind in MeetingPaperKind]: (facts: PaperFacts[Kind]) => TemplateData } = {
  agenda: agendaData,
  brief: briefData,
  minutes: minutesData,
  asks: asksData,
}
