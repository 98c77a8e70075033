import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { draftDocument } from './draftDocument.ts'
import { sheetAs } from './examples/sheet.ts'
import { toSourceText } from './lines.ts'
import type { ReceivedText } from './source.ts'

const draftsOf = (received: ReceivedText) =>
  draftDocument(
    toSourceText(received, (char) => char),
    { planYear: 2026 },
  ).drafts
const lineOf = (draft: Draft) =>
  [
    draft.text,
    draft.lead.join('、'),
    draft.supporting.join('、'),
    draft.leaders.join('、'),
    draft.deadline ?? (draft.ongoing ? '∞' : '-'),
  ].join(' | ')

describe('a ledger is read by what its columns mean', () => {
  test('title above, header in two rows, merged pillar, notes below', () => {
    const rows = [
      ['清源区2026年重点工作台账', '', '', '', '', '', ''],
      ['序号', '板块', '工作任务', '责任分工', '', '', '完成时限'],
      ['', '', '', '分管领导', '牵头单位', '配合单位', ''],
      ['1', '工业强区', '新增规上企业12家', '赵一鸣', '区工信局', '区统计局、各镇（街道）', '6月底前'],
      ['2', '', '引进项目10个', '赵一鸣', '区招商局', '区发改局\n区住建局', '持续推进'],
      ['合计', '2', '', '', '', '', ''],
      ['注：每月更新。', '', '', '', '', '', ''],
    ]
    const merges: [number, number, number, number][] = [
      [0, 0, 1, 7],
      [1, 3, 1, 3],
      [1, 0, 2, 1],
      [1, 1, 2, 1],
      [1, 2, 2, 1],
      [1, 6, 2, 1],
      [3, 1, 2, 1],
      [6, 0, 1, 7],
    ]
    const drafts = draftsOf(sheetAs(rows, merges))
    expect(drafts.map(lineOf)).toEqual([
      '新增规上企业12家 | 区工信局 | 区统计局、各镇（街道） | 赵一鸣 | 2026-06-30',
      '引进项目10个 | 区招商局 | 区发改局、区住建局 | 赵一鸣 | ∞',
    ])
    expect(drafts.map(({ pillar }) => pillar)).toEqual(['工业强区', '工业强区'])
  })

  test('section rows become the path; a name and its target are one task', () => {
    const rows = [
      ['序号', '任务名称', '年度目标', '责任单位', '责任人', '完成时间', '目前进展'],
      ['一、产业发展', '', '', '', '', '', ''],
      ['1', '招商引资', '签约项目20个', '区招商局、区发改局', '李明', '2026年三季度末', '签约5个，3月底前再签2个'],
    ]
    const [draft] = draftsOf(sheetAs(rows))
    expect(draft && lineOf(draft)).toBe('招商引资：签约项目20个 | 区招商局 | 区发改局 |  | 2026-09-30')
    expect(draft).toMatchObject({
      sectionPath: ['一、产业发展'],
      assignees: ['李明'],
      progressText: '签约5个，3月底前再签2个',
    })
  })

  test('a row with a task’s code is that task, not a new one', () => {
    const rows = [
      ['编号', '任务', '牵头单位', '完成时限'],
      ['26-工-017', '建成智造园一期', '区工信局', '2026-09-30'],
      ['', '新建托育园3所', '区卫健局', '2026-10-31'],
    ]
    expect(draftsOf(sheetAs(rows)).map(({ code }) => code)).toEqual(['26-工-017', null])
  })

  test('several dates in a cell are milestones', () => {
    const rows = [
      ['工作任务', '责任单位', '完成时限'],
      ['建成泵站2座', '区水务局', '3月底前开工；9月底前竣工'],
    ]
    expect(draftsOf(sheetAs(rows))[0]?.milestones).toEqual([
      { title: '开工', dueOn: '2026-03-31', text: '3月底前' },
      { title: '竣工', dueOn: '2026-09-30', text: '9月底前' },
    ])
  })

  test('a cell that no rule can read is queued, not guessed', () => {
    const rows = [
      ['工作任务', '责任单位', '完成时限'],
      ['建成泵站2座', '区水务局', '按省里要求'],
    ]
    const [draft] = draftsOf(sheetAs(rows))
    expect(draft?.deadline).toBeNull()
    expect(draft?.doubts).toContainEqual({ field: 'deadline', code: 'unread_cell', facts: { text: '按省里要求' } })
  })

  test('columns of quarters are stages, and the last one said is the day', () => {
    const rows = [
      ['工作任务', '责任单位', '推进计划', '', '', ''],
      ['', '', '一季度', '二季度', '三季度', '四季度'],
      ['建成泵站2座', '区水务局', '完成设计', '5月20日前开工', '竣工', ''],
    ]
    const merges: [number, number, number, number][] = [
      [0, 0, 2, 1],
      [0, 1, 2, 1],
      [0, 2, 1, 4],
    ]
    const [draft] = draftsOf(sheetAs(rows, merges))
    expect(draft?.deadline).toBe('2026-09-30')
    expect(draft?.milestones).toEqual([
      { title: '完成设计', dueOn: '2026-03-31', text: '一季度' },
      { title: '5月20日前开工', dueOn: '2026-05-20', text: '5月20日前' },
      { title: '竣工', dueOn: '2026-09-30', text: '三季度' },
    ])
  })

  test('同上 is what stands above', () => {
    const rows = [
      ['工作任务', '牵头单位', '完成时限'],
      ['建成泵站2座', '区水务局', '9月底前'],
      ['疏浚河道6公里', '同上', '〃'],
    ]
    expect(draftsOf(sheetAs(rows)).map(lineOf)[1]).toBe('疏浚河道6公里 | 区水务局 |  |  | 2026-09-30')
  })

  test('a person behind the units is the one who handles it', () => {
    const rows = [
      ['工作任务', '责任单位及责任人', '完成时限'],
      ['建成泵站2座', '区水务局、区财政局\n李明 13800000000', '9月底前'],
    ]
    expect(draftsOf(sheetAs(rows))[0]).toMatchObject({
      lead: ['区水务局'],
      supporting: ['区财政局'],
      assignees: ['李明'],
    })
  })

  test.each<[string, string[][]]>([
    [
      'targets by district',
      [
        ['指标名称', '东城街道', '南湖镇', '考核单位'],
        ['工业投资增速', '8%', '9%', '区工信局'],
      ],
    ],
    [
      'empty rows',
      [
        ['序号', '工作任务', '责任单位', '完成时限'],
        ['1', '', '', ''],
      ],
    ],
    [
      'names and telephones',
      [
        ['单位', '联系人', '电话'],
        ['区水务局', '李明', '0000000'],
      ],
    ],
  ])('a table of %s holds no tasks', (_, rows) => {
    expect(draftsOf(sheetAs(rows))).toEqual([])
  })
})

