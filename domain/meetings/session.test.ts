import { describe, expect, test } from 'vitest'
import fc from 'fast-check'
import type { Actor, Role } from '../access/actor.ts'
import { EMPTY_RULING, type RulingDraft } from './ruling.ts'
import {
  canSay,
  foldSession,
  rulerIdOf,
  type SessionDeed,
  type SessionEvent,
  spentMs,
  unsavedRulings,
} from './session.ts'

const draft: RulingDraft = { ...EMPTY_RULING, sentence: '年底前办结', leadUnitId: 'u', dueOn: '2026-12-25' }
const START = Date.parse('2026-11-20T06:30:00.000Z')
const at = (seconds: number): string => new Date(START + seconds * 1000).toISOString()
const event = (deed: SessionDeed, seq: number | null, seconds: number, byId = 'p'): SessionEvent => ({
  ...deed,
  key: `k${seq ?? `-${seconds}`}`,
  seq,
  at: at(seconds),
  byId,
})

describe('a session is what its events say', () => {
  test('calling the next point stops the clock of the one before; going back goes on with it', () => {
    const session = foldSession([
      event({ kind: 'itemCalled', itemKey: 'a' }, 1, 0),
      event({ kind: 'timerPaused' }, 2, 30),
      event({ kind: 'timerStarted' }, 3, 60),
      event({ kind: 'itemCalled', itemKey: 'b' }, 4, 100),
      event({ kind: 'itemCalled', itemKey: 'a' }, 5, 160),
    ])
    expect(session.calledKeys).toEqual(['a', 'b'])
    expect(spentMs(session, 'a', at(170))).toBe(80_000)
    expect(spentMs(session, 'b', at(170))).toBe(60_000)
    expect(spentMs(session, 'c', at(170))).toBe(0)
  })
  test('a ruling is the chair’s word where it was read back, else of the leader who confirmed exactly these words', () => {
    const session = foldSession([
      event({ kind: 'rulingDrafted', rulingId: 'r', itemKey: 'a', draft }, 1, 0),
      event({ kind: 'rulingConfirmed', rulingId: 'r', draft }, 2, 5, 'leader'),
    ])
    const asked = { id: 'r', draft, readBack: false }
    expect(rulerIdOf(session, 'chair', asked)).toBe('leader')
    expect(rulerIdOf(session, 'chair', { ...asked, readBack: true })).toBe('chair')
    expect(rulerIdOf(session, null, { ...asked, readBack: true })).toBeNull()
    expect(rulerIdOf(session, 'chair', { ...asked, draft: { ...draft, dueOn: '2026-12-31' } })).toBeNull()
    expect(rulerIdOf(session, 'chair', { ...asked, id: 'other' })).toBeNull()
  })
  test('a confirmed ruling whose words change is to be confirmed again', () => {
    const said = [
      event({ kind: 'rulingDrafted', rulingId: 'r', itemKey: 'a', draft }, 1, 0),
      event({ kind: 'rulingConfirmed', rulingId: 'r', draft }, 2, 5, 'chair'),
    ]
    expect(foldSession(said).drafts['r']?.confirmedById).toBe('chair')
    const changed = { ...draft, dueOn: '2026-12-31' }
    const later = [...said, event({ kind: 'rulingDrafted', rulingId: 'r', itemKey: 'a', draft: changed }, 3, 9)]
    expect(foldSession(later).drafts['r']?.confirmedById).toBeNull()
    // What the leader read is not what stands there now.
    const late = [...later, event({ kind: 'rulingConfirmed', rulingId: 'r', draft }, 4, 10, 'chair')]
    expect(foldSession(late).drafts['r']?.confirmedById).toBeNull()
  })
  test('a draft that arrives after its ruling was made or dropped does not come back', () => {
    const session = foldSession([
      event({ kind: 'rulingDrafted', rulingId: 'r', itemKey: 'a', draft }, 1, 0),
      event({ kind: 'rulingShown', rulingId: 'r' }, 2, 1),
      event({ kind: 'rulingMade', rulingId: 'r', number: 1 }, 3, 2),
      event({ kind: 'rulingDrafted', rulingId: 'r', itemKey: 'a', draft }, 4, 3),
    ])
    expect([session.drafts, session.madeIds, session.shownRulingId, unsavedRulings(session)]).toEqual([
      {},
      ['r'],
      null,
      0,
    ])
  })
})

