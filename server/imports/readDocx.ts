import type { ReceivedText } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'
import { type Numbering, readNumbering } from './readDocx.numbering.ts'
import { type PlacedCell, ReceivedWriter } from './received.ts'
import { walkXml, type XmlAttributes } from './xml.ts'
import type { ZipFile } from './zip.ts'

interface Paragraph {
  text: string
  style: string | null
  numId: string | null
  level: number
  outline: boolean
  /** Its end was deleted under tracked changes: it runs on into the next. */
  joins: boolean
}

interface Cell {
  row: number
  column: number
  columnSpan: number
  /** True where the cell continues the one above. */
  continues: boolean
  readonly lines: string[]
}

interface Table {
  row: number
  column: number
  rowDeleted: boolean
  readonly cells: Cell[]
}

interface Style {
  /** A line of the table of contents: headings once more, with page numbers. */
  contents: boolean
  basedOn: string | null
  numId: string | null
  level: number
  outline: boolean
}

/** What Word calls a style is where many offices keep their numbering. */
function readStyles(xml: string | null): Map<string, Style> {
  const styles = new Map<string, Style>()
  if (xml === null) return styles
  let style: Style | null = null
  walkXml(xml, {
    open: (name, attributes) => {
      const value = attributes['val'] ?? ''
      if (name === 'style')
        styles.set(
          attributes['styleId'] ?? '',
          (style = { contents: false, basedOn: null, numId: null, level: 0, outline: false }),
        )
      else if (!style) return
      else if (name === 'name') style.contents = /^toc \d$/i.test(value)
      else if (name === 'basedOn') style.basedOn = value
      else if (name === 'numId') style.numId = value
      else if (name === 'ilvl') style.level = Number(value)
      else if (name === 'outlineLvl') style.outline = Number(value) < 9
    },
    close: (name) => {
      if (name === 'style') style = null
    },
  })
  return styles
}

function styleOf(styles: ReadonlyMap<string, Style>, id: string | null): Style | null {
  let found: Style | null = null
  let at = id
  for (let depth = 0; at !== null && depth < 12; depth++) {
    const style = styles.get(at)
    if (!style) break
    found ??= { ...style }
    if (found.numId === null && style.numId !== null) {
      found.numId = style.numId
      found.level = style.level
    }
    found.outline ||= style.outline
    at = style.basedOn
  }
  return found
}

// Words in these are not on the page, or not part of its words: what was struck out, field codes, the copy for old
// programs, how a word is spoken.
const HIDDEN = new Set(['del', 'moveFrom', 'instrText', 'delInstrText', 'Fallback', 'delText', 'rt'])
// What properties were before a tracked change.
const FORMER = new Set([
  'pPrChange',
  'rPrChange',
  'trPrChange',
  'tcPrChange',
  'tblPrChange',
  'sectPrChange',
  'numberingChange',
])
const isOn = (value: string | undefined) => value === undefined || !/^(?:0|false|off)$/.test(value)

class DocumentReader {
  readonly #writer = new ReceivedWriter()
  readonly #numbering: Numbering
  readonly #styles: ReadonlyMap<string, Style>
  readonly #tables: Table[] = []
  readonly #paragraphs: Paragraph[] = []
  #hidden = 0
  #inText = false
  #properties = 0
  #former = 0
  #inParagraphProperties = false
  #vanished = false
  #carried = ''

  constructor(numbering: Numbering, styles: ReadonlyMap<string, Style>) {
    this.#numbering = numbering
    this.#styles = styles
  }

  read(xml: string): ReceivedText {
    walkXml(xml, {
      open: (name, attributes) => this.#open(name, attributes),
      close: (name) => this.#close(name),
      text: (text) => {
        const paragraph = this.#paragraphs.at(-1)
        if (!this.#inText || this.#hidden > 0 || !paragraph) return
        if (this.#vanished) this.#writer.notice('hidden_text_dropped')
        else paragraph.text += text
      },
    })
    return this.#writer.done()
  }

  #open(name: string, attributes: XmlAttributes): void {
    const value = attributes['val'] ?? ''
    if (FORMER.has(name)) this.#former++
    if (this.#former > 0) return
    if (name === 'pPr' || name === 'trPr' || name === 'rPr') this.#properties++
    if (name === 'pPr') this.#inParagraphProperties = true
    if (this.#properties > 0) this.#property(name, value, attributes['val'])
    else if (HIDDEN.has(name)) this.#hide(name)
    else if (this.#hidden > 0) return
    else if (name === 'ins' || name === 'moveTo') this.#writer.notice('tracked_changes_accepted')
    else if (name === 'p')
      this.#paragraphs.push({ text: '', style: null, numId: null, level: 0, outline: false, joins: false })
    else if (name === 't') this.#inText = true
    else if (name === 'footnoteReference' || name === 'endnoteReference') this.#writer.notice('footnotes_dropped')
    else if (name === 'tab' || name === 'br' || name === 'cr' || name === 'noBreakHyphen') this.#sign(name)
    else this.#tablePart(name, value)
  }

  #hide(name: string): void {
    this.#hidden++
    if (name === 'del' || name === 'moveFrom') this.#writer.notice('tracked_changes_accepted')
  }

  #sign(name: string): void {
    const paragraph = this.#paragraphs.at(-1)
    if (paragraph) paragraph.text += name === 'tab' ? '\t' : name === 'noBreakHyphen' ? '-' : '\n'
  }

  #property(name: string, value: string, given: string | undefined): void {
    const paragraph = this.#paragraphs.at(-1)
    const table = this.#tables.at(-1)
    if (name === 'del' && paragraph) {
      paragraph.joins = true
      this.#writer.notice('tracked_changes_accepted')
    } else if (name === 'del' && table) table.rowDeleted = true
    else if (name === 'vanish' && !this.#inParagraphProperties) this.#vanished = isOn(given)
    else if (name === 'pStyle' && paragraph) paragraph.style = value
    else if (name === 'numId' && paragraph) paragraph.numId = value
    else if (name === 'ilvl' && paragraph) paragraph.level = Number(value)
    else if (name === 'outlineLvl' && paragraph) paragraph.outline = Number(value) < 9
  }

  #tablePart(name: string, value: string): void {
    const table = this.#tables.at(-1)
    if (name === 'tbl') this.#tables.push({ row: -1, column: 0, rowDeleted: false, cells: [] })
    else if (!table) return
    else if (name === 'tr') {
      table.row++
      table.column = 0
      table.rowDeleted = false
    } else if (name === 'tc')
      table.cells.push({ row: table.row, column: table.column, columnSpan: 1, continues: false, lines: [] })
    else if (name === 'gridSpan')
      this.#cell((cell) => (cell.columnSpan = Math.max(1, Math.min(200, Number(value) || 1))))
    else if (name === 'hMerge' && value !== 'restart') this.#joinLeft(table)
    else if (name === 'vMerge') this.#cell((cell) => (cell.continues = value !== 'restart'))
    else if (name === 'gridBefore') table.column += Number(value) || 0
  }

  /** A cell joined to the one at its left, the way old programs wrote it. */
  #joinLeft({ cells }: Table): void {
    const own = cells.at(-1)
    const left = cells.at(-2)
    if (!own || !left || left.row !== own.row) return
    cells.pop()
    left.columnSpan++
  }

