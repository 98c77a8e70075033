import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { RulingFacts, RulingKind, RulingSupport } from '#domain/meetings/ruling.ts'
import type { Db, Tx } from '../db/db.ts'
import { seesDifficulty } from '../difficulties/visible.queries.ts'
import { visibleTo } from '../tasks/visible.queries.ts'

type Name = { id: string; name: string }

/** A ruling with what its standing rests on. */
export type KnownRuling = RulingFacts & {
  id: string
  meetingId: string
  year: number
  meetingNumber: number
  number: number
  sentence: string
  leadUnitId: string
}

const FACTS = sql`
  r.id, r.meeting_id, r.number, r.sentence, r.lead_unit_id, r.due_on, r.becomes,
  case when t.id is not null then json_build_object('state', t.state, 'currentDueOn', t.current_due_on) end as task,
  case when d.id is not null then json_build_object('state', d.state, 'dueOn', d.ruling_due_on) end as difficulty`
const JOINED = sql`
  from meeting_ruling r
  left join task t on t.organization_id = r.organization_id and t.id = r.task_id
  left join difficulty d on d.organization_id = r.organization_id and d.id = r.difficulty_id and r.becomes = 'difficultyAnswer'`

async function loadKnown(db: Db, organizationId: string, condition: RawBuilder<unknown>): Promise<KnownRuling[]> {
  const { rows } = await sql<KnownRuling>`
    select ${FACTS}, m.year, m.number as meeting_number ${JOINED}
    join joint_meeting m on m.organization_id = r.organization_id and m.id = r.meeting_id
    where r.organization_id = ${organizationId} and ${condition}
    order by m.held_on, m.number, r.number`.execute(db)
  return rows
}

/** The rulings of meetings, for counting how far they have come. */
export const loadRulingsOf = (db: Db, organizationId: string, meetingIds: readonly string[]): Promise<KnownRuling[]> =>
  meetingIds.length === 0
    ? Promise.resolve([])
    : loadKnown(db, organizationId, sql`r.meeting_id = any(${[...meetingIds]}::uuid[])`)

/** The rulings of every meeting before a day, other than one: what a meeting opens with, once what is done is left out. */
export const loadRulingsBefore = (
  db: Db,
  organizationId: string,
  { id, heldOn, planYear }: { id: string; heldOn: Day; planYear: number },
): Promise<KnownRuling[]> =>
  loadKnown(
    db,
    organizationId,
    sql`m.id <> ${id} and m.held_on <= ${heldOn} and m.year >= ${planYear - 1} and m.began_at is not null`,
  )

/** A ruling with the names around it, as the actor may see what it became. */
export type RulingRow = RulingFacts & {
  id: string
  number: number
  sentence: string
  lead: Name
  supports: { unit: Name; deliverable: string; dueOn: Day | null }[]
  taskSeen: { id: string; code: string; title: string } | null
  difficultySeen: { id: string; title: string } | null
  /** What it is about in words: a difficulty's title, or the title of the task it was spoken about; of nothing restricted. */
  about: string | null
  confirmedBy: Name
  readBack: boolean
  madeAt: Date
}

/** The rulings of a meeting that the actor may see, in their order. */
export async function findRulings(db: Db, actor: Actor, meetingId: string): Promise<RulingRow[]> {
  const { rows } = await sql<RulingRow>`
    select ${FACTS}, json_build_object('id', u.id, 'name', u.short_name) as lead,
      coalesce((select json_agg(json_build_object('unit', json_build_object('id', v.id, 'name', v.short_name),
          'deliverable', s.deliverable, 'dueOn', s.due_on) order by v.position, v.id)
        from meeting_ruling_support s join unit v on v.organization_id = s.organization_id and v.id = s.unit_id
        where s.organization_id = r.organization_id and s.ruling_id = r.id), '[]') as supports,
      case when t.id is not null and ${visibleTo(actor)}
        then json_build_object('id', t.id, 'code', t.code, 'title', t.title) end as task_seen,
      (select json_build_object('id', d.id, 'title', d.title) from task t
        where t.organization_id = d.organization_id and t.id = d.task_id and ${seesDifficulty(actor)}) as difficulty_seen,
      (select coalesce(d.title, b.title) from task b where b.organization_id = r.organization_id
        and b.id = coalesce(r.subject_task_id, d.task_id) and not b.restricted) as about,
      (select json_build_object('id', p.id, 'name', p.name) from person p
        where p.organization_id = r.organization_id and p.id = r.confirmed_by) as confirmed_by,
      r.read_back, r.made_at
    ${JOINED}
    join unit u on u.organization_id = r.organization_id and u.id = r.lead_unit_id
    where r.organization_id = ${actor.organizationId} and r.meeting_id = ${meetingId}
    order by r.number`.execute(db)
  return rows
}

