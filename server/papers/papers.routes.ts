import { MEETING_PAPERS, type MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import {
  addPaperTemplate,
  choosePaperTemplate,
  getMeetingPaper,
  getPaperTemplate,
  listPaperTemplates,
} from '#domain/papers/papers.contract.ts'
import { starterPaper } from '#domain/papers/starters.ts'
import { Refusal } from '#domain/refusal.ts'
import { DOCX_MEDIA_TYPE, writeDocx } from '../exports/docx.ts'
import type { Changing, FileAnswer, Reading } from '../http/context.ts'
import { change, changeAfter, download, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { ensureStandings } from '../tasks/standing.ts'
import { paperOfMeeting } from './meetingPaper.ts'
import {
  addTemplate,
  findChoices,
  findTemplateFile,
  findTemplates,
  lockChoice,
  saveChoice,
} from './templates.queries.ts'
import { openPress } from './press.ts'

/** Versions of a template that its page lists. */
const SHOWN_VERSIONS = 20

/** Papers of a meeting, and the templates an office puts in the place of the built-in ones. */
export function paperRoutes(served: Served): void {
  const press = openPress()
  served.app.addHook('onClose', () => press.close())

  download(served, getMeetingPaper, async ({ params, query, ...reading }) => {
    await ensureStandings(reading.db, reading)
    return paperOfMeeting(reading, press, { ...params, unitId: query.unitId ?? null, template: query.template })
  })
  read(served, listPaperTemplates, async ({ db, actor }) => {
    const choices = await findChoices(db, actor)
    const versions = await findTemplates(db, actor, SHOWN_VERSIONS)
    return {
      items: MEETING_PAPERS.map((kind) => ({
        kind,
        inUse: choices.find((choice) => choice.kind === kind)?.ordinal ?? null,
        versions: versions
          .filter((version) => version.kind === kind)
          .map((version) => ({ ...version, addedAt: version.addedAt.toISOString() })),
      })),
    }
  })
  changeAfter(
    served,
    addPaperTemplate,
    ({ bytes, params }) => press.check(bytes, params.kind),
    ({ params, query, bytes, ...changing }, digest) =>
      keepTemplate(changing, { kind: params.kind, name: query.name, bytes, digest }),
  )
  change(served, choosePaperTemplate, ({ params, body, ...changing }) => choose(changing, params.kind, body.ordinal))
  download(served, getPaperTemplate, ({ params, query, ...reading }) =>
    fileOf(reading, params.kind, query.ordinal ?? null),
  )
}

async function keepTemplate(
  changing: Changing,
  { bytes, ...file }: { kind: MeetingPaperKind; name: string; bytes: Uint8Array; digest: string },
) {
  const { tx, actor, now } = changing
  const { kind, name, digest } = file
  await lockChoice(tx, actor, kind, now)
  const ordinal = await addTemplate(tx, actor.organizationId, {
    ...file,
    bytes: Buffer.from(bytes),
    size: bytes.length,
    addedBy: actor.personId,
    addedAt: now,
  })
  await record(changing, {
    action: 'paperTemplate.added',
    subjectType: 'paperTemplate',
    subjectId: `${kind} ${ordinal}`,
    after: { kind, ordinal, name, digest },
  })
  return { kind, ordinal, digest }
}

async function choose(changing: Changing, kind: MeetingPaperKind, ordinal: number | null) {
  const { tx, actor, now } = changing
  const before = await lockChoice(tx, actor, kind, now)
  if (ordinal !== null && !(await findTemplateFile(tx, actor, kind, ordinal))) throw new Refusal('not_found')
  if (before === ordinal) return { kind, inUse: ordinal }
  await saveChoice(tx, actor.organizationId, kind, ordinal, now)
  await record(changing, {
    action: 'paperTemplate.chosen',
    subjectType: 'paperTemplate',
    subjectId: `${kind} ${ordinal ?? 0}`,
    before: { ordinal: before },
    after: { ordinal },
  })
  return { kind, inUse: ordinal }
}

async function fileOf({ db, actor }: Reading, kind: MeetingPaperKind, ordinal: number | null): Promise<FileAnswer> {
  if (ordinal === null)
    return { name: `sample-${kind}.docx`, mediaType: DOCX_MEDIA_TYPE, bytes: await writeDocx(starterPaper(kind)) }
  const file = await findTemplateFile(db, actor, kind, ordinal)
  if (!file) throw new Refusal('not_found')
  return { name: file.name, mediaType: DOCX_MEDIA_TYPE, bytes: file.bytes }
}
