import { expect, test } from 'vitest'
import { actorWord } from '../text/actor.ts'
import { changeLine, originLine } from './changes.ts'

// What the audit administrator reads is made of words, not of the names of our code.
test.each([
  ['difficulty.closed', { state: 'solved' }, { state: 'closed' }, '状态 待确认 → 已了结'],
  ['plan.closed', { state: 'approved' }, { state: 'closed' }, '状态 已批准 → 已关闭'],
  ['meeting.issued', { state: 'circulated' }, { state: 'issued' }, '状态 征求意见 → 已印发'],
  ['report.returned', { state: 'submitted' }, { state: 'returned' }, '状态 待审核 → 已退回'],
  ['directive.registered', null, { urgency: 'pressing', year: 2026 }, '紧急程度 较急；年度 2026'],
  ['meeting.rulingMade', null, { becomes: 'dateChange' }, '转为 调整时限'],
  ['webhook.paused', { state: 'on' }, { state: 'paused' }, '状态 启用 → 暂停'],
  ['difficulty.levelRaised', { level: 1 }, { level: 2, cause: 'byHand' }, '级别 1 → 2；原因 提请上一级'],
  ['person.created', null, { name: '王强', userName: 'closing' }, '名称 王强；用户名 closing'],
])('%s reads as a sentence of the office: %j to %j', (action, before, after, line) => {
  expect(changeLine({ action, before, after, reason: null }, 'zh')).toBe(line)
})

test('what stayed is said once, and what is withheld is named without its value or reason', () => {
  const same = { name: '王强', text: '…' }
  expect(changeLine({ action: 'person.updated', before: same, after: same, reason: '…' }, 'zh')).toBe('名称 王强；内容')
})

test('the system is named as where a change came from', () => {
  expect(originLine('system', 'zh')).toBe('系统')
  expect(originLine('web 10.0.0.8', 'zh')).toBe('网页 10.0.0.8')
})

test('what nobody did by hand is by the system, in the reader’s language', () => {
  expect([actorWord('系统', 'zh'), actorWord('系统', 'en'), actorWord('王强', 'en')]).toEqual([
    '系统',
    'System',
    '王强',
  ])
})
