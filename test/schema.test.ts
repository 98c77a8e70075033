import { readFileSync } from 'node:fs'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { glossaryMarkdown } from '#domain/glossary.ts'
import type { Db } from '#server/db/db.ts'
import { printSchema } from '../scripts/database/schema.ts'
import { printTypes } from '../scripts/database/types.ts'
import { freshDatabase } from './world.ts'

const fileOf = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const list = async <Row>(db: Db, query: ReturnType<typeof sql<Row>>) => (await query.execute(db)).rows

/** What need not begin with organization_id, and why. */
const OUTSIDE: Record<string, string> = {
  organization: 'is the organization itself',
  setup_link: 'comes before there is an organization',
  sign_in_failure: 'counts before anybody is known',
  person_user_name: 'one name signs in on the whole server',
  session_digest: 'the secret alone says whose session it is',
  api_token_digest: 'the secret alone says whose token it is',
  calendar_feed_digest: 'the secret alone says whose calendar it is',
}
const isOutside = (name: string) => name in OUTSIDE || name.startsWith('kysely_')

type Key = { table: string; name: string; columns: string[] }

const tablesOf = async (db: Db): Promise<string[]> =>
  (
    await list(
      db,
      sql<{ name: string }>`select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and relname not like 'kysely%' order by 1`,
    )
  ).map(({ name }) => name)

const columnsOf = (db: Db, table: string) =>
  list(
    db,
    sql<{ name: string; type: string; required: boolean }>`
      select attname as name, format_type(atttypid, atttypmod) as type, attnotnull as required from pg_attribute
      where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`,
  )

/** Primary keys, unique constraints and unique indexes, with their columns in order; an expression is named `?`. */
const uniqueKeys = (db: Db) =>
  list(
    db,
    sql<Key>`
      select c.relname as table, x.relname as name,
        array(select coalesce(a.attname, '?') from unnest(i.indkey::int[]) with ordinality k (num, at)
              left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num order by k.at)::text[] as columns
      from pg_index i join pg_class c on c.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      where c.relnamespace = 'public'::regnamespace and i.indisunique order by 1, 2`,
  )

const foreignKeys = (db: Db) =>
  list(
    db,
    sql<Key & { to: string }>`
      select c.relname as table, k.conname as name, k.confrelid::regclass::text as to,
        array(select a.attname from unnest(k.conkey) with ordinality n (num, at)
              join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n.num order by n.at)::text[] as columns
      from pg_constraint k join pg_class c on c.oid = k.conrelid
      where c.relnamespace = 'public'::regnamespace and k.contype = 'f' order by 1, 2`,
  )

test('every business table and every key of it begins with the organization, so that no row points into another’s', async () => {
  const { db } = await freshDatabase()
  const inside = (await tablesOf(db)).filter((table) => !isOutside(table))
  expect(inside.length).toBeGreaterThan(20)
  for (const table of inside) {
    const first = (await columnsOf(db, table)).find(({ name }) => name !== 'until')
    expect({ table, first: first?.name }).toEqual({ table, first: 'organization_id' })
  }
  const keys = [...(await uniqueKeys(db)), ...(await foreignKeys(db))]
  const stray = keys.filter(
    ({ table, name, columns }) => !isOutside(table) && !isOutside(name) && columns[0] !== 'organization_id',
  )
  expect(stray).toEqual([])
  const withPrimaryKey = new Set(keys.filter(({ name }) => name.endsWith('_pkey')).map(({ table }) => table))
  expect(inside.filter((table) => !withPrimaryKey.has(table))).toEqual([])
})

const TRIGGERS = (table: string) => ({
  [table]: `${table}_keep_former`,
  [`${table}_former`]: `${table}_former_append_only`,
})

test('every table of former versions is its table behind `until`, and both are guarded', async () => {
  const { db } = await freshDatabase()
  const versioned = (await tablesOf(db))
    .filter((name) => name.endsWith('_former'))
    .map((name) => name.replace(/_former$/, ''))
  expect(versioned).toEqual(
    expect.arrayContaining([
      'calendar_day',
      'difficulty',
      'milestone',
      'report_entry',
      'task',
      'task_support',
      'trajectory_point',
    ]),
  )
  for (const table of versioned) {
    const [until, ...former] = await columnsOf(db, `${table}_former`)
    expect(until).toEqual({ name: 'until', type: 'timestamp with time zone', required: true })
    // A column may be required of new versions only: former ones stay as they were.
    const shapeOf = ({ name, type }: { name: string; type: string }) => `${name} ${type}`
    expect(former.map(shapeOf)).toEqual((await columnsOf(db, table)).map(shapeOf))
    const guards = await list(
      db,
      sql<{ table: string; name: string }>`
        select tgrelid::regclass::text as table, tgname as name from pg_trigger
        where not tgisinternal and tgenabled <> 'D' and tgrelid in (${table}::regclass, ${`${table}_former`}::regclass)`,
    )
    for (const [on, trigger] of Object.entries(TRIGGERS(table)))
      expect(guards).toContainEqual({ table: on, name: trigger })
  }
})

test('every table that says who changed what, or what was received, is append-only', async () => {
  const { db } = await freshDatabase()
  const guarded = await list(
    db,
    sql<{ name: string }>`select tgrelid::regclass::text as name from pg_trigger where tgname like '%append_only'`,
  )
  expect(guarded.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['journal_entry', 'journal_seal', 'document', 'difficulty_event']),
  )
})

