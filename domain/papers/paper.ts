/** A piece of an official paper, in words; how it looks is the standard's affair. */
export type PaperBlock =
  | { kind: 'title'; text: string; mark?: string }
  /** 主送机关: at the left edge, with a colon behind. */
  | { kind: 'addressee'; text: string }
  /** 一、 / （一） / 1. / （1）, written as they are. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  /** 附件 over an annex: black type at the left edge. */
  | { kind: 'annex'; text: string }
  | { kind: 'paragraph'; text: string }
  /** Label and content side by side; a label of a slip that is filled by hand has none. */
  | { kind: 'table'; rows: readonly (readonly [label: string, content: string])[] }
  /** Facts side by side under a head row; `size` in points. */
  | { kind: 'grid'; size: TableSize; columns: readonly GridColumn[]; rows: readonly (readonly string[])[] }
  /** What a grid is about, in its own size: a heading of a page that must hold much. */
  | { kind: 'caption'; text: string }
  /** A line of facts in a table's size, such as what a figure was measured on. */
  | { kind: 'note'; text: string }
  /** 出席, 请假, 列席: the label in black type, names hanging behind its colon, none torn between two lines. */
  | { kind: 'people'; label: string; names: readonly string[] }
  /** A page of its own in front of a book. */
  | { kind: 'cover'; titles: readonly string[]; lines: readonly string[] }
  /** What a book holds: each entry leads to the title with its mark and names the page it stands on. */
  | { kind: 'contents'; title: string; entries: readonly { mark: string; text: string; note: string }[] }
  | { kind: 'pageBreak' }
  /** 附件, one line each. */
  | { kind: 'attachments'; names: readonly string[] }
  /** 署名 and 成文日期 (ISO date). */
  | { kind: 'signature'; office: string; on: string }

/** Points of the type in a table: 小四, or 五号 where a page must hold much. */
export type TableSize = 12 | 10.5
/** A column of a grid; `width` in characters of the body, 28 to a line. */
export type GridColumn = { head: string; width: number; align?: 'center' | 'left' }

/** An official paper: its head, its pieces in order, and whom it is copied to. */
export type Paper = {
  /**
   * 发文机关标志 over the red line, and the number under it, such as `清督〔2026〕5号`; null while it has none. Papers
   * that are not sent out under a mark have no head.
   */
  head: { mark: string; number: string | null } | null
  blocks: readonly PaperBlock[]
  /** 抄送 and 印发, at the foot of the last page; null for a paper of the house. */
  foot: { copyTo: readonly string[]; printedBy: string; printedOn: string } | null
}
