import { type Actor, hasAnyRole, hasRole } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import { ALLOWED, refused, type Verdict } from '../verdict.ts'
import type { RulingDraft } from './ruling.ts'

/** How somebody took part. */
export const ATTENDANCES = ['present', 'late', 'standIn', 'leave', 'absent'] as const
export type Attendance = (typeof ATTENDANCES)[number]

/** What happens in a session; each with what is said of it. */
export type SessionDeed =
  | { kind: 'itemCalled'; itemKey: string }
  | { kind: 'timerStarted' }
  | { kind: 'timerPaused' }
  | { kind: 'attended'; participantId: string; as: Attendance; words: string }
  | { kind: 'rulingDrafted'; rulingId: string; itemKey: string | null; draft: RulingDraft }
  | { kind: 'rulingShown'; rulingId: string | null }
  | { kind: 'rulingConfirmed'; rulingId: string; draft: RulingDraft }
  | { kind: 'rulingDropped'; rulingId: string }
  | { kind: 'rulingMade'; rulingId: string; number: number }
  | { kind: 'noted'; itemKey: string | null; words: string }
export type SessionDeedKind = SessionDeed['kind']

/** Who may do what: the office records, leaders confirm; a ruling is made by saving it, not by saying so. */
const DEED_TAKERS: Readonly<Record<SessionDeedKind, 'office' | 'leader' | 'nobody'>> = {
  itemCalled: 'office',
  timerStarted: 'office',
  timerPaused: 'office',
  attended: 'office',
  rulingDrafted: 'office',
  rulingShown: 'office',
  rulingConfirmed: 'leader',
  rulingDropped: 'office',
  rulingMade: 'nobody',
  noted: 'office',
}

/** Notes are the recorder's own; all else is for everybody who takes part. */
export const isForOfficeOnly = (kind: SessionDeedKind): boolean => kind === 'noted'

/** May the actor say that this happened? Refuses `session_wrong_taker`. */
export function canSay(actor: Actor, kind: SessionDeedKind): Verdict {
  const taker = DEED_TAKERS[kind]
  const may =
    taker === 'office'
      ? hasRole(actor, 'supervisionOffice')
      : taker === 'leader' && hasAnyRole(actor, ['principalLeader', 'leaderInCharge'])
  return may ? ALLOWED : refused(new Refusal('session_wrong_taker'))
}

/** Only points of the agenda are called. Refuses `point_unknown`. */
export function ensureOnAgenda(deeds: readonly SessionDeed[], agenda: readonly { key: string }[]): void {
  const keys = new Set(agenda.map(({ key }) => key))
  if (deeds.some((deed) => deed.kind === 'itemCalled' && !keys.has(deed.itemKey))) throw new Refusal('point_unknown')
}

/**
 * Something that happened, under the key its author's browser gave it: sent again it is still one event. `seq` is its
 * place in the meeting, null while the server has not got it; `at` when it happened, by the server's clock.
 */
export type SessionEvent = SessionDeed & { key: string; seq: number | null; at: string; byId: string }

/** The time spent on a point; `runningSince` is set while its clock runs. */
export type ItemClock = { spentMs: number; runningSince: string | null }

export type DraftInSession = { draft: RulingDraft; itemKey: string | null; confirmedById: string | null }

/** Where a session stands: everything a screen in the room shows besides the brief. */
export type SessionState = {
  /** The place of the last event that the server has. */
  seq: number
  calledKey: string | null
  /** Points in the order in which they were first called. */
  calledKeys: readonly string[]
  clocks: Readonly<Record<string, ItemClock>>
  attendance: Readonly<Record<string, { as: Attendance; words: string }>>
  /** Rulings begun and neither made nor dropped, by their id. */
  drafts: Readonly<Record<string, DraftInSession>>
  /** The ruling put before the room to be read back. */
  shownRulingId: string | null
  /** Ids of the rulings made, in their order. */
  madeIds: readonly string[]
  /** Ids that have been made or dropped: what still comes for them is late and changes nothing. */
  settledIds: readonly string[]
  notes: readonly { key: string; itemKey: string | null; words: string; at: string }[]
}

/** A session in which nothing has been said yet. */
export const NEW_SESSION: SessionState = {
  seq: 0,
  calledKey: null,
  calledKeys: [],
  clocks: {},
  attendance: {},
  drafts: {},
  shownRulingId: null,
  madeIds: [],
  settledIds: [],
  notes: [],
}

/**
 * The session that events come to. Each counts once by its key however often it comes, and in the server's order in
 * whatever order it comes; those the server has not got yet follow in the order given.
 */
export function foldSession(events: readonly SessionEvent[], from: SessionState = NEW_SESSION): SessionState {
  const byKey = new Map<string, SessionEvent>()
  for (const event of events) {
    const known = byKey.get(event.key)
    if (!known || (known.seq === null && event.seq !== null)) byKey.set(event.key, event)
  }
  const fresh = [...byKey.values()].filter(({ seq }) => seq === null || seq > from.seq)
  const place = ({ seq }: SessionEvent) => seq ?? Number.MAX_SAFE_INTEGER
  return fresh.sort((a, b) => place(a) - place(b)).reduce(afterEvent, from)
}

/** One event later. */
function afterEvent(state: SessionState, event: SessionEvent): SessionState {
  const effect = EFFECTS[event.kind] as (state: SessionState, event: SessionEvent) => Partial<SessionState>
  return { ...state, ...effect(state, event), seq: event.seq ?? state.seq }
}

