import type { Day } from '../calendar/calendar.ts'
import { issuerOf, meetingName, type PaperMeeting } from './meetingPaper.ts'
import type { Paper, PaperBlock } from './paper.ts'
import { paperDay } from './standard.ts'

/** What a meeting asks of units: what each leads and what it delivers to others, by date. */
export type AsksFacts = {
  meeting: PaperMeeting
  /** Of the issued minutes; null before. */
  minutesNumber: string | null
  units: readonly {
    id: string
    name: string
    asks: readonly { number: number; role: 'lead' | 'support'; words: string; dueOn: Day }[]
  }[]
  printedOn: Day
}

export const ROLE_WORDS = { lead: '牵头', support: '配合' } as const

/** The lists of asks, each unit's on a page of its own, with the slip it answers on. */
export function asksPaper(facts: AsksFacts): Paper {
  return {
    head: null,
    blocks: facts.units.flatMap((unit, index) => [
      ...(index === 0 ? [] : [{ kind: 'pageBreak' as const }]),
      ...unitBlocks(facts, unit),
    ]),
    foot: null,
  }
}

function unitBlocks(
  { meeting, minutesNumber, printedOn }: AsksFacts,
  { name, asks }: AsksFacts['units'][number],
): PaperBlock[] {
  const minutes = minutesNumber === null ? '' : `（纪要${minutesNumber}）`
  const leadCount = asks.filter(({ role }) => role === 'lead').length
  return [
    { kind: 'title', text: `${meetingName(meeting)}议定事项交办清单` },
    { kind: 'addressee', text: name },
    {
      kind: 'paragraph',
      text:
        `${paperDay(meeting.heldOn)}召开的${meetingName(meeting)}${minutes}议定由你单位承办的事项共${asks.length}项，` +
        `其中牵头${leadCount}项、配合${asks.length - leadCount}项。请按时限办理，到期前在系统中报送进展和佐证材料。`,
    },
    {
      kind: 'grid',
      size: 12,
      columns: [
        { head: '序号', width: 2.5, align: 'center' },
        { head: '议定', width: 3, align: 'center' },
        { head: '事项', width: 9.5 },
        { head: '承担', width: 2.5, align: 'center' },
        { head: '时限', width: 7 },
        { head: '责任人', width: 3.5 },
      ],
      rows: asks.map(({ number, role, words, dueOn }, index) => [
        String(index + 1),
        `第${number}项`,
        words,
        ROLE_WORDS[role],
        paperDay(dueOn),
        '',
      ]),
    },
    { kind: 'signature', office: issuerOf(meeting), on: printedOn },
  ]
}
