import type { FileChild, Paragraph, ParagraphChild, Table } from 'docx'
import type { Paper, PaperBlock, TableSize } from '#domain/papers/paper.ts'
import { FONTS, PAPER_RED, paperDay, SIZES, STANDARD } from '#domain/papers/standard.ts'
import { titleLines, widthOf } from '#domain/papers/titleLines.ts'
import { printable } from './printable.ts'

/** What a browser is told a Word document is. */
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

type Docx = typeof import('docx')

const TWIPS_PER_MM = 1440 / 25.4
const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM)
const halfPoints = (points: number): number => points * 2

/** Rounded down, or the last line of a page would not fit. */
const LINE = Math.floor((STANDARD.block.height * TWIPS_PER_MM) / STANDARD.lines)
/** Twips of one character of a full line. */
const CHARACTER = (STANDARD.block.width * TWIPS_PER_MM) / STANDARD.charactersInLine
/** How much closer than their own width characters of the body stand, in 1/4096 point as the grid counts. */
const CLOSER = Math.round((CHARACTER / 20 - SIZES.body) * 4096)
/** The same in twips, rounded down: what runs themselves say. */
const CLOSER_TWIPS = Math.floor(CHARACTER - SIZES.body * 20)

/** Characters of a title in one line, one kept free at each side. */
const TITLE_CHARACTERS = Math.floor((STANDARD.block.width * TWIPS_PER_MM) / (SIZES.title * 20)) - 2

type Look = { font: string; size: number; bold?: boolean; color?: string }
const BODY: Look = { font: FONTS.body, size: SIZES.body }
const HEADINGS: Record<1 | 2 | 3 | 4, Look> = {
  1: { font: FONTS.heading, size: SIZES.body },
  2: { font: FONTS.subheading, size: SIZES.body },
  3: BODY,
  4: BODY,
}

/** Writes a paper as the standard sets it. This file alone knows the library that writes Word documents. */
export async function writeDocx(paper: Paper): Promise<Uint8Array> {
  const docx = await import('docx')
  const document = new docx.Document({
    creator: '',
    title: paper.blocks.find((block) => block.kind === 'title')?.text ?? paper.head?.mark ?? '',
    evenAndOddHeaderAndFooters: true,
    externalStyles: TABLE_STYLES,
    // The grid counts from the size of Normal, which must say it itself.
    styles: {
      default: { document: { run: run(BODY) } },
      paragraphStyles: [{ id: 'Normal', name: 'Normal', quickFormat: true, run: run(BODY) }],
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: twips(STANDARD.page.width), height: twips(STANDARD.page.height) },
            margin: {
              top: twips(STANDARD.margin.top),
              right: twips(STANDARD.margin.right),
              bottom: twips(STANDARD.margin.bottom),
              left: twips(STANDARD.margin.left),
              footer: twips(STANDARD.margin.bottom - STANDARD.pageNumberBelow) - SIZES.pageNumber * 20,
            },
          },
          // A grid of lines; characters are set closer by their runs. A grid of characters narrower than the characters
          // themselves is read by Word and WPS as closer setting, by LibreOffice as two cells for each.
          grid: { type: docx.DocumentGridType.LINES, linePitch: LINE, charSpace: CLOSER },
        },
        footers: {
          default: pageNumber(docx, docx.AlignmentType.RIGHT),
          even: pageNumber(docx, docx.AlignmentType.LEFT),
        },
        children: [
          ...headOf(docx, paper),
          ...paper.blocks.flatMap((block, index) =>
            blockOf(docx, block, paper.blocks[index + 1]?.kind === 'signature'),
          ),
          ...footOf(docx, paper),
        ],
      },
    ],
  })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

const run = ({ font, size, bold = false, color }: Look) => ({
  font: { ascii: font, eastAsia: font, hAnsi: font, cs: font },
  size: halfPoints(size),
  bold,
  characterSpacing: size === SIZES.body ? CLOSER_TWIPS : 0,
  ...(color && { color }),
})

type Place = {
  align?: 'center' | 'right' | 'left'
  /** Characters that the first line stands in. */
  indent?: number
  /** Characters kept free at the right. */
  free?: number
  /** Twips of a line, the grid's unless it is larger. */
  line?: number
  before?: number
  keepNext?: boolean
  redLineBelow?: boolean
}

