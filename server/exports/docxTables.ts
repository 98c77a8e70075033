import type { Paragraph, Table } from 'docx'
import type { PaperBlock, TableSize } from '#domain/papers/paper.ts'
import { FONTS, STANDARD } from '#domain/papers/standard.ts'
import { BODY, CHARACTER, type Docx, halfPoints, HEADINGS, line, type Look, twips } from './docxSetting.ts'
import { printable } from './printable.ts'

const LABEL_CHARACTERS = 6
/** Twips between a cell's edge and its text. */
const INSET = 80

export function tableOf(docx: Docx, rows: readonly (readonly [string, string])[]): Table {
  const label = Math.round(LABEL_CHARACTERS * CHARACTER)
  const content = twips(STANDARD.block.width) - label
  const cell = (text: string, width: number, look: Look) =>
    new docx.TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      verticalAlign: docx.VerticalAlignTable.CENTER,
      margins: { top: 0, bottom: 0, left: INSET, right: INSET },
      children: text.split('\n').map((part) => line(docx, part, look)),
    })
  return new docx.Table({
    width: { size: label + content, type: docx.WidthType.DXA },
    columnWidths: [label, content],
    layout: docx.TableLayoutType.FIXED,
    rows: rows.map(
      ([name, text]) =>
        new docx.TableRow({
          cantSplit: true,
          children: [cell(name, label, HEADINGS[1]), cell(text, content, BODY)],
        }),
    ),
  })
}

/** A line in a table's small type outside of a table. */
export const tableLine = (docx: Docx, text: string, place: CellPlace = 'left'): Paragraph =>
  new docx.Paragraph({
    style: gridStyle(10.5, place),
    text: printable(text),
    ...(place === 'caption' && { keepNext: true }),
  })

/** Twips of a table's line. */
function leading(size: number): number {
  return Math.round(size * 20 * 1.45)
}

/** Where words of a table's size stand: in its head, in a cell, over it, or in the gap behind it. */
type CellPlace = 'head' | 'left' | 'center' | 'caption' | 'gap'
const CELL_PLACES: Record<CellPlace, { font: string; larger: number; align: string; before: number }> = {
  head: { font: FONTS.heading, larger: 0, align: 'center', before: 0 },
  left: { font: FONTS.body, larger: 0, align: 'left', before: 0 },
  center: { font: FONTS.body, larger: 0, align: 'center', before: 0 },
  caption: { font: FONTS.heading, larger: 1.5, align: 'left', before: 40 },
  gap: { font: FONTS.body, larger: -9, align: 'left', before: 0 },
}
const gridStyle = (size: TableSize, place: CellPlace): string => `Grid${size * 2}${place}`

/**
 * How the words of tables and notes are set: a style each, named where it is used. A book has thousands of cells, and
 * what each would say of itself is most of the work of writing it. Their lines are closer than the page's grid, which
 * the library that writes Word documents has no word for, so they are written here as they stand.
 */
export const TABLE_STYLES = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${(
  [12, 10.5] as const
)
  .flatMap((size) => (Object.keys(CELL_PLACES) as CellPlace[]).map((place) => tableStyle(size, place)))
  .join('')}</w:styles>`

function tableStyle(size: TableSize, place: CellPlace): string {
  const { font, larger, align, before } = CELL_PLACES[place]
  const points = size + larger
  return (
    `<w:style w:type="paragraph" w:customStyle="1" w:styleId="${gridStyle(size, place)}">` +
    `<w:name w:val="${gridStyle(size, place)}"/><w:basedOn w:val="Normal"/><w:pPr><w:snapToGrid w:val="0"/>` +
    `<w:spacing w:before="${before}" w:after="0" w:line="${leading(points)}" w:lineRule="exact"/>` +
    `<w:jc w:val="${align}"/></w:pPr>` +
    `<w:rPr><w:rFonts w:ascii="${font}" w:eastAsia="${font}" w:hAnsi="${font}" w:cs="${font}"/>` +
    `<w:spacing w:val="0"/><w:sz w:val="${halfPoints(points)}"/><w:szCs w:val="${halfPoints(points)}"/></w:rPr></w:style>`
  )
}

/** A table with a head row that is repeated on every page it goes on to; widths are made to fill the text block. */
export function gridOf(docx: Docx, { size, columns, rows }: Extract<PaperBlock, { kind: 'grid' }>): Table {
  const whole = twips(STANDARD.block.width)
  const parts = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => Math.round((whole * width) / parts))
  const cell = (text: string, index: number, place: CellPlace) =>
    new docx.TableCell({
      width: { size: widths[index] ?? 0, type: docx.WidthType.DXA },
      children: printable(text)
        .split('\n')
        .map((part) => new docx.Paragraph({ style: gridStyle(size, place), text: part })),
    })
  const head = new docx.TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ head: text }, index) => cell(text, index, 'head')),
  })
  return new docx.Table({
    width: { size: whole, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    margins: { top: 20, bottom: 20, left: INSET, right: INSET },
    rows: [
      head,
      ...rows.map(
        (row) =>
          new docx.TableRow({
            cantSplit: true,
            children: row.map((text, index) => cell(text, index, columns[index]?.align ?? 'left')),
          }),
      ),
    ],
  })
}
