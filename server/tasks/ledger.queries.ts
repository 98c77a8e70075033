import { sql, type RawBuilder } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import { seesWholeBoard, unitIdsOf } from '#domain/access/actor.ts'
import type { Light } from '#domain/lights/light.ts'
import type { LedgerFilter, LedgerGroup, LedgerRow, LedgerSort } from '#domain/tasks/ledger.contract.ts'
import { gramsOf, wordsOf } from '#domain/tasks/search.ts'
import { MEASURED_STATES, UNCOUNTED_STATES } from '#domain/tasks/task.ts'
import type { Db } from '../db/db.ts'
import { written } from '../db/written.ts'
import { inList } from './states.queries.ts'
import { isOneOf, visibleTo } from './visible.queries.ts'

/** Whose ledger, and the year that decides which plan is meant where the filter names none. */
export type Asked = { filter: LedgerFilter; year: number }
type Key = string | number

const among = (column: RawBuilder<unknown>, ids: readonly string[] | undefined) =>
  ids && ids.length > 0 ? [sql<boolean>`${column} = any(${[...ids]})`] : []

/** The plan meant: the one named, else the year's, else the latest. */
const planOf = (organizationId: string, { filter, year }: Asked) =>
  filter.planId
    ? sql`${filter.planId}::uuid`
    : sql`(select l.id from plan l where l.organization_id = ${organizationId} order by (l.year = ${year}) desc, l.year desc limit 1)`

const supports = (organizationId: string, unitIds: readonly string[]) => sql`
  select s.task_id from task_support s
  where s.organization_id = ${organizationId} and s.unit_id = any(${[...unitIds]}::uuid[]) and not s.retired`

/** Joins task `t` to its standing `s`, whose light the filter may name. */
const withStanding = ({ organizationId }: Actor, asked: Asked) => sql`
  join task_standing s on s.organization_id = ${organizationId} and s.plan_id = ${planOf(organizationId, asked)}
    and s.task_id = t.id ${ofLights(asked.filter.light)} ${asked.filter.flag ? FLAGGED[asked.filter.flag] : sql``}`

const FLAGGED: Record<NonNullable<LedgerFilter['flag']>, RawBuilder<unknown>> = {
  acknowledgeLate: sql`and s.acknowledge_late`,
  verification: sql`and s.verification is not null`,
}

// Said as they are, so that each has a plan of its own: few tasks are red, and many are not.
const ofLights = (lights: LedgerFilter['light']) =>
  lights && lights.length > 0 ? sql`and s.light in (${sql.join(lights.map((light) => sql.lit(light)))})` : sql``

/** All else that must hold of task `t`, the actor's sight included. */
function conditions(actor: Actor, asked: Asked): RawBuilder<boolean> {
  const { filter } = asked
  const { organizationId } = actor
  return sql.join(
    [
      sql<boolean>`t.organization_id = ${organizationId} and t.plan_id = ${planOf(organizationId, asked)}`,
      visibleTo(actor),
      ...among(sql`t.pillar_id::text`, filter.pillarId),
      ...among(sql`t.lead_unit_id::text`, filter.leadUnitId),
      ...among(sql`t.leader_id::text`, filter.leaderId),
      ...among(sql`t.assignee_id::text`, filter.assigneeId),
      ...among(sql`t.kind`, filter.kind),
      ...among(sql`t.source_type`, filter.sourceType),
      ...(filter.state?.length ? among(sql`t.state`, filter.state) : [sql<boolean>`t.state <> 'cancelled'`]),
      ...unitConditions(organizationId, filter),
      ...(filter.importId ? [sql<boolean>`t.import_id = ${filter.importId}`] : []),
      ...(filter.dueFrom ? [sql<boolean>`t.current_due_on >= ${filter.dueFrom}`] : []),
      ...(filter.dueTo ? [sql<boolean>`t.current_due_on <= ${filter.dueTo}`] : []),
      ...(filter.extended ? [sql<boolean>`t.current_due_on > t.original_due_on`] : []),
      ...(filter.restricted ? [sql<boolean>`t.restricted`] : []),
      ...(filter.mine ? [mine(actor)] : []),
      ...wordsOf(filter.q ?? '').map(found),
    ],
    sql` and `,
  )
}

const unitConditions = (organizationId: string, { unitId, supportUnitId }: LedgerFilter): RawBuilder<boolean>[] => [
  ...(unitId?.length
    ? [
        sql<boolean>`t.id in (
          select x.id from task x where x.organization_id = ${organizationId} and x.lead_unit_id = any(${[...unitId]}::uuid[])
          union all ${supports(organizationId, unitId)})`,
      ]
    : []),
  ...(supportUnitId?.length ? [sql<boolean>`t.id in (${supports(organizationId, supportUnitId)})`] : []),
]

