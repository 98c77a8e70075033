import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Actor } from '../access/actor.ts'
import { addDays, workdaysBetween, workingCalendar } from '../calendar/calendar.ts'
import { HEAD, LEADER, OFFICE, PRINCIPAL, refusalOf, task, TIME } from '../tasks/examples/life.ts'
import { canTake, takeStep } from '../tasks/lifecycle.ts'
import { NO_INPUT } from '../tasks/inLife.ts'
import { isDone, TASK_STATES, type TaskState } from '../tasks/task.ts'
import {
  canAddPages,
  canAssign,
  canWithdraw,
  directiveNumber,
  furtherLimit,
  type KnownDirective,
  registerDirective,
  taskDueOn,
  taskTitleOf,
  type WrittenDirective,
} from './directive.ts'
import { MOST_PAGE_BYTES, pageTypeOf } from './pages.ts'
import { type DirectiveWork, ENDED_STATES, standDirective } from './standing.ts'
import { limitOf, URGENCIES, type Urgency } from './urgency.ts'

/** The national holiday of 2026 with its make-up workdays around it. */
const HOLIDAY = workingCalendar([
  ...[1, 2, 5, 6, 7].map((day) => ({ on: `2026-10-0${day}`, workday: false, name: '国庆节' })),
  { on: '2026-09-27', workday: true, name: '补班' },
  { on: '2026-10-10', workday: true, name: '补班' },
])

describe('a limit', () => {
  test.each<[string, Urgency, string, string, string | null]>([
    ['extra urgent on a Friday is the Monday', 'extraUrgent', '2026-11-20', '2026-11-23', null],
    ['urgent is three working days', 'urgent', '2026-11-20', '2026-11-25', null],
    ['pressing is five', 'pressing', '2026-11-20', '2026-11-27', null],
    ['a make-up Sunday is worked', 'extraUrgent', '2026-09-26', '2026-09-27', null],
    ['the holiday is not counted, the make-up Saturday is', 'urgent', '2026-09-30', '2026-10-10', null],
    ['fifteen days of the calendar', 'ordinary', '2026-11-18', '2026-12-03', null],
    ['that end on a rest day end on the next working day', 'ordinary', '2026-11-20', '2026-12-07', '2026-12-05'],
    ['that end in the holiday end after it', 'complex', '2026-09-03', '2026-10-08', '2026-10-03'],
    ['that end on a make-up Saturday end there', 'complex', '2026-09-10', '2026-10-10', null],
  ])('%s', (_, urgency, from, dueOn, movedFrom) => {
    expect(limitOf(urgency, from, HOLIDAY)).toMatchObject({ dueOn, movedFrom })
  })

  const day = fc.integer({ min: 0, max: 700 }).map((count) => addDays('2026-01-01', count))
  const exceptions = fc.array(fc.record({ on: day, workday: fc.boolean(), name: fc.constant('') }), { maxLength: 30 })

  test('is always a working day after the day it is counted from, never shorter for what is less urgent', () => {
    fc.assert(
      fc.property(day, exceptions, (from, days) => {
        const calendar = workingCalendar(days)
        const limits = URGENCIES.map((urgency) => limitOf(urgency, from, calendar))
        for (const { dueOn, unit, count } of limits) {
          expect(calendar.isWorkday(dueOn) && dueOn > from).toBe(true)
          expect(unit === 'days' || workdaysBetween(calendar, from, dueOn) === count).toBe(true)
        }
        const worked = limits.filter(({ unit }) => unit === 'workdays').map(({ dueOn }) => dueOn)
        expect(worked).toEqual([...worked].sort())
      }),
    )
  })
})

