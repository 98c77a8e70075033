import type { Paragraph, ParagraphChild } from 'docx'
import { FONTS, PAPER_RED, SIZES, STANDARD } from '#domain/papers/standard.ts'
import { printable } from './printable.ts'

export type Docx = typeof import('docx')

export const TWIPS_PER_MM = 1440 / 25.4
export const twips = (millimetres: number): number => Math.round(millimetres * TWIPS_PER_MM)
export const halfPoints = (points: number): number => points * 2

/** Rounded down, or the last line of a page would not fit. */
export const LINE = Math.floor((STANDARD.block.height * TWIPS_PER_MM) / STANDARD.lines)
/** Twips of one character of a full line. */
export const CHARACTER = (STANDARD.block.width * TWIPS_PER_MM) / STANDARD.charactersInLine
/** How much closer than their own width characters of the body stand, in 1/4096 point as the grid counts. */
export const CLOSER = Math.round((CHARACTER / 20 - SIZES.body) * 4096)
/** The same in twips, rounded down: what runs themselves say. */
const CLOSER_TWIPS = Math.floor(CHARACTER - SIZES.body * 20)

/** Characters of a title in one line, one kept free at each side. */
export const TITLE_CHARACTERS = Math.floor((STANDARD.block.width * TWIPS_PER_MM) / (SIZES.title * 20)) - 2

export type Look = { font: string; size: number; bold?: boolean; color?: string }
export const BODY: Look = { font: FONTS.body, size: SIZES.body }
export const HEADINGS: Record<1 | 2 | 3 | 4, Look> = {
  1: { font: FONTS.heading, size: SIZES.body },
  2: { font: FONTS.subheading, size: SIZES.body },
  3: BODY,
  4: BODY,
}

export const run = ({ font, size, bold = false, color }: Look) => ({
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

export function line(docx: Docx, text: string | ParagraphChild[], look: Look, place: Place = {}): Paragraph {
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

export const empty = (docx: Docx): Paragraph => line(docx, '', BODY)
