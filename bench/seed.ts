import { sql } from 'kysely'
import { digestOf } from '#server/auth/secrets.ts'
import type { Db } from '#server/db/db.ts'
import { seal } from '#server/journal/seal.ts'
import { addDays } from '#domain/calendar/calendar.ts'
import { gramsOf } from '#domain/tasks/search.ts'
import { advanceStandings } from '#server/tasks/standing.ts'

/** The size that other products were measured at: 200 people, 10,000 tasks, 30,000 entries. */
const SIZE = { units: 40, people: 200, tasks: 10_000, milestonesPerTask: 4, entriesPerTask: 3 } as const

const MANY_TASKS = 800

export type Seeded = {
  organizationId: string
  planId: string
  year: number
  pillarIds: string[]
  unitIds: string[]
  /** A task that unit 0 leads and is working on, with its unit and the open period. */
  taskIds: string[]
  /** More tasks than a process keeps pages of. */
  manyTaskIds: string[]
  /** Drafts with all that registering them asks for. */
  draftIds: string[]
  periodId: string
  /** Session secrets: the office, and the liaison of unit 0. */
  office: string
  liaison: string
  leaderId: string
}

/** A district of {@link SIZE} and some drafts, written with SQL of its own; the lights are worked out by the product. */
export async function seed(db: Db, today: string, draftCount: number): Promise<Seeded> {
  const year = Number(today.slice(0, 4))
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name: '基准区' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const unitIds = await seedUnits(db, organizationId)
  const { leaderId, personIds } = await seedPeople(db, organizationId, unitIds)
  const { planId, pillarIds, periodIds } = await seedPlan(db, organizationId, year, today)
  const ground = { organizationId, planId, pillarIds, unitIds, leaderId, assigneeId: personIds[0] ?? '', year }
  await seedTasks(db, ground)
  await seedFacts(db, organizationId, periodIds.slice(0, SIZE.entriesPerTask), year)
  await seedDrafts(db, ground, draftCount)
  await seedJournal(db, organizationId)
  await sql`analyze`.execute(db)
  await advanceStandings(db, organizationId, today)
  await sql`vacuum analyze`.execute(db)
  const own = await db
    .selectFrom('task')
    .select('id')
    .where('leadUnitId', '=', unitIds[0] ?? '')
    .orderBy('code')
    .limit(50)
    .execute()
  const many = await db
    .selectFrom('task')
    .select('id')
    .where('state', '=', 'inProgress')
    .orderBy('code')
    .limit(MANY_TASKS)
    .execute()
  const drafts = await db.selectFrom('task').select('id').where('state', '=', 'draft').orderBy('code').execute()
  return {
    organizationId,
    planId,
    year,
    pillarIds,
    unitIds,
    taskIds: own.map(({ id }) => id),
    manyTaskIds: many.map(({ id }) => id),
    draftIds: drafts.map(({ id }) => id),
    periodId: periodIds[3] ?? '',
    office: await signIn(db, organizationId, personIds[1] ?? ''),
    liaison: await signIn(db, organizationId, personIds[2] ?? ''),
    leaderId,
  }
}

async function seedUnits(db: Db, organizationId: string): Promise<string[]> {
  const units = Array.from({ length: SIZE.units }, (_, index) => ({
    organizationId,
    name: `第${index + 1}局`,
    shortName: `${index + 1}局`,
    kind: 'government' as const,
    groupName: '政府部门',
    position: index + 1,
  }))
  return (await db.insertInto('unit').values(units).returning('id').execute()).map(({ id }) => id)
}

async function seedPeople(db: Db, organizationId: string, unitIds: readonly string[]) {
  const people = Array.from({ length: SIZE.people }, (_, index) => ({
    organizationId,
    name: `人员${index + 1}`,
    userName: `person-${index + 1}`,
  }))
  const personIds = (await db.insertInto('person').values(people).returning('id').execute()).map(({ id }) => id)
  await db
    .insertInto('account')
    .values(personIds.map((personId) => ({ organizationId, personId, passwordDigest: 'none', mustChange: false })))
    .execute()
  const post = (
    at: number,
    role: 'assignee' | 'supervisionOffice' | 'liaison' | 'leaderInCharge',
    unitId: string | null,
  ) => ({
    organizationId,
    personId: personIds[at] ?? '',
    role,
    unitId,
  })
  await db
    .insertInto('post')
    .values([
      post(0, 'assignee', unitIds[0] ?? ''),
      post(1, 'supervisionOffice', null),
      post(2, 'liaison', unitIds[0] ?? ''),
      post(3, 'leaderInCharge', null),
    ])
    .execute()
  return { personIds, leaderId: personIds[3] ?? '' }
}

