import { createHash } from 'node:crypto'
import type { Actor } from '#domain/access/actor.ts'
import { byUrgency, needsSomeone, ratesAt, type StandingTask, tallyTasks } from '#domain/board/view.ts'
import { addDays, type Day, type DayRange, monthRange, quarterRange, yearOf } from '#domain/calendar/calendar.ts'
import { endOfDay } from '#domain/calendar/instants.ts'
import { clockOf } from '#domain/difficulties/clock.ts'
import { ringOf } from '#domain/difficulties/difficulty.ts'
import { freshAfter } from '#domain/highlights/highlights.ts'
import type { Light } from '#domain/lights/light.ts'
import { type AgendaItem, type AgendaUnit, deriveAgenda } from '#domain/meetings/agenda.ts'
import type { CardDifficulty, UnitCard } from '#domain/meetings/card.ts'
import { deriveQuestions, type Question } from '#domain/meetings/questions.ts'
import { standRuling } from '#domain/meetings/ruling.ts'
import { findBoardPlans } from '../board/board.queries.ts'
import { standingTasks } from '../board/standing-tasks.ts'
import { loadFreshHighlights } from '../highlights/highlights.queries.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Db } from '../db/db.ts'
import { factsOf } from '../difficulties/difficulties.queries.ts'
import { findSummaries } from '../reports/desk.queries.ts'
import { viewSummary } from '../reports/view.ts'
import { loadFrame, loadTasks } from '../tasks/facts.queries.ts'
import { standKnown } from '../tasks/standing.ts'
import {
  type CardDifficultyRow,
  loadCardUnits,
  loadDueIn,
  loadOpenDifficulties,
  loadSuggestions,
  loadTaskExtras,
  type TaskExtras,
} from './cards.queries.ts'
import type { MeetingRow } from './meetings.queries.ts'
import { type KnownRuling, loadRulingsBefore } from './rulings.queries.ts'

/** The day a brief is worked out for, and whose. */
export type Moment = { organizationId: string; today: Day; timeZone: string }
/** A ruling of an earlier meeting, and where it stands on the day. */
export type StandingRuling = KnownRuling & { standing: ReturnType<typeof standRuling> }

/** Everything a meeting is prepared from, as it is at one moment: the cards, and what the agenda makes of them. */
export type Brief = { cards: UnitCard[]; agenda: AgendaItem[]; questions: Question[]; before: StandingRuling[] }

/** The whole district through the office's eyes: a room's figures are the same for everybody in it. */
const officeEyes = (organizationId: string): Actor => ({
  organizationId,
  personId: '',
  name: '',
  posts: [{ role: 'supervisionOffice', unitId: null }],
  portfolio: { unitIds: [], pillarIds: [] },
})

/** Works the brief of a meeting out from the facts of today: a handful of statements however many units there are. */
export async function briefOf(db: Db, meeting: MeetingRow, moment: Moment): Promise<Brief> {
  const { organizationId, today, timeZone } = moment
  const eyes = officeEyes(organizationId)
  const clockDays = await loadClockDays(db, organizationId)
  const { calendar } = clockDays
  const plan = (await findBoardPlans(db, eyes)).find(({ id }) => id === meeting.planId)
  const units = await loadCardUnits(db, organizationId, meeting.id)
  const tasks = plan ? await standingTasks(db, { actor: eyes, plan, asOn: today, today, timeZone }) : []
  const extras = await loadTaskExtras(db, organizationId, meeting.planId)
  const difficulties = (await loadOpenDifficulties(db, organizationId, meeting.planId)).map((row) => ({
    row,
    view: viewDifficulty(row, clockOf(factsOf(row), clockDays)?.lastOn ?? null),
  }))
  const due = await loadDueIn(db, organizationId, meeting.planId, nextRange(meeting, today))
  const suggestions = meeting.period ? await loadSuggestions(db, organizationId, meeting.period.id) : []
  const fresh = await loadFreshHighlights(db, organizationId, freshAfter(today))
  const sheets = meeting.period ? await findSummaries(db, eyes, { periodId: meeting.period.id }) : []
  const before = (await loadRulingsBefore(db, organizationId, meeting)).map((ruling) => ({
    ...ruling,
    standing: standRuling(ruling, today),
  }))
  const questions = await questionsOf(db, moment, tasks, extras, difficulties)
  const office = { today, timeZone, calendar }
  const sheetOf = new Map(sheets.map((stored) => [stored.unit.id, viewSummary(stored, office).state]))
  const tasksOf = groupBy(tasks, ({ unitId }) => unitId)
  const isOpenRoom = ({ id }: StandingTask) => extras.get(id)?.restricted !== true

  const cards = units.map(({ unit, heads, leaders }): UnitCard => {
    const own = tasksOf.get(unit.id) ?? []
    const tally = tallyTasks(own)
    const shown = own.filter(isOpenRoom)
    const { milestoneOnTimeRate, trajectoryAttainment, taskCompletionRate, indicatorAttainment } = ratesAt(
      own,
      meeting.planYear,
      today,
    )
    return {
      unit,
      heads,
      leaders,
      sheet: sheetOf.get(unit.id) ?? null,
      taskCount: tally.total.taskCount,
      lightCounts: tally.total.lightCounts,
      rates: { milestoneOnTimeRate, trajectoryAttainment, taskCompletionRate, indicatorAttainment },
      stones: tally.cells.map(({ pillarId, light, taskCount, doneCount }) => ({
        pillarId,
        light,
        taskCount,
        doneCount,
      })),
      tasks: shown.filter(needsSomeone).sort(byUrgency).map(viewTask),
      early: shown.filter(({ light }) => light === 'blue').map(nameOf),
      highlights: ofUnit(fresh, unit.id).map(({ id, title }) => ({ id, title })),
      dueNext: ofUnit(due, unit.id),
      difficulties: difficulties.flatMap(({ view }) => (view.raisedUnit.id === unit.id ? [view] : [])),
      suggestions: ofUnit(suggestions, unit.id),
      lastRulings: before.filter(({ leadUnitId }) => leadUnitId === unit.id).map(viewRuling),
      questions: questions.filter(({ unitId }) => unitId === unit.id),
    }
  })
  const open = before.filter(({ standing }) => standing !== 'done')
  return { cards, agenda: deriveAgenda(open, cards.map(agendaUnitOf)), questions, before }
}

