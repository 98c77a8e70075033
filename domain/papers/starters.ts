import type { MeetingPaperKind } from './meetingPaper.ts'
import type { Paper, PaperBlock } from './paper.ts'

const title = (text: string): PaperBlock => ({ kind: 'title', text })
const text = (words: string): PaperBlock => ({ kind: 'paragraph', text: words })
const heading = (words: string): PaperBlock => ({ kind: 'heading', level: 1, text: words })

const BLOCKS: Record<MeetingPaperKind, readonly PaperBlock[]> = {
  agenda: [
    title('{{meeting.name}}议程'),
    text('时间：{{meeting.time}}，计划{{meeting.minutes}}分钟'),
    text('地点：{{meeting.place}}'),
    text('主持：{{meeting.chair}}'),
    text('参会单位：{{people.units}}'),
    text('列席：{{people.observers}}'),
    text('请假：{{people.leave}}'),
    heading('议程'),
    text(
      '{{#items}}{{item.number}}. {{item.at}}　{{item.section}}：{{item.title}}　{{item.unit}}（{{item.minutes}}分钟）',
    ),
    text('{{/items}}书面汇报：{{agenda.written}}'),
    text('{{office.name}}　{{paper.date}}'),
  ],
  brief: [
    title('{{meeting.name}}简报'),
    text('{{brief.measured}}'),
    heading('{{#units}}{{unit.fullName}}'),
    text(
      '主要负责人：{{unit.heads}}　分管领导：{{unit.leaders}}　任务{{unit.taskCount}}项，红{{unit.red}}、黄{{unit.yellow}}。{{unit.withheld}}',
    ),
    text('{{#rates}}{{rate.name}}：{{rate.words}}　{{/rates}}'),
    text('{{#tasks}}【{{task.light}}】{{task.title}}（{{task.code}}），{{task.due}}。{{task.reason}}'),
    text(
      '{{/tasks}}{{#difficulties}}困难：{{difficulty.title}}。请{{difficulty.counterpart}}于{{difficulty.wanted}}前：' +
        '{{difficulty.ask}}。{{difficulty.standing}}',
    ),
    text('{{/difficulties}}{{#lastRulings}}议定：{{ruling.sentence}}（{{ruling.due}}，{{ruling.standing}}）'),
    text('{{/lastRulings}}{{#dueNext}}下步到期：{{due.date}}　{{due.title}}（{{due.code}}）'),
    text('{{/dueNext}}{{#suggestions}}建议：{{suggestion.words}}'),
    text('{{/suggestions}}{{#highlights}}亮点做法：{{highlight.title}}'),
    text('{{/highlights}}{{#early}}提前完成：{{early.title}}（{{early.code}}）'),
    text('{{/early}}{{/units}}'),
  ],
  minutes: [
    title('{{meeting.name}}纪要'),
    text('{{minutes.opening}}'),
    heading('一、关于上次会议议定事项'),
    text('{{minutes.last}}'),
    heading('二、关于本次会议议定事项'),
    { kind: 'heading', level: 2, text: '{{#rulings}}（{{ruling.order}}）{{ruling.heading}}' },
    text('{{ruling.text}}'),
    text('{{/rulings}}'),
    { kind: 'people', label: '出席', names: ['{{people.present}}'] },
    { kind: 'people', label: '列席', names: ['{{people.observers}}'] },
    { kind: 'people', label: '请假', names: ['{{people.leave}}'] },
  ],
  asks: [
    text('{{#units}}'),
    title('{{meeting.name}}议定事项交办清单'),
    { kind: 'addressee', text: '{{unit.name}}' },
    text('会议议定由你单位承办的事项共{{unit.count}}项，请按时限办理。'),
    {
      kind: 'grid',
      size: 12,
      columns: [
        { head: '序号', width: 3, align: 'center' },
        { head: '事项', width: 15 },
        { head: '承担', width: 4, align: 'center' },
        { head: '时限', width: 6 },
      ],
      rows: [['{{#asks}}{{ask.order}}', '{{ask.words}}', '{{ask.role}}', '{{ask.due}}{{/asks}}']],
    },
    text('{{office.name}}　{{paper.date}}'),
    text('{{/units}}'),
  ],
}

/** A template to begin one's own with: the built-in paper's measures and fonts, with placeholders in their places. */
export const starterPaper = (kind: MeetingPaperKind): Paper => ({
  head: kind === 'minutes' ? { mark: '{{organization.name}}联席会议纪要', number: '{{minutes.number}}' } : null,
  blocks: BLOCKS[kind],
  foot: null,
})
