/** A piece of an official paper, in words; how it looks is the standard's affair. */
export type PaperBlock =
  | { kind: 'title'; text: string }
  /** 主送机关: at the left edge, with a colon behind. */
  | { kind: 'addressee'; text: string }
  /** 一、 / （一） / 1. / （1）, written as they are. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; text: string }
  | { kind: 'paragraph'; text: string }
  /** Label and content side by side; a label of a slip that is filled by hand has none. */
  | { kind: 'table'; rows: readonly (readonly [label: string, content: string])[] }
  /** 附件, one line each. */
  | { kind: 'attachments'; names: readonly string[] }
  /** 署名 and 成文日期 (ISO date). */
  | { kind: 'signature'; office: string; on: string }

/** An official paper: its head, its pieces in order, and whom it is copied to. */
export type Paper = {
  /** 发文机关标志 over the red line, and the number under it, such as `清督〔2026〕5号`; null while it has none. */
  head: { mark: string; number: string | null }
  blocks: readonly PaperBlock[]
  /** 抄送 and 印发, at the foot of the last page. */
  foot: { copyTo: readonly string[]; printedBy: string; printedOn: string }
}