/** What is one unit's; the card strips whose it is. */
const ofUnit = <Item extends { unitId: string }>(items: readonly Item[], id: string): Item[] =>
  items.filter(({ unitId }) => unitId === id)

/** The digest of cards, which is printed with them. */
export const digestOfCards = (cards: readonly UnitCard[]): string =>
  createHash('sha256').update(JSON.stringify(cards)).digest('hex')

const agendaUnitOf = ({ unit, lightCounts, difficulties, early, highlights }: UnitCard): AgendaUnit => ({
  unitId: unit.id,
  redCount: lightCounts.red,
  yellowCount: lightCounts.yellow,
  askCount: difficulties.filter(isAsking).length,
  topLevelCount: difficulties.filter(({ state, level }) => state === 'triaged' && level === 4).length,
  earlyCount: early.length,
  highlightCount: highlights.length,
})

/** Still waits for somebody's word; what is ruled on is being done. */
const isAsking = ({ state }: CardDifficulty): boolean => state === 'raised' || state === 'triaged'

const nameOf = ({ id, code, title }: StandingTask) => ({ id, code, title })

const viewTask = (task: StandingTask): UnitCard['tasks'][number] => ({
  ...nameOf(task),
  pillarId: task.pillarId,
  light: task.light,
  why: task.why,
  originalDueOn: task.originalDueOn,
  currentDueOn: task.currentDueOn,
  assigneeName: task.assigneeName,
})

const viewDifficulty = (row: CardDifficultyRow, lastOn: Day | null): CardDifficulty => ({
  id: row.id,
  title: row.title,
  state: row.state,
  level: row.level,
  ask: row.ask,
  taskCode: row.taskCode,
  taskId: row.taskId,
  raisedUnit: row.raisedUnit,
  counterpart: row.counterpart,
  answer: row.answerKind && { kind: row.answerKind, words: row.answerWords },
  wantedOn: row.wantedOn,
  lastOn,
})

const viewRuling = (ruling: StandingRuling): UnitCard['lastRulings'][number] => ({
  id: ruling.id,
  meetingId: ruling.meetingId,
  year: ruling.year,
  meetingNumber: ruling.meetingNumber,
  number: ruling.number,
  sentence: ruling.sentence,
  dueOn: ruling.dueOn,
  standing: ruling.standing,
})

/** The period after the one a meeting collects; without one, the quarter it is held in. */
function nextRange({ period }: MeetingRow, today: Day): DayRange {
  const from = period ? addDays(period.endsOn, 1) : today
  const month = Number(from.slice(5, 7))
  return period?.kind === 'month' ? monthRange(yearOf(from), month) : quarterRange(yearOf(from), Math.ceil(month / 3))
}

/** How many months back a light is looked at for the questions. */
const MONTHS_BACK = [2, 1]

/** The last days of the months before, the oldest first. */
const monthEnds = (today: Day): Day[] =>
  MONTHS_BACK.map((back) => {
    const month = Number(today.slice(5, 7)) - back
    return month < 1 ? monthRange(yearOf(today) - 1, month + 12).endsOn : monthRange(yearOf(today), month).endsOn
  })

type Read = readonly { row: CardDifficultyRow; view: CardDifficulty }[]

async function questionsOf(
  db: Db,
  moment: Moment,
  tasks: readonly StandingTask[],
  extras: ReadonlyMap<string, TaskExtras>,
  difficulties: Read,
): Promise<Question[]> {
  const asked = tasks.filter((task) => {
    const extra = extras.get(task.id)
    return extra?.restricted !== true && (needsSomeone(task) || extra !== undefined)
  })
  const past = await pastLights(db, moment, asked)
  return deriveQuestions(
    asked.sort(byUrgency).map((task) => ({
      ...task,
      lights: [...(past.get(task.id) ?? []), task.light],
      grantedCount: extras.get(task.id)?.grantedCount ?? 0,
      bareClaims: extras.get(task.id)?.bareClaims ?? [],
    })),
    difficulties.map(({ row, view: { title, counterpart, answer, raisedUnit } }) => ({
      title,
      counterpart,
      answerKind: answer?.kind ?? null,
      raisedUnitId: raisedUnit.id,
      ring: (ringOf(row.raisedUnitId, row.askedUnitIds) ?? []).flatMap(
        (id) => row.askedUnits.find((unit) => unit.id === id)?.name ?? [],
      ),
    })),
  )
}

async function pastLights(
  db: Db,
  { organizationId, today, timeZone }: Moment,
  tasks: readonly StandingTask[],
): Promise<Map<string, Light[]>> {
  const lights = new Map<string, Light[]>()
  const taskIds = tasks.map(({ id }) => id)
  if (taskIds.length === 0) return lights
  for (const day of monthEnds(today)) {
    const at = endOfDay(day, timeZone)
    const frame = await loadFrame(db, organizationId, at)
    for (const task of await loadTasks(db, organizationId, { taskIds }, at))
      lights.set(task.id, [...(lights.get(task.id) ?? []), standKnown(task, frame, day).light])
  }
  return lights
}

function groupBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
