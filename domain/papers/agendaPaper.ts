import type { AgendaSection } from '../meetings/agenda.ts'
import { issuerOf, listed, meetingName, meetingTime, type PaperMeeting, timeAfter } from './meetingPaper.ts'
import type { Paper } from './paper.ts'

/** What the agenda of a meeting says, in the office's order. */
export type AgendaFacts = {
  meeting: PaperMeeting
  plannedMinutes: number
  units: readonly string[]
  observers: readonly string[]
  /** Asked for leave beforehand. */
  leave: readonly string[]
  /** `unit` is null for a point that is nobody's turn; `minutes` 0 is in writing. */
  items: readonly { section: AgendaSection; title: string; unit: string | null; minutes: number }[]
  printedOn: string
}

/** A turn with its place and the time it is planned to begin. */
export type AgendaLine = { number: number; section: string; title: string; unit: string; minutes: number; at: string }

const SECTIONS: Record<AgendaSection, string> = {
  rulings: '上次会议议定事项',
  red: '红灯任务单位汇报',
  asks: '需要协调的单位汇报',
  highlights: '亮点交流',
  written: '书面汇报',
  own: '其他议题',
}

/** What is spoken to, in order, each with the time it begins. */
export function agendaLines({ items, meeting }: Pick<AgendaFacts, 'items' | 'meeting'>): AgendaLine[] {
  let passed = 0
  return items
    .filter(({ minutes }) => minutes > 0)
    .map(({ section, title, unit, minutes }, index) => {
      const at = timeAfter(meeting.startsAt, passed)
      passed += minutes
      return { number: index + 1, section: SECTIONS[section], title, unit: unit ?? '', minutes, at }
    })
}

/** Who reports in writing only. */
export const writtenUnits = ({ items }: Pick<AgendaFacts, 'items'>): string[] =>
  items.filter(({ minutes }) => minutes === 0).map(({ unit, title }) => unit ?? title)

/** The agenda as a paper for the table (DOMAIN d.2: 会议议程). */
export function agendaPaper(facts: AgendaFacts): Paper {
  const { meeting, plannedMinutes, units, observers, leave, printedOn } = facts
  const written = writtenUnits(facts)
  return {
    head: null,
    blocks: [
      { kind: 'title', text: `${meetingName(meeting)}议程` },
      {
        kind: 'table',
        rows: [
          ['时间', `${meetingTime(meeting)}，计划${plannedMinutes}分钟`],
          ['地点', meeting.place || '另行通知'],
          ['主持', meeting.chair || '待定'],
          ['参会单位', listed(units)],
          ...(observers.length > 0 ? [['列席', listed(observers)] as const] : []),
          ...(leave.length > 0 ? [['请假', listed(leave)] as const] : []),
        ],
      },
      { kind: 'heading', level: 1, text: '一、会议议程' },
      {
        kind: 'grid',
        size: 12,
        columns: [
          { head: '序号', width: 2.5, align: 'center' },
          { head: '起始', width: 3.5, align: 'center' },
          { head: '环节', width: 5.5 },
          { head: '内容', width: 8.5 },
          { head: '汇报单位', width: 5.5 },
          { head: '分钟', width: 2.5, align: 'center' },
        ],
        rows: agendaLines(facts).map(({ number, section, title, unit, minutes, at }) => [
          String(number),
          at,
          section,
          title === unit ? '年度任务推进情况' : title,
          unit || meeting.chair,
          String(minutes),
        ]),
      },
      ...(written.length > 0
        ? [
            { kind: 'heading' as const, level: 1 as const, text: '二、书面汇报单位' },
            { kind: 'paragraph' as const, text: `${listed(written)}。` },
          ]
        : []),
      { kind: 'signature', office: issuerOf(meeting), on: printedOn },
    ],
    foot: null,
  }
}
