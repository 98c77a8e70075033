import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { addDays, workingCalendar } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import { askChange, type ChangedTask, grantChange } from './change.ts'
import { askExtension, type ExtendedTask, grantDates } from './extension.ts'
import { changeDecider, extensionDecider, LADDER_PRESETS, type LadderFacts } from './ladder.ts'
import { canDecide, canReview, canWithdraw, decideRequest, type RequestInLife } from './request.ts'

const rules = LADDER_PRESETS.standard
const calendar = workingCalendar([])
const today = '2026-11-20'

const somebody = (role: Role, unitId: string | null = null, personId: string = role): Actor => ({
  organizationId: 'o',
  personId,
  name: personId,
  posts: [{ role, unitId }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const head = somebody('unitHead', 'u')
const office = somebody('supervisionOffice')
const leader = somebody('leaderInCharge')
const principal = somebody('principalLeader')

const codeOf = (run: () => unknown): string => {
  try {
    run()
    return 'allowed'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('the ladder', () => {
  const easy: LadderFacts = { workdays: 10, ordinal: 1, isLate: false, light: 'yellow' }
  test.each<[string, Partial<LadderFacts>, string]>([
    ['up to ten workdays, the first time', {}, 'supervisionOffice'],
    ['longer', { workdays: 11 }, 'leaderInCharge'],
    ['a second time', { ordinal: 2 }, 'leaderInCharge'],
    ['asked after the date', { isLate: true }, 'leaderInCharge'],
    ['a third time', { ordinal: 3 }, 'principalLeader'],
    ['on red', { light: 'red' }, 'principalLeader'],
  ])('%s: %o is decided by %s', (_, facts, decider) => {
    expect(extensionDecider({ ...easy, ...facts }, rules)).toBe(decider)
  })

  test('whatever makes a request graver never sends it further down', () => {
    const rank = (facts: LadderFacts) =>
      ['supervisionOffice', 'leaderInCharge', 'principalLeader'].indexOf(extensionDecider(facts, rules))
    fc.assert(
      fc.property(fc.nat(60), fc.integer({ min: 1, max: 5 }), fc.boolean(), (workdays, ordinal, isLate) => {
        const facts: LadderFacts = { workdays, ordinal, isLate, light: 'yellow' }
        expect(rank({ ...facts, workdays: workdays + 1 })).toBeGreaterThanOrEqual(rank(facts))
        expect(rank({ ...facts, ordinal: ordinal + 1 })).toBeGreaterThanOrEqual(rank(facts))
        expect(rank({ ...facts, isLate: true })).toBeGreaterThanOrEqual(rank(facts))
        expect(rank({ ...facts, light: 'red' })).toBeGreaterThanOrEqual(rank(facts))
      }),
    )
  })

  test('a promise that becomes smaller goes to the principal leader, any other to the leader in charge', () => {
    expect(changeDecider({ ordinal: 1, light: 'green', isLess: true }, rules)).toBe('principalLeader')
    expect(changeDecider({ ordinal: 1, light: 'green', isLess: false }, rules)).toBe('leaderInCharge')
  })
})

const task: ExtendedTask = {
  state: 'inProgress',
  leadUnitId: 'u',
  currentDueOn: '2026-12-20',
  light: 'yellow',
  milestones: [
    { id: 'a', title: '开工', currentDueOn: '2026-10-30', state: 'accepted' },
    { id: 'b', title: '封顶', currentDueOn: '2026-11-25', state: 'pending' },
  ],
  grantedCount: 0,
  hasOpenRequest: false,
}
const ask = { dates: [{ milestoneId: 'b', dueOn: '2026-12-02' }], reason: '许可未下', progress: '已建六层' }
const frame = { today, calendar, rules }

describe('asking for a later date', () => {
  test('before the date it is in time, counted in working days from the present date', () => {
    expect(askExtension(head, task, ask, frame)).toMatchObject({
      decider: 'supervisionOffice',
      isLate: false,
      workdays: 5,
    })
  })

  test('after the date it is late and goes to the leader', () => {
    expect(askExtension(head, task, ask, { ...frame, today: '2026-11-26' })).toMatchObject({
      decider: 'leaderInCharge',
      isLate: true,
    })
  })

  const move = (milestoneId: string | null, dueOn: string) => ({ ...ask, dates: [{ milestoneId, dueOn }] })
  test.each<[string, () => unknown, string]>([
    ['the office', () => askExtension(office, task, ask, frame), 'lead_head_only'],
    ['another unit', () => askExtension(somebody('unitHead', 'v'), task, ask, frame), 'lead_head_only'],
    ['the liaison', () => askExtension(somebody('liaison', 'u'), task, ask, frame), 'lead_head_only'],
    ['with one open', () => askExtension(head, { ...task, hasOpenRequest: true }, ask, frame), 'request_open'],
    ['when done', () => askExtension(head, { ...task, state: 'completed' }, ask, frame), 'task_wrong_state'],
    ['without a reason', () => askExtension(head, task, { ...ask, reason: ' ' }, frame), 'reason_missing'],
    ['without progress', () => askExtension(head, task, { ...ask, progress: '' }, frame), 'progress_missing'],
    ['for nothing', () => askExtension(head, task, { ...ask, dates: [] }, frame), 'extension_empty'],
    [
      'twice for one',
      () => askExtension(head, task, { ...ask, dates: [...ask.dates, ...ask.dates] }, frame),
      'extension_empty',
    ],
    ['to an earlier day', () => askExtension(head, task, move('b', '2026-11-24'), frame), 'extension_not_later'],
    [
      'to a day that has passed',
      () => askExtension(head, task, move('b', '2026-11-27'), { ...frame, today: '2026-12-01' }),
      'extension_not_later',
    ],
    ['for what is accepted', () => askExtension(head, task, move('a', '2026-12-02'), frame), 'extension_of_done'],
    ['for what is not its own', () => askExtension(head, task, move('z', '2026-12-02'), frame), 'not_found'],
    ['beyond its task', () => askExtension(head, task, move('b', '2026-12-21'), frame), 'extension_beyond_task'],
  ])('%s is refused: %s', (_, run, code) => {
    expect(codeOf(run)).toBe(code)
  })

  test('what is granted is never later than asked and never earlier than it stands', () => {
    const offset = fc.integer({ min: -20, max: 20 })
    fc.assert(
      fc.property(offset, (days) => {
        const granted = [{ milestoneId: 'b', dueOn: addDays('2026-12-02', days) }]
        const code = codeOf(() => grantDates(task, ask.dates, granted))
        const fits = days <= 0 && addDays('2026-12-02', days) > '2026-11-25'
        expect(code).toBe(fits ? 'allowed' : 'extension_not_later')
      }),
    )
  })
})

const promised: ChangedTask = {
  state: 'inProgress',
  leadUnitId: 'u',
  light: 'green',
  title: '新建停车位 800 个',
  target: { value: 800, measure: '个' },
  weight: 2,
  grantedCount: 0,
  hasOpenRequest: false,
}
const wish = { changes: { target: { value: 900, measure: '个' } }, reason: '追加地块', benefit: '东门片区居民' }

describe('asking for a change of what was promised', () => {
  test('says only what differs, before and after', () => {
    const asked = askChange(
      head,
      promised,
      { ...wish, changes: { ...wish.changes, weight: 2, title: promised.title } },
      rules,
    )
    expect(asked).toMatchObject({ before: { target: { value: 800 } }, after: wish.changes, decider: 'leaderInCharge' })
    expect(Object.keys(asked.after)).toEqual(['target'])
  })

  test.each([
    ['a smaller number', { target: { value: 700, measure: '个' } }],
    ['another measure', { target: { value: 900, measure: '处' } }],
    ['no number any more', { target: null }],
    ['less weight', { weight: 1 }],
  ])('%s goes to the principal leader', (_, changes) => {
    expect(askChange(head, promised, { ...wish, changes }, rules).decider).toBe('principalLeader')
  })

  test.each<[string, () => unknown, string]>([
    ['the liaison', () => askChange(somebody('liaison', 'u'), promised, wish, rules), 'lead_head_only'],
    ['no difference', () => askChange(head, promised, { ...wish, changes: { weight: 2 } }, rules), 'change_empty'],
    ['without whom it serves', () => askChange(head, promised, { ...wish, benefit: '' }, rules), 'reason_missing'],
    ['when suspended', () => askChange(head, { ...promised, state: 'suspended' }, wish, rules), 'task_wrong_state'],
    [
      'granted when the work was done in the meantime',
      () => grantChange({ ...promised, state: 'closedOut' }, { weight: 3 }),
      'task_wrong_state',
    ],
  ])('%s is refused: %s', (_, run, code) => {
    expect(codeOf(run)).toBe(code)
  })
})

const open: RequestInLife = {
  state: 'asked',
  decider: 'leaderInCharge',
  askedBy: 'unitHead',
  leadUnitId: 'u',
  leaderId: 'leaderInCharge',
}
const yes = { approves: true, note: '' }

describe('deciding', () => {
  test('the office is heard before a leader decides, and decides alone only where the ladder says so', () => {
    expect(canReview(office, open).allowed).toBe(true)
    expect(canDecide(leader, open).allowed).toBe(false)
    expect(decideRequest(leader, { ...open, state: 'reviewed' }, yes)).toBe('approved')
    expect(decideRequest(office, { ...open, decider: 'supervisionOffice' }, yes)).toBe('approved')
    expect(canReview(office, { ...open, decider: 'supervisionOffice' }).allowed).toBe(false)
  })

  const reviewed: RequestInLife = { ...open, state: 'reviewed' }
  test.each<[string, () => unknown, string]>([
    ['the office in the leader’s place', () => decideRequest(office, reviewed, yes), 'request_wrong_decider'],
    [
      'another leader',
      () => decideRequest(somebody('leaderInCharge', null, 'x'), reviewed, yes),
      'request_wrong_decider',
    ],
    ['the principal in the leader’s place', () => decideRequest(principal, reviewed, yes), 'request_wrong_decider'],
    ['who asked', () => decideRequest(leader, { ...reviewed, askedBy: 'leaderInCharge' }, yes), 'request_author'],
    ['a no without a reason', () => decideRequest(leader, reviewed, { approves: false, note: '' }), 'reason_missing'],
    ['what is decided', () => decideRequest(leader, { ...open, state: 'rejected' }, yes), 'request_wrong_state'],
  ])('%s is refused: %s', (_, run, code) => {
    expect(codeOf(run)).toBe(code)
  })

  test('the unit’s head takes it back while nobody has decided', () => {
    expect(canWithdraw(head, open).allowed).toBe(true)
    expect(canWithdraw(head, reviewed).allowed).toBe(true)
    expect(canWithdraw(head, { ...open, state: 'approved' }).allowed).toBe(false)
    expect(canWithdraw(office, open).allowed).toBe(false)
  })
})
