import { addDays, type Day, yearOf } from '#domain/calendar/calendar.ts'
import { getSession } from '#domain/auth/auth.contract.ts'
import type { CardDifficulty } from '#domain/meetings/card.ts'
import {
  beginMeeting,
  createMeeting,
  endMeeting,
  freezeMeeting,
  getBrief,
  getMeeting,
  openCollecting,
} from '#domain/meetings/meetings.contract.ts'
import { circulateMinutes, getMinutes, issueMinutes } from '#domain/meetings/minutes.contract.ts'
import { EMPTY_RULING, type RulingDraft } from '#domain/meetings/ruling.ts'
import { type EventView, listMeetingEvents, listRulings } from '#domain/meetings/session.contract.ts'
import { StartError } from '#server/start-error.ts'
import { ask, signIn, type Client } from './client.ts'
import { compare, delaysOf, dueTo, type Faults, spreadOf, type Spread, sumOf } from './figures.ts'
import { follow, type Follower } from './follower.ts'
import { CHAIR, DEMO_ORGANIZATION_ID, followersOf, participantsOf, personId, RECORDER } from './people.ts'
import { type Desk, deskOf } from './recorder.ts'

export type Asked = {
  address: string
  password: string
  units: number
  followers: number
  /** Kills the server and starts it again; absent where it is not ours. */
  restart?: () => Promise<void>
}

/** What a rehearsal measured; durations in milliseconds. */
export type Figures = {
  units: number
  followers: number
  points: number
  events: number
  rulings: number
  freezeMs: number
  rulingSavedMs: Spread
  followerDelayMs: Spread
  caughtUpMs: Spread
  minutesReadyMs: number
  cutFollowers: number
  sentAgain: number
  restarted: boolean
} & Faults

/** How long the last event may take to reach a screen before it counts as lost. */
const PATIENCE_MS = 30_000
const PLACE = '演练（程序自动进行）'
const DAYS_TO_DO_IT = 10
/** Every so many points there is a ruling, whatever the facts ask for. */
const RULE_EVERY = 4
const DIFFICULTIES_MOST = 5
/** What happens beside the script, as shares of the points called. */
const MOMENTS = { cut: 0.3, mend: 0.5, sendAgain: 0.6, restart: 0.75 }
const CUT_SHARE = 1 / 3

/** Holds the scripted meeting from its planning to its issued minutes. Throws StartError `rehearsal_…`. */
export async function rehearse(asked: Asked): Promise<Figures> {
  const { address, password, units } = asked
  const recorder = await signIn(address, RECORDER, password)
  const { organization, today } = await ask(recorder, getSession, {})
  if (organization.id !== DEMO_ORGANIZATION_ID) throw new StartError('rehearsal_real_place', { address })
  const chair = await signIn(address, CHAIR, password)
  const { id: meetingId, freezeMs } = await openMeeting(recorder, units, today)
  const names = followersOf(units).slice(0, asked.followers)
  const clients = await Promise.all(names.map((userName) => signIn(address, userName, password)))
  const followers = clients.map((client) => follow(client, meetingId))
  try {
    await Promise.all(followers.map(({ open }) => open))
    const desk = deskOf(meetingId, recorder, chair)
    const held = await hold(asked, { desk, followers, recorder, meetingId, today })
    const minutesReadyMs = await finish(recorder, meetingId)
    const record = await recordOf(recorder, meetingId)
    const faults = await faultsOf(desk, record, followers)
    await saveFaultless(recorder, meetingId, desk)
    const { onTime, caughtUp } = delaysOf(
      followers.flatMap(({ heard }) => heard),
      desk.saidAt,
    )
    return {
      units,
      followers: followers.length,
      ...held,
      events: record.length,
      rulings: desk.made.length,
      freezeMs: Math.round(freezeMs),
      rulingSavedMs: spreadOf(desk.savedMs),
      followerDelayMs: spreadOf(onTime),
      caughtUpMs: spreadOf(caughtUp),
      minutesReadyMs: Math.round(minutesReadyMs),
      ...faults,
    }
  } finally {
    await Promise.all(followers.map(({ end }) => end()))
  }
}

async function openMeeting(recorder: Client, units: number, today: Day) {
  const participants = participantsOf(units)
  const { id } = await ask(recorder, createMeeting, {
    body: { heldOn: today, place: PLACE, chairId: personId(CHAIR), participants },
  })
  const params = { meetingId: id }
  await ask(recorder, openCollecting, { params, body: {} })
  const from = performance.now()
  await ask(recorder, freezeMeeting, { params, body: {} })
  const freezeMs = performance.now() - from
  await ask(recorder, beginMeeting, { params, body: {} })
  return { id, freezeMs }
}

type Room = { desk: Desk; followers: Follower[]; recorder: Client; meetingId: string; today: Day }

