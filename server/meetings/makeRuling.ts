import type { Actor } from '#domain/access/actor.ts'
import { datesOfRuling } from '#domain/meetings/dates.ts'
import { type RulingDraft, type WholeRuling, wholeRuling } from '#domain/meetings/ruling.ts'
import { foldSession, isSameDraft } from '#domain/meetings/session.ts'
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
import { randomUUID } from 'node:crypto'
import { addEvents, loadEvents } from './events.queries.ts'
import { locked } from './events.ts'
import type { MeetingRow } from './meetings.queries.ts'
import { addRuling, findLeader, findMadeRuling, findPlaceOfRuling, findSubjectTask } from './rulings.queries.ts'

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

/** Whose word it is: the leader who confirmed exactly these words, or the chair to whom it was read back. */
async function rulerOf({ tx, actor }: Changing, meeting: MeetingRow, { id, draft, readBack }: Asked): Promise<Actor> {
  const session = foldSession(await loadEvents(tx, actor.organizationId, meeting.id, 0))
  const inSession = session.drafts[id]
  const byOwnHand = inSession && isSameDraft(inSession.draft, draft) ? inSession.confirmedById : null
  const personId = readBack ? meeting.chair?.id : byOwnHand
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

/** What shows that a ruling is done, where nobody says otherwise. */
const EVIDENCE = '办结情况说明及佐证材料'
const TITLE_MOST = 500
const DIRECTIVE_TITLE_MOST = 200
const MILESTONE = '按议定办结'

/**
 * What the ruling was spoken about, where its task belongs, who is in charge of it, and whether only those concerned may
 * see it: what follows from a restricted task is as restricted. Refuses `not_found`.
 */
async function placeOf({ tx, actor }: Changing, { planId }: MeetingRow, ruling: WholeRuling, ruler: Actor) {
  const { leadUnitId, taskId, difficultyId } = ruling
  const subject = await findSubjectTask(tx, actor, ruling)
  const subjectTaskId = subject?.id ?? null
  if (subjectTaskId === null && (taskId ?? difficultyId) !== null) throw new Refusal('not_found')
  const { pillarId, leaderId } = await findPlaceOfRuling(tx, actor, { planId, leadUnitId, subjectTaskId })
  if (pillarId === null) throw new Refusal('ruling_pillar_missing')
  return { subjectTaskId, pillarId, leaderId: leaderId ?? ruler.personId, restricted: subject?.restricted ?? false }
}

const firstLetters = (text: string, most: number): string => [...text].slice(0, most).join('')

/** A task with its lead, registered and assigned at once; its source is this meeting and the ruling's own sentence. */
async function toTask(changing: Changing, meeting: MeetingRow, ruling: WholeRuling, ruler: Actor): Promise<Became> {
  const { sentence, leadUnitId, dueOn, supports } = ruling
  const { subjectTaskId, ...place } = await placeOf(changing, meeting, ruling, ruler)
  const [task] = await createTasks(changing, [
    {
      ...place,
      planId: meeting.planId,
      kind: 'action',
      title: firstLetters(sentence, TITLE_MOST),
      evidence: EVIDENCE,
      leadUnitId,
      assigneeId: null,
      weight: 1,
      source: { type: 'meeting', title: titleOf(meeting), number: '', quote: sentence },
      target: null,
      targetAsWorded: true, // a ruling's sentence is taken as it was spoken
      dueOn,
      milestones: [{ title: MILESTONE, dueOn }],
      supports: supports.map((support) => ({ ...support, dueOn: support.dueOn ?? dueOn })),
      trajectory: [],
    },
  ])
  if (!task) throw new Refusal('unexpected')
  await takeOneStep(changing, task.id, 'register', {})
  await takeOneStep(changing, task.id, 'assign', {})
  return { taskId: task.id, subjectTaskId }
}

/** A directive of whoever ruled, handed to its lead at once: its answer goes back to the one whose word it was. */
async function toDirective(
  changing: Changing,
  meeting: MeetingRow,
  ruling: WholeRuling,
  ruler: Actor,
): Promise<Became> {
  const { sentence, leadUnitId, dueOn, supports } = ruling
  const { subjectTaskId, restricted, ...place } = await placeOf(changing, meeting, ruling, ruler)
  const { taskIds } = await register(changing, {
    writerId: ruler.personId,
    writtenOn: changing.today,
    text: sentence,
    paperTitle: titleOf(meeting),
    paperNumber: '',
    urgency: 'ordinary',
    dueOn,
    restricted,
    pageIds: [],
    assignment: {
      ...place,
      leadUnitIds: [leadUnitId],
      supports: supports.map(({ unitId, deliverable }) => ({ unitId, deliverable })),
      title: firstLetters(sentence, DIRECTIVE_TITLE_MOST),
    },
  })
  return { taskId: taskIds[0] ?? null, subjectTaskId }
}

/** A later date, kept as a granted request of the task, so that it counts as one wherever those are counted. */
async function moveDate(changing: Changing, meeting: MeetingRow, ruling: WholeRuling, ruler: Actor): Promise<Became> {
  const { tx, actor, now, today } = changing
  const task = await lockRequestedTask(tx, actor, ruling.taskId ?? '', 'extensionRequest')
  if (!task || task.leadUnitId === null) throw new Refusal('not_found')
  const moved = datesOfRuling(task, ruling.dueOn)
  const id = randomUUID()
  const formerOf = (milestoneId: string | null) =>
    task.milestones.find((milestone) => milestone.id === milestoneId)?.currentDueOn ?? task.currentDueOn ?? today
  const dates = moved.map(({ milestoneId, dueOn }) => ({
    milestoneId,
    from: formerOf(milestoneId),
    asked: dueOn,
    granted: dueOn,
  }))
  await addRequest(tx, actor, changing, {
    id,
    taskId: task.id,
    kind: 'extensionRequest',
    decider: ruler.posts.some(({ role }) => role === 'principalLeader') ? 'principalLeader' : 'leaderInCharge',
    rulesVersion: ladderOn(await loadSupervisionRules(tx, actor.organizationId), today).version,
    ordinal: task.grantedCount + 1,
    isLate: dates.some(({ from }) => from < today),
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
    moved.map((date) => ({ ...date, taskId: task.id })),
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
