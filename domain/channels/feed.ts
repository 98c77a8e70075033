import { addDays, type Day } from '../calendar/calendar.ts'
import { spokenPeriod } from '../messages/kinds.ts'
import { factsOutside } from '../messages/outside.ts'
import type { Language } from '../refusal.ts'
import { fillSentence, type SentenceFacts, type SentenceText } from '../sentence.ts'
import type { UrgeSubject } from '../urging/rules.ts'

/** What a calendar speaks of: what people are urged about, and what others wait for them to say. */
export type FeedSubject = UrgeSubject | 'difficulty' | 'request'

/** Something that is due by a day and not done. */
export type FeedMatter = {
  subject: FeedSubject
  id: string
  /** The first of its days: a window's opening; else the day itself. */
  startsOn: Day
  dueOn: Day
  facts: SentenceFacts
  /** The number of its task where that is restricted: of it nothing else is said. */
  restrictedCode: string | null
}

/** Whose something is. */
export type FeedBelonging = {
  subject: UrgeSubject
  unitId: string | null
  leaderId: string | null
  assigneeId: string | null
}

/** Whose calendar it is: themselves, and the units they head or speak for. */
export type FeedOwner = { personId: string; unitIds: readonly string[] }

/** A milestone is its assignee's, its unit's and its leader's; all else only the unit's that has to do it. */
export const isOwn = (
  { subject, unitId, leaderId, assigneeId }: FeedBelonging,
  { personId, unitIds }: FeedOwner,
): boolean =>
  (unitId !== null && unitIds.includes(unitId)) ||
  (subject === 'milestone' && (assigneeId === personId || leaderId === personId))

const SUMMARIES: Record<FeedSubject, SentenceText> = {
  milestone: { zh: '节点：{milestone}（{code} {title}）', en: 'Milestone: {milestone} ({code} {title})' },
  acknowledgement: { zh: '签收：{code} {title}', en: 'Acknowledge {code} {title}' },
  sheet: { zh: '填报并签发{period}汇报表（{unit}）', en: 'Fill in and sign the sheet for {period} ({unit})' },
  answer: { zh: '回复督办单 {number}（{code} {title}）', en: 'Reply to notice {number} ({code} {title})' },
  difficulty: { zh: '答复困难：{title}（{unit}提出）', en: 'Difficulty waits for you: {title} (raised by {unit})' },
  request: { zh: '待审批申请：{code} {title}（{unit}）', en: 'Request waits for you: {code} {title} ({unit})' },
}

const NAMES = { zh: '一盘棋', en: 'Yipanqi' } as const

/**
 * An iCalendar (RFC 5545) of whole days: one event for each matter, from its first day to its last, under a name that stays the same when its day
 * moves, so a calendar moves the event too. What is done is not in it any more.
 */
export function writeFeed(matters: readonly FeedMatter[], language: Language, now: Date): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Yipanqi//Yipanqi//ZH',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${NAMES[language]}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...matters.flatMap((matter) => [
      'BEGIN:VEVENT',
      `UID:${matter.subject}-${matter.id}@yipanqi`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(matter.startsOn)}`,
      `DTEND;VALUE=DATE:${compact(addDays(matter.dueOn, 1))}`,
      `SUMMARY:${escaped(summaryOf(matter, language))}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const summaryOf = ({ subject, facts, restrictedCode }: FeedMatter, language: Language): string =>
  fillSentence(
    SUMMARIES[subject],
    { ...factsOutside(facts, restrictedCode, language), period: spokenPeriod(facts, language) },
    language,
  )

const compact = (on: Day): string => on.replaceAll('-', '')

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|[\r\n]/g, '\\n')

/** No line is longer than 75 bytes; a character of Chinese is three, none is more than four. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const size = bytesOf(character)
    if (bytes + size > 74) {
      parts.push(part)
      part = ''
      bytes = 0
    }
    part += character
    bytes += size
  }
  return [...parts, part].join('\r\n ')
}

function bytesOf(character: string): number {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x1_00_00 ? 3 : 4
}