describe('a table flattened to text is read all the same', () => {
  const textOf = (lines: readonly string[]) => draftsOf({ text: lines.join('\n'), notices: [] }).map(lineOf)
  const EXPECTED = ['新建公厕8座 | 区城管局 | 区住建局 |  | 2026-06-30', '更新路灯600盏 | 区城管局 |  |  | 2026-09-30']

  test.each<[string, string[]]>([
    [
      'bars',
      [
        '工作任务 | 责任单位 | 完成时限',
        '新建公厕8座 | 区城管局、区住建局 | 6月底前',
        '更新路灯600盏 | 区城管局 | 9月底前',
      ],
    ],
    [
      'tabs',
      ['工作任务\t责任单位\t完成时限', '新建公厕8座\t区城管局、区住建局\t6月底前', '更新路灯600盏\t区城管局\t9月底前'],
    ],
    [
      'wide blanks',
      ['工作任务  责任单位  完成时限', '新建公厕8座  区城管局、区住建局  6月底前', '更新路灯600盏  区城管局  9月底前'],
    ],
    [
      'one cell a line',
      [
        '序号',
        '工作任务',
        '责任单位',
        '完成时限',
        '1',
        '新建公厕8座',
        '区城管局',
        '区住建局',
        '6月底前',
        '2',
        '更新路灯600盏',
        '区城管局',
        '9月底前',
      ],
    ],
    [
      'cells and bars on alternate lines',
      [
        '工作任务',
        '|',
        '责任单位',
        '|',
        '完成时限',
        '|',
        '新建公厕8座',
        '|',
        '区城管局、区住建局',
        '|',
        '6月底前',
        '|',
        '更新路灯600盏',
        '|',
        '区城管局',
        '|',
        '9月底前',
        '|',
      ],
    ],
    [
      'box drawing with a word cut in two',
      [
        '┌──────┬──────┬────┐',
        '│ 工作任务   │ 责任单位   │ 时限   │',
        '├──────┼──────┼────┤',
        '│新建公厕8 │区城管局、区│6月底前│',
        '│座          │住建局      │        │',
        '├──────┼──────┼────┤',
        '│更新路灯600盏│区城管局   │9月底前│',
        '└──────┴──────┴────┘',
      ],
    ],
  ])('%s', (_, lines) => {
    expect(textOf(lines)).toEqual(EXPECTED)
  })
})