  #cell(change: (cell: Cell) => void): void {
    const cell = this.#tables.at(-1)?.cells.at(-1)
    if (cell) change(cell)
  }

  #close(name: string): void {
    if (FORMER.has(name)) this.#former--
    else if (this.#former > 0) return
    else if (name === 'pPr' || name === 'trPr' || name === 'rPr') this.#endProperties(name)
    else if (this.#properties > 0) return
    else if (HIDDEN.has(name)) this.#hidden--
    else if (this.#hidden > 0) return
    else if (name === 't') this.#inText = false
    else if (name === 'r') this.#vanished = false
    else if (name === 'p') this.#endParagraph()
    else if (name === 'tc') this.#endCell()
    else if (name === 'tr') this.#endRow()
    else if (name === 'tbl') this.#endTable()
  }

  #endProperties(name: string): void {
    this.#properties--
    if (name === 'pPr') this.#inParagraphProperties = false
  }

  #endParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (!paragraph) return
    if (paragraph.joins) {
      this.#carried += paragraph.text
      return
    }
    const style = styleOf(this.#styles, paragraph.style)
    const text = this.#carried + paragraph.text
    this.#carried = ''
    const numId = paragraph.numId ?? style?.numId ?? null
    const level = paragraph.numId === null ? (style?.level ?? 0) : paragraph.level
    const label = numId === null || numId === '0' ? '' : this.#numbering.next(numId, level)
    // A number without words is counted on the page as well.
    if (text.trim() === '' || style?.contents) return
    const whole = label + text
    const cell = this.#tables.at(-1)?.cells.at(-1)
    if (cell) cell.lines.push(whole)
    else this.#writer.paragraph(whole, paragraph.outline || style?.outline ? 'heading' : 'paragraph')
  }

  #endCell(): void {
    const table = this.#tables.at(-1)
    const cell = table?.cells.at(-1)
    if (table && cell) table.column = cell.column + cell.columnSpan
  }

  #endRow(): void {
    const table = this.#tables.at(-1)
    if (!table?.rowDeleted) return
    this.#writer.notice('tracked_changes_accepted')
    while (table.cells.at(-1)?.row === table.row) table.cells.pop()
    table.row--
  }

  #endTable(): void {
    const table = this.#tables.pop()
    if (!table) return
    const outer = this.#tables.at(-1)?.cells.at(-1)
    // A table within a cell is read as the cell's words.
    if (outer) outer.lines.push(...table.cells.flatMap((cell) => cell.lines))
    else if (isFrame(table)) for (const cell of table.cells) for (const line of cell.lines) this.#writer.paragraph(line)
    else this.#writer.table(placed(table.cells))
  }
}

/** A table of one column only lays out the page. */
const isFrame = (table: Table) => table.cells.every((cell) => cell.column === 0)

/** Cells with the rows they cover: a continued cell belongs to the one above it. */
function placed(cells: readonly Cell[]): PlacedCell[] {
  const found: { text: string; row: number; column: number; rowSpan: number; columnSpan: number }[] = []
  for (const cell of cells) {
    const above = cell.continues
      ? found.findLast((one) => one.column === cell.column && one.row + one.rowSpan === cell.row)
      : undefined
    if (above) above.rowSpan++
    else {
      const { row, column, columnSpan } = cell
      found.push({ text: cell.lines.join('\n'), row, column, rowSpan: 1, columnSpan })
    }
  }
  return found
}

/** The part that holds the document's words, whatever its number; null where the container is no Word document. */
export const wordPart = ({ names }: ZipFile): string | null =>
  [...names].find((name) => /^word\/document\d*\.xml$/.test(name)) ?? null

/**
 * Reads a Word document: numbering kept, tables with their merges, tracked changes as accepted, text boxes read; notes,
 * headers and footers, hidden text and the table of contents left out.
 */
export function readDocx(zip: ZipFile): ReceivedText {
  const xml = zip.text(wordPart(zip) ?? '')
  if (xml === null) throw new Refusal('file_broken')
  const reader = new DocumentReader(
    readNumbering(zip.text('word/numbering.xml')),
    readStyles(zip.text('word/styles.xml')),
  )
  return reader.read(xml)
}
