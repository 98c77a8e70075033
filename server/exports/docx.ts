import type { FileChild, Paragraph, ParagraphChild, Table } from 'docx'
import type { Paper, PaperBlock } from '#domain/papers/paper.ts'
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
    title: paper.blocks.find((block) => block.kind === 'title')?.text ?? paper.head.mark,
    evenAndOddHeaderAndFooters: true,
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
          ...paper.blocks.flatMap((block) => blockOf(docx, block)),
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
  const mark: Look = { font: FONTS.title, size: SIZES.mark, color: PAPER_RED }
  return [
    line(docx, head.mark, mark, { align: 'center', line: SIZES.mark * 26, before: twips(STANDARD.markBelow) }),
    empty(docx),
    line(docx, head.number ?? '', BODY, { align: 'center', redLineBelow: true }),
    empty(docx),
  ]
}

function blockOf(docx: Docx, block: PaperBlock): FileChild[] {
  switch (block.kind) {
    case 'title':
      return [
        ...titleLines(block.text, TITLE_CHARACTERS).map((text) =>
          line(docx, text, { font: FONTS.title, size: SIZES.title }, { align: 'center', line: SIZES.title * 26 }),
        ),
        empty(docx),
      ]
    case 'addressee':
      return [line(docx, `${block.text}：`, BODY)]
    case 'heading':
      return [line(docx, block.text, HEADINGS[block.level], { indent: 2, keepNext: true })]
    case 'paragraph':
      return block.text.split('\n').map((text) => line(docx, text, BODY, { indent: 2 }))
    case 'table':
      return [tableOf(docx, block.rows), empty(docx)]
    case 'attachments':
      return [empty(docx), ...attachmentsOf(docx, block.names)]
    case 'signature':
      return signatureOf(docx, block)
  }
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
    empty(docx),
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

/** 抄送 and 印发 between two lines, in the size below the body's. */
function footOf(docx: Docx, { foot }: Paper): FileChild[] {
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