type Effects = {
  [Kind in SessionDeedKind]: (
    state: SessionState,
    event: SessionEvent & Extract<SessionDeed, { kind: Kind }>,
  ) => Partial<SessionState>
}

const EFFECTS: Effects = {
  itemCalled: (state, { itemKey, at }) => {
    const paused = pauseAll(state, at)
    return {
      calledKey: itemKey,
      calledKeys: state.calledKeys.includes(itemKey) ? state.calledKeys : [...state.calledKeys, itemKey],
      clocks: { ...paused, [itemKey]: { spentMs: paused[itemKey]?.spentMs ?? 0, runningSince: at } },
    }
  },
  timerStarted: (state, { at }) => {
    const { calledKey } = state
    const clock = calledKey === null ? undefined : state.clocks[calledKey]
    if (calledKey === null || !clock || clock.runningSince !== null) return {}
    return { clocks: { ...state.clocks, [calledKey]: { ...clock, runningSince: at } } }
  },
  timerPaused: (state, { at }) => ({ clocks: pauseAll(state, at) }),
  attended: ({ attendance }, { participantId, as, words }) => ({
    attendance: { ...attendance, [participantId]: { as, words } },
  }),
  rulingDrafted: ({ drafts, settledIds }, { rulingId, itemKey, draft }) => {
    if (settledIds.includes(rulingId)) return {}
    const before = drafts[rulingId]
    // What was confirmed was confirmed word for word: a changed draft is to be read back again.
    const isSame = before !== undefined && isSameDraft(before.draft, draft)
    const confirmedById = isSame ? before.confirmedById : null
    return { drafts: { ...drafts, [rulingId]: { draft, itemKey, confirmedById } } }
  },
  rulingShown: (_, { rulingId }) => ({ shownRulingId: rulingId }),
  rulingConfirmed: ({ drafts }, { rulingId, draft, byId }) => {
    const known = drafts[rulingId]
    // The words may have changed while the leader read them.
    if (!known || !isSameDraft(known.draft, draft)) return {}
    return { drafts: { ...drafts, [rulingId]: { ...known, confirmedById: byId } } }
  },
  rulingDropped: (state, { rulingId }) => settled(state, rulingId),
  rulingMade: (state, { rulingId }) => ({
    ...settled(state, rulingId),
    madeIds: state.madeIds.includes(rulingId) ? state.madeIds : [...state.madeIds, rulingId],
  }),
  noted: ({ notes }, { key, itemKey, words, at }) => ({ notes: [...notes, { key, itemKey, words, at }] }),
}

function settled({ drafts, settledIds, shownRulingId }: SessionState, rulingId: string): Partial<SessionState> {
  const { [rulingId]: _gone, ...rest } = drafts
  return {
    drafts: rest,
    settledIds: settledIds.includes(rulingId) ? settledIds : [...settledIds, rulingId],
    shownRulingId: shownRulingId === rulingId ? null : shownRulingId,
  }
}

/** Whether two drafts say the same. */
export const isSameDraft = (a: RulingDraft, b: RulingDraft): boolean =>
  JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b))
const wordsOf = ({ sentence, leadUnitId, supports, dueOn, becomes, difficultyId, taskId }: RulingDraft) => [
  sentence.trim(),
  leadUnitId,
  supports.map(({ unitId, deliverable, dueOn: on }) => [unitId, deliverable, on]),
  dueOn,
  becomes,
  difficultyId,
  taskId,
]

const elapsedMs = (from: string, to: string): number => Math.max(0, Date.parse(to) - Date.parse(from))

function pauseAll({ clocks }: SessionState, at: string): Record<string, ItemClock> {
  return Object.fromEntries(
    Object.entries(clocks).map(([key, clock]) => [
      key,
      clock.runningSince === null
        ? clock
        : { spentMs: clock.spentMs + elapsedMs(clock.runningSince, at), runningSince: null },
    ]),
  )
}

/** Milliseconds spent on a point up to an instant. */
export function spentMs(state: Pick<SessionState, 'clocks'>, itemKey: string, at: string): number {
  const clock = state.clocks[itemKey]
  if (!clock) return 0
  return clock.spentMs + (clock.runningSince === null ? 0 : elapsedMs(clock.runningSince, at))
}

/** Rulings that are begun and neither made nor dropped, with their ids; one without a word in it is none. */
export const writtenDrafts = ({ drafts }: Pick<SessionState, 'drafts'>): (DraftInSession & { id: string })[] =>
  Object.entries(drafts).flatMap(([id, one]) => (one.draft.sentence.trim() === '' ? [] : [{ id, ...one }]))

/** How many of them there are. */
export const unsavedRulings = (session: Pick<SessionState, 'drafts'>): number => writtenDrafts(session).length

/**
 * Whose word a ruling is: the chair's where it was read back to them, else the leader's who confirmed exactly these
 * words with their own hand; null where it is nobody's yet.
 */
export function rulerIdOf(
  { drafts }: Pick<SessionState, 'drafts'>,
  chairId: string | null,
  { id, draft, readBack }: { id: string; draft: RulingDraft; readBack: boolean },
): string | null {
  if (readBack) return chairId
  const inSession = drafts[id]
  return inSession && isSameDraft(inSession.draft, draft) ? inSession.confirmedById : null
}
