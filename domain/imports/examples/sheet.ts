import type { ReceivedLine, ReceivedText } from '../source.ts'
import type { LedgerSheet, Merge } from './ledgerLayout.ts'

/** Sheets as a reader of files hands them over: one table a sheet, merged cells in every place they cover. */
export function sheetsAs(sheets: readonly Pick<LedgerSheet, 'rows' | 'merges' | 'name'>[]): ReceivedText {
  let text = ''
  const lines: ReceivedLine[] = []
  for (const [table, { name, rows, merges }] of sheets.entries()) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, words] of cells.entries()) {
        const span = { start: text.length, end: text.length + words.length }
        text += `${words}\t`
        if (words === '') continue
        const [, , tall = 1, wide = 1] = merges.find((merge) => merge[0] === row && merge[1] === column) ?? []
        for (let r = 0; r < tall; r++) {
          for (let c = 0; c < wide; c++) {
            const covered = r + c > 0 ? { spread: true } : {}
            const place = { table, row: row + r, column: column + c, sheet: name, ...covered }
            lines.push({ ...span, kind: 'cell', table: place })
          }
        }
      }
      text += '\n'
    }
  }
  return { text, lines, notices: [] }
}

/** One sheet, merges as `row, column, rows, columns`. */
export const sheetAs = (rows: string[][], merges: Merge[] = []): ReceivedText =>
  sheetsAs([{ name: '表1', rows, merges }])
