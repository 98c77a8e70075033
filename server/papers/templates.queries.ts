import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import type { Db, Tx } from '../db/db.ts'

export type TemplateRow = {
  kind: MeetingPaperKind
  ordinal: number
  name: string
  size: number
  digest: string
  by: { id: string; name: string }
  addedAt: Date
}

/** Which version each paper is made with; a paper without one is not named. */
export async function findChoices(db: Db, actor: Actor): Promise<{ kind: MeetingPaperKind; ordinal: number }[]> {
  const { rows } = await sql<{ kind: MeetingPaperKind; ordinal: number }>`
    select kind, ordinal from paper_template_choice
    where organization_id = ${actor.organizationId} and ordinal is not null`.execute(db)
  return rows
}

/** The latest versions of one paper's template, the newest first; the one in use is always among them. */
export async function findTemplates(db: Db, actor: Actor, limit: number): Promise<TemplateRow[]> {
  const { rows } = await sql<TemplateRow>`
    select t.kind, t.ordinal, t.name, t.size, t.digest, t.added_at, json_build_object('id', p.id, 'name', p.name) as by
    from paper_template t
    join person p on p.organization_id = t.organization_id and p.id = t.added_by
    left join paper_template_choice c on c.organization_id = t.organization_id and c.kind = t.kind
    where t.organization_id = ${actor.organizationId} and (c.ordinal = t.ordinal or t.ordinal > (
      select max(x.ordinal) from paper_template x where x.organization_id = t.organization_id and x.kind = t.kind
    ) - ${limit})
    order by t.kind, t.ordinal desc`.execute(db)
  return rows
}

/** A version's file; undefined where there is none. */
export async function findTemplateFile(
  db: Db,
  actor: Actor,
  kind: MeetingPaperKind,
  ordinal: number,
): Promise<{ name: string; bytes: Buffer } | undefined> {
  return db
    .selectFrom('paperTemplate')
    .select(['name', 'bytes'])
    .where('organizationId', '=', actor.organizationId)
    .where('kind', '=', kind)
    .where('ordinal', '=', ordinal)
    .executeTakeFirst()
}

/** The file of the version in use; undefined where the paper is the built-in one. */
export async function findTemplateInUse(
  db: Db,
  actor: Actor,
  kind: MeetingPaperKind,
): Promise<{ bytes: Buffer } | undefined> {
  const { rows } = await sql<{ bytes: Buffer }>`
    select t.bytes from paper_template_choice c
    join paper_template t on t.organization_id = c.organization_id and t.kind = c.kind and t.ordinal = c.ordinal
    where c.organization_id = ${actor.organizationId} and c.kind = ${kind}`.execute(db)
  return rows[0]
}

/** Locks what a paper is made with, and gives the version; two uploads of one paper come one after the other. */
export async function lockChoice(tx: Tx, actor: Actor, kind: MeetingPaperKind, since: Date): Promise<number | null> {
  const { rows } = await sql<{ ordinal: number | null }>`
    insert into paper_template_choice (organization_id, kind, since)
    values (${actor.organizationId}, ${kind}, ${since})
    on conflict (organization_id, kind) do update set since = paper_template_choice.since
    returning ordinal`.execute(tx)
  return rows[0]?.ordinal ?? null
}

/** Keeps a file as the next version of a locked paper. */
export async function addTemplate(
  tx: Tx,
  organizationId: string,
  template: {
    kind: MeetingPaperKind
    name: string
    bytes: Buffer
    size: number
    digest: string
    addedBy: string
    addedAt: Date
  },
): Promise<number> {
  const { ordinal } = await tx
    .insertInto('paperTemplate')
    .values({
      ...template,
      organizationId,
      ordinal: sql<number>`(select coalesce(max(ordinal), 0) + 1 from paper_template
        where organization_id = ${organizationId} and kind = ${template.kind})`,
    })
    .returning('ordinal')
    .executeTakeFirstOrThrow()
  return ordinal
}

export async function saveChoice(
  tx: Tx,
  organizationId: string,
  kind: MeetingPaperKind,
  ordinal: number | null,
  since: Date,
): Promise<void> {
  await tx
    .updateTable('paperTemplateChoice')
    .set({ ordinal, since })
    .where('organizationId', '=', organizationId)
    .where('kind', '=', kind)
    .execute()
}