/** A ruling that was made under this id before, whatever it says. */
export async function findMadeRuling(db: Db, actor: Actor, rulingId: string) {
  return db
    .selectFrom('meetingRuling')
    .select(['id', 'meetingId', 'number', 'taskId', 'difficultyId'])
    .where('organizationId', '=', actor.organizationId)
    .where('id', '=', rulingId)
    .executeTakeFirst()
}

export type NewRuling = {
  id: string
  meetingId: string
  sentence: string
  leadUnitId: string
  dueOn: Day
  becomes: RulingKind
  itemKey: string | null
  difficultyId: string | null
  taskId: string | null
  subjectTaskId: string | null
  confirmedBy: string
  readBack: boolean
  madeBy: string
  madeAt: Date
  madeOn: Day
}

/** Writes a ruling down under the meeting's next number; the meeting is locked. */
export async function addRuling(
  tx: Tx,
  organizationId: string,
  ruling: NewRuling,
  supports: readonly RulingSupport[],
): Promise<number> {
  const { number } = await tx
    .insertInto('meetingRuling')
    .values({
      ...ruling,
      organizationId,
      number: sql<number>`(select coalesce(max(number), 0) + 1 from meeting_ruling
        where organization_id = ${organizationId} and meeting_id = ${ruling.meetingId})`,
    })
    .returning('number')
    .executeTakeFirstOrThrow()
  if (supports.length > 0)
    await tx
      .insertInto('meetingRulingSupport')
      .values(supports.map((support) => ({ ...support, organizationId, rulingId: ruling.id })))
      .execute()
  return number
}

/** The task that a ruling is about, by itself or by a difficulty of it; undefined where the actor may see none. */
export async function findSubjectTask(
  db: Db,
  actor: Actor,
  { taskId, difficultyId }: { taskId: string | null; difficultyId: string | null },
): Promise<{ id: string; restricted: boolean } | undefined> {
  const { organizationId } = actor
  const { rows } = await sql<{ id: string; restricted: boolean }>`
    select t.id, t.restricted from task t
    where t.organization_id = ${organizationId} and ${visibleTo(actor)} and t.id = coalesce(${taskId}::uuid,
      (select d.task_id from difficulty d where d.organization_id = ${organizationId} and d.id = ${difficultyId}::uuid))`.execute(
    db,
  )
  return rows[0]
}

/**
 * The pillar in which a ruling's task belongs: that of the task it was spoken about, else the one in which its lead has
 * most tasks, else the plan's first; null where the plan has none.
 */
export async function findPillarOfRuling(
  db: Db,
  actor: Actor,
  { planId, leadUnitId, subjectTaskId }: { planId: string; leadUnitId: string; subjectTaskId: string | null },
): Promise<string | null> {
  const { organizationId } = actor
  const { rows } = await sql<{ pillarId: string | null }>`
    select coalesce(
      (select t.pillar_id from task t join pillar p on p.organization_id = t.organization_id and p.id = t.pillar_id
        where t.organization_id = ${organizationId} and t.id = ${subjectTaskId}::uuid and t.plan_id = ${planId}
          and p.retired_at is null),
      (select t.pillar_id from task t join pillar p on p.organization_id = t.organization_id and p.id = t.pillar_id
        where t.organization_id = ${organizationId} and t.plan_id = ${planId} and t.lead_unit_id = ${leadUnitId}
          and p.retired_at is null
        group by t.pillar_id, p.position order by count(*) desc, p.position limit 1),
      (select p.id from pillar p where p.organization_id = ${organizationId} and p.plan_id = ${planId}
        and p.retired_at is null order by p.position, p.id limit 1)) as pillar_id`.execute(db)
  return rows[0]?.pillarId ?? null
}

/** A leader as one who rules; undefined where the person is none. */
export async function findLeader(db: Db, actor: Actor, personId: string): Promise<Actor | undefined> {
  const { organizationId } = actor
  const { rows } = await sql<Pick<Actor, 'name' | 'posts'>>`
    select p.name, json_agg(json_build_object('role', o.role, 'unitId', o.unit_id)) as posts
    from person p join post o on o.organization_id = p.organization_id and o.person_id = p.id and o.ended_at is null
    where p.organization_id = ${organizationId} and p.id = ${personId}
    group by p.id, p.name having bool_or(o.role in ('principalLeader', 'leaderInCharge'))`.execute(db)
  return rows[0] && { ...rows[0], organizationId, personId, portfolio: { unitIds: [], pillarIds: [] } }
}
