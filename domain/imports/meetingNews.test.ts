import { expect, test } from 'vitest'
import { draftDocument } from './draftDocument.ts'
import { toSourceText } from './lines.ts'
import { kindOfTask, readTarget } from './targets.ts'

const NEWS = `3月12日上午，云泽区召开党政班子成员与部门正职2026年第一次联席会议。区党政班子成员、各部门（单位）主要负责人参加会议。
会上，各部门汇报了工作进展和存在困难。
区委书记提出“教育兴区、产业强区、生态美区、平安稳区”的工作思路。他对第一季度任务完成率达76.5%表示肯定，强调一要提高站位，牢记使命。要把“两个维护”落到实处。各部门要列出清单，明确节点，责任到人。区水务局要在4月底前完成柳河清淤5公里。`

test('a meeting’s report gives its day, who met, its pillars and figures, and drafts only what names something to do', () => {
  const { news, drafts, kind } = draftDocument(toSourceText({ text: NEWS, notices: [] }, (char) => char))
  expect(kind).toBe('news')
  expect(news).toEqual({
    meetingOn: '2026-03-12',
    participants: ['区党政班子成员', '各部门（单位）主要负责人', '党政班子成员', '部门正职'],
    pillars: ['教育兴区', '产业强区', '生态美区', '平安稳区'],
    figures: [{ name: '第一季度任务完成率', value: 76.5, text: '76.5%' }],
  })
  expect(drafts.map(({ lead, deadline }) => [lead, deadline])).toEqual([[['区水务局'], '2026-04-30']])
})

test('without a year anywhere the plan year dates the meeting', () => {
  const text = '本报讯（记者 李明）5月6日，全区防汛会议召开。会议强调，要提高站位。'
  const news = (planYear?: number) =>
    draftDocument(
      toSourceText({ text, notices: [] }, (char) => char),
      planYear ? { planYear } : {},
    ).news
  expect([news()?.meetingOn, news(2027)?.meetingOn]).toEqual([null, '2027-05-06'])
})

test.each<[string, ReturnType<typeof readTarget>]>([
  ['生产总值增长6.5%以上', { value: 6.5, unit: '%', text: '增长6.5%以上' }],
  ['举办活动不少于20场', { value: 20, unit: '场', text: '不少于20场' }],
  ['改造管网5.6公里', { value: 5.6, unit: '公里', text: '5.6公里' }],
  ['建设高标准农田1.2万亩', { value: 1.2, unit: '万亩', text: '1.2万亩' }],
  ['完成投资3亿元', { value: 3, unit: '亿元', text: '完成投资3亿元'.slice(4) }],
  ['新增就业2.3万人', { value: 2.3, unit: '万人', text: '2.3万人' }],
  ['加强队伍建设', null],
])('%s', (text, target) => {
  expect(readTarget(text)).toEqual(target)
})

test.each([
  ['地区生产总值增长6%以上', 'indicator'],
  ['城镇登记失业率控制在4%以内', 'indicator'],
  ['新建公园3座', 'project'],
  ['建成科创园标准厂房8万平方米', 'project'],
  ['举办全区运动会1次', 'action'],
  ['制定停车管理办法', 'action'],
])('%s is of kind %s', (text, kind) => {
  expect(kindOfTask(text)).toBe(kind)
})

test.each([
  ['据介绍，学校主体已经封顶；扩建工程由市教育局牵头建设，8月底前完成。', []],
  ['扩建工程由市教育局牵头建设，已完成投资的70%。', []],
  ['会议明确，由市教育局牵头，3月底前完成征收；4月15日前全面进场施工。', ['2026-04-15']],
])('in news and minutes: %s', (sentence, due) => {
  const text = `学校建设推进会会议纪要\n\n2026年3月12日，副市长主持召开学校建设推进会。\n${sentence}`
  const { drafts } = draftDocument(toSourceText({ text, notices: [] }, (char) => char))
  expect(drafts.map(({ deadline }) => deadline)).toEqual(due)
})

test.each([
  ['近日，区教育局牵头开展校车检查，8月底前完成。', []],
  ['区教育局会同区公安局对23所学校周边进行整治，劝导违规停车310余起。', []],
  ['区教育局会同区公安局8月底前对23所学校周边开展整治。', ['区教育局']],
])('what was done is no task, what is to be done is one: %s', (sentence, leads) => {
  const text = `校园安全工作会议纪要\n\n2026年3月12日，副区长主持召开会议。\n${sentence}`
  const { drafts } = draftDocument(toSourceText({ text, notices: [] }, (char) => char))
  expect(drafts.map(({ lead }) => lead[0])).toEqual(leads)
})

test.each([
  ['会议通报，该项目由市文旅局牵头建设，总投资4.2亿元，预计2028年6月建成投用。', 0],
  ['会议明确，该项目由市文旅局牵头建设，2028年6月底前建成投用。', 1],
])('a forecast orders nothing: %s', (sentence, count) => {
  const text = `项目建设工作会议纪要\n\n2026年3月12日，副区长主持召开会议。\n${sentence}`
  const { drafts } = draftDocument(toSourceText({ text, notices: [] }, (char) => char))
  expect(drafts).toHaveLength(count)
})

test('a body that only helps, behind a semicolon, supports who was charged', () => {
  const text =
    '工作会议纪要\n\n2026年3月12日，副区长主持召开会议。\n区财政局负责筹措资金2600万元；区住建局做好资金使用监管；区水务局3月底前建成泵站2座。'
  const { drafts } = draftDocument(toSourceText({ text, notices: [] }, (char) => char))
  expect(drafts.map(({ lead, supporting }) => [...lead, ...supporting])).toEqual([
    ['区财政局', '区住建局'],
    ['区水务局'],
  ])
})
