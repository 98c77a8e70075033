import { expect, test } from 'vitest'
import { detailsOf, type Telling } from './timeline.ts'

const zh: Telling = {
  language: 'zh',
  planYear: 2026,
  names: { u: '住建局', p: '彭立群', q: '韩磊' },
  milestones: [
    { id: 'm1', title: '施工许可核发' },
    { id: 'm2', title: '主体封顶' },
  ],
  reports: [{ period: { id: 'q3', kind: 'quarter', year: 2026, number: 3, endsOn: '2026-09-30' } }],
}
const en: Telling = { ...zh, language: 'en' }

test('a change says what it was and what it is', () => {
  const entry = {
    action: 'task.updated',
    before: { weight: 3, assigneeId: 'p', restricted: false, evidence: '' },
    after: { weight: 5, assigneeId: 'q', restricted: true, evidence: '验收表' },
  }
  expect(detailsOf(entry, zh)).toEqual([
    '权重：3 改为 5',
    '承办人：彭立群 改为 韩磊',
    '限阅：否 改为 是',
    '佐证材料：无 改为 验收表',
  ])
  expect(detailsOf(entry, en)[0]).toBe('Weight: 3 → 5')
})

test('milestones are told one by one', () => {
  const at = (title: string, dueOn: string, weight: number, id?: string) => ({
    title,
    dueOn,
    weight,
    ...(id && { id }),
  })
  const entry = {
    action: 'task.updated',
    before: { milestones: [at('施工许可核发', '2026-05-05', 50, 'm1'), at('主体封顶', '2026-10-05', 50, 'm2')] },
    after: { milestones: [at('施工许可核发', '2026-05-20', 40, 'm1'), at('竣工', '2026-11-30', 60)] },
  }
  expect(detailsOf(entry, zh)).toEqual([
    '节点“施工许可核发”05-05 改为 05-20',
    '节点“施工许可核发”权重 50 改为 40',
    '增加节点“竣工”11-30',
    '去掉节点“主体封顶”',
  ])
})

test.each([
  [
    'milestone.accepted',
    { milestoneId: 'm2', title: '主体封顶', state: 'accepted', doneOn: '2026-10-04' },
    ['“主体封顶”', '完成于：10-04'],
  ],
  ['notice.proposed', { noticeId: '02a7507d-c2f9-4a41-84fd-be97dd4ff5f2', level: 'yellow' }, ['级别：黄色']],
  [
    'task.urged',
    { kind: 'milestoneOverdue', milestone: '主体封顶', dueOn: '2026-10-31' },
    ['“主体封顶”', '完成时限：10-31'],
  ],
  ['milestone.submitted', { milestone: 1, note: '许可证已核发' }, ['“施工许可核发”', '说明：许可证已核发']],
  [
    'report.submitted',
    { state: 'submitted', periodId: 'q3', unitId: 'u', actualShare: 61, actualValue: null },
    ['2026 年第三季度，实际进度 61%'],
  ],
  ['task.acknowledged', { state: 'inProgress', assigneeId: 'p' }, ['承办人：彭立群']],
  [
    'task.completed',
    {
      state: 'completed',
      checks: ['factsClear', 'problemSolved', 'taskDone', 'conclusionRight', 'lawful', 'formRight'],
    },
    ['六项核对均成立'],
  ],
  ['task.assigned', null, []],
])('%s is told in words', (action, after, lines) => {
  expect(detailsOf({ action, before: null, after }, zh)).toEqual(lines)
})
