import { formatOnInFull, isDay } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import type { JournalEntryView } from '#domain/journal/journal.contract.ts'
import type { Language } from '#domain/refusal.ts'
import { fieldWord } from '../tasks/timeline.text.ts'

type Words = Record<Language, string>

/** What an entry is about, by the journal's own name for it. */
const SUBJECTS: Record<string, Words> = {
  task: { zh: '任务', en: 'Task' },
  reportEntry: { zh: '汇报', en: 'Report' },
  reportSheet: { zh: '汇报表', en: 'Report sheet' },
  import: { zh: '导入', en: 'Import' },
  plan: { zh: '年度计划', en: 'Plan' },
  supervisionRules: { zh: '督查规则', en: 'Rules of supervision' },
  urgeRules: { zh: '催办规则', en: 'Rules of urging' },
  calendarDay: { zh: '工作日历', en: 'Working calendar' },
  organization: { zh: '机构', en: 'Organization' },
  unit: { zh: '单位', en: 'Unit' },
  person: { zh: '人员', en: 'Person' },
  token: { zh: '访问令牌', en: 'Token' },
  feedback: { zh: '投诉建议', en: 'Complaint or suggestion' },
  highlight: { zh: '亮点', en: 'Highlight' },
  webhook: { zh: '推送地址', en: 'Webhook' },
  deliveryRules: { zh: '通知规则', en: 'Rules of notification' },
}

/** By what way a change came, by the journal's own name for it. */
const WAYS: Record<string, Words> = {
  web: { zh: '网页', en: 'Browser' },
  token: { zh: '令牌', en: 'Token' },
  demo: { zh: '演示数据', en: 'Demo data' },
}

/** Where a change came from: the way and, where there is one, the address. */
export function originLine(origin: string, language: Language): string {
  const [way = '', ...address] = origin.split(' ')
  return [WAYS[way]?.[language] ?? way, ...address].join(' ')
}

/** Fields that no task has. */
const FIELDS: Record<string, Words> = {
  name: { zh: '名称', en: 'Name' },
  shortName: { zh: '简称', en: 'Short name' },
  aliases: { zh: '别名', en: 'Aliases' },
  groupName: { zh: '分组', en: 'Group' },
  position: { zh: '次序', en: 'Order' },
  userName: { zh: '用户名', en: 'User name' },
  posts: { zh: '岗位', en: 'Posts' },
  phoneChanged: { zh: '手机号', en: 'Phone' },
  unitIds: { zh: '分管单位', en: 'Units' },
  pillarIds: { zh: '分管板块', en: 'Pillars' },
  pillars: { zh: '板块', en: 'Pillars' },
  on: { zh: '日期', en: 'Day' },
  workday: { zh: '上班', en: 'Worked' },
  expiresOn: { zh: '到期', en: 'Expires' },
  reportRule: { zh: '汇报规则', en: 'Reporting rule' },
  lightPreset: { zh: '亮灯规则', en: 'Light rules' },
  rows: { zh: '行', en: 'Rows' },
  count: { zh: '条数', en: 'Count' },
  checked: { zh: '已核', en: 'Checked' },
  digest: { zh: '文件摘要', en: 'Digest' },
  draftCount: { zh: '识别', en: 'Found' },
  found: { zh: '识别', en: 'Found' },
  edited: { zh: '改过', en: 'Edited' },
  registered: { zh: '立项', en: 'Registered' },
  drafted: { zh: '草稿', en: 'Drafts' },
  updated: { zh: '更新', en: 'Updated' },
  merged: { zh: '并入', en: 'Merged' },
  discarded: { zh: '不登记', en: 'Left out' },
  doubtsFound: { zh: '疑点', en: 'Doubts' },
  doubtsDecided: { zh: '疑点已答复', en: 'Doubts answered' },
  taskId: { zh: '任务', en: 'Task' },
  planId: { zh: '年度计划', en: 'Plan' },
  importId: { zh: '导入', en: 'Import' },
  documentId: { zh: '原件', en: 'Original' },
  period: { zh: '报期', en: 'Period' },
  periodId: { zh: '报期', en: 'Period' },
  milestone: { zh: '节点', en: 'Milestone' },
  milestoneId: { zh: '节点', en: 'Milestone' },
  state: { zh: '状态', en: 'State' },
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/
/** What the auditor may not read stands as this in the answer. */
const WITHHELD = '…'

/** What an entry is about, in words. */
export const subjectWord = (subjectType: string, language: Language): string =>
  SUBJECTS[subjectType]?.[language] ?? wordFor(subjectType, language)

/** A value short enough for a line; nothing for what only a machine reads. */
function said(value: unknown, language: Language): string | null {
  if (typeof value === 'number') return String(value)
  if (typeof value === 'boolean') return language === 'zh' ? (value ? '是' : '否') : value ? 'yes' : 'no'
  if (typeof value !== 'string' || value === '' || value === WITHHELD || UUID.test(value)) return null
  return isDay(value) ? formatOnInFull(value, language) : wordFor(value, language)
}

const fieldsOf = (values: unknown): Readonly<Record<string, unknown>> =>
  typeof values === 'object' && values !== null ? { ...values } : {}

/** What an entry changed, as a line: each field by its name, with what it was and is where that can be said. */
export function changeLine({ before, after, reason }: JournalEntryView, language: Language): string {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const names = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  const parts = names.map((field) => {
    const name = FIELDS[field]?.[language] ?? fieldWord(field, language)
    const [from, to] = [said(was[field], language), said(is[field], language)]
    if (to === null) return name
    return from === null || from === to ? `${name} ${to}` : `${name} ${from} → ${to}`
  })
  const why = reason && reason !== WITHHELD ? [reason] : []
  return [...new Set(parts), ...why].join(language === 'zh' ? '；' : '; ')
}
