import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import { draftDocument, type DraftOptions } from './draftDocument.ts'
import { DOCUMENTS } from './examples/documents.ts'
import { WITHOUT_TASKS } from './examples/withoutTasks.ts'
import { toSourceText } from './lines.ts'

const read = (text: string, options: DraftOptions = {}) =>
  draftDocument(
    toSourceText({ text, notices: [] }, (char) => char),
    options,
  )

const when = (draft: Draft) => draft.deadline ?? (draft.ongoing ? '∞' : (draft.deadlineText ?? '-'))
const lineOf = (draft: Draft) =>
  [
    draft.title,
    draft.lead.join('、'),
    draft.supporting.join('、'),
    [...draft.leaders, ...draft.assignees].join('、'),
    when(draft),
  ].join(' | ')
const linesOf = (text: string, options: DraftOptions = {}) => read(text, options).drafts.map(lineOf)

describe('every form of document gives its tasks with lead, supporting units, people and date', () => {
  test('BLANKS', () => {
    expect(linesOf(DOCUMENTS.BLANKS, { planYear: 2026 })).toEqual([
      '推行“一件事一次办”，新增事项20项 | 区行政审批局 |  |  | 2026-06-30',
      '压减审批材料30% | 区行政审批局 | 区司法局 |  | 2026-09-30',
      '清理拖欠账款，偿还率达到60% | 区工信局 | 区财政局 |  | 2026-12-31',
    ])
  })
  test('BREAKDOWN', () => {
    expect(linesOf(DOCUMENTS.BREAKDOWN, { planYear: 2026 })).toEqual([
      '地区生产总值增长6%以上 | 区发改局 | 区统计局、区工信局、区商务局 | 赵一鸣 | -',
      '城镇新增就业5200人 | 区人社局 | 各镇（街道） | 钱二宝 | -',
      '引进亿元以上项目18个，其中10亿元以上3个 | 区招商中心 | 区发改局、云泽高新区管委会 |  | 2026-12-31',
      '培育专精特新企业6家 | 区工信局 | 区科技局 |  | 2026-09-30',
      '建成智能终端产业园一期 | 云泽高新区管委会 | 区住建局、区城投集团 |  | 2026-11-30',
      '优化营商环境，企业开办实现“一日办结” | 区行政审批局 | 区市场监管局、区税务局 |  | -',
      '新增停车泊位1500个 | 区城管局 | 区住建局 | 孙三立 | -',
      '免费为适龄妇女“两癌”筛查6000人 | 区卫健局 | 区妇联、各镇街 |  | -',
    ])
  })
  test('GREENING', () => {
    expect(linesOf(DOCUMENTS.GREENING, { planYear: 2026 })).toEqual([
      '完成省道两侧绿化26公里，3月25日前完成栽植 | 区交通局 |  |  | 2026-03-25',
      '完成柳河两岸绿化1100亩，4月5日前完成 | 区水务局 | 沿线各镇 |  | 2026-04-05',
      '打造绿化示范村18个 | 各镇（街道） |  |  | -',
    ])
  })
  test('LEADERS', () => {
    expect(linesOf(DOCUMENTS.LEADERS, { planYear: 2026 })).toEqual([
      '建成柳林大桥 | 县交通局 |  | 李卫国 | 2026-10-31',
      '改造城区管网18公里 | 县住建局 | 县水务公司 | 李卫国 | 2026-11-30',
      '新建敬老院3所 | 县民政局 |  | 张建华 | 2026-12-31',
    ])
  })
  test('MARKDOWN', () => {
    expect(linesOf(DOCUMENTS.MARKDOWN, { planYear: 2026 })).toEqual([
      '云泽科创园：建设研发楼3栋4.2万平方米，主体封顶 | 高新区管委会 |  | 赵一鸣 | 2026-12-31',
      '柳叶湖生态公园：绿化120亩，建成开放 | 区城管局 | 区林业局 | 周四海 | 2026-09-30',
    ])
  })
  test('MEASURES', () => {
    expect(linesOf(DOCUMENTS.MEASURES, { planYear: 2026 })).toEqual([
      '举办云泽购物节 | 区商务局 | 区财政局 |  | -',
      '打造夜间经济示范街2条，10月1日前开街 | 区商务局 | 区城管局、区市场监管局 |  | 2026-10-01',
      '对新引进的品牌首店给予一次性补贴20万元 | 区商务局 |  |  | -',
    ])
  })
  test('MINUTES', () => {
    expect(linesOf(DOCUMENTS.MINUTES, { planYear: 2026 })).toEqual([
      '关于课后服务经费保障的意见，会后按程序印发实施 | 区教育局 |  |  | -',
      '改造农贸市场5个，于9月底前完成 | 区商务局 | 区市场监管局、河东街道 |  | 2026-09-30',
      '所需资金由区财政局统筹安排 | 区财政局 |  |  | -',
      '抓紧完成可研批复 | 区水务局 |  |  | -',
      '用地预审，4月20日前完成 | 区自然资源局 |  |  | 2026-04-20',
      '有关征收工作，由河东街道负责，区征收中心配合 | 河东街道 | 区征收中心 |  | -',
    ])
  })
  test('ORDERS', () => {
    expect(linesOf(DOCUMENTS.ORDERS, { planYear: 2026 })).toEqual([
      '突出抓好隐患排查，5月20日前完成全区26座水库、41处地灾点拉网式排查 |  |  |  | 2026-05-20',
    ])
  })
  test('RECORDS', () => {
    expect(linesOf(DOCUMENTS.RECORDS, { planYear: 2026 })).toEqual([
      '智慧停车平台建设：接入停车位2.3万个，实现一个平台管理 | 区城管局 | 区大数据局、区公安分局、区城投集团 | 周四海 | 2026-08-31',
      '城市书房建设：新建城市书房6座 | 区文旅局 | 各街道 | 吴五洲 | 2026-10-31',
    ])
  })
  test('RECTIFICATION', () => {
    expect(linesOf(DOCUMENTS.RECTIFICATION, { planYear: 2026 })).toEqual([
      '编制产业链图谱5张，储备亿元以上项目60个 | 区发改局 | 区工信局 | 钱二宝 | 2026-05-31',
      '每季度召开一次项目调度会 | 区发改局 |  | 钱二宝 | ∞',
      '清理河道乱占点位33处 | 区水务局 |  |  | ∞',
    ])
  })
  test('RUNNING', () => {
    expect(linesOf(DOCUMENTS.RUNNING, { planYear: 2026 })).toEqual([
      '5月底前完成全区42家危化企业评估 | 区应急局 | 区工信局、区公安分局 |  | 2026-05-31',
      '6月15日前完成人员密集场所排查 | 区消防救援大队 | 各镇（街道） |  | 2026-06-15',
      '3月底前完成12处事故多发点段整治 | 区公安分局 |  |  | 2026-03-31',
      '组织安全生产月活动，开展知识竞赛1次 |  |  |  | -',
    ])
  })
  test('TABS', () => {
    expect(linesOf(DOCUMENTS.TABS, { planYear: 2026 })).toEqual([
      '老旧小区改造：完成38个老旧小区改造，加装电梯60部 | 区住建局 | 区财政局、各街道 | 周四海 | 2026-10-31',
      '背街小巷整治：整治背街小巷25条 | 区城管局 | 各街道 | 周四海 | 2026-11-30',
      '水环境治理：国控断面水质优良率达到100% | 区生态环境分局 | 区水务局 | 吴五洲 | 2026-12-31',
      '建设污水管网12公里 | 区水务局 | 区住建局 | 吴五洲 | 2026-09-30',
    ])
  })
  test('UNNAMED', () => {
    expect(linesOf(DOCUMENTS.UNNAMED, { planYear: 2026 })).toEqual([
      '新建中小学2所、幼儿园3所，新增学位4300个 |  |  |  | -',
      '办好医疗实事 |  |  |  | -',
      '建设镇街综合养老服务中心4个；为1200户困难老人家庭实施适老化改造 |  |  |  | -',
      '开展职业技能培训6000人次 |  |  |  | -',
      '开通微公交线路5条，新建公交候车亭80个 |  |  |  | -',
    ])
  })
  test('VISIT', () => {
    expect(linesOf(DOCUMENTS.VISIT, { planYear: 2026 })).toEqual([
      '抓紧编制柳叶湖景区提升方案，4月底前报区政府审定 | 区文旅局 |  |  | 2026-04-30',
      '加快游客中心建设，确保国庆节前开放 | 区城投集团 |  |  | 国庆节前',
    ])
  })
  test('WEBPAGE', () => {
    expect(linesOf(DOCUMENTS.WEBPAGE, { planYear: 2026 })).toEqual([
      '新建、改扩建中小学12所,新增学位1.5万个 | 市教育局 | 各县(市、区)人民政府 |  | -',
      '市中心医院东院区9月底前投入使用,新增床位600张 | 市卫生健康委 |  |  | 2026-09-30',
      '开工改造城镇老旧小区150个 | 市住房城乡建设局 | 市财政局、市发展改革委 |  | -',
      '新增保障性租赁住房3000套 | 市住房城乡建设局 |  |  | 2026-12-31',
      '新辟公交线路8条,更新公交车100辆 | 市交通运输局 | 市公交集团 |  | -',
    ])
  })
})

