import type { Actor } from '#domain/access/actor.ts'
import { directiveOfRuling, extendByRuling, type RulingPlace, taskOfRuling } from '#domain/meetings/becoming.ts'
import { type RulingDraft, type WholeRuling, wholeRuling } from '#domain/meetings/ruling.ts'
import { foldSession, rulerIdOf } from '#domain/meetings/session.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { Refusal } from '#domain/refusal.ts'
import { ladderOn } from '#domain/rules/rules.ts'
import { register } from '../directives/register.ts'
import { ruleInMeeting } from '../difficulties/steps.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { addRequest, lockRequestedTask, moveDates, saveRequests } from '../requests/requests.queries.ts'
import { loadSupervisionRules } from '../calendar/clockDays.queries.ts'
import { createTasks } from '../tasks/create.ts'
import { refreshStandings } from '../tasks/standing.ts'
import { takeOneStep } from '../tasks/steps.ts'
import { lockLiving } from '../tasks/tasks.queries.ts'
import { randomUUID } from 'node:crypto'
import { addEvents, loadEvents } from './events.queries.ts'
import { locked } from './events.ts'
import type { MeetingRow } from './meetings.queries.ts'
import { leaderByDuties } from '#domain/org/duties.ts'
import { listAllPortfolios } from '../org/portfolio.queries.ts'
import { addRuling, findLeader, findMadeRuling, findPillarOfRuling, findSubjectTask } from './rulings.queries.ts'

type Asked = { id: string; itemKey: string | null; draft: RulingDraft; readBack: boolean }
type Made = { id: string; number: number; taskId: string | null; difficultyId: string | null }

/**
 * Makes a ruling and what it becomes, all in the one transaction: sentence, lead and date, the chair's word, the task or
 * the difficulty's next state, its place in the session. Made before under the same id, it is only answered.
 */
export async function makeRuling(changing: Changing, meetingId: string, asked: Asked): Promise<Made> {
  const { tx, actor, now, today } = changing
  const meeting = await locked(changing, meetingId)
  const before = await findMadeRuling(tx, actor, asked.id)
  if (before) return answerAgain(before, meetingId)
  if (meeting.state !== 'inSession') throw new Refusal('session_closed', { state: `@meeting.${meeting.state}` })
  const ruling = wholeRuling(asked.draft, today)
  await ensureLiving(changing, ruling)
  const ruler = await rulerOf(changing, meeting, asked)
  const became = await BECOMES[ruling.becomes](changing, meeting, ruling, ruler)
  const { id, itemKey, readBack } = asked
  const { sentence, leadUnitId, dueOn, becomes, difficultyId } = ruling
  const words = { sentence, leadUnitId, dueOn, becomes }
  const number = await addRuling(
    tx,
    actor.organizationId,
    {
      ...words,
      ...became,
      id,
      meetingId,
      itemKey,
      difficultyId,
      confirmedBy: ruler.personId,
      readBack,
      madeBy: actor.personId,
      madeAt: now,
      madeOn: today,
    },
    ruling.supports,
  )
  const deed = { kind: 'rulingMade' as const, rulingId: id, number }
  await addEvents(tx, actor, meetingId, now, [{ key: id, deed, happenedAt: now }])
  await record(changing, {
    action: 'meeting.rulingMade',
    subjectType: 'meeting',
    subjectId: meetingId,
    after: { number, ...words, ...became, difficultyId, confirmedBy: ruler.name, readBack, supports: ruling.supports },
  })
  return { id, number, taskId: became.taskId, difficultyId }
}

function answerAgain(made: Made & { meetingId: string }, meetingId: string): Made {
  if (made.meetingId !== meetingId) throw new Refusal('not_found')
  const { id, number, taskId, difficultyId } = made
  return { id, number, taskId, difficultyId }
}

/** Its units can be given work. Refuses `ruling_unit_unknown`. */
async function ensureLiving({ tx, actor }: Changing, { leadUnitId, supports }: WholeRuling): Promise<void> {
  const units = [leadUnitId, ...supports.map(({ unitId }) => unitId)].map((id) => ({ kind: 'unit' as const, id }))
  const isLiving = await lockLiving(tx, actor, units)
  if (!units.every(isLiving)) throw new Refusal('ruling_unit_unknown')
}

/** The leader whose word it is. Refuses `ruling_unconfirmed`. */
async function rulerOf({ tx, actor }: Changing, meeting: MeetingRow, asked: Asked): Promise<Actor> {
  const session = foldSession(await loadEvents(tx, actor.organizationId, meeting.id, 0))
  const personId = rulerIdOf(session, meeting.chair?.id ?? null, asked)
  const ruler = personId ? await findLeader(tx, actor, personId) : undefined
  if (!ruler) throw new Refusal('ruling_unconfirmed')
  return ruler
}

type Became = { taskId: string | null; subjectTaskId: string | null }
type Becoming = (changing: Changing, meeting: MeetingRow, ruling: WholeRuling, ruler: Actor) => Promise<Became>