describe('registering', () => {
  const written: WrittenDirective = {
    writerId: 'leader',
    isWriterLeader: true,
    writtenOn: '2026-11-18',
    urgency: 'urgent',
    dueOn: null,
    hasLeads: true,
  }
  test.each<[string, Actor, Partial<WrittenDirective>, string]>([
    ['the office for any leader', OFFICE, {}, 'allowed'],
    ['a leader their own', LEADER, { hasLeads: false }, 'allowed'],
    ['a leader not another’s', PRINCIPAL, { hasLeads: false }, 'directive_own_only'],
    ['a leader names no units', LEADER, {}, 'directive_units_by_office'],
    ['who wrote it is a leader', OFFICE, { isWriterLeader: false }, 'directive_writer_no_leader'],
    ['nothing is written tomorrow', OFFICE, { writtenOn: '2026-11-21' }, 'directive_written_ahead'],
    ['a named day is not past', OFFICE, { dueOn: '2026-11-19' }, 'directive_day_past'],
    ['a named day can be today', OFFICE, { dueOn: '2026-11-20' }, 'allowed'],
  ])('%s', (_, actor, changes, code) => {
    expect(refusalOf(() => registerDirective(actor, { ...written, ...changes }, TIME))).toBe(code)
  })

  test('counts from the day of registration, and a day that the directive names wins', () => {
    expect(registerDirective(OFFICE, written, TIME)).toEqual({ dueOn: '2026-11-25', limitBy: 'urgency' })
    expect(registerDirective(OFFICE, { ...written, dueOn: '2026-12-31' }, TIME)).toEqual({
      dueOn: '2026-12-31',
      limitBy: 'text',
    })
    expect(furtherLimit('pressing', null, TIME)).toEqual({ dueOn: '2026-11-27', limitBy: 'urgency' })
    expect(refusalOf(() => furtherLimit('pressing', TIME.today, TIME))).toBe('day_not_ahead')
  })
})

const known: KnownDirective = {
  state: 'inHand',
  writerId: 'leader',
  registeredById: 'office',
  urgency: 'extraUrgent',
  limitBy: 'urgency',
  dueOn: '2026-11-18',
}

test('the office’s delay in handing it on never counts against the unit', () => {
  expect(taskDueOn(known, TIME)).toBe('2026-11-23')
  expect(taskDueOn({ ...known, limitBy: 'text' }, TIME)).toBe('2026-11-20')
  expect(taskDueOn({ ...known, limitBy: 'text', dueOn: '2026-12-31' }, TIME)).toBe('2026-12-31')
})