/** All that {@link mine} rests on. */
export const mineOf = (actor: Actor): string => JSON.stringify([actor.personId, unitIdsOf(actor), actor.portfolio])

/** What the actor leads, does or oversees, or what a unit of theirs leads. */
function mine(actor: Actor): RawBuilder<boolean> {
  const { unitIds, pillarIds } = actor.portfolio
  const units = [...unitIdsOf(actor), ...unitIds]
  // What names nothing is left out, so that the statement is as good as its values and keeps its plan (decision 0009).
  const ways = [
    sql`t.leader_id = ${actor.personId} or t.assignee_id = ${actor.personId}`,
    ...(units.length > 0 ? [isOneOf(sql`t.lead_unit_id`, units)] : []),
    ...(pillarIds.length > 0 ? [isOneOf(sql`t.pillar_id`, pillarIds)] : []),
  ]
  const isMine = sql.join(ways, sql` or `)
  // What a unit sees is found already: for an index of its own PostgreSQL would take the two for unrelated.
  return seesWholeBoard(actor) ? sql<boolean>`(${isMine})` : sql<boolean>`coalesce(${isMine}, false)`
}

/** The index finds what holds all two-character pieces; the text itself says whether they stand together. */
const found = (word: string): RawBuilder<boolean> => {
  const grams = gramsOf(word)
  const held = sql<boolean>`position(${word} in lower(normalize(t.code || ' ' || t.title, NFKC))) > 0`
  return grams.length === 0 ? held : sql<boolean>`t.search_grams @> ${grams}::text[] and ${held}`
}

type Order = { keys: [RawBuilder<unknown>, RawBuilder<unknown>]; casts: [string, string] }
/** Each order is one index, and the second key makes it whole. */
const ORDERS: Record<LedgerSort, Order> = {
  code: { keys: [sql`t.code`, sql`t.id`], casts: ['text', 'uuid'] },
  due: { keys: [sql`coalesce(t.current_due_on, '9999-12-31'::date)`, sql`t.code`], casts: ['date', 'text'] },
  light: { keys: [sql`s.light_rank`, sql`s.task_code`], casts: ['smallint', 'text'] },
  unit: { keys: [sql`s.unit_position`, sql`s.task_code`], casts: ['int', 'text'] },
  pillar: { keys: [sql`s.pillar_position`, sql`s.task_code`], casts: ['int', 'text'] },
}

export type LedgerPage = {
  asked: Asked
  sort: LedgerSort
  direction: 'asc' | 'desc'
  /** The two keys of the last row of the page before; null for the first page. */
  after: [Key, Key] | null
  limit: number
}
/** A row as it is stored: what it names, it names by id. */
export type StoredRow = Omit<LedgerRow, 'pillar' | 'leadUnit' | 'supportUnits' | 'leader' | 'assignee'> & {
  firstKey: Key
  secondKey: Key
  pillarId: string
  leadUnitId: string | null
  leaderId: string | null
  assigneeId: string | null
  /** With spaces between them. */
  supportUnitIds: string | null
}

/** One page in a deterministic order; one row more than `limit` says that there is another page. */
export async function findLedgerRows(
  db: Db,
  actor: Actor,
  { asked, sort, direction, after, limit }: LedgerPage,
): Promise<StoredRow[]> {
  const { keys, casts } = ORDERS[sort]
  const [first, second] = keys
  const way = sql.raw(direction)
  const [a, b] = casts.map((cast) => sql.raw(cast))
  const beyond = after
    ? sql`and (${first}, ${second}) ${sql.raw(direction === 'asc' ? '>' : '<')} (${after[0]}::${a}, ${after[1]}::${b})`
    : sql``
  const { organizationId } = actor
  const supporting = sql`(select string_agg(x.unit_id::text, ' ') from task_support x
    where x.organization_id = ${organizationId} and x.task_id = t.id and not x.retired) as "supportUnitIds"`
  const cut = (columns: RawBuilder<unknown>, standing: RawBuilder<unknown>) => sql`
    select ${TASK_COLUMNS}, ${columns}, ${first} as "firstKey", ${second} as "secondKey"
    from task t ${standing}
    where ${conditions(actor, asked)} ${beyond}
    order by ${first} ${way}, ${second} ${way} limit ${sql.lit(limit + 1)}`
  const { rows } = hasPlaceInOrder(sort, asked)
    ? await sql<StoredRow>`${cut(sql`${STANDING_COLUMNS}, ${supporting}`, withStanding(actor, asked))}`.execute(db)
    : await sql<StoredRow>`
        with page as materialized (${cut(supporting, sql``)})
        select page.*, ${STANDING_COLUMNS}
        from page join task_standing s on s.organization_id = ${organizationId} and s.task_id = page.id
        order by page."firstKey" ${way}, page."secondKey" ${way}`.execute(db)
  return rows
}