/**
 * Foreign keys that no index serves, and why not. Nothing is ever deleted and no id changes, so PostgreSQL itself never
 * looks for the rows behind a key; only readers would.
 */
const UNSERVED: Record<string, readonly string[]> = {
  'who did it is shown beside the row and never searched by': [
    'difficulty.raised_by',
    'difficulty_event.person_id',
    'difficulty_event.silent_person_id',
    'difficulty_event.silent_unit_id',
    'difficulty_event.to_unit_id',
    'difficulty_event.unit_id',
    'directive.registered_by',
    'directive_answer.answered_by',
    'directive_page.added_by',
    'directive_withdrawal.withdrawn_by',
    'document.uploaded_by',
    'import.created_by',
    'import_decision.decided_by',
    'import_draft.changed_by',
    'report_entry.decided_by',
    'report_entry.saved_by',
    'report_entry.submitted_by',
    'supervision_notice.closed_by',
    'supervision_notice.issued_by',
    'supervision_notice.replied_by',
    'urge.urged_by',
    'urge_rule_set.saved_by',
    'supervision_rule_set.saved_by',
    'report_sheet.prepared_by',
    'report_sheet.signed_by',
    'sheet_delivery.saved_by',
    'task.completion_requested_by',
    'task_request.asked_by',
    'task_request.decided_by',
    'task_request.reviewed_by',
    'task.declined_by',
    'task.signed_off_by',
    'task_dispute.decided_by',
    'task_dispute.declined_by',
    'task_transfer.assignee_id',
    'task_transfer.transferred_by',
    'task_support.decided_by',
    'task_support.delivered_by',
    'benchmark.dropped_by',
    'benchmark.named_by',
    'feedback_answer.answered_by',
    'highlight.shared_by',
    'highlight.withdrawn_by',
    'highlight_adoption.adopted_by',
    'joint_meeting.chair_id',
    'joint_meeting.created_by',
    'meeting_event.by_id',
    'meeting_freeze.frozen_by',
    'meeting_ruling.confirmed_by',
    'meeting_ruling.made_by',
    'minutes_agreement.person_id',
    'minutes_comment.answered_by',
    'minutes_comment.person_id',
    'paper_template.added_by',
  ],
  'read by their import, which is listed by its day': [
    'import.document_id',
    'import.plan_id',
    'import_draft.task_id',
    'task.document_id',
  ],
  'read by period, of which there are a dozen': ['report_entry.unit_id', 'report_sheet.unit_id'],
  'a portfolio is read whole: a dozen leaders': ['portfolio_pillar.pillar_id', 'portfolio_unit.unit_id'],
  'read with their task, of which it is a handful of rows': [
    'task_dispute.suggested_unit_id',
    'task_dispute.unit_id',
    'task_transfer.from_unit_id',
    'task_transfer.to_unit_id',
  ],
  'read within a plan, by which its index begins': ['task.lead_unit_id'],
  'versions are never removed, and an office has four choices': ['paper_template_choice.kind+ordinal'],
  'a push is looked for by its webhook and its day': ['push.task_id'],
  'shown beside the request, which is found by its task': ['task_request.unit_id'],
  'a year has a handful of meetings, which are listed by their day': [
    'joint_meeting.period_id',
    'joint_meeting.plan_id',
  ],
  'read with its meeting, by which its index begins': [
    'meeting_card.unit_id',
    'meeting_ruling_support.unit_id',
    'minutes_agreement.unit_id',
    'minutes_comment.unit_id',
  ],
  'shown beside what somebody wrote, which is listed by when it came': ['feedback.task_id', 'feedback.unit_id'],
  'shown beside the ruling it is of': ['meeting_ruling.subject_task_id'],
  'read with its task, of which there are few notices': ['supervision_notice.milestone_id'],
}

test('every foreign key that is followed backwards has an index that serves it', async () => {
  const { db } = await freshDatabase()
  const indexes = await list(
    db,
    sql<{ table: string; columns: string[] }>`
      select c.relname as table,
        array(select coalesce(a.attname, '?') from unnest(i.indkey::int[]) with ordinality k (num, at)
              left join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.num order by k.at)::text[] as columns
      from pg_index i join pg_class c on c.oid = i.indrelid where c.relnamespace = 'public'::regnamespace`,
  )
  const serves = (key: Key, index: { table: string; columns: string[] }) =>
    index.table === key.table &&
    key.columns.every((column) => index.columns.slice(0, key.columns.length).includes(column))
  const unserved = (await foreignKeys(db)).filter((key) => !indexes.some((index) => serves(key, index)))
  expect(unserved.map(({ table, columns }) => `${table}.${columns.slice(1).join('+')}`).toSorted()).toEqual(
    Object.values(UNSERVED).flat().toSorted(),
  )
})

test('what is written from the migrated catalogue is up to date: npm run schema, npm run db:types', async () => {
  const { db } = await freshDatabase()
  expect(fileOf('docs/schema.sql')).toBe(await printSchema(db))
  const flat = (text: string) => text.replace(/:\s*\|/g, ':').replace(/\s+/g, ' ')
  expect(flat(fileOf('server/db/db.gen.ts'))).toBe(flat(await printTypes(db)))
})

test('the glossary is the one of the words in code: npm run glossary', () => {
  expect(fileOf('docs/GLOSSARY.md')).toBe(glossaryMarkdown())
})
