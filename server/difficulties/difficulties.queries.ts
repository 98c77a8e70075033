import { sql } from 'kysely'
import type { Actor } from '#domain/access/actor.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import type { AnswerKind, Difficulty, DifficultyState, Level } from '#domain/difficulties/difficulty.ts'
import type { Happening } from '#domain/difficulties/happening.ts'
import type { Light } from '#domain/lights/light.ts'
import type { Db, Tx } from '../db/db.ts'
import { seesDifficulty } from './visible.queries.ts'

/** A difficulty's facts as the database gives them, with the leader of its task. */
export type FactsRow = {
  id: string
  taskId: string
  title: string
  state: DifficultyState
  level: Level
  enteredOn: Day
  raisedUnitId: string
  raisedBy: string
  raisedByHead: boolean
  counterpartId: string | null
  askedUnitIds: string[]
  leaderId: string | null
  answerKind: AnswerKind | null
  answerWords: string
  answerDueOn: Day | null
  rulingUnitId: string | null
  rulingWords: string
  rulingDueOn: Day | null
  solvedWords: string
  reopened: boolean
}

/** What decisions need of a difficulty, from its row. */
export const factsOf = (row: Omit<FactsRow, 'id' | 'taskId' | 'title'>): Difficulty => ({
  state: row.state,
  level: row.level,
  enteredOn: row.enteredOn,
  raisedUnitId: row.raisedUnitId,
  raisedById: row.raisedBy,
  raisedByHead: row.raisedByHead,
  counterpartId: row.counterpartId,
  askedUnitIds: row.askedUnitIds,
  leaderId: row.leaderId,
  answer: row.answerKind && { kind: row.answerKind, words: row.answerWords, dueOn: row.answerDueOn },
  ruling:
    row.rulingUnitId === null || row.rulingDueOn === null
      ? null
      : { unitId: row.rulingUnitId, words: row.rulingWords, dueOn: row.rulingDueOn },
  solvedWords: row.solvedWords,
  reopened: row.reopened,
})

/** The columns of {@link FactsRow} for a difficulty `d` of the task `t`. */
export const factColumns = sql`
  d.id, d.task_id, d.title, d.state, d.level, d.entered_on, d.raised_unit_id, d.raised_by, d.raised_by_head,
  d.counterpart_id, d.asked_unit_ids, t.leader_id, d.answer_kind, d.answer_words, d.answer_due_on, d.ruling_unit_id,
  d.ruling_words, d.ruling_due_on, d.solved_words, d.reopened`

/** Locks a difficulty that the actor may see; undefined where there is none. */
export async function lockDifficulty(tx: Tx, actor: Actor, difficultyId: string): Promise<FactsRow | undefined> {
  const { rows } = await sql<FactsRow>`
    select ${factColumns} from difficulty d join task t on t.organization_id = d.organization_id and t.id = d.task_id
    where d.organization_id = ${actor.organizationId} and d.id = ${difficultyId} and ${seesDifficulty(actor)}
    for no key update of d`.execute(tx)
  return rows[0]
}

/**
 * Locks the next difficulties by id that a clock may have run out on, for the system's own round; those that somebody
 * is changing are left to the next one.
 */
export async function holdRunning(
  tx: Tx,
  organizationId: string,
  today: Day,
  after: string | null,
  limit: number,
): Promise<FactsRow[]> {
  const beyond = after === null ? sql`` : sql`and d.id > ${after}`
  const { rows } = await sql<FactsRow>`
    select ${factColumns} from difficulty d join task t on t.organization_id = d.organization_id and t.id = d.task_id
    where d.organization_id = ${organizationId} and d.entered_on < ${today} ${beyond}
      and d.state in ('raised', 'triaged', 'ruled', 'inExecution', 'confirmedByRaiser')
    order by d.id limit ${limit} for no key update of d skip locked`.execute(tx)
  return rows
}

export type NewDifficulty = {
  id: string
  taskId: string
  kind: 'pain' | 'hard' | 'blockage'
  cause: 'land' | 'funds' | 'approval' | 'staffing' | 'data' | 'law' | 'counterpart' | 'contractor' | 'other'
  title: string
  ask: string
  consequence: string
  tried: string
  wantedOn: Day
  raisedOn: Day
  lightAtRaising: Light
}

