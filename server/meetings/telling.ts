import type { MeetingStep } from '#domain/meetings/life.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import type { MessageKind } from '#domain/messages/kinds.ts'
import type { Changing } from '../http/context.ts'
import { tell } from '../messages/tell.ts'
import type { MeetingRow } from './meetings.queries.ts'
import { loadDesks } from './telling.queries.ts'

/** Which steps the desks of all units that take part are told of. */
const TOLD: Partial<Record<MeetingStep, MessageKind>> = {
  openCollecting: 'meetingCollecting',
  freeze: 'meetingFrozen',
  circulate: 'minutesCirculated',
  issue: 'minutesIssued',
}

/** Tells heads and liaisons of the units that take part, and the leaders who do; who did it is not told. */
export async function tellOfMeeting(changing: Changing, step: MeetingStep, meeting: MeetingRow): Promise<void> {
  // A meeting that nobody was told of is called off in silence.
  const isCalledOff = step === 'callOff' && meeting.state !== 'planned'
  const kind = isCalledOff ? 'meetingCalledOff' : TOLD[step]
  if (kind === undefined) return
  const { tx, actor, now } = changing
  const desks = await loadDesks(tx, actor.organizationId, meeting.id)
  const { id, heldOn, startsAt, place } = meeting
  await tell(changing, {
    kind,
    to: desks.filter((personId) => personId !== actor.personId),
    subject: { type: 'meeting', id },
    facts: { meeting: titleFact(meeting), heldOn, startsAt, place },
    key: `${kind} ${id} ${now.getTime()}`,
  })
}

/** The office hears that somebody commented on circulated minutes. */
export async function tellOfComment(
  changing: Changing,
  meeting: MeetingRow,
  { id, unit, words, to }: { id: string; unit: string; words: string; to: readonly string[] },
): Promise<void> {
  await tell(changing, {
    kind: 'minutesCommented',
    to: to.filter((personId) => personId !== changing.actor.personId),
    subject: { type: 'meeting', id: meeting.id },
    facts: { meeting: titleFact(meeting), unit, words },
    key: `minutesCommented ${id}`,
  })
}

const titleFact = ({ year, number }: MeetingRow): string => meetingTitle(year, number, 'zh')
