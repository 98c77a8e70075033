import type { Day } from '../calendar/calendar.ts'
import { meetingTitle } from '../meetings/title.ts'
import { paperDay } from './standard.ts'

/** The papers of a joint meeting; each can have an office's own template. */
export const MEETING_PAPERS = ['agenda', 'brief', 'minutes', 'asks'] as const
export type MeetingPaperKind = (typeof MEETING_PAPERS)[number]

/** What every paper of a meeting says of it. */
export type PaperMeeting = {
  organization: string
  /** The office that prepares it: 督查室. */
  office: string
  year: number
  number: number
  heldOn: Day
  /** `14:30`. */
  startsAt: string
  place: string
  /** Empty while nobody is named. */
  chair: string
}

/** The meeting as papers call it: `2026年第三次联席会议`. */
export const meetingName = ({ year, number }: Pick<PaperMeeting, 'year' | 'number'>): string =>
  meetingTitle(year, number, 'zh')

/** `2026年11月20日14:30`. */
export const meetingTime = ({ heldOn, startsAt }: PaperMeeting): string => `${paperDay(heldOn)}${startsAt}`

export const issuerOf = ({ organization, office }: PaperMeeting): string => `${organization}${office}`

/** Names as papers list them; `无` where there are none. */
export const listed = (names: readonly string[], none = '无'): string => (names.length === 0 ? none : names.join('、'))

const MINUTES_OF_HOUR = 60
/** The time of day some minutes after another: `14:30` and 45 give `15:15`. */
export function timeAfter(startsAt: string, minutes: number): string {
  const [hour = 0, minute = 0] = startsAt.split(':').map(Number)
  const all = hour * MINUTES_OF_HOUR + minute + minutes
  const two = (count: number) => String(count).padStart(2, '0')
  return `${two(Math.floor(all / MINUTES_OF_HOUR) % 24)}:${two(all % MINUTES_OF_HOUR)}`
}
