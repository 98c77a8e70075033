import { describe, expect, test } from 'vitest'
import { isBody, isCollective, readPerson } from './names.ts'
import { pageOf } from './page.ts'
import { readBracket } from './responsibility.ts'
import { labelRole } from './roles.ts'
import { readRunning } from './running.ts'

const FRAME = { year: 2026, on: null }
const bracket = (text: string) => {
  const read = readBracket(pageOf(text), { start: 0, end: text.length }, FRAME)
  return read && [read.lead.join('、'), read.supporting.join('、'), read.leaders.join('、')].join(' | ')
}
const running = (text: string) => {
  const read = readRunning(pageOf(text), { start: 0, end: text.length })
  return read && [read.lead.join('、'), read.supporting.join('、'), read.leaders.join('、')].join(' | ')
}

describe('a bracket says who leads and who supports', () => {
  test.each([
    ['牵头单位：区教育局；责任单位：区财政局、区住建局；完成时限：8月底前', '区教育局 | 区财政局、区住建局 | '],
    ['责任单位：市水利局、市财政局  责任领导：李明', '市水利局 | 市财政局 | 李明'],
    ['责任单位：区水务局；配合单位：各镇', '区水务局 | 各镇 | '],
    ['牵头单位：区审批局、区住建局', '区审批局、区住建局 |  | '],
    ['责任单位:区工信局,区住建局、各街道', '区工信局 | 区住建局、各街道 | '],
    ['县水利局牵头,县财政局、各乡镇配合,6月30日前完成', '县水利局 | 县财政局、各乡镇 | '],
    ['区水务局牵头、各镇（街道）配合', '区水务局 | 各镇（街道） | '],
    ['由县住建局、县残联共同牵头，各乡镇组织实施', '县住建局、县残联 | 各乡镇 | '],
    ['市公安局牵头，财政局、商务局等参与', '市公安局 | 财政局、商务局 | '],
    ['市金融办会同市财政局等部门负责落实', '市金融办 | 市财政局 | '],
    ['市发改委主办，开发区管委会协办，3月底前', '市发改委 | 开发区管委会 | '],
    ['区数据局、区直各部门按职责分工负责', '区数据局 | 区直各部门 | '],
    ['市残联、市财政局', '市残联 | 市财政局 | '],
    ['各县（市、区）人民政府（管委会）负责', '各县（市、区）人民政府（管委会） |  | '],
    ['责任单位：区住建局（牵头）、区财政局', '区住建局 | 区财政局 | '],
    ['市城管局（牵头），市住建局、各街道（配合）', '市城管局 | 市住建局、各街道 | '],
    ['责任单位：区住建局、区财政局（配合）', '区住建局 | 区财政局 | '],
    ['财政部、国家医保局', '财政部 | 国家医保局 | '],
    ['省科学技术厅；各高等院校、科研院所', '省科学技术厅 | 各高等院校、科研院所 | '],
    ['牵头单位：区财政局；责任单位：区农业农村局等有关部门', '区财政局 | 区农业农村局 | '],
  ])('%s', (text, expected) => {
    expect(bracket(text)).toBe(expected)
  })

  test.each(['不少于20场', '含社区、村', '以下简称《方案》', '2026年6月', '下同', '详见附件'])(
    '%s says nothing of the kind',
    (text) => {
      expect(bracket(text)).toBeNull()
    },
  )
})

