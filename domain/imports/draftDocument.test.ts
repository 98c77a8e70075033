import { describe, expect, test } from 'vitest'
import type { Draft } from './draft.ts'
import type { DraftOptions } from './draftDocument.ts'
import { DOCUMENTS } from './examples/documents.ts'
import { read } from './examples/read.ts'
import { WITHOUT_TASKS } from './examples/withoutTasks.ts'

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
  test('ASSIGNED', () => {
    expect(linesOf(DOCUMENTS.ASSIGNED, { planYear: 2026 })).toEqual([
      '4月30日前修改完善老旧小区改造实施方案并报区政府印发 | 区住建局 |  |  | 2026-04-30',
      '5月15日前提出中小学校服采购管理意见 | 区教育局 | 区发改局、区财政局 |  | 2026-05-15',
      '5月底前拨付2026年义务教育补助资金1260万元 | 区财政局 |  |  | 2026-05-31',
    ])
  })
  test('BLANKS', () => {
    expect(linesOf(DOCUMENTS.BLANKS, { planYear: 2026 })).toEqual([
      '推行“一件事一次办”，新增事项20项 | 区行政审批局 |  |  | 2026-06-30',
      '压减审批材料30% | 区行政审批局 | 区司法局 |  | 2026-09-30',
      '清理拖欠账款，偿还率达到60% | 区工信局 | 区财政局 |  | 2026-12-31',
    ])
  })
  test('BRACKET_LINES', () => {
    expect(linesOf(DOCUMENTS.BRACKET_LINES, { planYear: 2026 })).toEqual([
      '落实领导干部学法制度 | 区司法局 | 区政府各部门 |  | -',
      '组织执法人员轮训1200人次 | 区司法局 | 各执法部门 |  | 2026-11-30',
      '编制年度规范性文件计划，清理规范性文件86件 | 区司法局、区政府办公室 |  |  | 2026-06-30',
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
  test('BROKEN_NAMES', () => {
    expect(linesOf(DOCUMENTS.BROKEN_NAMES, { planYear: 2026 })).toEqual([
      '整治占道经营点位36处 | 县城管局 | 县公安局、县市场监管局 |  | 2026-05-31',
      '新增停车泊位800个 | 县住建局 | 县自然资源局 |  | 2026-08-31',
    ])
  })
  test('BULLETS', () => {
    expect(linesOf(DOCUMENTS.BULLETS, { planYear: 2026 })).toEqual([
      '地区生产总值增长6%、规上工业增加值增长7.5%、固定资产投资增长8% | 区发改局 | 区工信局、区统计局 |  | -',
      '智造园二期：完成投资3亿元，建成厂房6栋 | 高新区管委会 |  |  | -',
      '云泽大桥：主桥合龙 | 区交通局 | 区城投集团 |  | 2026-10-31',
      '区人民医院新院区：主体结构封顶 | 区卫健局 |  |  | 2026-11-30',
    ])
  })
  test('COUNTED', () => {
    expect(linesOf(DOCUMENTS.COUNTED, { planYear: 2026 })).toEqual([
      '新培育“小巨人”企业3家，技改项目40个 | 区工信局 | 区科技局、区统计局 |  | -',
      '改造老旧小区21个 | 区住建局 | 区城管局 |  | -',
      '建设高标准农田1.2万亩 | 区农业农村局 | 各镇 |  | -',
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
  test('MARKDOWN_PAGE', () => {
    expect(linesOf(DOCUMENTS.MARKDOWN_PAGE, { planYear: 2026 })).toEqual([
      '建成区级算力中心，算力规模达到 200P | 区数据局 | 区城投集团 |  | 2026-09-30',
      '迁移政务系统 32 个 | 区数据局 |  |  | 2026-06-30',
      '上线“一网统管”平台，接入视频 1.2 万路 | 区数据局 | 区公安分局、区城管局 |  | 2026-10-31',
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
  test('MIXED_BRACKETS', () => {
    expect(linesOf(DOCUMENTS.MIXED_BRACKETS, { planYear: 2026 })).toEqual([
      '健全防返贫监测帮扶机制，动态清零风险户 | 区农业农村局 | 区民政局、区医保局 |  | ∞',
      '发放小额信贷2600万元 | 区农业农村局、区金融办 | 清源农商行 |  | 2026-09-30',
      '培育“一村一品”示范村8个、家庭农场60家；新增绿色食品认证5个 | 区农业农村局 | 各镇人民政府 | 李明 | -',
    ])
  })
  test('ORDERS', () => {
    expect(linesOf(DOCUMENTS.ORDERS, { planYear: 2026 })).toEqual([
      '突出抓好隐患排查，5月20日前完成全区26座水库、41处地灾点拉网式排查 |  |  |  | 2026-05-20',
    ])
  })
  test('PARTY_MINUTES', () => {
    expect(linesOf(DOCUMENTS.PARTY_MINUTES, { planYear: 2026 })).toEqual([
      '同意实施柳湖北路新建工程，总投资1.2亿元，由市城投集团实施 | 市城投集团 |  |  | -',
      '4月底前完成项目立项 | 市发改委 |  |  | 2026-04-30',
      '落实建设资金，市自然资源局保障用地 | 市财政局 |  |  | -',
    ])
  })
  test('PROJECTS', () => {
    expect(linesOf(DOCUMENTS.PROJECTS, { planYear: 2026 })).toEqual([
      '清源高铁站前广场项目：建设站前广场3.6万平方米及地下停车场；6月底前开工建设 | 区交通局 | 区城投集团、高铁新城管委会 | 赵一鸣 | 2026-12-31',
      '智慧冷链物流园：建设冷库12万立方米；建成投用 | 区商务局 | 清源港务集团 | 钱二宝 | -',
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
  test('RED_HEAD', () => {
    expect(linesOf(DOCUMENTS.RED_HEAD, { planYear: 2026 })).toEqual([
      '将改革行业由20个扩大到35个，实现“一证准营” | 区行政审批局 | 区市场监管局、各街道办事处 |  | 2026-06-30',
      '工业项目审批时限压缩至20个工作日 | 区行政审批局 | 区自然资源局、区住建局 |  | 2026-09-30',
      '普惠小微贷款余额增长15%以上，为不少于200家企业提供续贷服务 | 区金融办 | 人民银行云泽支行 |  | ∞',
      '加强考核评价 | 区委组织部 | 区政府督查室 |  | -',
    ])
  })
  test('RUNNING', () => {
    expect(linesOf(DOCUMENTS.RUNNING, { planYear: 2026 })).toEqual([
      '5月底前完成全区42家危化企业评估 | 区应急局 | 区工信局、区公安分局 |  | 2026-05-31',
      '6月15日前完成人员密集场所排查 | 区消防救援大队 | 各镇（街道） |  | 2026-06-15',
      '3月底前完成12处事故多发点段整治 | 区公安分局 |  |  | 2026-03-31',
      '抓紧安装护栏8公里 | 区交通局 |  |  | -',
      '组织安全生产月活动，开展知识竞赛1次 |  |  |  | -',
    ])
  })
  test('SCHOOL', () => {
    expect(linesOf(DOCUMENTS.SCHOOL, { planYear: 2026 })).toEqual([
      '办理用地手续，务于5月10日前完成 | 县自然资源局 |  |  | 2026-05-10',
      '项目总投资1.6亿元，由县财政局负责申报专项债券，县教育局配合提供资料，5月20日前完成申报 | 县财政局 | 县教育局 |  | 2026-05-20',
      '倒排工期，确保7月开工建设，2027年8月底前交付使用 | 县教育局 |  |  | 2027-08-31',
    ])
  })
  test('SENTENCES', () => {
    expect(linesOf(DOCUMENTS.SENTENCES, { planYear: 2026 })).toEqual([
      '退还增量留抵税额1.8亿元 | 县税务局 | 县财政局 |  | 2026-06-30',
      '加快专项债券发行使用 | 县财政局 | 县发改局、各项目单位 |  | 2026-08-31',
      '开展“六稳”“六保”督查 | 县政府督查室 |  |  | ∞',
    ])
  })
  test('SINGLE_BLANKS', () => {
    expect(linesOf(DOCUMENTS.SINGLE_BLANKS, { planYear: 2026 })).toEqual([
      '完成燃气管道更新改造46公里 | 公用事业科 |  | 王建国 | 2026-11-30',
      '新增公园绿地18公顷 | 园林科 |  | 王建国 | 2026-10-31',
      '建筑业总产值突破120亿元 | 建筑业科 | 统计科 | 李卫东 | 2026-12-31',
    ])
  })
  test('SIX_WORKS', () => {
    expect(linesOf(DOCUMENTS.SIX_WORKS, { planYear: 2026 })).toEqual([
      '新建公办园4所 |  |  |  | -',
      '改造薄弱学校7所 |  |  |  | -',
      '招聘教师120名 |  |  |  | -',
      '培训骨干教师300人次 |  |  |  | -',
      '建成智慧教室60间 |  |  |  | -',
      '举办全区中小学生艺术节1次 |  |  |  | -',
    ])
  })
  test('STANDING', () => {
    expect(linesOf(DOCUMENTS.STANDING, { planYear: 2026 })).toEqual([
      '完成12家砖瓦窑企业整治，9月底前完成 | 市生态环境局 | 市工信局、各县(区)政府 |  | 2026-09-30',
      '新增清洁取暖3.2万户 | 市发改委 | 市住建局、财政局 |  | -',
      '建成区道路机扫率达到95%以上；对28处工地安装在线监测，6月底前完成 | 市城管局 | 市住建局 |  | 2026-06-30',
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
  test('WRAPPED', () => {
    expect(linesOf(DOCUMENTS.WRAPPED, { planYear: 2026 })).toEqual([
      '完成重点行业企业超低排放改造18家，淘汰老旧燃煤锅炉6台 | 区生态环境分局 | 区工信局、区市场监管局 |  | 2026-09-30',
      '开展餐饮油烟专项整治，安装在线监测设备320套，实现城区全覆盖 | 区城管局 | 各街道、区市场监督管理局 |  | 2026-10-31',
      '新建污水管网26公里，整治入河排污口41个，全面消除黑臭水体 | 区水务局 | 区住建局、区城投集团、各镇 |  | 2026-12-31',
    ])
  })
})

describe('a paper full of task words that holds no task gives none', () => {
  test.each(Object.entries(WITHOUT_TASKS))('%s', (_, text) => {
    expect(linesOf(text, { planYear: 2026 })).toEqual([])
  })
})
