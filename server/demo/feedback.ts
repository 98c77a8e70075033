import type { Day } from '#domain/calendar/calendar.ts'
import { FEEDBACK_KINDS } from '#domain/feedback/feedback.ts'
import type { Tx } from '../db/db.ts'
import type { Workdays } from './days.ts'
import { STAFF } from './district.ts'
import { FEEDBACK_LINES } from './feedback.words.ts'
import { idOf } from './ids.ts'
import { SUPERVISION_OFFICE } from './leaders.ts'
import type { IntoPlan } from './load.queries.ts'

const at = (on: Day, time: string): Date => new Date(`${on}T${time}:00+08:00`)

/** What people of the demo district complained of and suggested, with the office's answers. */
export async function insertFeedback(
  tx: Tx,
  { organizationId }: IntoPlan,
  { today, days }: { today: Day; days: Workdays },
): Promise<void> {
  const office = idOf('person', SUPERVISION_OFFICE[1][3])
  for (const line of FEEDBACK_LINES.trim().split('\n')) {
    const [unit = '', ago = '', said = '', text = '', words = '', after = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const id = idOf('feedback', text)
    const kind = FEEDBACK_KINDS.find((one) => one === said) ?? 'suggestion'
    const writtenOn = days.shift(today, -Number(ago))
    const writtenBy = idOf('person', STAFF.get(unit)?.liaison.key ?? '')
    const written = { kind, text, unitId: idOf('unit', unit), writtenBy, writtenOn, writtenAt: at(writtenOn, '10:20') }
    await tx
      .insertInto('feedback')
      .values({ organizationId, id, ...written })
      .execute()
    if (words === '') continue
    const answeredOn = days.shift(writtenOn, Number(after))
    const answer = { feedbackId: id, words, answeredBy: office, answeredOn, answeredAt: at(answeredOn, '16:05') }
    await tx
      .insertInto('feedbackAnswer')
      .values({ organizationId, ...answer })
      .execute()
  }
}
