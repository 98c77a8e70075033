/* Words that invented ledgers are made of. Nothing here is drawn from a real paper. */

export const DUTIES = [
  ['产业发展', '新增规上工业企业12家', '工业增加值增长7.5%'],
  ['产业发展', '建成标准厂房18万平方米', '完成投资6.2亿元'],
  ['产业发展', '技术改造项目备案40个', '完成技改投资9亿元'],
  ['产业发展', '引进亿元以上项目15个', '到位资金28亿元'],
  ['城市建设', '改造老旧小区26个', '惠及居民8600户'],
  ['城市建设', '打通断头路4条', '新增道路5.6公里'],
  ['城市建设', '新建口袋公园9处', '新增绿地12公顷'],
  ['城市建设', '更新供水管网33公里', '漏损率降至9%以下'],
  ['乡村振兴', '建设高标准农田2.4万亩', '亩均增产不少于40公斤'],
  ['乡村振兴', '改造农村危房180户', '全部通过验收'],
  ['乡村振兴', '硬化通组公路62公里', '覆盖行政村45个'],
  ['乡村振兴', '培育家庭农场30家', '带动农户900户'],
  ['社会民生', '新建公办幼儿园3所', '新增学位810个'],
  ['社会民生', '城镇新增就业5200人', '登记失业率控制在4%以内'],
  ['社会民生', '建设社区食堂22家', '日均服务不少于3000人次'],
  ['社会民生', '免费筛查“两癌”妇女1.5万人', '筛查率达到85%'],
  ['生态环保', '整治入河排污口37个', '水质达标率达到95%'],
  ['生态环保', '淘汰老旧柴油车420辆', '空气优良天数不少于300天'],
  ['生态环保', '完成造林绿化8000亩', '森林覆盖率提高0.3个百分点'],
  ['生态环保', '建成污水处理站6座', '处理率达到92%'],
] as const

export const UNITS = [
  '区发展和改革局',
  '区工信局',
  '区财政局',
  '区住建局',
  '区交通运输局',
  '区农业农村局',
  '区水务局',
  '区教育局',
  '区卫生健康局',
  '区人社局',
  '区民政局',
  '市生态环境局云泽分局',
  '区城管局',
  '区商务局',
  '区市场监管局',
  '区统计局',
  '区供电公司',
  '柳林镇',
  '河东街道办事处',
  '区委宣传部',
  '高新区管委会',
] as const

/** Several units by one name: they support, and cannot lead alone. */
export const TOGETHER = ['各镇（街道）', '区直有关部门', '各乡镇人民政府'] as const

export const LEADERS = ['程远', '何群', '陆明远', '沈一苇', '欧阳文博'] as const
export const PEOPLE = ['李明', '王芳', '张建国', '赵小川', '刘洋'] as const

/** What a column can be called. */
export const NAMES = {
  number: ['序号', '序 号', '编号', '序\n号', 'No.', '项次'],
  pillar: ['类别', '板块', '工作领域', '任务类别', '所属板块'],
  task: ['工作任务', '重点任务', '任务内容', '目标任务', '工作事项', '重点工作任务', '项目名称', '具体任务'],
  target: ['年度目标', '工作目标', '目标要求', '2026年目标', '量化目标'],
  lead: ['牵头单位', '主办单位', '牵头部门', '主责单位', '牵头责任单位', '牵 头 单 位'],
  owner: ['责任单位', '责任部门', '承办单位', '落实单位', '实施单位', '责任单位（排名第一的为牵头单位）'],
  support: ['配合单位', '协办单位', '责任单位', '参与单位', '协同单位', '配合部门'],
  leader: ['责任领导', '分管领导', '牵头区领导', '包保领导', '挂钩领导'],
  person: ['责任人', '具体责任人', '联系人及电话', '承办人', '责任人及联系方式'],
  deadline: ['完成时限', '完成时间', '时间节点', '办结时限', '完成\n时限', '计划完成时间', '时限要求'],
  progress: ['目前进展', '进展情况', '工作进展', '完成情况', '截至3月底进展'],
  remark: ['备注', '备 注', '说明'],
  phone: ['联系电话', '电话'],
  quarter1: ['一季度', '第一季度目标', '一季度工作计划'],
  quarter2: ['二季度', '第二季度目标', '二季度工作计划'],
  quarter3: ['三季度', '第三季度目标', '三季度工作计划'],
  quarter4: ['四季度', '第四季度目标', '四季度工作计划'],
  money: ['计划投资（万元）', '总投资\n（亿元）', '资金（万元）'],
} as const
export type ColumnKind = keyof typeof NAMES

/** Ways of writing a day: how it looks, the day it means, and whether it is without end. `serial` is Excel's number. */
export type Written = { readonly text: string; readonly on: string | null; readonly ongoing?: boolean }
export const DAYS: readonly Written[] = [
  { text: '2026年6月30日', on: '2026-06-30' },
  { text: '2026-09-30', on: '2026-09-30' },
  { text: '2026/11/30', on: '2026-11-30' },
  { text: '2026.10.31', on: '2026-10-31' },
  { text: '6月底前', on: '2026-06-30' },
  { text: '9月15日前', on: '2026-09-15' },
  { text: '2026年8月', on: '2026-08-31' },
  { text: '二季度', on: '2026-06-30' },
  { text: '第三季度末', on: '2026-09-30' },
  { text: 'Q4', on: '2026-12-31' },
  { text: '2026.06', on: '2026-06-30' },
  { text: '20260930', on: '2026-09-30' },
  { text: '12月底', on: '2026-12-31' },
  { text: '年底前', on: '2026-12-31' },
  { text: '上半年', on: '2026-06-30' },
  { text: '全年', on: '2026-12-31' },
  { text: '１０月底前', on: '2026-10-31' },
  { text: '11月上旬', on: '2026-11-10' },
  { text: '持续推进', on: null, ongoing: true },
  { text: '长期坚持', on: null, ongoing: true },
  { text: '2026年10月底前完成', on: '2026-10-31' },
  { text: '3月底前启动；9月底前完成', on: '2026-09-30' },
  { text: '1.4月底前完成招标；\n2.10月底前竣工', on: '2026-10-31' },
  { text: '2026年3月—11月', on: '2026-11-30' },
  { text: '3-8月', on: '2026-08-31' },
  { text: '46203', on: '2026-06-30' },
  { text: '2026年12月31日前', on: '2026-12-31' },
  { text: '8.31', on: '2026-08-31' },
]

/** Cells that nobody could read for certain, and the doubt that must be queued for each. */
export const UNCLEAR_DAYS: readonly (Written & { readonly code: string })[] = [
  { text: '', on: null, code: 'no_date' },
  { text: '汛前', on: null, code: 'vague_date' },
  { text: '尽快', on: null, code: 'vague_date' },
  { text: '按上级要求', on: null, code: 'unread_cell' },
  { text: '根据项目进度', on: null, code: 'unread_cell' },
  { text: '待定', on: null, code: 'unread_cell' },
]

export const SEPARATORS = ['、', '，', ',', '；', '/', '\n', ' ', '  ', ';', '、\n', '。', '|', '\\', '和'] as const