describe('a paper full of task words that holds no task gives none', () => {
  test.each(Object.entries(WITHOUT_TASKS))('%s', (_, text) => {
    expect(linesOf(text, { planYear: 2026 })).toEqual([])
  })
})

describe('the document around the tasks', () => {
  test.each<[keyof typeof DOCUMENTS, Partial<ReturnType<typeof read>>]>([
    [
      'BREAKDOWN',
      {
        title: '2026年区政府重点工作责任分解',
        issuer: '云泽区人民政府办公室',
        number: '云政办〔2026〕12号',
        date: '2026-02-03',
        kind: 'breakdown',
      },
    ],
    [
      'WEBPAGE',
      { title: '云泽市人民政府关于下达2026年重点民生项目任务的通知', number: '云政发〔2026〕5号', date: '2026-01-28' },
    ],
    ['RUNNING', { issuer: '云泽区安全生产委员会办公室', date: '2026-01-20', kind: 'plan' }],
    ['MINUTES', { title: '云泽区区长办公会议纪要', number: '〔2026〕3号', date: '2026-04-02', kind: 'minutes' }],
    ['TABS', { kind: 'table' }],
    ['VISIT', { date: '2026-03-18', kind: 'news' }],
  ])('%s', (name, head) => {
    expect(read(DOCUMENTS[name])).toMatchObject(head)
  })

  test('a document of nothing but general words is of no kind', () => {
    expect(read('各部门要高度重视。').kind).toBe('none')
  })
})

