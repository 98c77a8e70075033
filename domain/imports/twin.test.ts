import { describe, expect, test } from 'vitest'
import { read } from './examples/read.ts'
import { indexTasks } from './similar.ts'
import { twinDifferences } from './twin.ts'

const isFound = (here: string, there: string) => indexTasks([{ id: 'there', text: there }]).find(here).length > 0

describe('the same task, in other words or with other figures', () => {
  test.each([
    ['改造老旧小区26个', '改造城镇老旧小区30个'],
    ['打造“15分钟便民生活圈”6个', '建成“15分钟便民生活圈”8个'],
    ['推进柳叶河两岸生态护坡整治', '完成柳叶河两岸生态护坡整治5.6公里'],
    ['新增公办幼儿园学位900个', '新建公办幼儿园3所，新增学位900个'],
    ['开展“两癌”免费筛查1.5万人', '为1.2万名妇女开展“两癌”免费筛查'],
    ['建设高标准农田2.4万亩', '新建高标准农田2万亩'],
    ['修订突发事件总体应急预案', '完成突发事件总体应急预案修订'],
    ['整治入河排污口37个', '完成入河排污口整治40个'],
  ])('%s = %s', (here, there) => expect(isFound(here, there)).toBe(true))
})

describe('not the same, however alike they sound', () => {
  test.each([
    ['改造东城街道老旧小区26个', '改造西城街道老旧小区26个'],
    ['建成智造园一期厂房6万平方米', '建成智造园二期厂房6万平方米'],
    ['新建第三中学教学楼1栋', '新建第三小学教学楼1栋'],
    ['建成柳林大桥并通车', '建成青山大桥并通车'],
    ['新建3号泵站1座', '新建5号泵站1座'],
    ['新建公共厕所12座', '新建公共停车场12座'],
    ['拆除危旧房屋40栋', '改造危旧房屋40栋'],
    ['召开一季度经济运行分析会', '召开二季度经济运行分析会'],
    ['新建幼儿园3所', '新建敬老院3所'],
    ['培训养老护理员400人次', '培训家政服务员400人次'],
    ['规上工业增加值增长7%', '固定资产投资增长7%'],
    ['完成柳林镇污水管网12公里', '完成平桥镇污水管网12公里'],
    ['加强安全生产监管', '加强食品安全监管'],
  ])('%s ≠ %s', (here, there) => expect(isFound(here, there)).toBe(false))
})

test('what differs is said: figures, and what only one of them has', () => {
  expect(
    twinDifferences('新建幼儿园5所，新增学位1500个，配齐教师', '新建幼儿园3所，新增学位1500个，8月底前开学'),
  ).toEqual({
    numbers: ['3所 → 5所'],
    onlyHere: ['配齐教师'],
    onlyThere: ['8月底前开学'],
  })
})

test('a document that says nearly the same twice is asked about, at the second place', () => {
  const text = `一、重点项目
1.改造城镇老旧小区26个，惠及居民8600户。（区住建局牵头，10月底前完成）
2.新建口袋公园9处。（区城管局牵头，6月底前完成）
二、民生实事
3.完成城镇老旧小区改造30个，惠及居民9000户。（区住建局牵头，10月底前完成）`
  const asked = read(text, { planYear: 2026 }).drafts.map(({ doubts }) =>
    doubts.filter(({ code }) => code === 'same_in_document').map(({ facts }) => facts),
  )
  expect(asked).toEqual([[], [], [{ index: 0, score: 100, numbers: '26个 → 30个；8600户 → 9000户' }]])
})
