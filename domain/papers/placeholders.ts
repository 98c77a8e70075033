import { Refusal } from '../refusal.ts'
import type { MeetingPaperKind } from './meetingPaper.ts'

/** A name that an office's template can carry as `{{name}}`; one with `items` is a loop: `{{#name}} … {{/name}}`. */
export type Placeholder = { name: string; zh: string; en: string; items?: readonly Placeholder[] }

const one = (name: string, zh: string, en: string): Placeholder => ({ name, zh, en })
const many = (name: string, zh: string, en: string, items: readonly Placeholder[]): Placeholder => ({
  name,
  zh,
  en,
  items,
})

const MEETING: readonly Placeholder[] = [
  one('organization.name', '地名', 'the place'),
  one('office.name', '督查室全称', 'the supervision office'),
  one('meeting.name', '会议名称', 'the meeting’s name'),
  one('meeting.year', '年份', 'its year'),
  one('meeting.number', '第几次（汉字）', 'its number, in characters'),
  one('meeting.date', '会议日期', 'its date'),
  one('meeting.time', '会议日期和时间', 'its date and time'),
  one('meeting.place', '地点', 'its place'),
  one('meeting.chair', '主持人', 'its chair'),
  one('paper.date', '印制日期', 'the day the paper is made'),
]

/** What each paper can say; the data of a template is made from the same list, so that none is left empty. */
export const PLACEHOLDERS: Record<MeetingPaperKind, readonly Placeholder[]> = {
  agenda: [
    ...MEETING,
    one('meeting.minutes', '计划时长（分钟）', 'planned length in minutes'),
    one('people.units', '参会单位', 'units that take part'),
    one('people.observers', '列席', 'observers'),
    one('people.leave', '请假', 'on leave'),
    one('agenda.written', '书面汇报单位', 'units that report in writing'),
    many('items', '议程各项', 'points of the agenda', [
      one('item.number', '序号', 'number'),
      one('item.at', '起始时间', 'time it begins'),
      one('item.section', '环节', 'section'),
      one('item.title', '内容', 'what it is'),
      one('item.unit', '汇报单位', 'unit'),
      one('item.minutes', '分钟', 'minutes'),
    ]),
  ],
  brief: [
    ...MEETING,
    one('brief.measured', '数据截止或冻结时间、校验码', 'when figures were taken, and their digest'),
    many('units', '各单位', 'units', [
      one('unit.name', '单位简称', 'short name'),
      one('unit.fullName', '单位全称', 'full name'),
      one('unit.heads', '主要负责人', 'head'),
      one('unit.leaders', '分管领导', 'leader in charge'),
      one('unit.taskCount', '任务数', 'tasks'),
      one('unit.red', '红灯数', 'red'),
      one('unit.yellow', '黄灯数', 'yellow'),
      one('unit.green', '绿灯数', 'green'),
      one('unit.blue', '蓝灯数', 'blue'),
      one('unit.grey', '灰灯数', 'grey'),
      one('unit.withheld', '冻结后设为受限、不列出的说明', 'that lines are withheld which were restricted later'),
      many('rates', '完成情况', 'rates', [
        one('rate.name', '指标', 'rate'),
        one('rate.words', '数值和分子分母', 'value with numerator and denominator'),
      ]),
      many('tasks', '红灯和黄灯任务', 'red and yellow tasks', [
        one('task.light', '灯', 'light'),
        one('task.code', '编号', 'code'),
        one('task.title', '任务', 'task'),
        one('task.reason', '原因', 'reason'),
        one('task.due', '时限', 'due'),
        one('task.assignee', '责任人', 'assignee'),
      ]),
      many('difficulties', '困难和请求', 'difficulties', [
        one('difficulty.title', '困难', 'difficulty'),
        one('difficulty.ask', '请求', 'what is asked'),
        one('difficulty.counterpart', '请求对象', 'of whom'),
        one('difficulty.wanted', '期望日期', 'by when'),
        one('difficulty.standing', '进展', 'where it stands'),
      ]),
      many('lastRulings', '以往会议议定事项', 'rulings of earlier meetings', [
        one('ruling.sentence', '议定', 'ruling'),
        one('ruling.due', '时限', 'due'),
        one('ruling.standing', '状态', 'where it stands'),
      ]),
      many('dueNext', '下步到期', 'due next', [
        one('due.date', '时限', 'date'),
        one('due.code', '编号', 'code'),
        one('due.title', '内容', 'what'),
      ]),
      many('highlights', '亮点做法', 'practices worth copying', [one('highlight.title', '做法', 'practice')]),
      many('early', '提前完成', 'done early', [one('early.code', '编号', 'code'), one('early.title', '任务', 'task')]),
      many('suggestions', '意见建议', 'suggestions', [
        one('suggestion.code', '任务编号', 'task'),
        one('suggestion.words', '建议', 'words'),
      ]),
    ]),
  ],
  minutes: [
    ...MEETING,
    one('minutes.number', '纪要编号，或讨论稿、征求意见稿', 'number, or that it is a draft'),
    one('minutes.opening', '开头一段', 'opening'),
    one('minutes.last', '上次议定事项一段', 'what became of the last rulings'),
    one('people.present', '出席', 'present'),
    one('people.observers', '列席', 'observers'),
    one('people.leave', '请假', 'on leave'),
    one('people.absent', '缺席', 'absent'),
    one('minutes.copyTo', '抄送', 'copied to'),
    many('rulings', '议定事项', 'rulings', [
      one('ruling.order', '序号（汉字）', 'number, in characters'),
      one('ruling.number', '序号', 'number'),
      one('ruling.heading', '小标题', 'heading'),
      one('ruling.text', '纪要正文', 'text in the minutes'),
      one('ruling.sentence', '议定的一句话', 'the sentence'),
      one('ruling.lead', '牵头单位', 'lead'),
      one('ruling.supports', '配合单位', 'supporting units'),
      one('ruling.due', '时限', 'due'),
    ]),
  ],
  asks: [
    ...MEETING,
    one('minutes.number', '纪要编号', 'number of the minutes'),
    many('units', '各单位', 'units', [
      one('unit.name', '单位', 'unit'),
      one('unit.count', '事项数', 'how many'),
      many('asks', '事项', 'what is asked', [
        one('ask.order', '序号', 'number'),
        one('ask.ruling', '议定第几项', 'number of the ruling'),
        one('ask.words', '事项', 'what'),
        one('ask.role', '承担', 'as lead or support'),
        one('ask.due', '时限', 'due'),
      ]),
    ]),
  ],
}

