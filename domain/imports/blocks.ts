import type { LineKind, Span } from './source.ts'

/** A line as the source is shown: a paragraph, a heading, or a cell with its place in a table. */
export type ShownLine = Span & { kind: LineKind; table: { table: number; row: number } | null }
/** A paragraph, or a row of a table with its cells. */
export type Block = { start: number; end: number; kind: 'paragraph' | 'heading' | 'row'; cells: Span[] }

/** Characters of a source that are shown at a time; a page begins at each multiple of it. */
export const SOURCE_PAGE = 3000

/** The lines as they are set: cells of one table row together, everything else by itself. */
export function blocksOf(lines: readonly ShownLine[]): Block[] {
  const blocks: Block[] = []
  let row = ''
  for (const { start, end, kind, table } of lines) {
    const key = table ? `${table.table}/${table.row}` : ''
    const last = blocks[blocks.length - 1]
    if (table && key === row && last) {
      last.cells.push({ start, end })
      last.end = Math.max(last.end, end)
    } else if (table) blocks.push({ start, end, kind: 'row', cells: [{ start, end }] })
    else blocks.push({ start, end, kind: kind === 'heading' ? 'heading' : 'paragraph', cells: [] })
    row = key
  }
  return blocks
}

/** The blocks that begin on a page, counted from 0; a long one runs on past the page's end. */
export const blocksOn = (blocks: readonly Block[], page: number): Block[] =>
  blocks.filter(({ start }) => Math.floor(start / SOURCE_PAGE) === page)
