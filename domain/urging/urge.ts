import { addDays, addWorkdays, type Day, workdaysBetween, type WorkingCalendar } from '../calendar/calendar.ts'
import type { NoticeLevel } from '../notices/notice.ts'
import type { UrgeRule, UrgeSubject } from './rules.ts'

/** Something that is due by a day and not done: a milestone, an acknowledgement, a unit's sheet, a notice's answer. */
export type UrgeMatter = {
  subject: UrgeSubject
  id: string
  dueOn: Day
  /** The day it came to whoever is urged; no stage before it is theirs. */
  since: Day
  /** Of an answer: the level of its notice. */
  level: NoticeLevel | null
}

/** An urge that is to be sent now. */
export type DueUrge<Matter extends UrgeMatter> = {
  matter: Matter
  rule: UrgeRule
  /** The same stage of the same matter with the same date is sent once, whenever it is asked for. */
  key: string
  /** Working days to the day it is due by; negative when that has passed. */
  workdaysLeft: number
}

/**
 * Whether a stage's day has come. What is due on a day off counts as due on the working day before it, so the first
 * working day after it is the first day overdue.
 */
const hasCome = ({ offsetWorkdays }: UrgeRule, dueOn: Day, calendar: WorkingCalendar, on: Day): boolean =>
  workdaysBetween(calendar, dueOn, on) >= offsetWorkdays

const isFor = (rule: UrgeRule, { subject, level }: UrgeMatter): boolean =>
  rule.subject === subject && (subject !== 'answer' || rule.level === level)

/**
 * What is to be urged on a day, of things that are due and not done: for each the latest stage that has come. An earlier
 * one whose day passed while no server ran is stale and left out, as is one whose day came before the matter itself.
 * Nothing on a day off. Which of these were sent already, the caller knows by their keys.
 */
export function urgesDue<Matter extends UrgeMatter>(
  stages: readonly UrgeRule[],
  matters: readonly Matter[],
  calendar: WorkingCalendar,
  today: Day,
): DueUrge<Matter>[] {
  if (!calendar.isWorkday(today)) return []
  const latestFirst = [...stages].sort((a, b) => b.offsetWorkdays - a.offsetWorkdays)
  return matters.flatMap((matter) => {
    const rule = latestFirst.find((one) => isFor(one, matter) && hasCome(one, matter.dueOn, calendar, today))
    if (!rule || hasCome(rule, matter.dueOn, calendar, addDays(matter.since, -1))) return []
    const workdaysLeft = workdaysBetween(calendar, today, matter.dueOn)
    return [{ matter, rule, key: keyOf(matter, rule), workdaysLeft }]
  })
}

const keyOf = ({ subject, id, dueOn }: UrgeMatter, { offsetWorkdays }: UrgeRule): string =>
  `${subject} ${id} ${dueOn} ${offsetWorkdays}`

/** The furthest day a matter can be due by for any stage to have come today: nothing beyond it need be looked at. */
export function urgeHorizon(stages: readonly UrgeRule[], calendar: WorkingCalendar, today: Day): Day {
  const ahead = Math.max(0, ...stages.map(({ offsetWorkdays }) => -offsetWorkdays))
  // Due on a day off counts as due on the working day before: up to the day before the working day after.
  return addDays(addWorkdays(calendar, today, ahead + 1), -1)
}