/** A placeholder as it stands in a template, in order. */
export type Tag = { name: string; kind: 'value' | 'open' | 'close' }

type Scope = { name: string | null; known: readonly Placeholder[] }

/**
 * A template says only what its paper knows, each where it is known, every loop closed. Refuses `template_unknown` (the
 * names that are not known there), `template_loop` (a loop that does not close, or a loop's name used as a value),
 * `template_empty` (not one placeholder).
 */
export function checkTags(kind: MeetingPaperKind, tags: readonly Tag[]): void {
  if (tags.length === 0) throw new Refusal('template_empty')
  const unknown = new Set<string>()
  const scopes: Scope[] = [{ name: null, known: PLACEHOLDERS[kind] }]
  for (const { name, kind: is } of tags) {
    if (is === 'close') {
      if (scopes[scopes.length - 1]?.name !== name) throw new Refusal('template_loop', { name })
      scopes.pop()
      continue
    }
    const found = knownIn(scopes, name)
    if (!found) unknown.add(`{{${name}}}`)
    else if ((found.items !== undefined) !== (is === 'open')) throw new Refusal('template_loop', { name })
    if (is === 'open') scopes.push({ name, known: found?.items ?? [] })
  }
  const open = scopes[scopes.length - 1]?.name
  if (open) throw new Refusal('template_loop', { name: open })
  if (unknown.size > 0) throw new Refusal('template_unknown', { names: [...unknown] })
}

function knownIn(scopes: readonly Scope[], name: string): Placeholder | undefined {
  for (const { known } of [...scopes].reverse()) {
    const found = known.find((placeholder) => placeholder.name === name)
    if (found) return found
  }
  return undefined
}
