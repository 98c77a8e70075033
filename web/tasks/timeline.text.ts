import { labelFor } from '#domain/glossary.ts'
import type { Language } from '#domain/refusal.ts'
import { wordOfField } from '#domain/tasks/editing.ts'

/** Fields of the journal that neither a task's form nor the glossary has. */
const FIELDS: Record<string, Record<Language, string>> = {
  code: { zh: '编号', en: 'Code' },
  unitId: { zh: '单位', en: 'Unit' },
  doneOn: { zh: '完成于', en: 'Done' },
  submittedOn: { zh: '报送于', en: 'Submitted' },
  checks: { zh: '核对', en: 'Checks' },
  verification: { zh: '核验', en: 'Verification' },
  note: { zh: '说明', en: 'Note' },
  decider: { zh: '由谁批', en: 'Decided by' },
  isLate: { zh: '逾期后提出', en: 'Asked after the date' },
  agrees: { zh: '同意', en: 'Agrees' },
  reason: { zh: '原因', en: 'Why' },
  suggestedUnitId: { zh: '建议牵头单位', en: 'Suggested unit' },
  day: { zh: '到', en: 'By' },
  holds: { zh: '仍成立', en: 'Holds' },
  delivery: { zh: '交付', en: 'Delivered' },
  rating: { zh: '评价', en: 'Rating' },
  level: { zh: '级别', en: 'Level' },
  number: { zh: '编号', en: 'Number' },
  answerBy: { zh: '回复期限', en: 'Reply by' },
}

const zh = {
  levels: { blue: '蓝色', yellow: '黄色', red: '红色' } as Readonly<Record<string, string>>,
  none: '无',
  transferred: (from: string, to: string) => `由${from}转给${to}`,
  yes: '是',
  no: '否',
  field: (name: string, value: string) => `${name}：${value}`,
  changed: (name: string, before: string, after: string) => `${name}：${before} 改为 ${after}`,
  milestone: (title: string) => `“${title}”`,
  added: (title: string, on: string) => `增加节点“${title}”${on}`,
  removed: (title: string) => `去掉节点“${title}”`,
  moved: (title: string, before: string, after: string) => `节点“${title}”${before} 改为 ${after}`,
  taskMoved: (before: string, after: string) => `完成时限 ${before} 改为 ${after}`,
  retitled: (before: string, after: string) => `节点“${before}”改称“${after}”`,
  reweighed: (title: string, before: string, after: string) => `节点“${title}”权重 ${before} 改为 ${after}`,
  reordered: '调整节点次序',
  supportAdded: (unit: string, what: string) => `增加配合单位 ${unit}${what && `（${what}）`}`,
  supportRemoved: (unit: string) => `去掉配合单位 ${unit}`,
  supportChanged: (unit: string, before: string, after: string) => `${unit}：${before} 改为 ${after}`,
  trajectoryGiven: '序时进度改为另行给定',
  trajectoryDerived: '序时进度改为随节点推算',
  allChecks: '六项核对均成立',
  period: (name: string) => name,
  share: (points: string) => `实际进度 ${points}%`,
  join: '，',
}
type TimelineText = typeof zh

const en: TimelineText = {
  levels: { blue: 'blue', yellow: 'yellow', red: 'red' },
  none: 'none',
  transferred: (from, to) => `From ${from} to ${to}`,
  yes: 'yes',
  no: 'no',
  field: (name, value) => `${name}: ${value}`,
  changed: (name, before, after) => `${name}: ${before} → ${after}`,
  milestone: (title) => `“${title}”`,
  added: (title, on) => `Milestone “${title}” added, ${on}`,
  removed: (title) => `Milestone “${title}” removed`,
  moved: (title, before, after) => `Milestone “${title}”: ${before} → ${after}`,
  taskMoved: (before, after) => `The task’s date: ${before} → ${after}`,
  retitled: (before, after) => `Milestone “${before}” is now called “${after}”`,
  reweighed: (title, before, after) => `Milestone “${title}”: weight ${before} → ${after}`,
  reordered: 'Milestones reordered',
  supportAdded: (unit, what) => `Supporting unit ${unit} added${what && ` (${what})`}`,
  supportRemoved: (unit) => `Supporting unit ${unit} removed`,
  supportChanged: (unit, before, after) => `${unit}: ${before} → ${after}`,
  trajectoryGiven: 'The trajectory is given now',
  trajectoryDerived: 'The trajectory follows from the milestones now',
  allChecks: 'all six checks hold',
  period: (name) => name,
  share: (points) => `actual share ${points}%`,
  join: ', ',
}

/** Words of the journal as a timeline, in both languages. */
export const timelineText = { zh, en }
export const fieldWord = (field: string, language: Language): string =>
  FIELDS[field]?.[language] ?? labelFor(wordOfField(field), language)
