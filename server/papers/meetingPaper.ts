import { hasRole } from '#domain/access/actor.ts'
import { agendaPaper } from '#domain/papers/agendaPaper.ts'
import { asksPaper } from '#domain/papers/asksPaper.ts'
import { briefPaper } from '#domain/papers/briefPaper.ts'
import { meetingName, type MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import { minutesPaper } from '#domain/papers/minutesPaper.ts'
import type { Paper } from '#domain/papers/paper.ts'
import { type PaperFacts, TEMPLATE_DATA } from '#domain/papers/templateData.ts'
import { Refusal } from '#domain/refusal.ts'
import { DOCX_MEDIA_TYPE } from '../exports/docx.ts'
import type { FileAnswer, Reading } from '../http/context.ts'
import { found } from '../meetings/events.ts'
import { FACTS_OF, type Wanted } from './facts.ts'
import type { Press } from './press.ts'
import { findTemplateFile, findTemplateInUse } from './templates.queries.ts'

type Making<Kind extends MeetingPaperKind> = {
  name: string
  /** The name of one unit's paper. */
  oneName: string
  builtIn: (facts: PaperFacts[Kind], wanted: Wanted) => Paper
}
const MAKING: { [Kind in MeetingPaperKind]: Making<Kind> } = {
  agenda: { name: '议程', oneName: '议程', builtIn: agendaPaper },
  brief: {
    name: '简报',
    oneName: '单位简报',
    builtIn: (facts, { unitId }) => briefPaper(facts, unitId === null ? 'book' : 'page'),
  },
  minutes: { name: '纪要', oneName: '纪要', builtIn: minutesPaper },
  asks: { name: '交办清单', oneName: '单位交办清单', builtIn: asksPaper },
}

/** What is asked for: `template` a version to look at, 0 the built-in paper; undefined what is in use. */
export type Asked<Kind extends MeetingPaperKind = MeetingPaperKind> = {
  meetingId: string
  kind: Kind
  unitId: string | null
  template: number | undefined
}

/** A meeting's paper, in Chinese whoever asks. Refuses not_found where there is nothing to print, office_only. */
export async function paperOfMeeting<Kind extends MeetingPaperKind>(
  reading: Reading,
  press: Press,
  { meetingId, kind, unitId, template }: Asked<Kind>,
): Promise<FileAnswer> {
  const wanted = { meeting: await found(reading.db, reading.actor, meetingId), unitId }
  const file = await templateOf(reading, kind, template)
  const facts = await FACTS_OF[kind](reading, wanted)
  const { name, oneName, builtIn } = MAKING[kind]
  return {
    name: `${meetingName(wanted.meeting)}${unitId === null ? name : oneName}.docx`,
    mediaType: DOCX_MEDIA_TYPE,
    bytes: file ? await press.fill(file, TEMPLATE_DATA[kind](facts)) : await press.write(builtIn(facts, wanted)),
  }
}

async function templateOf(
  { db, actor }: Reading,
  kind: MeetingPaperKind,
  template: number | undefined,
): Promise<Uint8Array | undefined> {
  if (template === undefined) return (await findTemplateInUse(db, actor, kind))?.bytes
  if (!hasRole(actor, 'supervisionOffice')) throw new Refusal('office_only')
  if (template === 0) return undefined
  const file = await findTemplateFile(db, actor, kind, template)
  if (!file) throw new Refusal('not_found')
  return file.bytes
}
