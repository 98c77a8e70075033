import { EVERY_ROWS, type TellProgress } from '#domain/imports/progress.ts'
import type { ReceivedText } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'
import { formatsOf, shownNumber } from './readXlsx.formats.ts'
import { type PlacedCell, ReceivedWriter } from './received.ts'
import { walkXml } from './xml.ts'
import type { ZipFile } from './zip.ts'

interface SheetEntry {
  readonly name: string
  readonly path: string
  readonly hidden: boolean
}

interface CellFound {
  readonly row: number
  readonly column: number
  readonly text: string
}

/** One sheet as it reads: cells with words, merges, what was hidden. Rows and columns from 0. */
interface SheetRead {
  readonly name: string
  readonly hidden: boolean
  readonly cells: readonly CellFound[]
  readonly merges: readonly PlacedCell[]
  readonly hiddenRows: number
  readonly hiddenColumns: number
  readonly valueMissing: boolean
}

const MOST_CELLS = 1_000_000

/** `BC12` → column 54, row 11. */
function placeOf(reference: string): { row: number; column: number } | null {
  const found = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference)
  if (!found) return null
  let column = 0
  for (const char of found[1] ?? '') column = column * 26 + char.charCodeAt(0) - 64
  return { column: column - 1, row: Number(found[2]) - 1 }
}

function readShared(xml: string | null): string[] {
  const strings: string[] = []
  if (xml === null) return strings
  let text = ''
  let inText = false
  let phonetic = 0
  walkXml(xml, {
    open: (name) => {
      if (name === 'si') text = ''
      else if (name === 'rPh') phonetic++
      else if (name === 't') inText = true
    },
    close: (name) => {
      if (name === 'si') strings.push(text)
      else if (name === 'rPh') phonetic--
      else if (name === 't') inText = false
    },
    text: (piece) => {
      if (inText && phonetic === 0) text += piece
    },
  })
  return strings
}

function readWorkbook(zip: ZipFile): { sheets: SheetEntry[]; from1904: boolean } {
  const workbook = zip.text('xl/workbook.xml')
  if (workbook === null) throw new Refusal('file_broken')
  const targets = new Map<string, string>()
  walkXml(zip.text('xl/_rels/workbook.xml.rels') ?? '<none/>', {
    open: (name, attributes) => {
      if (name === 'Relationship') targets.set(attributes['Id'] ?? '', attributes['Target'] ?? '')
    },
  })
  const sheets: SheetEntry[] = []
  let from1904 = false
  walkXml(workbook, {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = attributes['date1904'] === '1' || attributes['date1904'] === 'true'
      if (name !== 'sheet') return
      const target = targets.get(attributes['id'] ?? '') ?? `worksheets/sheet${sheets.length + 1}.xml`
      const path = target.startsWith('/') ? target.slice(1) : `xl/${target}`
      sheets.push({ name: attributes['name'] ?? '', path, hidden: (attributes['state'] ?? 'visible') !== 'visible' })
    },
  })
  return { sheets, from1904 }
}

/** Reads every sheet of a workbook. Throws `file_broken`, `file_zip_bomb`. */
function readSheets(zip: ZipFile, tell: TellProgress): SheetRead[] {
  const { sheets, from1904 } = readWorkbook(zip)
  const strings = readShared(zip.text('xl/sharedStrings.xml'))
  const formats = formatsOf(zip.text('xl/styles.xml'))
  let rows = 0
  const atRow = () => {
    if (rows++ % EVERY_ROWS === 0) tell({ step: 'opening', rows, of: null })
  }
  return sheets.flatMap((sheet) => {
    const xml = zip.text(sheet.path)
    return xml === null
      ? []
      : [
          readSheet(xml, sheet, {
            strings,
            shown: (value, style) => shownNumber(value, formats[style] ?? '', from1904),
            atRow,
          }),
        ]
  })
}

/** What all sheets of a workbook share, and whom to tell of each row. */
interface Workbook {
  readonly strings: readonly string[]
  readonly shown: (value: string, style: number) => string
  readonly atRow: () => void
}

