import type { TaskKind } from '../tasks/task.ts'
import type { Span } from './source.ts'

/** The cells of a draft that a person can look at, doubt and correct. */
export type DraftField =
  | 'text'
  | 'lead'
  | 'supporting'
  | 'leaders'
  | 'deadline'
  | 'milestones'
  | 'kind'
  | 'target'
  | 'evidence'
  | 'code'

/**
 * Why a cell waits for a person. PRODUCT.md, rule 2: one lead unit, one named person, one date.
 * - `several_leads`: more than one body leads; `choices` are their names
 * - `no_lead`: nobody is named
 * - `collective_lead`: a collective name leads (各镇（街道）), which is not one unit
 * - `no_date`: no time at all; `vague_date`: a time that is no day (汛前, 尽快), `facts.text`
 * - `several_dates`: stages, the last one taken; `choices` are ISO dates
 * - `no_measure`: no number, document, place or other thing to check
 * - `vague_verb`: only 加强, 推进, 深化 …; `facts.verb`
 * - `two_tasks`: the sentence holds two results; `choices` are the two
 * - `unknown_unit`: a name that matches none of the organization's units, `facts.name` (added once units are known)
 * - `several_units`: a name that matches more than one, `facts.name`, `choices` are unit ids
 * - `similar_task`: a task like it exists, `facts.taskId`, `facts.score` (added once tasks are known)
 * - `same_in_document`: the document says it twice, `facts.index`
 * - `year_assumed`: the document names no year; `facts.year` is the plan year
 * - `unread_cell`: a table cell that no rule could read, `facts.text`
 */
type DoubtCode =
  | 'several_leads'
  | 'no_lead'
  | 'collective_lead'
  | 'no_date'
  | 'vague_date'
  | 'several_dates'
  | 'no_measure'
  | 'vague_verb'
  | 'two_tasks'
  | 'unknown_unit'
  | 'several_units'
  | 'similar_task'
  | 'same_in_document'
  | 'year_assumed'
  | 'unread_cell'

export interface Doubt {
  readonly field: DraftField
  readonly code: DoubtCode
  readonly choices?: readonly string[]
  readonly facts: Readonly<Record<string, string | number>>
}

/** The rules that can have read a cell; the review page says it in words. */
export type ReadRule =
  | 'sentence'
  | 'label_line'
  | 'bracket_label'
  | 'bracket_led_by'
  | 'bracket_flat_list'
  | 'running_text'
  | 'together_with'
  | 'table_column'
  | 'table_column_above'
  | 'stated_for_several'
  | 'date_in_sentence'
  | 'date_in_bracket'
  | 'date_label'
  | 'number_with_unit'
  | 'stages'
  | 'turns'
  | 'section_heading'

/** Which words gave a cell (they stand in `SourceText.text`) and which rule read them. */
export interface ReadFrom extends Span {
  readonly rule: ReadRule
  /** The words themselves in one line, at most `MOST_WORDS` of them. */
  readonly words: string
}

/** Characters of the words behind a cell that are shown. */
export const MOST_WORDS = 80

export interface DraftMilestone {
  readonly title: string
  /** ISO date, or null where the words name no day. */
  readonly dueOn: string | null
  readonly text: string
}

export interface DraftTarget {
  readonly value: number
  readonly unit: string
  /** As written: 增长8%左右, 不少于20场. */
  readonly text: string
}

/** A task as read from a document, before anybody confirmed it. Names of units and people are as written. */
export interface Draft {
  /** One short sentence that names the result. */
  readonly title: string
  /** The task's full wording, without the responsibility bracket. */
  readonly text: string
  /** Headings above it, outermost first, as written. */
  readonly sectionPath: readonly string[]
  readonly lead: readonly string[]
  readonly supporting: readonly string[]
  readonly leaders: readonly string[]
  /** The named person, where a ledger has such a column. */
  readonly assignees: readonly string[]
  /** ISO date; null where none is named, where it is ongoing, or where the words are no day. */
  readonly deadline: string | null
  /** The time's words, also where they gave no day. */
  readonly deadlineText: string | null
  /** 持续推进, 长期坚持, 每月 …: no end. */
  readonly ongoing: boolean
  readonly milestones: readonly DraftMilestone[]
  readonly kind: TaskKind
  readonly target: DraftTarget | null
  readonly evidence: string | null
  /** A task code found in a ledger's row (26-工-017): the row updates that task instead of making a new one. */
  readonly code: string | null
  /** Progress text and remark of a ledger row, kept for the person who reviews; never turned into a report. */
  readonly progressText: string | null
  /** The pillar or category a ledger row names. */
  readonly pillar: string | null
  /** Where it stands in `SourceText.text`. */
  readonly source: Span
  /** An officer made it of words that the reader had left; absent for what was read. */
  readonly byHand?: boolean
  readonly doubts: readonly Doubt[]
  readonly read: Readonly<Partial<Record<DraftField | 'pillar' | 'assignee', ReadFrom>>>
}

export type DocumentKind = 'breakdown' | 'plan' | 'minutes' | 'news' | 'table' | 'none'

/** What a meeting's news says besides tasks. */
export interface MeetingNews {
  /** ISO date of the meeting. */
  readonly meetingOn: string | null
  /** Who met, as written. */
  readonly participants: readonly string[]
  /** Named pillars of work, such as a quoted list of parallel phrases. */
  readonly pillars: readonly string[]
  /** Figures with their names: 第一季度任务完成率, 81, 81%. */
  readonly figures: readonly { readonly name: string; readonly value: number; readonly text: string }[]
}

export interface DraftedDocument {
  readonly title: string | null
  readonly issuer: string | null
  /** 清政办发〔2026〕6号 */
  readonly number: string | null
  /** ISO date of the document itself. */
  readonly date: string | null
  readonly kind: DocumentKind
  readonly drafts: readonly Draft[]
  readonly news?: MeetingNews
}