/** Calls every point in turn, with its clock, notes and rulings; lines break, and the server where it may. */
async function hold({ restart }: Asked, { desk, followers, recorder, meetingId, today }: Room) {
  const params = { meetingId }
  const { participants, agenda } = await ask(recorder, getMeeting, { params })
  const { cards } = await ask(recorder, getBrief, { params })
  const difficulties = new Map(cards.map(({ unit, difficulties: own }) => [unit.id, own.find(isOpenToRuling)]))
  await desk.say(
    ...participants.map(({ id }) => ({
      kind: 'attended' as const,
      participantId: id,
      as: 'present' as const,
      words: '',
    })),
  )
  const points = agenda.filter(({ unit }) => unit !== null)
  const cutOnes = followers.slice(0, Math.ceil(followers.length * CUT_SHARE))
  const whenCalled = (share: number) => Math.floor(points.length * share)
  let sentAgain = 0
  let restarting: Promise<void> | undefined
  for (const [index, { key, unit }] of points.entries()) {
    if (index === whenCalled(MOMENTS.cut)) for (const follower of cutOnes) follower.cut()
    if (index === whenCalled(MOMENTS.mend)) for (const follower of cutOnes) follower.mend()
    if (index === whenCalled(MOMENTS.sendAgain)) sentAgain = await desk.sendAgain()
    // Not waited for: whoever says something meanwhile says it again until it is answered.
    if (index === whenCalled(MOMENTS.restart)) restarting = restart?.()
    await desk.say({ kind: 'itemCalled', itemKey: key })
    if (index % 3 === 0) await desk.say({ kind: 'timerPaused' }, { kind: 'timerStarted' })
    if (index % 5 === 0) await desk.say({ kind: 'noted', itemKey: key, words: `第 ${index + 1} 项发言要点` })
    const draft = draftOf(unit, index, { difficulty: difficulties.get(unit?.id ?? ''), made: desk.made, today })
    if (draft) await desk.rule(key, draft)
  }
  await restarting
  return { points: points.length, cutFollowers: cutOnes.length, sentAgain, restarted: restarting !== undefined }
}

const isOpenToRuling = ({ state, counterpart, raisedUnit }: CardDifficulty): boolean =>
  state === 'triaged' && counterpart !== null && counterpart.id !== raisedUnit.id

type Facts = { difficulty: CardDifficulty | undefined; made: Desk['made']; today: Day }

/** What is ruled at a point: on the unit's difficulty for the first of them, else now and then a task or a directive. */
function draftOf(
  unit: { id: string; name: string } | null,
  index: number,
  { difficulty, made, today }: Facts,
): RulingDraft | null {
  if (!unit) return null
  const lastOfYear = `${yearOf(today)}-12-31`
  const due = addDays(today, DAYS_TO_DO_IT)
  const whole = { ...EMPTY_RULING, leadUnitId: unit.id, dueOn: due < lastOfYear ? due : lastOfYear }
  // One that is asked of another unit is on two cards.
  const answered = made.flatMap(({ draft: { difficultyId } }) => difficultyId ?? [])
  if (difficulty?.counterpart && answered.length < DIFFICULTIES_MOST && !answered.includes(difficulty.id))
    return {
      ...whole,
      leadUnitId: difficulty.counterpart.id,
      becomes: 'difficultyAnswer',
      difficultyId: difficulty.id,
      sentence: `【演练】由${difficulty.counterpart.name}牵头解决：${difficulty.title}`,
    }
  if (index % RULE_EVERY !== 0) return null
  const becomes = made.length % 3 === 1 ? ('directive' as const) : ('task' as const)
  return { ...whole, becomes, sentence: `【演练】${unit.name}按期报送第 ${index + 1} 项工作完成情况` }
}

/** Ends the session and reads its minutes; gives how long that took after the last ruling. Then they are issued. */
async function finish(recorder: Client, meetingId: string): Promise<number> {
  const params = { meetingId }
  const from = performance.now()
  await ask(recorder, endMeeting, { params, body: {} })
  await ask(recorder, getMinutes, { params })
  const readyMs = performance.now() - from
  await ask(recorder, circulateMinutes, { params, body: {} })
  await ask(recorder, issueMinutes, { params, body: {} })
  return readyMs
}

/** The meeting's whole record, as the server keeps it. */
async function recordOf(recorder: Client, meetingId: string): Promise<EventView[]> {
  const record: EventView[] = []
  for (let after: number | null = 0; after !== null;) {
    const page: { items: EventView[]; next: number | null } = await ask(recorder, listMeetingEvents, {
      params: { meetingId },
      query: { after },
    })
    record.push(...page.items)
    after = page.next
  }
  return record
}

/** What was said against the record, and the record against every screen. */
async function faultsOf(desk: Desk, record: EventView[], followers: Follower[]): Promise<Faults> {
  const due = dueTo(record, false)
  const last = due[due.length - 1]?.seq ?? 0
  await Promise.all(followers.map(({ reached }) => reached(last, PATIENCE_MS)))
  const bySeq = new Map(record.map(({ key, seq }) => [key, seq]))
  const said = [...desk.saidAt.keys()].map((key) => ({ key, seq: bySeq.get(key) ?? 0 }))
  return sumOf([compare(said, record), ...followers.map(({ heard }) => compare(due, heard))])
}

/** Every ruling that was answered is there, once, under the number that was answered. Throws rehearsal_refused. */
async function saveFaultless(recorder: Client, meetingId: string, { made }: Desk): Promise<void> {
  const kept = new Map<string, number>()
  for (let after: string | undefined, isMore = true; isMore;) {
    const { items, next } = await ask(recorder, listRulings, { params: { meetingId }, query: after ? { after } : {} })
    for (const { id, number } of items) kept.set(id, number)
    after = next ?? undefined
    isMore = next !== null
  }
  const wrong = made.filter(({ id, number }) => kept.get(id) !== number).length + Math.abs(kept.size - made.length)
  if (wrong > 0)
    throw new StartError('rehearsal_refused', { what: 'listRulings', detail: `${wrong} of ${made.length}` })
}
