import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { DifficultyCause, DifficultyKind, DifficultyState, Level } from '#domain/difficulties/difficulty.ts'
import type { Light } from '#domain/lights/light.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import type { Db } from '../db/db.ts'
import { visibleTo } from '../tasks/visible.queries.ts'
import { factColumns, type FactsRow } from './difficulties.queries.ts'
import { concerns, owedTo, seesDifficulty, waitsOn } from './visible.queries.ts'

export type Person = Ref & { title: string }

/** A difficulty with the names around it. */
export type DifficultyRow = FactsRow & {
  kind: DifficultyKind
  cause: DifficultyCause
  wantedOn: Day
  raisedOn: Day
  lightAtRaising: Light
  taskCode: string
  taskTitle: string
  taskVisible: boolean
  raisedUnit: Ref
  raiser: Ref
  counterpart: Ref | null
  rulingUnit: Ref | null
  leader: Person | null
  /** Heads of the unit a clock can run against: the one that raised it, was asked, or puts the ruling into effect. */
  heads: (Person & { unitId: string })[]
  /** Names of the units it was asked of. */
  askedUnits: Ref[]
}

const unitRef = (id: RawBuilder<unknown>) => sql`(
  select json_build_object('id', u.id, 'name', u.short_name) from unit u
  where u.organization_id = d.organization_id and u.id = ${id})`

const rowColumns = (actor: Actor) => sql`${factColumns},
  d.kind, d.cause, d.wanted_on, d.raised_on, d.light_at_raising, t.code as task_code, t.title as task_title,
  ${visibleTo(actor)} as task_visible, ${unitRef(sql`d.raised_unit_id`)} as raised_unit,
  ${unitRef(sql`d.counterpart_id`)} as counterpart, ${unitRef(sql`d.ruling_unit_id`)} as ruling_unit,
  (select json_build_object('id', p.id, 'name', p.name) from person p
    where p.organization_id = d.organization_id and p.id = d.raised_by) as raiser,
  (select json_build_object('id', p.id, 'name', p.name, 'title', coalesce((select o.title from post o
      where o.organization_id = p.organization_id and o.person_id = p.id and o.role = 'leaderInCharge'
        and o.ended_at is null order by o.id limit 1), '')) from person p
    where p.organization_id = d.organization_id and p.id = t.leader_id) as leader,
  coalesce((select json_agg(json_build_object('id', p.id, 'name', p.name, 'title', o.title, 'unitId', o.unit_id)
      order by p.position, p.id)
    from post o join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.organization_id = d.organization_id and o.role = 'unitHead' and o.ended_at is null
      and o.unit_id in (d.raised_unit_id, d.counterpart_id, d.ruling_unit_id)), '[]') as heads,
  coalesce((select json_agg(json_build_object('id', u.id, 'name', u.short_name)) from unit u
    where u.organization_id = d.organization_id and u.id = any(d.asked_unit_ids || d.raised_unit_id)), '[]') as asked_units`

export type ListFilter = {
  scope: 'open' | 'ended'
  level?: number | undefined
  taskId?: string | undefined
  unitId?: string | undefined
  waiting?: 'mine' | 'onOthers' | undefined
}
/** Where the page before ended. */
export type ListKey = { level: number; enteredOn: Day; id: string }

const SCOPES = {
  open: sql`d.state in ('raised', 'triaged', 'ruled', 'inExecution', 'solved')`,
  ended: sql`d.state in ('confirmedByRaiser', 'closed', 'withdrawn')`,
}
const ORDERS = {
  open: sql`d.level, d.entered_on, d.id`,
  ended: sql`d.entered_on desc, d.id desc`,
}
const beyond = (scope: ListFilter['scope'], { level, enteredOn, id }: ListKey) =>
  scope === 'open'
    ? sql`(d.level, d.entered_on, d.id) > (${level}::int, ${enteredOn}::date, ${id}::uuid)`
    : sql`(d.entered_on, d.id) < (${enteredOn}::date, ${id}::uuid)`

const joined = sql`difficulty d join task t on t.organization_id = d.organization_id and t.id = d.task_id`

/** Difficulties that the actor may see, the next `limit` after a key. */
export async function findDifficulties(
  db: Db,
  actor: Actor,
  filter: ListFilter,
  after: ListKey | null,
  limit: number,
): Promise<DifficultyRow[]> {
  const conditions = [
    sql`d.organization_id = ${actor.organizationId}`,
    SCOPES[filter.scope],
    seesDifficulty(actor),
    ...(filter.level ? [sql`d.level = ${filter.level}`] : []),
    ...(filter.taskId ? [sql`d.task_id = ${filter.taskId}`] : []),
    ...(filter.unitId ? [concerns([filter.unitId])] : []),
    ...(filter.waiting === 'mine' ? [waitsOn(actor)] : []),
    ...(filter.waiting === 'onOthers' ? [owedTo(actor)] : []),
    ...(after ? [beyond(filter.scope, after)] : []),
  ]
  const { rows } = await sql<DifficultyRow>`
    select ${rowColumns(actor)} from ${joined} where ${sql.join(conditions, sql` and `)}
    order by ${ORDERS[filter.scope]} limit ${limit}`.execute(db)
  return rows
}

export type PageRow = DifficultyRow & { ask: string; consequence: string; tried: string }

/** One difficulty that the actor may see; undefined where there is none. */
export async function findDifficulty(db: Db, actor: Actor, difficultyId: string): Promise<PageRow | undefined> {
  const { rows } = await sql<PageRow>`
    select ${rowColumns(actor)}, d.ask, d.consequence, d.tried from ${joined}
    where d.organization_id = ${actor.organizationId} and d.id = ${difficultyId} and ${seesDifficulty(actor)}`.execute(
    db,
  )
  return rows[0]
}

/** The principal leaders in their official order. */
export async function findPrincipals(db: Db, actor: Actor): Promise<Person[]> {
  const { rows } = await sql<Person>`
    select p.id, p.name, o.title from post o
    join person p on p.organization_id = o.organization_id and p.id = o.person_id
    where o.organization_id = ${actor.organizationId} and o.role = 'principalLeader' and o.ended_at is null
    order by p.position, p.id`.execute(db)
  return rows
}

/** Open difficulties that the actor may see, counted by all that their clocks hang on. */
export type ClockGroup = {
  state: DifficultyState
  level: Level
  enteredOn: Day
  rulingDueOn: Day | null
  count: number
}
export async function countClocks(db: Db, actor: Actor): Promise<ClockGroup[]> {
  const { rows } = await sql<ClockGroup>`
    select d.state, d.level, d.entered_on, d.ruling_due_on, count(*)::int as count from ${joined}
    where d.organization_id = ${actor.organizationId} and ${SCOPES.open} and ${seesDifficulty(actor)}
    group by d.state, d.level, d.entered_on, d.ruling_due_on`.execute(db)
  return rows
}