function readSheet(xml: string, sheet: SheetEntry, { strings, shown, atRow }: Workbook): SheetRead {
  const cells: CellFound[] = []
  const merges: PlacedCell[] = []
  let hiddenRows = 0
  let hiddenColumns = 0
  let valueMissing = false
  let row = -1
  let column = -1
  let type = 'n'
  let style = 0
  let value = ''
  let inValue = false
  let formula = false
  const finish = () => {
    const text =
      type === 's'
        ? (strings[Number(value)] ?? '')
        : type === 'n'
          ? shown(value, style)
          : type === 'b'
            ? value === '1'
              ? '是'
              : '否'
            : type === 'e'
              ? ''
              : value
    if (formula && value === '') valueMissing = true
    if (text.trim() === '') return
    if (cells.length >= MOST_CELLS) throw new Refusal('file_zip_bomb')
    cells.push({ row, column, text: text.replace(/\r\n?/g, '\n').replaceAll('_x000D_', '').trim() })
  }
  walkXml(xml, {
    open: (name, attributes) => {
      if (name === 'row') {
        atRow()
        row = attributes['r'] ? Number(attributes['r']) - 1 : row + 1
        column = -1
        if (isTrue(attributes['hidden'])) hiddenRows++
      } else if (name === 'c') {
        const place = placeOf(attributes['r'] ?? '')
        column = place?.column ?? column + 1
        type = attributes['t'] ?? 'n'
        style = Number(attributes['s'] ?? 0)
        value = ''
        formula = false
      } else if (name === 'f') formula = true
      else if (name === 'v' || name === 't') inValue = true
      else if (name === 'col' && isTrue(attributes['hidden'])) hiddenColumns++
      else if (name === 'mergeCell') addMerge(merges, attributes['ref'] ?? '')
    },
    close: (name) => {
      if (name === 'v' || name === 't') inValue = false
      else if (name === 'c') finish()
    },
    text: (piece) => {
      if (inValue) value += piece
    },
  })
  return { name: sheet.name, hidden: sheet.hidden, cells, merges, hiddenRows, hiddenColumns, valueMissing }
}

const isTrue = (flag: string | undefined) => flag === '1' || flag === 'true'

function addMerge(merges: PlacedCell[], reference: string): void {
  const [from = '', to = ''] = reference.split(':')
  const start = placeOf(from)
  const end = placeOf(to)
  if (!start || !end || merges.length > 100_000) return
  const rowSpan = end.row - start.row + 1
  const columnSpan = end.column - start.column + 1
  merges.push({ text: '', ...start, rowSpan, columnSpan })
}

/** Cells with the places they cover; a merge over the whole height of a sheet is cut to the rows in use. */
function placedCells(sheet: SheetRead): PlacedCell[] {
  const lastRow = sheet.cells.reduce((most, cell) => Math.max(most, cell.row), 0)
  const lastColumn = sheet.cells.reduce((most, cell) => Math.max(most, cell.column), 0)
  const merges = new Map(sheet.merges.map((merge) => [`${merge.row}/${merge.column}`, merge]))
  return sheet.cells.map((cell) => {
    const merge = merges.get(`${cell.row}/${cell.column}`)
    const rowSpan = Math.min(merge?.rowSpan ?? 1, lastRow - cell.row + 1)
    const columnSpan = Math.min(merge?.columnSpan ?? 1, lastColumn - cell.column + 1)
    return { ...cell, rowSpan: Math.max(1, rowSpan), columnSpan: Math.max(1, columnSpan) }
  })
}

/** Reads a workbook as tables, one a sheet. Hidden rows and columns are read and said; hidden sheets are left out and said. */
export function readXlsx(zip: ZipFile, tell: TellProgress): ReceivedText {
  const writer = new ReceivedWriter()
  for (const sheet of readSheets(zip, tell)) {
    if (sheet.hidden) {
      if (sheet.cells.length > 0) writer.notice('hidden_sheets_skipped')
      continue
    }
    if (sheet.cells.length === 0) continue
    if (sheet.hiddenRows > 0) writer.notice('hidden_rows_read')
    if (sheet.hiddenColumns > 0) writer.notice('hidden_columns_read')
    if (sheet.valueMissing) writer.notice('formula_without_value')
    writer.table(placedCells(sheet), sheet.name)
  }
  return writer.done()
}
