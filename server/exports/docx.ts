import type { FileChild, Paragraph } from 'docx'
import type { Paper, PaperBlock } from '#domain/papers/paper.ts'
import { FONTS, PAPER_RED, paperDay, SIZES, STANDARD } from '#domain/papers/standard.ts'
import { nameLines, titleLines, widthOf } from '#domain/papers/titleLines.ts'
import {
  BODY,
  CHARACTER,
  CLOSER,
  type Docx,
  empty,
  HEADINGS,
  LINE,
  line,
  type Look,
  run,
  TITLE_CHARACTERS,
  twips,
  TWIPS_PER_MM,
} from './docxSetting.ts'
import { gridOf, TABLE_STYLES, tableLine, tableOf } from './docxTables.ts'
import { printable } from './printable.ts'

/** What a browser is told a Word document is. */
export const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/**
 * Writes a paper as the standard sets it. Only this file and the two beside it, docxSetting.ts (measures, runs,
 * lines) and docxTables.ts, know the library that writes Word documents.
 */
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
      ...nameLines(names, STANDARD.charactersInLine - 2 - hanging).map(
        (text, index) => new docx.TextRun({ text: printable(text), ...(index > 0 && { break: 1 }), ...run(BODY) }),
      ),
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
/** Closer than the text, so that the forty or so units of a district stand on two pages; in twips. */
const CONTENTS_LINE = 460
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
          spacing: { before: 0, after: 0, line: CONTENTS_LINE, lineRule: docx.LineRuleType.EXACT },
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
