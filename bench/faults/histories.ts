import { addDays, addWorkdays, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import { type Answerer, answererOf, clockOf, standardDays } from '#domain/difficulties/clock.ts'
import { type Difficulty, type DifficultyState, LEVELS } from '#domain/difficulties/difficulty.ts'
import { settle } from '#domain/difficulties/settle.ts'
import type { Db, Tx } from '#server/db/db.ts'
import type { Dice } from '#server/demo/random.ts'
import { refreshStandings } from '#server/tasks/standing.ts'
import type { District, Person, Unit } from './district.ts'
import {
  difficultyLine,
  emptyLedger,
  enter,
  type Ledger,
  noticeLine,
  storyLine,
  taskLine,
  told,
  urgeLine,
} from './ledger.ts'

/**
 * A task whose milestone was due yesterday, with a difficulty on which a clock may have run out days ago; and a task that
 * was put off until a day that has come.
 */
export type History = {
  unit: Unit
  taskId: string
  title: string
  milestone: { id: string; dueOn: string }
  difficulty: Difficulty & { id: string; title: string }
  deferred: { id: string; title: string; dueOn: string }
}

const OLDEST_DAYS = 40
const STATES: readonly DifficultyState[] = ['raised', 'triaged', 'ruled', 'inExecution', 'confirmedByRaiser']
/** The milestone's, the difficulty's, the deferral's. */
export const CLOCKS_OF_EACH = 3
/** Begins the titles of what was there before. */
export const FORMER = '往日'

/** Adds a history for every unit as a restored backup would: rows of former days that no server has seen. */
export async function addHistories(
  db: Db,
  district: District,
  { calendar, dice, batch }: { calendar: WorkingCalendar; dice: Dice; batch: number },
): Promise<History[]> {
  const { units } = district
  const work = (unit: Unit, index: number) =>
    addHistory(db, district, {
      unit,
      other: units[(index + 1) % units.length] ?? unit,
      number: `${batch}-${index + 1}`,
      dueOn: addWorkdays(calendar, district.today, -1),
      dice,
    })
  const histories: History[] = []
  for (const [index, unit] of units.entries()) histories.push(await work(unit, index))
  return histories
}

type Former = { unit: Unit; other: Unit; number: string; dueOn: string; dice: Dice }

async function addHistory(db: Db, district: District, former: Former): Promise<History> {
  return db.transaction().execute(async (tx) => {
    const startsOn = addDays(district.today, -OLDEST_DAYS - 5)
    const start = { startsOn, since: new Date(`${startsOn}T09:00:00Z`) }
    const work = await addTask(tx, district, former, start)
    const difficulty = await addDifficulty(tx, district, former, work.taskId, start)
    const deferred = await addDeferred(tx, district, former, start)
    await refreshStandings(tx, district.organizationId, [work.taskId, deferred.id], district.today)
    return { unit: former.unit, ...work, difficulty, deferred }
  })
}

type Start = { startsOn: string; since: Date }

async function addTask(tx: Tx, district: District, former: Former, start: Start) {
  const { organizationId } = district
  const { number, dueOn } = former
  const title = `${FORMER}任务${number}`
  const { id: taskId } = await tx
    .insertInto('task')
    .values({
      ...workOf(district, former, start),
      code: `往-${number}`,
      title,
      state: 'inProgress',
      originalDueOn: dueOn,
      currentDueOn: dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id } = await tx
    .insertInto('milestone')
    .values({
      organizationId,
      taskId,
      position: 1,
      title: '投入使用',
      weight: 100,
      originalDueOn: dueOn,
      currentDueOn: dueOn,
      since: start.since,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { taskId, title, milestone: { id, dueOn } }
}

/** What every task has that was assigned and acknowledged at the start. */
const workOf = (
  { organizationId, planId, pillarId, leader }: District,
  { unit }: Former,
  { startsOn, since }: Start,
) => ({
  organizationId,
  planId,
  pillarId,
  kind: 'project' as const,
  leadUnitId: unit.id,
  leaderId: leader.id,
  assigneeId: unit.assignee.id,
  startsOn,
  registeredAt: since,
  assignedAt: since,
  acknowledgedAt: since,
  since,
})

async function addDeferred(tx: Tx, district: District, former: Former, start: Start) {
  const { today } = district
  const { number, dice } = former
  const title = `${FORMER}缓办任务${number}`
  const dueOn = addDays(today, 60)
  const { id } = await tx
    .insertInto('task')
    .values({
      ...workOf(district, former, start),
      code: `缓-${number}`,
      title,
      state: 'deferred',
      deferredUntil: addDays(today, -dice.whole(0, 5)),
      originalDueOn: dueOn,
      currentDueOn: dueOn,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { id, title, dueOn }
}

async function addDifficulty(tx: Tx, district: District, former: Former, taskId: string, start: Start) {
  const { organizationId, today } = district
  const facts = difficultyOf(district, former)
  const { leaderId: _, answer: __, raisedById: raisedBy, ruling, askedUnitIds, ...columns } = facts
  const title = `${FORMER}困难${former.number}`
  const { id } = await tx
    .insertInto('difficulty')
    .values({
      organizationId,
      taskId,
      kind: 'hard',
      cause: 'land',
      title,
      ask: '请协调用地指标',
      consequence: '影响开工',
      tried: '已函商',
      wantedOn: today,
      raisedOn: start.startsOn,
      raisedBy,
      lightAtRaising: 'green',
      askedUnitIds: [...askedUnitIds],
      ...columns,
      ...(ruling && { rulingUnitId: ruling.unitId, rulingWords: ruling.words, rulingDueOn: ruling.dueOn }),
      since: start.since,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return { ...facts, id, title }
}

/** Some state of some day: what time has made of it since, nobody has found out yet. */
function difficultyOf({ today, leader }: District, { unit, other, dice }: Former): Difficulty {
  const state = dice.pick(STATES)
  const enteredOn = addDays(today, -dice.whole(1, OLDEST_DAYS))
  const isRuled = state === 'ruled' || state === 'inExecution'
  return {
    state,
    level: state === 'raised' ? 1 : dice.pick(LEVELS),
    enteredOn,
    raisedUnitId: unit.id,
    raisedById: unit.liaison.id,
    raisedByHead: false,
    counterpartId: other.id,
    askedUnitIds: [other.id],
    leaderId: leader.id,
    answer: null,
    ruling: isRuled ? { unitId: other.id, words: '限期办结', dueOn: addDays(enteredOn, dice.whole(0, 20)) } : null,
    solvedWords: '',
    reopened: false,
  }
}

/** What must have become of histories by now: the rule says so from their facts alone, however often servers died. */
export function outcomeOf(histories: readonly History[], district: District, calendar: WorkingCalendar): Ledger {
  const ledger = emptyLedger()
  for (const { unit, taskId, title: work, milestone, difficulty, deferred } of histories) {
    ledger.facts.set(`work ${taskId}`, taskLine(work, 'inProgress', milestone.dueOn))
    const { difficulty: settled, happened } = settle(difficulty, district.today, standardDays(calendar))
    const { id, title } = difficulty
    ledger.facts.set(id, difficultyLine(title, settled.state, settled.level))
    for (const { kind, on } of happened) {
      ledger.stories.push(storyLine(id, kind, on))
      enter(ledger, `difficulty.${kind}`, id, null)
    }
    const answerer = answererOf(settled)
    if (happened.length > 0 && answerer && clockOf(settled, standardDays(calendar)))
      told(ledger, 'difficultyAsksYou', id, ...peopleOf(answerer, district))
    ledger.facts.set(milestone.id, urgeLine(`milestone ${milestone.id} ${milestone.dueOn} 1`))
    ledger.facts.set(taskId, noticeLine(taskId, 'blue', 'proposed'))
    enter(ledger, 'task.urged', taskId, null)
    enter(ledger, 'notice.proposed', taskId, null)
    told(ledger, 'milestoneOverdue', taskId, unit.assignee, unit.liaison, unit.head)
    ledger.facts.set(deferred.id, taskLine(deferred.title, 'inProgress', deferred.dueOn))
    enter(ledger, 'task.resumed', deferred.id, null)
    told(ledger, 'taskResumed', deferred.id, unit.assignee, unit.liaison, unit.head)
  }
  return ledger
}

function peopleOf(answerer: Answerer, { units, leader, principal }: District): Person[] {
  if (answerer.post === 'unitHead') return units.filter(({ id }) => id === answerer.unitId).map(({ head }) => head)
  if (answerer.post === 'leaderInCharge') return [leader]
  return answerer.post === 'principalLeader' ? [principal] : []
}