/** The facts of a difficulty as columns. */
export const columnsOf = (difficulty: Difficulty) => ({
  state: difficulty.state,
  level: difficulty.level,
  enteredOn: difficulty.enteredOn,
  counterpartId: difficulty.counterpartId,
  askedUnitIds: [...difficulty.askedUnitIds],
  answerKind: difficulty.answer?.kind ?? null,
  answerWords: difficulty.answer?.words ?? '',
  answerDueOn: difficulty.answer?.dueOn ?? null,
  rulingUnitId: difficulty.ruling?.unitId ?? null,
  rulingWords: difficulty.ruling?.words ?? '',
  rulingDueOn: difficulty.ruling?.dueOn ?? null,
  solvedWords: difficulty.solvedWords,
  reopened: difficulty.reopened,
})

export async function addDifficulty(
  tx: Tx,
  organizationId: string,
  row: NewDifficulty,
  difficulty: Difficulty,
  since: Date,
): Promise<void> {
  const { raisedUnitId, raisedById, raisedByHead } = difficulty
  await tx
    .insertInto('difficulty')
    .values({
      organizationId,
      ...row,
      raisedUnitId,
      raisedBy: raisedById,
      raisedByHead,
      ...columnsOf(difficulty),
      since,
    })
    .execute()
}

export type ChangedDifficulty = { id: string; difficulty: Difficulty }

/** Saves what became of difficulties, however many, in one statement; the former versions stay. */
export async function saveDifficulties(
  tx: Tx,
  organizationId: string,
  since: Date,
  changed: readonly ChangedDifficulty[],
): Promise<void> {
  const rows = changed.map(({ id, difficulty }) => ({ id, ...columnsOf(difficulty) }))
  await sql`
    update difficulty d set state = r.state, level = r.level, entered_on = r."enteredOn",
      counterpart_id = r."counterpartId", asked_unit_ids = r."askedUnitIds", answer_kind = r."answerKind",
      answer_words = r."answerWords", answer_due_on = r."answerDueOn", ruling_unit_id = r."rulingUnitId",
      ruling_words = r."rulingWords", ruling_due_on = r."rulingDueOn", solved_words = r."solvedWords",
      reopened = r.reopened, since = ${since}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, state text, level int, "enteredOn" date,
      "counterpartId" uuid, "askedUnitIds" uuid[], "answerKind" text, "answerWords" text, "answerDueOn" date,
      "rulingUnitId" uuid, "rulingWords" text, "rulingDueOn" date, "solvedWords" text, reopened boolean)
    where d.organization_id = ${organizationId} and d.id = r.id`.execute(tx)
}

/** A line of a story: who said it and for which unit; both null for what a clock did. */
export type StoryRow = Happening & { difficultyId: string; personId: string | null; unitId: string | null }

/** Adds lines to stories, in the order given. The difficulties are locked, so no two get the same ordinal. */
export async function addStory(tx: Tx, organizationId: string, at: Date, lines: readonly StoryRow[]): Promise<void> {
  if (lines.length === 0) return
  const rows = lines.map(({ silent, ...line }) => ({
    ...line,
    silentPost: silent?.post ?? null,
    silentUnitId: silent?.post === 'unitHead' ? silent.unitId : null,
    silentPersonId: silent?.post === 'leaderInCharge' ? silent.personId : null,
  }))
  await sql`
    insert into difficulty_event (organization_id, difficulty_id, ordinal, kind, happened_on, happened_at, level, cause,
      person_id, unit_id, silent_post, silent_unit_id, silent_person_id, to_unit_id, words, due_on)
    select ${organizationId}, r."difficultyId",
      coalesce((select max(e.ordinal) from difficulty_event e
        where e.organization_id = ${organizationId} and e.difficulty_id = r."difficultyId"), 0)
        + row_number() over (partition by r."difficultyId" order by r.place),
      r.kind, r."on", ${at}, r.level, r.cause, r."personId", r."unitId", r."silentPost", r."silentUnitId",
      r."silentPersonId", r."toUnitId", r.words, r."dueOn"
    from rows from (jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as (kind text, "on" date, level int, cause text,
      "toUnitId" uuid, words text, "dueOn" date, "difficultyId" uuid, "personId" uuid, "unitId" uuid, "silentPost" text,
      "silentUnitId" uuid, "silentPersonId" uuid)) with ordinality as r (kind, "on", level, cause, "toUnitId", words,
      "dueOn", "difficultyId", "personId", "unitId", "silentPost", "silentUnitId", "silentPersonId", place)`.execute(tx)
}

/** The light of a task and the units that support it, for raising; the task must be visible and locked. */
export async function findSupportingUnits(db: Db, actor: Actor, taskId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('taskSupport')
    .select('unitId')
    .where('organizationId', '=', actor.organizationId)
    .where('taskId', '=', taskId)
    .where('retired', '=', false)
    .orderBy('unitId')
    .execute()
  return rows.map(({ unitId }) => unitId)
}