describe('years', () => {
  const text = '一、新建公园3座。（区城管局牵头，6月底前完成）'

  test('a date without a year in a document without one stays open', () => {
    expect(read(text).drafts[0]).toMatchObject({ deadline: null, deadlineText: '6月底前', ongoing: false })
  })

  test('the plan year fills it, and a person is asked', () => {
    const draft = read(text, { planYear: 2027 }).drafts[0]
    expect(draft?.deadline).toBe('2027-06-30')
    expect(draft?.doubts).toContainEqual({
      field: 'deadline',
      code: 'year_assumed',
      facts: { text: '6月底前', year: 2027 },
    })
  })

  test('the document’s own year goes before the plan year', () => {
    expect(read(`2025年工作要点\n${text}`, { planYear: 2027 }).drafts[0]?.deadline).toBe('2025-06-30')
  })
})

describe('doubts', () => {
  const doubtsOf = (text: string) =>
    read(text, { planYear: 2026 }).drafts.map((draft) => draft.doubts.map(({ code }) => code))
  test.each([
    ['1.新建公园3座。（区城管局、区林业局牵头，2026年6月底前完成）', ['several_leads']],
    ['1.新建公园3座。（各镇（街道）负责，2026年6月底前完成）', ['collective_lead']],
    ['1.新建公园3座。（区城管局负责）', ['no_date']],
    ['1.新建公园3座。（区城管局负责，持续推进）', []],
    ['1.加固堤防3公里，汛前完成。（区水务局负责）', ['vague_date']],
    ['1.加强队伍管理。（区城管局负责，2026年6月底前完成）', ['vague_verb']],
    ['1.新建公园3座。（2026年6月底前完成）', ['no_lead']],
    ['1.新建公园3座。完成绿化12公顷。（区城管局负责，2026年6月底前完成）', ['two_tasks']],
  ])('%s', (text, codes) => {
    expect(doubtsOf(text)).toEqual([codes])
  })

  test('what a document says twice is marked at the second place', () => {
    const text = '1.新建公园3座。（区城管局负责，持续推进）\n2.新建公园３座（区林业局负责，持续推进）'
    expect(doubtsOf(text)).toEqual([[], ['same_in_document']])
  })
})

test('every span points at its words in the repaired text', () => {
  for (const text of Object.values(DOCUMENTS)) {
    const source = toSourceText({ text, notices: [] }, (char) => char)
    for (const draft of draftDocument(source, { planYear: 2026 }).drafts) {
      for (const span of [draft.source, ...Object.values(draft.read)]) {
        expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(source.text.length)
      }
    }
  }
})

test('the words that gave the lead hold its name', () => {
  for (const text of Object.values(DOCUMENTS)) {
    const source = toSourceText({ text, notices: [] }, (char) => char)
    const led = draftDocument(source, { planYear: 2026 }).drafts.filter((draft) => draft.read.lead !== undefined)
    const misread = led.filter(({ lead, read: { lead: span } }) => {
      const words = source.text.slice(span?.start, span?.end).replace(/\s/g, '')
      return !lead.every((name) => words.includes(name))
    })
    expect(misread).toEqual([])
  }
})
