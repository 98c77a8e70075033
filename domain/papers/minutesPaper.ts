import type { Day } from '../calendar/calendar.ts'
import { type MinutesPart, type MinutesPeople, outlineMinutes } from '../meetings/minutes.ts'
import { issuerOf, listed, meetingName, type PaperMeeting } from './meetingPaper.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { paperDay, shortDay } from './standard.ts'

/** A ruling as the minutes and their table carry it. */
export type PaperRuling = {
  id: string
  number: number
  sentence: string
  lead: string
  supports: readonly { unit: string; deliverable: string; dueOn: Day | null }[]
  dueOn: Day
}

/** What the minutes say (DOMAIN d.2: 会议纪要); parts are the office's words over what the session wrote. */
export type MinutesPaperFacts = {
  meeting: PaperMeeting
  /** `清联纪〔2026〕3号`; null until they are issued. */
  number: string | null
  /** Units and leaders read them for comments. */
  isCirculated: boolean
  people: MinutesPeople
  parts: readonly MinutesPart[]
  rulings: readonly PaperRuling[]
  copyTo: readonly string[]
  printedOn: Day
}

const TABLE_NAME = '议定事项责任分工表'

/** What stands where the number will be, until there is one. */
export const minutesMark = ({ number, isCirculated }: MinutesPaperFacts): string =>
  number ?? (isCirculated ? '（征求意见稿）' : '（讨论稿）')

/** The minutes as GB/T 9704-2012 wants 纪要: mark in red, no seal, attendance behind the text, numbered rulings. */
export function minutesPaper(facts: MinutesPaperFacts): Paper {
  const { meeting, people, copyTo, printedOn, rulings } = facts
  return {
    head: { mark: `${meeting.organization}联席会议纪要`, number: minutesMark(facts) },
    blocks: [
      { kind: 'title', text: `${meetingName(meeting)}纪要` },
      ...textOf(facts),
      ...(rulings.length > 0 ? [{ kind: 'attachments' as const, names: [TABLE_NAME] }] : []),
      { kind: 'paragraph', text: '' },
      ...peopleOf(people),
      ...(rulings.length > 0 ? tableOf(facts) : []),
    ],
    foot: { copyTo, printedBy: issuerOf(meeting), printedOn },
  }
}

const textOf = ({ parts }: MinutesPaperFacts): PaperBlock[] =>
  outlineMinutes(parts).flatMap(({ level, heading, part }): PaperBlock[] => [
    ...(level === 0 ? [] : [{ kind: 'heading' as const, level, text: heading }]),
    ...(part === null ? [] : [{ kind: 'paragraph' as const, text: part.text }]),
  ])

const peopleOf = ({ present, observers, leave, absent }: MinutesPeople): PaperBlock[] =>
  (
    [
      ['出席', present],
      ['列席', observers],
      ['请假', leave],
      ['缺席', absent],
    ] as const
  )
    .filter(([, names]) => names.length > 0)
    .map(([label, names]) => ({ kind: 'people', label, names }))

/** What each ruling asks of whom by when, on a page of its own behind the minutes. */
function tableOf({ rulings }: MinutesPaperFacts): PaperBlock[] {
  return [
    { kind: 'pageBreak' },
    { kind: 'annex', text: '附件' },
    { kind: 'title', text: TABLE_NAME },
    {
      kind: 'grid',
      size: 12,
      columns: [
        { head: '序号', width: 2.5, align: 'center' },
        { head: '议定事项', width: 9 },
        { head: '牵头单位', width: 4 },
        { head: '配合单位', width: 5.5 },
        { head: '时限', width: 7 },
      ],
      rows: rulings.map(({ number, sentence, lead, supports, dueOn }) => [
        String(number),
        sentence,
        lead,
        listed(supports.map(supportWords), '—'),
        paperDay(dueOn),
      ]),
    },
  ]
}

export const supportWords = ({ unit, deliverable, dueOn }: PaperRuling['supports'][number]): string => {
  const words = [deliverable, dueOn === null ? '' : `${shortDay(dueOn)}前`].filter((one) => one !== '')
  return words.length === 0 ? unit : `${unit}（${words.join('，')}）`
}
