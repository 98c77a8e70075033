import type { ReceivedText } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'
import { withoutFurniture } from './pdf/furniture.ts'
import { readPages } from './pdf/open.ts'
import { type Line, linesOf, type PdfPage, type Placed } from './pdf/page.ts'
import { blocksOf, columnsOf, joinWords, type Measure, measureOf, type PdfBlock } from './pdf/paragraphs.ts'
import { type PdfTable, tablesOf, unruledRows, withNextPage } from './pdf/tables.ts'
import { ReceivedWriter } from './received.ts'

type Block = PdfBlock | { readonly kind: 'table'; readonly table: PdfTable; readonly top: number }

/** Fewer signs than this on a whole document are a stamp or a page number, not a text. */
const FEWEST_SIGNS = 12

const signsOf = (words: readonly Placed[]) => words.reduce((sum, { text }) => sum + text.trim().length, 0)

/**
 * Reads a PDF with a text layer: columns in their order, what repeats on every page left out, lines joined into
 * paragraphs also over a page's end, tables by the lines drawn or, without any, by where words stand.
 * Refusals: `file_pdf_scan` where there is no text layer, `file_encrypted`, `file_broken`.
 */
export async function readPdf(bytes: Uint8Array): Promise<ReceivedText> {
  const read = await readPages(bytes)
  if (read.reduce((sum, { words }) => sum + signsOf(words), 0) < FEWEST_SIGNS)
    throw new Refusal('file_pdf_scan', { pages: read.length })
  const pages = withoutFurniture(read)
  const writer = new ReceivedWriter()
  if (read.some(({ words }) => words.length === 0)) writer.notice('pages_without_text')
  const measure = measureOf(pages.flatMap(({ words }) => linesOf(words)))
  for (const block of wholeBlocks(pages.map((page) => blocksOfPage(page, measure)))) write(block, writer)
  return writer.done()
}

function blocksOfPage(page: PdfPage, measure: Measure): Block[] {
  const { tables, rest } = tablesOf(page)
  const columns = tables.length === 0 ? columnsOf(rest, page.width) : null
  if (columns) return columns.flatMap((words) => inColumn(linesOf(words), columnMeasure(words, measure)))
  const blocks: Block[] = []
  let lines = linesOf(rest)
  for (const table of tables) {
    blocks.push(
      ...inColumn(
        lines.filter(({ bottom }) => bottom <= table.top),
        measure,
      ),
    )
    blocks.push({ kind: 'table', table, top: table.top })
    lines = lines.filter(({ bottom }) => bottom > table.top)
  }
  return [...blocks, ...inColumn(lines, measure)]
}

const columnMeasure = (words: readonly Placed[], page: Measure): Measure => ({
  left: Math.min(...words.map(({ left }) => left)),
  right: Math.max(...words.map(({ right }) => right)),
  size: page.size,
})

const inColumn = (lines: readonly Line[], measure: Measure): PdfBlock[] =>
  blocksOf(lines, measure, (at) => unruledRows(lines, at))

/** The pages' blocks in one row, with what a page's end had cut put together again. */
function wholeBlocks(pages: readonly (readonly Block[])[]): Block[] {
  const blocks: Block[] = []
  for (const page of pages) {
    for (const [at, block] of page.entries()) {
      const last = at === 0 ? blocks.at(-1) : undefined
      const whole = last && acrossPages(last, block)
      if (whole) blocks[blocks.length - 1] = whole
      else blocks.push(block)
    }
  }
  return blocks
}

const ENDS = /[。！？；：!?;:]$/

function acrossPages(last: Block, next: Block): Block | null {
  if (last.kind === 'table' && next.kind === 'table') {
    const table = withNextPage(last.table, next.table)
    return table && { ...last, table }
  }
  if (last.kind !== 'paragraph' || next.kind !== 'paragraph' || !last.open || ENDS.test(last.text)) return null
  return next.flush ? { ...next, top: last.top, text: joinWords(last.text, next.text) } : null
}

function write(block: Block, writer: ReceivedWriter): void {
  if (block.kind === 'paragraph') writer.paragraph(block.text)
  else if (block.kind === 'table') writer.table(block.table.cells)
  else
    writer.table(
      block.rows.flatMap(({ parts }, row) =>
        parts.map(({ text }, column) => ({ text, row, column, rowSpan: 1, columnSpan: 1 })),
      ),
    )
}