async function seedPlan(db: Db, organizationId: string, year: number, today: string) {
  const { id: planId } = await db
    .insertInto('plan')
    .values({ organizationId, year, state: 'approved', createdAt: new Date() })
    .returning('id')
    .executeTakeFirstOrThrow()
  const marks = ['党', '工', '商', '文', '交', '环', '健', '安']
  const pillars = marks.map((mark, index) => ({
    organizationId,
    planId,
    position: index + 1,
    name: `${mark}板块`,
    mark,
    lastNumber: SIZE.tasks,
  }))
  const pillarIds = (await db.insertInto('pillar').values(pillars).returning('id').execute()).map(({ id }) => id)
  const ends = ['03-31', '06-30', '09-30', '12-31']
  const periods = ends.map((end, index) => ({
    organizationId,
    planId,
    kind: 'quarter' as const,
    number: index + 1,
    startsOn: `${year}-${String(index * 3 + 1).padStart(2, '0')}-01`,
    endsOn: `${year}-${end}`,
    // The last one is open today, whatever the day, so that a row can be saved.
    opensOn: index === 3 ? addDays(today, -1) : `${year}-${end}`,
    closesOn: index === 3 ? addDays(today, 10) : `${year}-${end}`,
  }))
  const periodIds = (await db.insertInto('period').values(periods).returning('id').execute()).map(({ id }) => id)
  return { planId, pillarIds, periodIds }
}

type Ground = {
  organizationId: string
  planId: string
  pillarIds: readonly string[]
  unitIds: readonly string[]
  leaderId: string
  assigneeId: string
  year: number
}

const sinceOf = (year: number): Date => new Date(`${year}-01-10T09:00:00+08:00`)

function taskRow({ organizationId, planId, pillarIds, unitIds, leaderId, assigneeId, year }: Ground, number: number) {
  const code = `${year % 100}-基-${String(number).padStart(5, '0')}`
  const title = `完成第 ${number} 号改造工程 ${(number % 90) + 10} 处并通过验收`
  const dueOn = `${year}-12-${String((number % 28) + 1).padStart(2, '0')}`
  return {
    organizationId,
    planId,
    code,
    title,
    pillarId: pillarIds[number % pillarIds.length] ?? '',
    kind: 'project' as const,
    evidence: '验收单',
    leadUnitId: unitIds[number % unitIds.length] ?? '',
    leaderId,
    assigneeId,
    startsOn: `${year}-01-10`,
    originalDueOn: dueOn,
    currentDueOn: dueOn,
    searchGrams: gramsOf(code, title),
    since: sinceOf(year),
  }
}

async function seedTasks(db: Db, ground: Ground): Promise<void> {
  for (let from = 1; from <= SIZE.tasks; from += 1000) {
    const rows = Array.from({ length: 1000 }, (_, at) => ({
      ...taskRow(ground, from + at),
      state: 'inProgress' as const,
    }))
    await db.insertInto('task').values(rows).execute()
  }
}

async function seedDrafts(db: Db, ground: Ground, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({
    ...taskRow(ground, SIZE.tasks + 1 + at),
    state: 'draft' as const,
  }))
  await db.insertInto('task').values(rows).execute()
  await sql`
    insert into milestone (organization_id, task_id, position, title, weight, original_due_on, current_due_on, since)
    select t.organization_id, t.id, n, '节点' || n, 50, t.original_due_on, t.original_due_on, t.since
    from task t, generate_series(1, 2) n where t.state = 'draft'`.execute(db)
}

async function seedFacts(db: Db, organizationId: string, periodIds: readonly string[], year: number): Promise<void> {
  await sql`
    insert into milestone (organization_id, task_id, position, title, weight, original_due_on, current_due_on, state, submitted_on, done_on, accepted_at, since)
    select t.organization_id, t.id, n, '节点' || n, 25, d.due, d.due,
      case when n < 4 then 'accepted' else 'pending' end, case when n < 4 then d.due - 2 end,
      case when n < 4 then d.due - 2 end, case when n < 4 then d.due::timestamptz end, t.since
    from task t, generate_series(1, ${SIZE.milestonesPerTask}::int) n,
      lateral (select (${`${year}-01-28`}::date + (n * 80)) as due) d
    where t.organization_id = ${organizationId}`.execute(db)
  await sql`
    insert into report_entry (organization_id, period_id, unit_id, task_id, actual_share, done, next_step, evidence, confidence, state, submitted_on, decided_on, since)
    select t.organization_id, p.id, t.lead_unit_id, t.id, least(100, p.number * 25), array['完成阶段工程量，质量抽检合格'], '继续推进下一阶段施工',
      '监理月报', 'green', 'accepted', p.ends_on, p.ends_on, t.since
    from task t, period p
    where t.organization_id = ${organizationId} and p.id = any(${[...periodIds]}::uuid[])`.execute(db)
}

/** One entry for each report, in the chain: what a year leaves behind, and what each look-up in the journal passes over. */
async function seedJournal(db: Db, organizationId: string): Promise<void> {
  await sql`
    insert into journal_entry (organization_id, happened_at, person_name, origin, request_id, action, subject_type, subject_id, after)
    select e.organization_id, e.since, '人员', 'web 127.0.0.1', 'seed', 'report.saved', 'reportEntry', e.id,
      jsonb_build_object('actualShare', e.actual_share, 'taskId', e.task_id)
    from report_entry e where e.organization_id = ${organizationId}`.execute(db)
  await seal(db, organizationId)
}

async function signIn(db: Db, organizationId: string, personId: string): Promise<string> {
  const secret = `bench-${personId}`
  const now = new Date()
  const expiresAt = new Date(now.getTime() + 86_400_000)
  await db
    .insertInto('session')
    .values({ organizationId, personId, digest: digestOf(secret), createdAt: now, seenAt: now, expiresAt })
    .execute()
  return secret
}
