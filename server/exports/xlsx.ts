import { Writable } from 'node:stream'
import type { WorkbookWriter } from '@cj-tech-master/excelts'
import { printable } from './printable.ts'

/** A table for a workbook, in plain words; this file alone knows the library that writes it. */
type SheetColumn = { heading: string; /** In characters. */ width: number; kind: 'text' | 'day' | 'number' }
/** Days as ISO dates; null is an empty cell. */
export type SheetCell = string | number | null
export type Sheet = { name: string; title: string; columns: readonly SheetColumn[]; rows: readonly SheetCell[][] }

const TEXT_FORMAT = '@'
const A4 = 9
const HEAD_ROWS = 2
/** Characters that a cell of Excel holds. */
const MOST_IN_CELL = 32_767
const FORBIDDEN_IN_NAME = /[\\/?*[\]:]/g

/**
 * Writes a workbook that Excel and WPS open, each sheet with a title, headings that stay on screen and are repeated on
 * paper (A4 landscape, as wide as the page). Text is only ever text: it is written as a string and its cell is a text
 * cell, so that what begins with = + - or @ is not worked out, not even after somebody edits it. Rows leave as they are
 * written, so that a workbook is never held whole as objects. Thousands are seconds of work: lists are written by
 * `openSheetWriter`.
 */
export async function writeXlsx(...sheets: readonly Sheet[]): Promise<Uint8Array> {
  const { WorkbookWriter } = await import('@cj-tech-master/excelts') // a quarter of a second that starting does not wait for
  const parts: Uint8Array[] = []
  const stream = new Writable({
    write(part: Uint8Array, _encoding, done) {
      parts.push(part)
      done()
    },
  })
  const workbook = new WorkbookWriter({ stream, useStyles: true, useSharedStrings: false })
  for (const sheet of sheets) addSheet(workbook, sheet)
  await workbook.commit()
  return new Uint8Array(Buffer.concat(parts))
}

function addSheet(workbook: WorkbookWriter, sheet: Sheet): void {
  const page = workbook.addWorksheet(sheet.name.replace(FORBIDDEN_IN_NAME, ' ').trim().slice(0, 31), {
    views: [{ state: 'frozen', xSplit: 0, ySplit: HEAD_ROWS }],
    pageSetup: {
      paperSize: A4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `1:${HEAD_ROWS}`,
    },
  })
  // Set before the rows: each new cell takes its column's format.
  sheet.columns.forEach(({ width, kind }, index) => {
    const column = page.getColumn(index + 1)
    column.width = width
    column.alignment = { vertical: 'top', wrapText: kind === 'text' }
    if (kind !== 'number') column.numFmt = TEXT_FORMAT
  })
  const title = page.addRow([sheet.title])
  title.font = { bold: true, size: 14 }
  title.getCell(1).alignment = { wrapText: false }
  title.commit()
  const head = page.addRow(sheet.columns.map(({ heading }) => heading))
  head.font = { bold: true }
  head.alignment = { vertical: 'middle', wrapText: true }
  head.commit()
  for (const cells of sheet.rows) page.addRow(cells.map(plain)).commit()
  page.commit()
}

const plain = (value: SheetCell): SheetCell =>
  typeof value === 'string' ? printable(value).slice(0, MOST_IN_CELL) : value
