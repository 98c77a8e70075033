import type { AskKind } from '#domain/burden/asks.ts'
import type { ClashView } from '#domain/burden/burden.contract.ts'

const kinds: Record<AskKind, string> = {
  reportRow: '汇报行',
  acknowledgement: '签收',
  answer: '答复困难',
  noticeReply: '回复督办单',
  delivery: '配合交付',
  confirmation: '确认配合',
}
type ClashFacts = { from: string; to: string; count: number; units: number }
const clashes: Record<ClashView['kind'], (facts: ClashFacts) => string> = {
  windows: ({ from, to }) => `与另一报期的填报窗口重叠：${from} 至 ${to}`,
  shortWindow: ({ count }) => `窗口内只有 ${count} 个工作日`,
  daysOff: ({ from, to, count }) => `窗口内有 ${count} 天节假日：${from} 至 ${to}`,
  deadlines: ({ count, units }) => `${units} 家单位在窗口内另有 ${count} 个时间节点到期`,
  sameDays: ({ count, units }) => `${units} 家单位在窗口内还要办 ${count} 件签收、答复、交付`,
}

/** Words of the burden meter. */
export const burdenZh = {
  title: '基层负担',
  note: '未来八周要各单位做什么、什么时候、大约多少时间',
  kinds,
  clashes,
  calm: '没有冲突：窗口内没有节假日，没有单位撞上三个以上的时限。',
  clashTitle: '冲突',
  minutes: (minutes: number) => (minutes === 0 ? '–' : `${minutes} 分钟`),
  total: (units: number, asks: number, minutes: string, share: string | null) =>
    `要 ${units} 家单位办 ${asks} 件，屏前合计约 ${minutes}${share === null ? '' : `；汇报表 ${share}% 的格子来时已填好`}。`,
  nothing: '未来八周没有要单位办的事。',
  period: (name: string, from: string, to: string) => `${name}汇报　${from} 至 ${to}`,
  periodAsks: (units: number, rows: number, minutes: string, each: number, share: string | null) =>
    `要 ${units} 家单位填 ${rows} 行，屏前合计约 ${minutes}，平均每家 ${each} 分钟${share === null ? '' : `；${share}% 的格子来时已填好`}。`,
  periodAsksNothing: '没有单位要填：眼下没有在办的任务。',
  windows: '报期窗口',
  calendar: '日历',
  calendarNote: '上色是填报窗口；数字是当天到期的事，括号内是到期的时间节点',
  dayAsks: (on: string, asks: number, deadlines: number) => `${on}：到期 ${asks} 件，时间节点 ${deadlines} 个`,
  workdays: (days: number) => `${days} 个工作日`,
  units: '各单位',
  unitsNote: '按到期日归入当周，已过期未办的归入本周；分钟为估算',
  unit: '单位',
  all: '合计',
  prefilled: '已填好',
  hours: (hours: string) => `${hours} 小时`,
  weekdays: ['一', '二', '三', '四', '五', '六', '日'],
  basis: '怎样估算',
  basisRow: (read: number, cells: string) => `汇报表：每行看一遍 ${read} 秒；要写的格子，${cells}。`,
  basisCell: (name: string, seconds: number) => `${name} ${seconds} 秒`,
  cells: {
    actualShare: '实际进度',
    done: '已完成',
    nextStep: '下一步',
    confidence: '年底把握',
    claimedMilestoneIds: '申报节点',
    evidence: '佐证',
  },
  basisMeasured: (percent: string, count: number) =>
    `上期数字、把握和上期的下一步会自动带入。上一报期带入的 ${count} 格里，${percent}% 被单位改过；新的一期照此计。`,
  basisAssumed: (percent: string) =>
    `上期数字、把握和上期的下一步会自动带入。还没有足够的实测，先按其中 ${percent}% 会被改动计。`,
  basisOther: (list: string) => `其余按件计：${list}。`,
  basisHonest: '这些秒数是假定，不是实测；只计屏前填写，不计准备材料、开会、跑腿。用来比较轻重、错开时间，不用来考核。',
}
export type BurdenText = typeof burdenZh
