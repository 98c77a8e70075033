import { expect, test } from 'vitest'
import { readIndicators } from './indicators.ts'

const shown = (text: string) =>
  readIndicators(text).map(({ name, value, unit, change, bound }) => [name, value, unit, change, bound].join(' '))

test.each<[string, string[]]>([
  ['固定资产投资增长8%左右', ['固定资产投资 8 % growBy about']],
  ['打通断头路，新增道路5.6公里', [' 5.6 公里 reach exactly']],
  ['举办招聘会不少于20场', [' 20 场 reach atLeast']],
  ['新建幼儿园3所', [' 3 所 reach exactly']],
  ['规上工业增加值增长7.5%以上', ['规上工业增加值 7.5 % growBy atLeast']],
  ['万元GDP能耗下降3%', [' 3 % fallBy exactly']],
  ['审批时间压缩至15个工作日以内', ['审批时间 15 个工作日 reach atMost']],
  ['登记失业率控制在4%以内', ['登记失业率 4 % reach atMost']],
  ['自来水普及率提高到98%', ['自来水普及率 98 % reach exactly']],
  ['森林覆盖率提高0.3个百分点', ['森林覆盖率 0.3 个百分点 growBy exactly']],
  ['建设高标准农田1.2万亩', [' 1.2 万亩 reach exactly']],
  ['完成投资1,200万元', ['投资 1200 万元 reach exactly']],
  ['改造小区20余个', [' 20 个 reach atLeast']],
  ['空气优良天数≥300天', ['空气优良天数 300 天 reach atLeast']],
  ['PM2.5平均浓度不高于３２微克/立方米', ['平均浓度 32 微克/立方米 reach atMost']],
  ['新建学校3所，新增学位1500个', [' 3 所 reach exactly', ' 1500 个 reach exactly']],
  ['2026年6月30日前完成', []],
  ['第3批项目、〔2026〕12号', []],
  ['加强值守，24小时响应', []],
  ['加强队伍建设', []],
])('%s', (text, indicators) => expect(shown(text)).toEqual(indicators))

test('an indicator stands where it says', () => {
  const text = '新建学校3所，投资增长8%左右'
  for (const { start, end, text: words } of readIndicators(text)) expect(text.slice(start, end)).toBe(words)
})