describe('who does what with it', () => {
  const isAllowed = (verdict: { allowed: boolean }) => verdict.allowed
  test('the office hands it on while it is open', () => {
    expect([OFFICE, LEADER, HEAD].map((actor) => isAllowed(canAssign(actor, known)))).toEqual([true, false, false])
    expect(isAllowed(canAssign(OFFICE, { ...known, state: 'closed' }))).toBe(false)
  })
  test('the office and who wrote it add pages', () => {
    expect([OFFICE, LEADER, PRINCIPAL, HEAD].map((actor) => isAllowed(canAddPages(actor, known)))).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
  test('it is taken back only before a unit has it', () => {
    expect(isAllowed(canWithdraw(OFFICE, known, []))).toBe(true)
    expect(isAllowed(canWithdraw(OFFICE, known, ['registered', 'cancelled']))).toBe(true)
    expect(refusalOf(() => ensureAllowed(canWithdraw(OFFICE, known, ['assigned'])))).toBe('directive_with_unit')
    for (const state of ENDED_STATES)
      expect(refusalOf(() => ensureAllowed(canWithdraw(OFFICE, { ...known, state }, [])))).toBe('directive_ended')
    expect(isAllowed(canWithdraw(LEADER, known, []))).toBe(false)
    expect(isAllowed(canWithdraw(LEADER, { ...known, registeredById: 'leader' }, []))).toBe(true)
  })
})

const ensureAllowed = (verdict: ReturnType<typeof canAssign>) => {
  if (!verdict.allowed) throw verdict.refusal
}

describe('a directive’s task', () => {
  const directive = { isDirective: true, signerId: 'principal', sourceKind: 'directive' } as const
  const open = [{ title: '办理情况报告', originalDueOn: '2026-11-25', weight: 100, state: 'pending' as const }]

  test('is signed off by whoever wrote the directive, and by nobody else', () => {
    const waiting = task({ ...directive, state: 'leaderSignOff' })
    for (const step of ['signOff', 'instructFurther'] as const) {
      expect(canTake(PRINCIPAL, waiting, step, TIME).allowed).toBe(true)
      expect(canTake(LEADER, waiting, step, TIME).allowed).toBe(false)
    }
  })

  test('is signed off by the leader in charge where the writer is a leader no more', () => {
    expect(
      canTake(LEADER, task({ ...directive, state: 'leaderSignOff', signerId: null }), 'signOff', TIME).allowed,
    ).toBe(true)
  })

  test('is asked to be completed only with its answer, which claims what is open', () => {
    const working = task({ ...directive, state: 'inProgress', milestones: open, evidenceCount: 0 })
    const ask = (withDirective: boolean) =>
      refusalOf(() => takeStep(HEAD, working, 'requestCompletion', { ...NO_INPUT, withDirective }, TIME))
    expect(ask(false)).toBe('directive_answers_apart')
    expect(ask(true)).toBe('allowed')
  })
})

describe('how a directive stands', () => {
  const work = (state: TaskState, changes: Partial<DirectiveWork> = {}): DirectiveWork => ({
    state,
    goesOn: false,
    dueOn: '2026-11-25',
    completedOn: null,
    ...changes,
  })
  const stand = (...works: DirectiveWork[]) => standDirective({ isWithdrawn: false, dueOn: '2026-11-24', works })
  const done = work('completed', { completedOn: '2026-11-24' })

  test.each<[string, DirectiveWork[], string]>([
    ['it has no task', [], 'received'],
    ['a unit works', [work('inProgress')], 'inHand'],
    ['the office looks through the answer', [work('completionReview')], 'inHand'],
    ['an answer waits for the leader', [done, work('leaderSignOff')], 'toLeader'],
    ['one of two is agreed to', [done, work('inProgress')], 'inHand'],
    ['its work goes on in a child', [work('inProgress', { goesOn: true })], 'continued'],
    ['the child’s answer waits, which is the child’s affair', [work('leaderSignOff', { goesOn: true })], 'continued'],
    ['the child is agreed to', [work('completed', { goesOn: true, completedOn: '2026-12-01' })], 'closed'],
    ['all is agreed to', [done, work('closedOut', { completedOn: '2026-11-25' })], 'closed'],
    ['a cancelled task is none of it', [done, work('cancelled')], 'closed'],
    ['all was cancelled', [work('cancelled')], 'withdrawn'],
  ])('when %s', (_, works, state) => {
    expect(stand(...works).state).toBe(state)
  })

  test('has the latest of its own dates, and the limit where it has none', () => {
    expect(stand(work('inProgress'), work('assigned', { dueOn: '2026-12-02' })).currentDueOn).toBe('2026-12-02')
    expect(stand(work('inProgress', { goesOn: true, dueOn: '2026-12-09' })).currentDueOn).toBe('2026-11-24')
  })

  /** One task, and directives that took it up one after another: each step is taken as the state table allows. */
  test('of a chain on one task only the last is worked on, and one agreement closes them all, once', () => {
    const deed = fc.constantFrom('agree', 'instruct', 'answer', 'accept', 'return', 'agree again')
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        let life = task({ state: 'inProgress', isDirective: true, signerId: 'principal', sourceKind: 'directive' })
        let length = 1
        let closings = 0
        const chain = () =>
          Array.from({ length }, (_, index) =>
            stand(
              work(life.state, { goesOn: index < length - 1, completedOn: isDone(life.state) ? TIME.today : null }),
            ),
          )
        for (const name of deeds) {
          const before = chain().every(({ state }) => state === 'closed')
          const [actor, step] = (
            {
              agree: [PRINCIPAL, 'signOff'],
              'agree again': [PRINCIPAL, 'signOff'],
              instruct: [PRINCIPAL, 'instructFurther'],
              answer: [HEAD, 'requestCompletion'],
              accept: [OFFICE, 'acceptCompletion'],
              return: [OFFICE, 'returnCompletion'],
            } as const
          )[name]
          const input = {
            ...NO_INPUT,
            withDirective: true,
            instruction: '再核实',
            reason: '不清楚',
            day: '2026-12-10',
            checks: ['factsClear', 'problemSolved', 'taskDone', 'conclusionRight', 'lawful', 'formRight'] as const,
          }
          refusalOf(() => {
            life = { ...life, state: takeStep(actor, life, step, input, TIME) }
            if (step === 'instructFurther') length += 1
          })
          const states = chain().map(({ state }) => state)
          const ended = states.filter((state) => ENDED_STATES.includes(state)).length
          expect([0, length]).toContain(ended)
          expect(ended > 0 || states.slice(0, -1).every((state) => state === 'continued')).toBe(true)
          if (ended === length && !before) closings += 1
        }
        expect(closings).toBeLessThanOrEqual(1)
      }),
    )
  })

  test('is said for every mixture of tasks, and has a day of closing exactly when closed', () => {
    const anyWork = fc.record({
      state: fc.constantFrom(...TASK_STATES),
      goesOn: fc.boolean(),
      dueOn: fc.constantFrom(null, '2026-11-20', '2026-12-31'),
      completedOn: fc.constantFrom(null, '2026-11-19'),
    })
    fc.assert(
      fc.property(fc.array(anyWork, { maxLength: 5 }), fc.boolean(), (works, isWithdrawn) => {
        const standing = standDirective({ isWithdrawn, dueOn: '2026-11-24', works })
        expect(standing.closedOn !== null).toBe(standing.state === 'closed')
        const waits = works.some(({ state }) => state === 'leaderSignOff')
        expect(waits && standing.state === 'closed').toBe(false)
      }),
    )
  })
})

