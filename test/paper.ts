import { strFromU8, unzipSync } from 'fflate'

/** A paragraph of a Word document, as it is set. */
type SetParagraph = {
  text: string
  font: string
  points: number
  align: string
  firstLine: number
  color: string | null
}

const attribute = (xml: string, element: string, name: string): string | null =>
  new RegExp(`<w:${element}\\b[^>]*\\bw:${name}="([^"]*)"`).exec(xml)?.[1] ?? null
const number = (xml: string, element: string, name: string): number => Number(attribute(xml, element, name))

/** Reads a docx from its bytes alone: what a reader of the standard would measure. Lengths in millimetres. */
export function measurePaper(bytes: Uint8Array) {
  const files = unzipSync(bytes)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const document = part('word/document.xml')
  const millimetres = (twips: number) => Math.round((twips / 1440) * 254) / 10
  const paragraphs = [...document.matchAll(/<w:p>[^]*?<\/w:p>|<w:p .*?<\/w:p>/g)].map(([xml]) => setParagraph(xml))
  const footers = Object.keys(files)
    .filter((name) => /^word\/footer\d+\.xml$/.test(name))
    .map((name) => part(name))
  return {
    width: millimetres(number(document, 'pgSz', 'w')),
    height: millimetres(number(document, 'pgSz', 'h')),
    margin: Object.fromEntries(
      ['top', 'right', 'bottom', 'left'].map((side) => [side, millimetres(number(document, 'pgMar', side))]),
    ),
    grid: {
      type: attribute(document, 'docGrid', 'type'),
      /** Points. */
      line: number(document, 'docGrid', 'linePitch') / 20,
      character: 16 + number(document, 'docGrid', 'charSpace') / 4096,
      /** Points that a character of the body is set closer by its run. */
      closer: bodySpacing(document) / 20,
    },
    paragraphs,
    footers: footers.map((xml) => ({
      align: attribute(xml, 'jc', 'val'),
      text: [...xml.matchAll(/<w:t[ >][^<]*|<w:instrText[^>]*>[^<]*/g)].map(([t]) => t.replace(/<[^>]*>/, '')).join(''),
      points: number(xml, 'sz', 'val') / 2,
      font: attribute(xml, 'rFonts', 'eastAsia'),
    })),
    hasOddAndEven: /evenAndOddHeaders/.test(part('word/settings.xml')),
    embedded: Object.keys(files).filter((name) => /\.(odttf|ttf|otf)$/.test(name)),
  }
}

const bodySpacing = (document: string): number =>
  number(/<w:rPr>(?:(?!<\/w:rPr>)[^])*w:sz w:val="32"[^]*?<\/w:rPr>/.exec(document)?.[0] ?? '', 'spacing', 'val')

function setParagraph(xml: string): SetParagraph {
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => words).join('')
  return {
    text,
    font: attribute(xml, 'rFonts', 'eastAsia') ?? '',
    points: number(xml, 'sz', 'val') / 2,
    align: attribute(xml, 'jc', 'val') ?? 'left',
    firstLine: Number(attribute(xml, 'ind', 'firstLine') ?? 0) / 20,
    color: attribute(xml, 'color', 'val'),
  }
}
