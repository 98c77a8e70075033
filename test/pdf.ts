/** What stands on a page of a test PDF; points from the upper left corner. */
export interface PdfPlan {
  readonly width?: number
  readonly height?: number
  /** A quarter turn, as pages laid across have; what is on it is placed as it is seen. */
  readonly rotate?: 90
  readonly words?: readonly { text: string; x: number; y: number; size?: number; aslant?: boolean }[]
  /** Straight lines: from x, y to x, y. */
  readonly rules?: readonly (readonly [number, number, number, number])[]
}

/**
 * How a font names its signs: by an encoding that readers know, which older programs use, or by numbers of its own
 * with a table back to signs, which Word and WPS write.
 */
export type PdfFont = 'known encoding' | 'own numbers'

const hex = (text: string) =>
  Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')

// Numbers of its own: each sign's code turned about, so that nothing is right by chance.
const own = (text: string) =>
  Array.from({ length: text.length }, (_, at) => (text.charCodeAt(at) ^ 0x5555).toString(16).padStart(4, '0')).join('')

function toUnicode(texts: readonly string[]): string {
  const signs = [...new Set(texts.join(''))]
  const rows = signs.map((sign) => `<${own(sign)}> <${hex(sign)}>`)
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, at) => rows.slice(at * 100, at * 100 + 100))
  const body = blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`).join('\n')
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def
1 begincodespacerange <0000> <ffff> endcodespacerange
${body}
endcmap end end`
}

function contentOf(plan: PdfPlan, height: number, font: PdfFont): string {
  const write = font === 'known encoding' ? hex : own
  const isTurned = plan.rotate === 90
  const at = (x: number, y: number) => (isTurned ? `${y} ${x}` : `${x} ${height - y}`)
  const words = (plan.words ?? []).map(({ text, x, y, size = 12, aslant }) => {
    const turn = aslant ? '0.7 0.7 -0.7 0.7' : isTurned ? '0 1 -1 0' : '1 0 0 1'
    return `BT /F1 ${size} Tf ${turn} ${at(x, y)} Tm <${write(text)}> Tj ET`
  })
  const rules = (plan.rules ?? []).map(([x1, y1, x2, y2]) => `${at(x1, y1)} m ${at(x2, y2)} l S`)
  return [...rules, ...words].join('\n')
}

/** A PDF with these pages. `locked`: it opens with a password only. */
export function pdfFile(pages: readonly PdfPlan[], font: PdfFont = 'known encoding', locked = false): Uint8Array {
  const texts = pages.flatMap(({ words = [] }) => words.map(({ text }) => text))
  const stream = (text: string) => `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`
  const encoding = font === 'known encoding' ? '/Encoding /UniGB-UCS2-H' : '/Encoding /Identity-H /ToUnicode 5 0 R'
  const ordering = font === 'known encoding' ? 'GB1' : 'Identity'
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${7 + at * 2} 0 R`).join(' ')}] >>`,
    `<< /Type /Font /Subtype /Type0 /BaseFont /SimSun ${encoding} /DescendantFonts [4 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /SimSun /DW 1000 /FontDescriptor 6 0 R /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> >>`,
    stream(toUnicode(texts)),
    '<< /Type /FontDescriptor /FontName /SimSun /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 859 /Descent -141 /CapHeight 700 /StemV 80 >>',
    ...pages.flatMap((plan, at) => {
      const { width = 595, height = 842, rotate = 0 } = plan
      return [
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${8 + at * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
        stream(contentOf(plan, height, font)),
      ]
    }),
  ]
  let text = '%PDF-1.4\n'
  const places = objects.map((object, at) => {
    const place = Buffer.byteLength(text)
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return String(place).padStart(10, '0')
  })
  const key = 'ab'.repeat(32)
  const lock = locked ? `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <${key}> /U <${key}> >> /ID [<00> <00>]` : ''
  const at = Buffer.byteLength(text)
  return Buffer.from(
    `${text}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join('')}trailer << /Size ${objects.length + 1} /Root 1 0 R ${lock} >>\nstartxref\n${at}\n%%EOF\n`,
  )
}

/** Running text set in lines of a given number of signs; a paragraph begins with two signs' indent. */
export function setLines(
  paragraphs: readonly string[],
  place: { x: number; y: number; signs: number; size?: number; leading?: number },
): { text: string; x: number; y: number; size: number }[] {
  const { x, y, signs, size = 12, leading = size * 1.6 } = place
  const lines: { text: string; x: number; y: number; size: number }[] = []
  for (const paragraph of paragraphs) {
    let rest = paragraph
    for (let first = true; rest !== ''; first = false) {
      const room = first ? signs - 2 : signs
      lines.push({ text: rest.slice(0, room), x: first ? x + 2 * size : x, y: y + lines.length * leading, size })
      rest = rest.slice(room)
    }
  }
  return lines
}