function line(docx: Docx, text: string | ParagraphChild[], look: Look, place: Place = {}): Paragraph {
  const { align = 'left', indent = 0, free = 0, before = 0 } = place
  const children = typeof text === 'string' ? [new docx.TextRun({ text: printable(text), ...run(look) })] : text
  return new docx.Paragraph({
    children,
    alignment: align,
    keepNext: place.keepNext ?? false,
    spacing: { before, after: 0, line: place.line ?? LINE, lineRule: docx.LineRuleType.EXACT },
    indent: { firstLine: Math.round(indent * CHARACTER), right: Math.round(free * CHARACTER) },
    ...(place.redLineBelow && {
      border: { bottom: { style: docx.BorderStyle.SINGLE, size: 12, space: 4, color: PAPER_RED } },
    }),
  })
}

const empty = (docx: Docx): Paragraph => line(docx, '', BODY)

/** The office's mark in red, 35 mm below the text block's edge, the number, and the red line. */
function headOf(docx: Docx, { head }: Paper): FileChild[] {
  if (head === null) return []
  const mark: Look = { font: FONTS.title, size: SIZES.mark, color: PAPER_RED }
  return [
    line(docx, head.mark, mark, { align: 'center', line: SIZES.mark * 26, before: twips(STANDARD.markBelow) }),
    empty(docx),
    line(docx, head.number ?? '', BODY, { align: 'center', redLineBelow: true }),
    empty(docx),
  ]
}

/** A page must not hold the signature alone: what stands before it goes with it. */
function blockOf(docx: Docx, block: PaperBlock, isSignedNext: boolean): FileChild[] {
  switch (block.kind) {
    case 'title':
      return titleOf(docx, block)
    case 'addressee':
      return [line(docx, `${block.text}：`, BODY)]
    case 'heading':
      return [line(docx, block.text, HEADINGS[block.level], { indent: 2, keepNext: true })]
    case 'annex':
      return [line(docx, block.text, HEADINGS[1])]
    case 'paragraph':
      return block.text.split('\n').map((text) => line(docx, text, BODY, { indent: 2, keepNext: isSignedNext }))
    case 'table':
      return [tableOf(docx, block.rows), empty(docx)]
    case 'grid':
      return [gridOf(docx, block), tableLine(docx, '', 'gap')]
    case 'caption':
      return [tableLine(docx, block.text, 'caption')]
    case 'note':
      return [tableLine(docx, block.text)]
    case 'people':
      return [peopleOf(docx, block)]
    case 'cover':
      return coverOf(docx, block)
    case 'contents':
      return contentsOf(docx, block)
    case 'pageBreak':
      return [new docx.Paragraph({ children: [new docx.PageBreak()], spacing: { line: 20, lineRule: 'exact' } })]
    case 'attachments':
      return [empty(docx), ...attachmentsOf(docx, block.names)]
    case 'signature':
      return signatureOf(docx, block)
  }
}

/** Lines that balance; where the title has a mark, a book's contents lead to it. */
function titleOf(docx: Docx, { text, mark }: Extract<PaperBlock, { kind: 'title' }>): FileChild[] {
  const look: Look = { font: FONTS.title, size: SIZES.title }
  const lines = titleLines(text, TITLE_CHARACTERS).map((part, index) => {
    const run_ = new docx.TextRun({ text: printable(part), ...run(look) })
    const children = mark && index === 0 ? [new docx.Bookmark({ id: mark, children: [run_] })] : [run_]
    return line(docx, children, look, { align: 'center', line: SIZES.title * 26 })
  })
  return mark === undefined ? [...lines, empty(docx)] : lines
}

/** Label in black type two characters in, a colon, and names that hang behind it (GB/T 9704-2012, 纪要). */
function peopleOf(docx: Docx, { label, names }: Extract<PaperBlock, { kind: 'people' }>): Paragraph {
  const hanging = widthOf(label) + 1
  return new docx.Paragraph({
    children: [
      new docx.TextRun({ text: `${label}：`, ...run(HEADINGS[1]) }),
      new docx.TextRun({ text: printable(names), ...run(BODY) }),
    ],
    spacing: { before: 0, after: 0, line: LINE, lineRule: docx.LineRuleType.EXACT },
    indent: { left: Math.round((2 + hanging) * CHARACTER), hanging: Math.round(hanging * CHARACTER) },
  })
}

