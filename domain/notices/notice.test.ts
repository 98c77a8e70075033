import { expect, test } from 'vitest'
import type { Actor, Role } from '../access/actor.ts'
import { Refusal } from '../refusal.ts'
import {
  GIVEN_NOTICE_STATES,
  NOTICE_LEVELS,
  NOTICE_STATES,
  NOTICE_STEP_NAMES,
  NOTICE_STEPS,
  NOTICE_TO,
  noticeNumber,
  type NoticeState,
  type NoticeStep,
  standardPrefix,
  takeNoticeStep,
} from './notice.ts'
import { askSentence, NOTICE_REASONS, reasonSentence } from './reason.ts'

const actor = (role: Role, unitId: string | null = null): Actor => ({
  organizationId: 'o',
  personId: 'p',
  name: '林晓岚',
  posts: [{ role, unitId }],
  portfolio: { unitIds: [], pillarIds: [] },
})
const office = actor('supervisionOffice')
const head = actor('unitHead', 'works')
const tried = (who: Actor, state: NoticeState, step: NoticeStep, words = '已加派人手') => {
  try {
    return takeNoticeStep(who, { state, unitId: 'works' }, step, words)
  } catch (error) {
    return error instanceof Refusal ? error.code : 'broken'
  }
}

test('every step from every state leads where the table says, or is refused', () => {
  for (const state of NOTICE_STATES)
    for (const step of NOTICE_STEP_NAMES) {
      const who = step === 'reply' ? head : office
      const { from, to }: { from: readonly NoticeState[]; to: NoticeState } = NOTICE_STEPS[step]
      expect([state, step, tried(who, state, step)]).toEqual([
        state,
        step,
        from.includes(state) ? to : 'notice_wrong_state',
      ])
    }
})

test('only the head of the unit it was sent to replies, only the office does the rest', () => {
  for (const who of [actor('unitHead', 'schools'), actor('liaison', 'works'), office])
    expect(tried(who, 'issued', 'reply')).toBe('notice_head_replies')
  for (const step of ['issue', 'dismiss', 'close'] as const) expect(tried(head, 'proposed', step)).toBe('office_only')
})

test('a reply, a dismissal and a close without a reply are said in words', () => {
  expect(tried(head, 'issued', 'reply', ' ')).toBe('notice_words_missing')
  expect(tried(office, 'proposed', 'dismiss', '')).toBe('notice_words_missing')
  expect(tried(office, 'issued', 'close', '')).toBe('notice_words_missing')
  expect(tried(office, 'answered', 'close', '')).toBe('closed')
  expect(tried(office, 'proposed', 'issue', '')).toBe('issued')
})

test('a number reads as papers have it', () => {
  expect(noticeNumber(standardPrefix('清源区'), 2026, 5)).toBe('清督〔2026〕5号')
})

test('a graver notice reaches everybody a milder one reaches, and somebody higher', () => {
  const [blue, yellow, red] = NOTICE_LEVELS.map((level) => NOTICE_TO[level])
  expect(yellow).toEqual(expect.arrayContaining([...(blue ?? [])]))
  expect(red).toEqual(expect.arrayContaining([...(yellow ?? [])]))
  expect([blue?.length, yellow?.length, red?.length]).toEqual([3, 4, 5])
  expect(GIVEN_NOTICE_STATES).not.toContain('proposed')
})

test('every reason says the same facts in both languages; what is asked is never empty', () => {
  const factsIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name).sort()
  for (const { zh, en } of Object.values(NOTICE_REASONS)) expect(factsIn(zh)).toEqual(factsIn(en))
  for (const level of NOTICE_LEVELS) expect(askSentence('', level, 'zh')).not.toBe('')
  expect(askSentence('请三日内到现场说明。', 'red', 'en')).toBe('请三日内到现场说明。')
  expect(reasonSentence({ code: 'written', facts: { text: '进度落后' } }, 'en')).toBe('进度落后')
})
