import { z } from 'zod'
import { CHANNELS } from './channel.ts'

/** A time of the office's day, `08:30`. Times compare as strings. */
export const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)

/** What the office allows of reaching people, and when. */
export const DeliveryRules = z
  .object({
    allowed: z.array(z.enum(CHANNELS)),
    /** When the day's one summary goes out. */
    digestAt: TimeOfDay,
    /** From when to when nothing goes out; over midnight where it begins later than it ends, never where both are the same. */
    quietFrom: TimeOfDay,
    quietTo: TimeOfDay,
    workdaysOnly: z.boolean(),
  })
  .meta({ id: 'DeliveryRules' })
export type DeliveryRules = z.infer<typeof DeliveryRules>

/** What holds until the office says otherwise: mail alone, in the morning of working days. */
export const DEFAULT_RULES: DeliveryRules = {
  allowed: ['email'],
  digestAt: '08:30',
  quietFrom: '20:00',
  quietTo: '08:00',
  workdaysOnly: true,
}

/** Whether the time lies in the quiet hours: from their beginning up to, not including, their end. */
export function isQuiet({ quietFrom, quietTo }: Pick<DeliveryRules, 'quietFrom' | 'quietTo'>, time: string): boolean {
  if (quietFrom <= quietTo) return quietFrom <= time && time < quietTo
  return time >= quietFrom || time < quietTo
}

/** What a person adds to the office's rules for themselves; it never opens what the office keeps shut. */
export const OwnQuiet = DeliveryRules.pick({ quietFrom: true, quietTo: true, workdaysOnly: true }).meta({
  id: 'OwnQuiet',
})
export type OwnQuiet = z.infer<typeof OwnQuiet>

/** Of a day so many minutes must stay in which somebody can be reached. */
export const LEAST_OPEN_MINUTES = 120

const MINUTES_OF_DAY = Array.from({ length: 24 * 60 }, (_, minute) => {
  const two = (part: number) => String(part).padStart(2, '0')
  return `${two(Math.floor(minute / 60))}:${two(minute % 60)}`
})

/** Whether the office's quiet hours and a person's own leave enough of a day to reach them. */
export const leavesOpen = (rules: DeliveryRules, own: OwnQuiet): boolean =>
  MINUTES_OF_DAY.filter((time) => !isQuiet(rules, time) && !isQuiet(own, time)).length >= LEAST_OPEN_MINUTES

/**
 * Whether a person's own wishes hold back what the office would send them at this moment. Wishes that would leave no
 * time at all, since the office has changed its hours, hold nothing back.
 */
export const holdsBack = (
  rules: DeliveryRules,
  own: OwnQuiet,
  { time, isWorkday }: { time: string; isWorkday: boolean },
): boolean => (own.workdaysOnly && !isWorkday) || (isQuiet(own, time) && leavesOpen(rules, own))

/** What may go out at a moment of the office's day: what is urgent, and the day's summary. */
export function mayGoOut(
  rules: DeliveryRules,
  { time, isWorkday }: { time: string; isWorkday: boolean },
): { urgent: boolean; digest: boolean } {
  const open = !isQuiet(rules, time) && (isWorkday || !rules.workdaysOnly)
  return { urgent: open, digest: open && time >= rules.digestAt }
}
