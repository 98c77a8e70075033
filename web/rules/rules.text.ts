import { counted } from '#domain/counted.ts'
import type { RulePart } from '#domain/rules/rules.ts'
import type { RuleField } from './fields.ts'

const partsZh: Record<RulePart, string> = {
  lights: '亮灯',
  steps: '各环节时限',
  ladder: '延期审批',
  difficulties: '困难的时限',
}
const notesZh: Record<RulePart, string> = {
  lights: '生效那天起全部任务按新规则算，以前各天的颜色不变',
  steps: '工作日，从转到这一环节的次日起算；以后开始的按新时限算，已开始的不变',
  ladder: '以后提出的申请按新规则送批，已提出的不变',
  difficulties: '以后开始的时限按新规则算，已开始的不变',
}
const fieldsZh: Record<RuleField, string> = {
  'deadline.yellowWithinWorkdays': '到期前几个工作日起亮黄',
  'deadline.blueEarlyWorkdays': '提前几个工作日完成亮蓝',
  'deadline.recoveryWorkdays': '逾期补完后再黄几个工作日',
  'trajectory.yellowAbovePoints': '落后几个百分点以上亮黄',
  'trajectory.redAbovePoints': '落后几个百分点以上亮红',
  noReportPeriods: '连续几期没有汇报亮黄',
  registerWorkdays: '登记（督查室）',
  acknowledgeWorkdays: '签收（牵头单位）',
  declineWorkdays: '退回须在几日内',
  disputeWorkdays: '裁定退回',
  acceptWorkdays: '验收办结（督查室）',
  signOffWorkdays: '领导签批',
  closeOutWorkdays: '核验销号',
  officeMostWorkdays: '督查室可批几个工作日以内',
  leaderFromOrdinal: '第几次起分管领导批',
  principalFromOrdinal: '第几次起主要领导批',
  triageWorkdays: '督查室几个工作日内分办',
  'levelWorkdays.1': '一级（本单位）几个工作日',
  'levelWorkdays.2': '二级（对方单位）几个工作日',
  'levelWorkdays.3': '三级（分管领导）几个工作日',
  'levelWorkdays.4': '四级（会议）几个工作日',
  confirmWorkdays: '几个工作日内问清是否解决',
  closeAfterWorkdays: '确认后几个工作日自动了结',
}
const presetsZh: Record<string, string> = {
  standard: '标准',
  wide: '工程为主（10/30）',
  late: '只提醒最后三天',
  short: '督查室一周以内',
  weekly: '按周会商',
}

const zh = {
  parts: partsZh,
  notes: notesZh,
  fields: fieldsZh,
  presets: presetsZh,
  title: '督查规则',
  version: (version: number, on: string | null) =>
    version === 0 ? '现行：系统自带的规则' : `现行：第 ${version} 版${on === null ? '' : `，${on} 起`}`,
  upcoming: (version: number, on: string) => `第 ${version} 版已存好，${on} 起执行。再改就在它的基础上改。`,
  readOnly: '规则由督查室定，您可以看。',
  presetLabel: '套用',
  unread: '请写整数，不超过 60（百分点、次数另有上限）。',
  effectiveOn: '生效日期',
  save: '存为新一版',
  saved: (version: number) => `已存为第 ${version} 版。`,
  preview: '今天会变什么',
  previewNote: '用算颜色的同一套规则试算，不改任何东西',
  same: (count: number) => `${count} 项任务的颜色都不变。`,
  changed: (changed: number, count: number) => `${count} 项任务中有 ${changed} 项会变色。`,
  limits: '按各环节的新时限',
  limitsNote: '正在走的时限不变；下面是假如这些事项一开始就按新时限，今天会有几项超时',
  limitColumns: { limit: '环节', waiting: '在等', late: '已超时', triedLate: '按新时限超时' },
  move: (from: string, to: string, count: number) => `${from}变${to} ${count} 项`,
  previewMore: '再看',
  history: '历次规则',
  none: '还没有改过，一直是系统自带的规则。',
  columns: { version: '版', on: '生效', by: '谁存的', what: '改了什么' },
  change: (field: string, from: number, to: number) => `${field}：${from} → ${to}`,
  urging: '催办规则另页设',
}
export type RulesText = typeof zh

