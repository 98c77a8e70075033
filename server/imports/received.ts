import type { ReceivedLine, ReceivedText, SourceNotice, TablePlace } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'

/** A cell before its table is written down: its words and the places it covers. */
export interface PlacedCell {
  readonly text: string
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
}

const MOST_PLACES = 400_000

/** Writes a text piece by piece and notes where each line of it stands. */
export class ReceivedWriter {
  readonly #pieces: string[] = []
  readonly #lines: ReceivedLine[] = []
  readonly #notices = new Set<SourceNotice>()
  #length = 0
  #tables = 0

  notice(notice: SourceNotice): void {
    this.#notices.add(notice)
  }

  #write(text: string, glue: string): { start: number; end: number } {
    const start = this.#length
    this.#pieces.push(text, glue)
    this.#length += text.length + glue.length
    return { start, end: start + text.length }
  }

  paragraph(text: string, kind: 'paragraph' | 'heading' = 'paragraph'): void {
    for (const line of text.split('\n')) {
      if (line.trim() !== '') this.#lines.push({ ...this.#write(line, '\n'), kind })
    }
  }

  /** Writes a table row by row, cells parted by tabs; a merged cell is written once and placed wherever it covers. */
  table(cells: readonly PlacedCell[], sheet?: string): void {
    const table = this.#tables++
    let row = -1
    let places = 0
    for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
      if (row >= 0 && cell.row !== row) this.#write('', '\n')
      row = cell.row
      const span = this.#write(cell.text, '\t')
      for (let r = 0; r < cell.rowSpan; r++) {
        for (let c = 0; c < cell.columnSpan; c++) {
          if (++places > MOST_PLACES) throw new Refusal('file_zip_bomb')
          const place: TablePlace = { table, row: cell.row + r, column: cell.column + c }
          const merged = r + c > 0 ? { spread: true } : {}
          this.#lines.push({
            ...span,
            kind: 'cell',
            table: { ...place, ...merged, ...(sheet === undefined ? {} : { sheet }) },
          })
        }
      }
    }
    if (row >= 0) this.#write('', '\n')
  }

  /** The whole. Throws `file_empty` where nothing was written. */
  done(): ReceivedText {
    const text = this.#pieces.join('')
    if (text.trim() === '') throw new Refusal('file_empty')
    return { text, lines: this.#lines, notices: [...this.#notices] }
  }
}
