import type { Draft, DraftedDocument } from '../draft.ts'
import { draftDocument, type DraftOptions } from '../draftDocument.ts'
import { toSourceText } from '../lines.ts'

/** An invented document and the rows that a careful officer would draft from it. */
export interface Example {
  readonly name: string
  readonly text: string
  /** `words of the task | lead | supporting | leaders | date`; ∞ is without end, - no time at all. */
  readonly rows: readonly string[]
}

/** Reads a pasted text as it stands, with nothing traditional in it. */
export const read = (text: string, options: DraftOptions = {}): DraftedDocument =>
  draftDocument(
    toSourceText({ text, notices: [] }, (char) => char),
    options,
  )

const bare = (words: string) => words.replace(/[\s\p{P}]/gu, '')

/** The rows of a document as an example writes them; a task whose text holds the example's words counts as those. */
export const rowsAs = ({ text, rows }: Example): string[] => rowsOf(read(text, { planYear: 2026 }).drafts, rows)

/** Drafts as rows of an example, held against those that are wanted. */
export function rowsOf(drafts: readonly Draft[], rows: readonly string[]): string[] {
  return drafts.map((draft, at) => {
    const wanted = rows[at]?.split(' | ')[0] ?? ''
    const holds = wanted !== '' && bare(draft.text).includes(bare(wanted))
    return [
      holds ? wanted : draft.text,
      draft.lead.join('、'),
      draft.supporting.join('、'),
      draft.leaders.join('、'),
      draft.deadline ?? (draft.ongoing ? '∞' : (draft.deadlineText ?? '-')),
    ].join(' | ')
  })
}