const partsEn: Record<RulePart, string> = {
  lights: 'Lights',
  steps: 'Limits of steps',
  ladder: 'Later dates',
  difficulties: 'Difficulties',
}
const notesEn: Record<RulePart, string> = {
  lights: 'all tasks go by them from that day; the colours of days before stay',
  steps:
    'working days, from the day after a task came to the step; clocks that begin from then on go by them, those that run do not change',
  ladder: 'requests made from then on go by them; those already made do not change',
  difficulties: 'clocks that begin from then on go by them; those that run do not change',
}
const fieldsEn: Record<RuleField, string> = {
  'deadline.yellowWithinWorkdays': 'At risk from so many working days before the date',
  'deadline.blueEarlyWorkdays': 'Ahead when done so many working days early',
  'deadline.recoveryWorkdays': 'At risk so many working days after something late was done',
  'trajectory.yellowAbovePoints': 'At risk beyond so many points behind',
  'trajectory.redAbovePoints': 'Overdue beyond so many points behind',
  noReportPeriods: 'At risk after so many periods without a report',
  registerWorkdays: 'Register (the office)',
  acknowledgeWorkdays: 'Acknowledge (the lead unit)',
  declineWorkdays: 'Decline, at the latest',
  disputeWorkdays: 'Decide a decline',
  acceptWorkdays: 'Accept completion (the office)',
  signOffWorkdays: 'Leader’s sign-off',
  closeOutWorkdays: 'Verify and close out',
  officeMostWorkdays: 'The office decides up to so many working days',
  leaderFromOrdinal: 'The leader in charge from this request on',
  principalFromOrdinal: 'The principal leader from this request on',
  triageWorkdays: 'Triage by the office, working days',
  'levelWorkdays.1': 'Level 1, the unit itself, working days',
  'levelWorkdays.2': 'Level 2, the counterpart, working days',
  'levelWorkdays.3': 'Level 3, the leader in charge, working days',
  'levelWorkdays.4': 'Level 4, the meeting, working days',
  confirmWorkdays: 'To hear whether it is solved, working days',
  closeAfterWorkdays: 'Closed so many working days after it was confirmed',
}
const presetsEn: Record<string, string> = {
  standard: 'Standard',
  wide: 'Mostly construction (10/30)',
  late: 'The last three days only',
  short: 'A week for the office',
  weekly: 'Weekly consultation',
}

const en: RulesText = {
  parts: partsEn,
  notes: notesEn,
  fields: fieldsEn,
  presets: presetsEn,
  title: 'Rules of supervision',
  version: (version, on) =>
    version === 0
      ? 'In effect: what comes with the product'
      : `In effect: version ${version}${on === null ? '' : ` since ${on}`}`,
  upcoming: (version, on) => `Version ${version} is saved and takes effect on ${on}. What you change now builds on it.`,
  readOnly: 'The office sets the rules; you can read them.',
  presetLabel: 'Take',
  unread: 'Write a whole number, 60 at most (points and ordinals have limits of their own).',
  effectiveOn: 'In effect from',
  save: 'Save as the next version',
  saved: (version) => `Saved as version ${version}.`,
  preview: 'What changes today',
  previewNote: 'worked out by the rules that colour tasks; nothing is changed',
  same: (count) => `None of ${counted(count, 'task')} would change colour.`,
  changed: (changed, count) => `${changed} of ${counted(count, 'task')} would change colour.`,
  limits: 'By the new limits of steps',
  limitsNote:
    'clocks that run do not change; this is how many would be late today had these limits held when they began',
  limitColumns: { limit: 'Step', waiting: 'Waiting', late: 'Late', triedLate: 'Late by the new limits' },
  move: (from, to, count) => `${count} from ${from} to ${to}`,
  previewMore: 'More',
  history: 'Versions',
  none: 'Nothing has been changed yet; the rules are those that come with the product.',
  columns: { version: 'Version', on: 'In effect from', by: 'Saved by', what: 'What changed' },
  change: (field, from, to) => `${field}: ${from} → ${to}`,
  urging: 'Rules of urging have a page of their own',
}

/** Words of the page of rules, for `useText`. */
export const rulesText = { zh, en }