describe('a running sentence charges somebody', () => {
  test.each([
    ['由区水务局牵头，沿线各镇配合，清理河道12公里', '区水务局 | 沿线各镇 | '],
    ['会议明确，由区交通局负责完成路基扫尾，区自然资源局配合做好征地', '区交通局 | 区自然资源局 | '],
    ['区农业农村局要会同区市场监管局开展专项整治', '区农业农村局 | 区市场监管局 | '],
    ['二是区水利局要加快水库加固，区发改局、区财政局要做好资金保障', '区水利局 | 区发改局、区财政局 | '],
    ['关于“完善价格监测”的事项，由市粮食局会同市统计局研究提出意见', '市粮食局 | 市统计局 | '],
    ['会议原则同意区教育局关于经费保障的意见，会后印发实施', '区教育局 |  | '],
    ['下一步，由经开区管委会负责协调解决临时用电', '经开区管委会 |  | '],
    ['创建节水型企业12家，县水利局、县工信局、县住建局负责', '县水利局 | 县工信局、县住建局 | '],
    ['改造管网9公里，由县水利局、县住建局牵头', '县水利局、县住建局 |  | '],
    ['电力企业要对620公里线路开展排查', '电力企业 |  | '],
    ['乡村建办和水管站共同负责，7月底前修复管网800米，费用从村镇建设资金列支', '乡村建办 | 水管站 | '],
    ['青山村、竹坞村各负责2公里，8月15日前补植行道树', '青山村 | 竹坞村 | '],
    ['由区水务局作为业主单位，抓紧完成批复', '区水务局 |  | '],
    ['高新区管委会要加快进度，由副区长李明同志协调调度', '高新区管委会 |  | 李明'],
  ])('%s', (text, expected) => {
    expect(running(text)).toBe(expected)
  })

  test.each([
    ['为独居老人安装报警器500个，民政局、应急局负责，2026年12月15日前。', '为独居老人安装报警器500个'],
    ['改造农贸市场5个，由区商务局负责，9月底前完成', '改造农贸市场5个'],
    ['对42家零售点逐户检查，区应急局牵头，12月20日前', '对42家零售点逐户检查'],
    ['由区水务局牵头，9月底前建成泵站2座', '9月底前建成泵站2座'],
    ['由区水务局负责，年底前完成', '年底前完成'],
  ])('%s: what is to be done is %s', (text, expected) => {
    const read = readRunning(pageOf(text), { start: 0, end: text.length })
    expect(read && text.slice(read.result.start, read.result.end)).toBe(expected)
  })

  test.each(['各牵头单位要制定方案', '市应急局等部门负责同志参加会议', '要提高政治站位', '会议听取了区教育局的汇报'])(
    '%s charges nobody',
    (text) => {
      expect(running(text)).toBeNull()
    },
  )
})

describe('names', () => {
  test.each([
    '区发展和改革局',
    '各镇（街道）',
    '国网清源供电公司',
    '月湾镇',
    '区委宣传部',
    '高新区管委会',
    '经开区管委会',
    '能源局',
  ])('%s is a body', (name) => {
    expect(isBody(name)).toBe(true)
  })
  test.each(['全社会', '老旧小区', '农贸市场', '执行', '各牵头单位要', '完成投资'])('%s is none', (name) => {
    expect(isBody(name)).toBe(false)
  })
  test.each(['各有关单位', '沿线乡镇', '区直各部门', '相关县（市、区）'])('%s stands for several', (name) => {
    expect(isCollective(name)).toBe(true)
  })
  test.each([
    ['副区长李明', '李明'],
    ['李明同志', '李明'],
    ['各级河长', null],
    ['李 明', '李明'],
    ['李明（副区长）', '李明'],
    ['区住建局', null],
  ])('%s → %s', (written, name) => {
    expect(readPerson(written === '区住建局' ? '区住房和城乡建设局' : written)).toBe(name)
  })
})

describe('a label or a header of a table says what stands behind it', () => {
  test.each([
    ['牵头部门', 'lead'],
    ['主责单位', 'lead'],
    ['牵头组织实施单位', 'lead'],
    ['责任单位（盖章）', 'owner'],
    ['责任股室', 'owner'],
    ['协办单位', 'support'],
    ['其他责任单位', 'support'],
    ['分管市领导', 'leader'],
    ['包抓领导', 'leader'],
    ['责任人', 'person'],
    ['整改时限', 'deadline'],
    ['计划完成时间', 'deadline'],
    ['工作任务', 'task'],
    ['民生实事', 'task'],
    ['整改措施', 'measure'],
    ['年度目标', 'target'],
    ['整改目标', 'target'],
    ['办理要求', 'measure'],
    ['分办', 'lead'],
    ['事项来源', 'ignore'],
    ['责任河长', 'leader'],
    ['督办领导', 'leader'],
    ['答复期限', 'deadline'],
    ['建设周期', 'deadline'],
    ['案由', 'task'],
    ['提案号', 'code'],
    ['提案者', 'ignore'],
    ['办理类别', 'ignore'],
    ['所属板块', 'pillar'],
    ['序 号', 'number'],
    ['任务编号', 'code'],
    ['目前进展', 'progress'],
    ['考核单位', 'ignore'],
    ['备 注', 'remark'],
    ['会议要求', null],
    ['东城街道', null],
  ])('%s → %s', (label, role) => {
    expect(labelRole(label)).toBe(role)
  })
})