const BECOMES: Record<RulingDraft['becomes'], Becoming> = {
  task: toTask,
  directive: toDirective,
  difficultyAnswer: async (changing, meeting, { difficultyId, sentence, leadUnitId, dueOn }, ruler) => {
    const where = titleOf(meeting)
    const subjectTaskId = await ruleInMeeting(changing, difficultyId ?? '', {
      ruler,
      words: sentence,
      unitId: leadUnitId,
      dueOn,
      where,
    })
    return { taskId: null, subjectTaskId }
  },
  dateChange: moveDate,
}

const titleOf = ({ year, number }: MeetingRow): string => meetingTitle(year, number, 'zh')

type Place = RulingPlace & { subjectTaskId: string | null }

/** What the ruling was spoken about, and where what it becomes belongs. Refuses `not_found`, `ruling_pillar_missing`. */
async function placeOf(
  { tx, actor }: Changing,
  { planId }: MeetingRow,
  ruling: WholeRuling,
  ruler: Actor,
): Promise<Place> {
  const { leadUnitId, taskId, difficultyId } = ruling
  const subject = await findSubjectTask(tx, actor, ruling)
  const subjectTaskId = subject?.id ?? null
  if (subjectTaskId === null && (taskId ?? difficultyId) !== null) throw new Refusal('not_found')
  const pillarId = await findPillarOfRuling(tx, actor, { planId, leadUnitId, subjectTaskId })
  if (pillarId === null) throw new Refusal('ruling_pillar_missing')
  const leaderId = leaderByDuties(await listAllPortfolios(tx, actor), leadUnitId, pillarId)
  return { subjectTaskId, pillarId, leaderId: leaderId ?? ruler.personId, restricted: subject?.restricted ?? false }
}

/** A task with its lead, registered and assigned at once. */
async function toTask(changing: Changing, meeting: MeetingRow, ruling: WholeRuling, ruler: Actor): Promise<Became> {
  const { subjectTaskId, ...place } = await placeOf(changing, meeting, ruling, ruler)
  const draft = taskOfRuling(ruling, place, { planId: meeting.planId, title: titleOf(meeting) })
  const [task] = await createTasks(changing, [draft])
  if (!task) throw new Refusal('unexpected')
  await takeOneStep(changing, task.id, 'register', {})
  await takeOneStep(changing, task.id, 'assign', {})
  return { taskId: task.id, subjectTaskId }
}

/** A directive of whoever ruled: its answer goes back to the one whose word it was. */
async function toDirective(
  changing: Changing,
  meeting: MeetingRow,
  ruling: WholeRuling,
  ruler: Actor,
): Promise<Became> {
  const { subjectTaskId, ...place } = await placeOf(changing, meeting, ruling, ruler)
  const written = { writerId: ruler.personId, writtenOn: changing.today, meetingTitle: titleOf(meeting) }
  const { taskIds } = await register(changing, directiveOfRuling(ruling, place, written))
  return { taskId: taskIds[0] ?? null, subjectTaskId }
}

/** A later date, kept as a granted request of the task, so that it counts as one wherever those are counted. */
async function moveDate(changing: Changing, meeting: MeetingRow, ruling: WholeRuling, ruler: Actor): Promise<Became> {
  const { tx, actor, now, today } = changing
  const task = await lockRequestedTask(tx, actor, ruling.taskId ?? '', 'extensionRequest')
  if (!task || task.leadUnitId === null) throw new Refusal('not_found')
  const { dates: moved, ...extension } = extendByRuling(ruler, task, ruling.dueOn, today)
  const id = randomUUID()
  const dates = moved.map(({ milestoneId, from, dueOn }) => ({ milestoneId, from, asked: dueOn, granted: dueOn }))
  await addRequest(tx, actor, changing, {
    ...extension,
    id,
    taskId: task.id,
    kind: 'extensionRequest',
    rulesVersion: ladderOn(await loadSupervisionRules(tx, actor.organizationId), today).version,
    unitId: task.leadUnitId,
    reason: ruling.sentence,
    account: titleOf(meeting),
    dates,
    before: null,
    after: null,
  })
  await moveDates(
    tx,
    actor.organizationId,
    now,
    moved.map(({ milestoneId, dueOn }) => ({ milestoneId, dueOn, taskId: task.id })),
  )
  await saveRequests(tx, actor.organizationId, [{ id }], {
    state: 'approved',
    decisionNote: titleOf(meeting),
    decidedBy: ruler.personId,
    decidedOn: today,
  })
  await refreshStandings(tx, actor.organizationId, [task.id], today)
  await record(changing, {
    action: 'task.extensionApproved',
    subjectType: 'task',
    subjectId: task.id,
    after: { requestId: id, dates },
    reason: ruling.sentence,
  })
  return { taskId: task.id, subjectTaskId: task.id }
}
