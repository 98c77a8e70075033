/** A half-open range `[start, end)` of UTF-16 offsets, as JavaScript strings count. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** Where a cell stands: the table's ordinal in the document, and its row and column, all from 0. */
export interface TablePlace {
  readonly table: number
  readonly row: number
  readonly column: number
  /** The sheet's name, for a workbook. */
  readonly sheet?: string
  /** True on the copies that a merged cell leaves in the places it covers. */
  readonly spread?: boolean
}

export type LineKind = 'paragraph' | 'cell' | 'heading'

/**
 * One line of a document as the parser sees it.
 * `start` and `end` are offsets into `SourceText.text` (the repaired text); cells of one row may share a line there.
 */
export interface SourceLine extends Span {
  readonly index: number
  readonly text: string
  readonly kind: LineKind
  readonly table?: TablePlace
  /** The numbering in front, as written: `一、`, `（二）`, `3.`, `（1）`, `①`. */
  readonly label?: string
}

/** How many places each kind of damage was repaired in. */
export interface RepairCounts {
  readonly traditional: number
  readonly pinyin: number
  readonly punctuation: number
}

/** Signs that the repair took out: they stood at `receivedStart..receivedEnd` and would stand at `at` in the repaired text. */
export interface Removal {
  readonly at: number
  readonly receivedStart: number
  readonly receivedEnd: number
  readonly kind: 'pinyin' | 'punctuation' | 'lineBreak' | 'markup'
}

/** What a reader has to say about a file that it could read all the same. */
export type SourceNotice =
  | 'mojibake'
  | 'tracked_changes_accepted'
  | 'footnotes_dropped'
  | 'hidden_rows_read'
  | 'hidden_columns_read'
  | 'hidden_sheets_skipped'
  | 'formula_without_value'
  | 'text_cut'
  | 'pages_without_text'
  | 'hidden_text_dropped'

/** A document ready for the parser: what was received, what it reads like once repaired, and its lines. */
export interface SourceText {
  /** The text as received; nothing in it was changed. */
  readonly receivedText: string
  /** The repaired text. Every span of lines and drafts is an offset into this one. */
  readonly text: string
  readonly lines: readonly SourceLine[]
  readonly repairs: RepairCounts
  /** Ordered by `at`. With these, `receivedSpan` leads from the repaired text back to the received one. */
  readonly removals: readonly Removal[]
  readonly notices: readonly SourceNotice[]
}

/** A line as a reader of files hands it over; offsets into `ReceivedText.text`. */
export interface ReceivedLine extends Span {
  readonly kind: LineKind
  readonly table?: TablePlace
}

/** What a reader of files (txt, html, docx, xlsx) gives: text and, where it knows them, the lines in it. */
export interface ReceivedText {
  readonly text: string
  /** Absent where the text's own line breaks are all there is. */
  readonly lines?: readonly ReceivedLine[]
  readonly notices: readonly SourceNotice[]
}