function coverOf(docx: Docx, { titles, lines }: Extract<PaperBlock, { kind: 'cover' }>): FileChild[] {
  const look: Look = { font: FONTS.title, size: SIZES.cover }
  const most = Math.floor((STANDARD.block.width * TWIPS_PER_MM) / (SIZES.cover * 20))
  return [
    ...titles
      .flatMap((title) => titleLines(title, most))
      .map((text, index) =>
        line(docx, text, look, { align: 'center', line: SIZES.cover * 28, before: index === 0 ? 5 * LINE : 0 }),
      ),
    ...Array.from({ length: 4 }, () => empty(docx)),
    ...lines.map((text) => line(docx, text, BODY, { align: 'center' })),
  ]
}

const CONTENTS: Look = { font: FONTS.body, size: 14 }
/** A line for each entry, its page a field that Word fills when it lays the pages out. */
function contentsOf(docx: Docx, { title, entries }: Extract<PaperBlock, { kind: 'contents' }>): FileChild[] {
  const right = twips(STANDARD.block.width)
  const middle = Math.round(17 * CHARACTER)
  return [
    line(docx, title, { font: FONTS.title, size: SIZES.title }, { align: 'center', line: SIZES.title * 26 }),
    empty(docx),
    ...entries.map(
      ({ mark, text, note }) =>
        new docx.Paragraph({
          children: [
            new docx.InternalHyperlink({
              anchor: mark,
              children: [new docx.TextRun({ text: printable(text), ...run(CONTENTS) })],
            }),
            new docx.TextRun({ text: `\t${printable(note)}\t`, ...run(CONTENTS) }),
            new docx.PageReference(mark),
          ],
          tabStops: [
            { type: docx.TabStopType.LEFT, position: middle },
            { type: docx.TabStopType.RIGHT, position: right, leader: docx.LeaderType.DOT },
          ],
          spacing: { before: 0, after: 0, line: LINE, lineRule: docx.LineRuleType.EXACT },
        }),
    ),
  ]
}

function attachmentsOf(docx: Docx, names: readonly string[]): Paragraph[] {
  return names.map((name, index) => {
    const number = names.length > 1 ? `${index + 1}.` : ''
    return line(docx, `${index === 0 ? '附件：' : '　　　'}${number}${name}`, BODY, { indent: 2 })
  })
}

/** The date stands four characters from the right; the office is centred over it. */
function signatureOf(docx: Docx, { office, on }: { office: string; on: string }): Paragraph[] {
  const day = paperDay(on)
  const free = Math.max(0, 4 + (widthOf(day) - widthOf(office)) / 2)
  return [
    line(docx, '', BODY, { keepNext: true }),
    line(docx, office, BODY, { align: 'right', free, keepNext: true }),
    line(docx, day, BODY, { align: 'right', free: 4 }),
  ]
}

const LABEL_CHARACTERS = 6
/** Twips between a cell's edge and its text. */
const INSET = 80

function tableOf(docx: Docx, rows: readonly (readonly [string, string])[]): Table {
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
const tableLine = (docx: Docx, text: string, place: CellPlace = 'left'): Paragraph =>
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
const TABLE_STYLES = `<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${(
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
function gridOf(docx: Docx, { size, columns, rows }: Extract<PaperBlock, { kind: 'grid' }>): Table {
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

/** 抄送 and 印发 between two lines, in the size below the body's. */
function footOf(docx: Docx, { foot }: Paper): FileChild[] {
  if (foot === null) return []
  const small: Look = { font: FONTS.body, size: SIZES.pageNumber }
  const rule = { style: docx.BorderStyle.SINGLE, size: 8, space: 1, color: '000000' }
  const lines = [
    ...(foot.copyTo.length > 0 ? [`抄送：${foot.copyTo.join('，')}。`] : []),
    `${foot.printedBy}　　${paperDay(foot.printedOn)}印发`,
  ]
  return [
    empty(docx),
    ...lines.map(
      (text) =>
        new docx.Paragraph({
          children: [new docx.TextRun({ text: printable(text), ...run(small) })],
          spacing: { before: 0, after: 0, line: LINE, lineRule: docx.LineRuleType.EXACT },
          indent: { left: Math.round(CHARACTER), right: Math.round(CHARACTER) },
          border: { top: rule, bottom: rule },
        }),
    ),
  ]
}

/** `— 1 —`, at the outer edge, one character in. */
function pageNumber(docx: Docx, align: 'left' | 'right') {
  const look = run({ font: FONTS.pageNumber, size: SIZES.pageNumber })
  const side = Math.round(CHARACTER)
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        alignment: align,
        indent: align === 'right' ? { right: side } : { left: side },
        children: [new docx.TextRun({ children: ['— ', docx.PageNumber.CURRENT, ' —'], ...look })],
      }),
    ],
  })
}