const somebody = (role: Role): Actor => ({
  organizationId: 'o',
  personId: 'p',
  name: '',
  posts: [{ role, unitId: null }],
  portfolio: { unitIds: [], pillarIds: [] },
})

test.each([
  ['supervisionOffice', 'itemCalled', true],
  ['supervisionOffice', 'rulingDrafted', true],
  ['supervisionOffice', 'rulingConfirmed', false],
  ['supervisionOffice', 'rulingMade', false],
  ['principalLeader', 'rulingConfirmed', true],
  ['leaderInCharge', 'rulingConfirmed', true],
  ['principalLeader', 'itemCalled', false],
  ['unitHead', 'rulingConfirmed', false],
] as const)('%s says %s: %s', (role, kind, may) => {
  expect(canSay(somebody(role), kind).allowed).toBe(may)
})

const itemKey = fc.constantFrom('a', 'b', 'c')
const rulingId = fc.constantFrom('r1', 'r2', 'r3')
const anyDraft = fc.constantFrom(draft, { ...draft, sentence: '本月底前办结' }, EMPTY_RULING)
const deeds: fc.Arbitrary<SessionDeed> = fc.oneof(
  fc.record({ kind: fc.constant('itemCalled' as const), itemKey }),
  fc.record({ kind: fc.constant('timerStarted' as const) }),
  fc.record({ kind: fc.constant('timerPaused' as const) }),
  fc.record({
    kind: fc.constant('attended' as const),
    participantId: fc.constantFrom('x', 'y'),
    as: fc.constantFrom('present' as const, 'late' as const, 'absent' as const),
    words: fc.constant(''),
  }),
  fc.record({ kind: fc.constant('rulingDrafted' as const), rulingId, itemKey, draft: anyDraft }),
  fc.record({ kind: fc.constant('rulingShown' as const), rulingId }),
  fc.record({ kind: fc.constant('rulingConfirmed' as const), rulingId, draft: anyDraft }),
  fc.record({ kind: fc.constant('rulingDropped' as const), rulingId }),
  fc.record({ kind: fc.constant('rulingMade' as const), rulingId, number: fc.nat(9) }),
  fc.record({ kind: fc.constant('noted' as const), itemKey, words: fc.constantFrom('记一笔', '再议') }),
)
const sessions = fc
  .array(deeds, { maxLength: 40 })
  .map((said) => said.map((deed, index) => event(deed, index + 1, index * 7)))

test('an event counts once however often it is sent and in whatever order it comes', () => {
  const sent = sessions.chain((events) =>
    fc.tuple(
      fc.constant(events),
      fc.shuffledSubarray([...events, ...events, ...events], { minLength: events.length * 3 }),
    ),
  )
  fc.assert(
    fc.property(sent, ([events, mess]) => {
      expect(foldSession(mess)).toEqual(foldSession(events))
    }),
  )
})

test('whoever comes in the middle and reads on, also from before, stands where everybody stands', () => {
  const cut = sessions.chain((events) => fc.tuple(fc.constant(events), fc.nat(events.length), fc.nat(events.length)))
  fc.assert(
    fc.property(cut, ([events, until, from]) => {
      const first = foldSession(events.slice(0, until))
      expect(foldSession(events.slice(Math.min(from, until)), first)).toEqual(foldSession(events))
    }),
  )
})

test('what the server has not got yet counts at once, and is not doubled when it comes back with its place', () => {
  fc.assert(
    fc.property(sessions, ([first, ...rest]) => {
      if (!first) return
      const waiting = rest.map((one) => ({ ...one, seq: null }))
      const here = foldSession([first, ...waiting])
      const { seq: _, ...told } = foldSession([first, ...rest, ...waiting])
      expect(here).toMatchObject(told)
    }),
  )
})