describe('a page', () => {
  const bytesOf = (...parts: (string | number[])[]) =>
    Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...Buffer.from(part)] : part)))
  const png = bytesOf([0x89], 'PNG\r\n', [0x1a], '\n', [0, 0, 0, 13], 'IHDR', [0, 0], 'IEND', [0xae, 0x42, 0x60, 0x82])
  const jpeg = bytesOf([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 0xff, 0xd9])
  const pdf = bytesOf('%PDF-1.7\n1 0 obj\n%%EOF\n')
  const codeOf = (bytes: Uint8Array) => refusalOf(() => pageTypeOf(bytes))

  test('is known by its bytes', () => {
    expect([png, jpeg, pdf].map(pageTypeOf)).toEqual(['image/png', 'image/jpeg', 'application/pdf'])
  })
  test('may have something behind its end, as telephones write it', () => {
    expect(pageTypeOf(bytesOf([...jpeg], 'MotionPhoto'))).toBe('image/jpeg')
  })
  test.each<[string, Uint8Array, string]>([
    ['nothing', new Uint8Array(0), 'page_empty'],
    ['a web page', bytesOf('<html><script>alert(1)</script></html>'), 'page_kind_unknown'],
    ['a drawing with scripts', bytesOf('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'page_kind_unknown'],
    ['a program', bytesOf('MZ', [0x90, 0]), 'page_kind_unknown'],
    ['a picture behind something else', bytesOf('GIF89a', [...png]), 'page_kind_unknown'],
    ['half a PNG', png.slice(0, 16), 'page_cut_off'],
    ['half a JPEG', jpeg.slice(0, 6), 'page_cut_off'],
    ['half a PDF', pdf.slice(0, 12), 'page_cut_off'],
    ['one byte too much', new Uint8Array(MOST_PAGE_BYTES + 1), 'page_too_large'],
  ])('is not %s', (_, bytes, code) => {
    expect(codeOf(bytes)).toBe(code)
  })
})

describe('its words', () => {
  test.each([
    ['请住建局牵头，三日内查清。并报我。', '请住建局牵头，三日内查清'],
    ['  阅处\n请报结果', '阅处'],
    ['办'.repeat(80), `${'办'.repeat(59)}…`],
  ])('a task is called by the first sentence of %s', (text, title) => {
    expect(taskTitleOf(text)).toBe(title)
  })
  test('its number is that of the year', () => {
    expect(directiveNumber({ year: 2026, number: 12 }, 'zh')).toBe('2026年批示第12号')
    expect(directiveNumber({ year: 2026, number: 12 }, 'en')).toBe('Directive 12 of 2026')
  })
})
