import { counted } from '#domain/counted.ts'
import type { BoardRateName } from '#domain/board/rate-names.ts'
import { formatOnInFull } from '#domain/calendar/calendar.ts'

type RateWords = Record<BoardRateName, { name: string; meaning: string; measure: string }>

const ratesZh: RateWords = {
  milestoneOnTimeRate: { name: '节点按期完成率', meaning: '按原定日期完成并验收 ÷ 本季已到期', measure: '个' },
  trajectoryAttainment: { name: '序时达标率', meaning: '不落后于计划 ÷ 在办任务', measure: '项' },
  taskCompletionRate: { name: '年度任务完成率', meaning: '已核验销号 ÷ 全部任务', measure: '项' },
  indicatorAttainment: { name: '指标达成率', meaning: '实绩 ÷ 目标，各项平均', measure: '项' },
}
const ratesEn: RateWords = {
  milestoneOnTimeRate: {
    name: 'Milestones on time',
    meaning: 'by the original date ÷ due by now',
    measure: '',
  },
  trajectoryAttainment: { name: 'Trajectory attainment', meaning: 'not behind plan ÷ active tasks', measure: '' },
  taskCompletionRate: { name: 'Tasks closed out', meaning: 'verified and closed ÷ all tasks', measure: '' },
  indicatorAttainment: { name: 'Indicators reached', meaning: 'actual ÷ target, on average', measure: '' },
}
const QUARTERS = ['一', '二', '三', '四'] as const

const zh = {
  title: '棋盘',
  facts: (year: number, units: number, pillars: number, tasks: number) =>
    `${year} 年度　${units} 个单位　${pillars} 个板块　${tasks} 项任务`,
  asOf: '截至',
  quarterEnd: (quarter: number) => `${QUARTERS[quarter - 1] ?? ''}季度末`,
  today: (on: string) => `今天 ${on}`,
  anyDay: '任一日',
  anyDayTitle: '看任一日的棋盘',
  show: '看这一天',
  dayAhead: '这一天还没有到，请选今天或以前的日期。',
  recomputed: (on: string) => `按 ${on} 24:00 的事实重算`,
  print: '打印 A4',
  order: '次序',
  official: '按单位次序',
  worst: '按最差灯',
  rates: ratesZh,
  printTitle: (name: string, year: number) => `${name} ${year} 年度任务棋盘`,
  moment: (on: string, isToday: boolean) => (isToday ? `${on}（当日）` : `${on} 24:00`),
  attention: '红黄灯任务',
  attentionCount: (red: number, yellow: number) => `红 ${red} 项，黄 ${yellow} 项；点任一棋子看它的任务`,
  allCalm: '没有红灯和黄灯任务。',
  emptyTitle: '还没有任务',
  empty: '导入分工方案或上年台账，约十分钟可铺满棋盘。',
  emptyOther: '督查室登记并交办任务后，这里就有棋子。',
  noPlan: '还没有年度计划',
  noPlanHint: '先在“年度计划”里建立今年的计划和板块。',
  toImport: '导入文件',
  toPlan: '建立年度计划',
  back: '返回棋盘',
  listTitle: (name: string) => `${name}：清单`,
  listFacts: (numerator: string, denominator: string) => `分子 ${numerator}，分母 ${denominator}`,
  columns: {
    counts: '计入',
    code: '编号',
    task: '任务',
    unit: '牵头单位',
    milestone: '节点',
    original: '原定',
    done: '完成',
    actual: '实绩',
    target: '目标',
    share: '达成',
  },
  counted: '计入',
  notCounted: '未计入',
  more: '再看后面的',
  none: '这里还没有可计入的事项。',
}
type BoardText = typeof zh

const inFull = (on: string) => formatOnInFull(on, 'en')

const en: BoardText = {
  title: 'Board',
  facts: (year, units, pillars, tasks) =>
    `${year}　${counted(units, 'unit')}　${counted(pillars, 'pillar')}　${counted(tasks, 'task')}`,
  asOf: 'As of',
  quarterEnd: (quarter) => `End of Q${quarter}`,
  today: (on) => `Today ${inFull(on)}`,
  anyDay: 'Any day',
  anyDayTitle: 'See the board of any day',
  show: 'Show this day',
  dayAhead: 'This day has not come yet; choose today or an earlier day.',
  recomputed: (on) => `from the facts at the end of ${inFull(on)}`,
  print: 'Print A4',
  order: 'Order',
  official: 'Official order',
  worst: 'Worst first',
  rates: ratesEn,
  printTitle: (name, year) => `${name}: the board of ${year}`,
  moment: (on, isToday) => (isToday ? `${inFull(on)} (that day)` : `the end of ${inFull(on)}`),
  attention: 'What needs someone',
  attentionCount: (red, yellow) => `${red} overdue, ${yellow} at risk; choose a stone to see its tasks`,
  allCalm: 'No red or yellow task.',
  emptyTitle: 'No tasks yet',
  empty: 'Import a work breakdown or last year’s ledger: the board fills in about ten minutes.',
  emptyOther: 'Stones appear once the supervision office registers and assigns tasks.',
  noPlan: 'No plan yet',
  noPlanHint: 'First set up this year’s plan and its pillars.',
  toImport: 'Import a document',
  toPlan: 'Set up the plan',
  back: 'Back to the board',
  listTitle: (name) => `${name}: the list`,
  listFacts: (numerator, denominator) => `numerator ${numerator}, denominator ${denominator}`,
  columns: {
    counts: 'Counts',
    code: 'Code',
    task: 'Task',
    unit: 'Lead unit',
    milestone: 'Milestone',
    original: 'Due',
    done: 'Done',
    actual: 'Actual',
    target: 'Target',
    share: 'Reached',
  },
  counted: 'yes',
  notCounted: 'no',
  more: 'More',
  none: 'Nothing to count here yet.',
}
export const boardText = { zh, en }