/** Whether the page is cut by what only the standing knows; else it is read for the page's own rows. */
const hasPlaceInOrder = (sort: LedgerSort, { filter }: Asked): boolean =>
  sort === 'light' ||
  sort === 'unit' ||
  sort === 'pillar' ||
  (filter.light?.length ?? 0) > 0 ||
  filter.flag !== undefined

// Named as we have them, so that nobody renames each field of each row of a long page afterwards (server/db/names.ts).
const TASK_COLUMNS = written(sql`
  t.id, t.code, t.title, t.kind, t.state, t.version, t.weight, t.restricted, t.evidence, t.pillar_id as "pillarId",
  t.lead_unit_id as "leadUnitId", t.leader_id as "leaderId", t.assignee_id as "assigneeId",
  t.source_type as "sourceType", t.source_title as "sourceTitle",
  t.original_due_on as "originalDueOn", t.current_due_on as "currentDueOn"`)
const STANDING_COLUMNS = written(sql`
  s.light, s.deadline_light as "deadlineLight", s.trajectory_light as "trajectoryLight",
  s.planned_share as "plannedShare", s.actual_share as "actualShare", s.measured_on as "measuredOn",
  s.on_plan as "onPlan", s.why, s.acknowledge_late as "acknowledgeLate", s.verification`)

/** A group of the ledger counted; `key` is null where the tasks name none. */
export type CountedGroup = {
  key: string | null
  name: string
  taskCount: number
  lightCounts: Record<Light, number>
  countedCount: number
  closedOutCount: number
  activeCount: number
  onPlanCount: number
}

const GROUPS: Record<LedgerGroup, { key: RawBuilder<unknown>; name: RawBuilder<unknown>; place: RawBuilder<unknown> }> =
  {
    none: { key: sql`null::text`, name: sql`''`, place: sql`0::int` },
    source: { key: sql`t.source_type`, name: sql`''`, place: sql`0::int` },
    pillar: {
      key: sql`t.pillar_id`,
      name: sql`(select g.name from pillar g where g.organization_id = c.organization_id and g.id = c.key)`,
      place: sql`(select g.position from pillar g where g.organization_id = c.organization_id and g.id = c.key)`,
    },
    unit: {
      key: sql`t.lead_unit_id`,
      name: sql`(select u.short_name from unit u where u.organization_id = c.organization_id and u.id = c.key)`,
      place: sql`(select u.position from unit u where u.organization_id = c.organization_id and u.id = c.key)`,
    },
    leader: {
      key: sql`t.leader_id`,
      name: sql`(select p.name from person p where p.organization_id = c.organization_id and p.id = c.key)`,
      place: sql`(select p.position from person p where p.organization_id = c.organization_id and p.id = c.key)`,
    },
  }

/** Counts the tasks of a filter by group, in the groups' own order; those that name none come last. */
export async function countLedger(db: Db, actor: Actor, asked: Asked, by: LedgerGroup): Promise<CountedGroup[]> {
  const { key, name, place } = GROUPS[by]
  const light = (word: Light) => sql`count(*) filter (where s.light = ${word})::int`
  const { rows } = await sql<CountedGroup>`
    select c.key::text as key, coalesce(${name}, '') as name, c.task_count, c.light_counts, c.counted_count,
      c.closed_out_count, c.active_count, c.on_plan_count
    from (
      select t.organization_id, ${key} as key, count(*)::int as task_count,
        json_build_object('red', ${light('red')}, 'yellow', ${light('yellow')}, 'green', ${light('green')},
          'blue', ${light('blue')}, 'grey', ${light('grey')}) as light_counts,
        count(*) filter (where t.state not in ${inList(UNCOUNTED_STATES)})::int as counted_count,
        count(*) filter (where t.state = 'closedOut')::int as closed_out_count,
        count(*) filter (where t.state in ${inList(MEASURED_STATES)})::int as active_count,
        count(*) filter (where t.state in ${inList(MEASURED_STATES)} and s.on_plan)::int as on_plan_count
      from task t ${withStanding(actor, asked)}
      where ${conditions(actor, asked)}
      group by t.organization_id, 2) c
    order by ${place} nulls last, c.key::text nulls last`.execute(db)
  return rows
}
