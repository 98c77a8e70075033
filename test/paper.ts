import { strFromU8, unzipSync } from 'fflate'

/** A paragraph of a Word document, as it is set. */
type SetParagraph = {
  text: string
  font: string
  points: number
  align: string
  firstLine: number
  /** Points that lines after the first stand further in. */
  hanging: number
  color: string | null
  /** It stands in a table. */
  inTable: boolean
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
  const styles = part('word/styles.xml')
  const paragraphs = document
    .split(/(?=<w:tbl>)|(?<=<\/w:tbl>)/)
    .flatMap((piece) =>
      [...piece.matchAll(/<w:p>[^]*?<\/w:p>|<w:p .*?<\/w:p>/g)].map(([xml]) =>
        setParagraph(xml, styles, piece.startsWith('<w:tbl>')),
      ),
    )
  const footers = Object.keys(files)
    .filter((name) => /^word\/footer\d+\.xml$/.test(name))
    .map((name) => part(name))
  return {
    /** The main part's XML. */
    document,
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

/** What a paragraph does not say of itself, its style says. */
function setParagraph(xml: string, styles: string, inTable: boolean): SetParagraph {
  const text = [...xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => words).join('')
  const named = attribute(xml, 'pStyle', 'val')
  const style = named === null ? '' : (new RegExp(`w:styleId="${named}"[^]*?</w:style>`).exec(styles)?.[0] ?? '')
  const said = (element: string, name: string) => attribute(xml, element, name) ?? attribute(style, element, name)
  return {
    text,
    font: said('rFonts', 'eastAsia') ?? '',
    points: Number(said('sz', 'val')) / 2,
    align: said('jc', 'val') ?? 'left',
    firstLine: Number(said('ind', 'firstLine') ?? 0) / 20,
    hanging: Number(said('ind', 'hanging') ?? 0) / 20,
    color: said('color', 'val'),
    inTable,
  }
}

type Measured = ReturnType<typeof measurePaper>

/** Fonts and sizes that a paper may use, by the standard's names: mark and titles, headings, text, tables. */
const LOOKS = new Set([
  '方正小标宋简体 36',
  '方正小标宋简体 22',
  '黑体 16',
  '楷体_GB2312 16',
  '仿宋_GB2312 16',
  '仿宋_GB2312 14',
  '黑体 12',
  '仿宋_GB2312 12',
  '黑体 10.5',
  '仿宋_GB2312 10.5',
])
const HEADING_FONTS: readonly [RegExp, string][] = [
  [/^[一二三四五六七八九十]+、/, '黑体'],
  [/^（[一二三四五六七八九十]+）/, '楷体_GB2312'],
]

/**
 * Everything that GB/T 9704-2012 says of any paper and this one does not keep: margins, grid, fonts by name and sizes,
 * heading levels, numbers in 〔〕, dates in full without leading zeros, page numbers between dashes at the outer edge.
 * Empty where all is right.
 */
export function faultsOf(paper: Measured): string[] {
  const { width, height, margin, grid, paragraphs, footers, hasOddAndEven, embedded } = paper
  const [pointsHigh, pointsWide] = [(225 / 25.4) * 72, (156 / 25.4) * 72]
  const written = paragraphs.filter(({ text }) => text.trim() !== '')
  const page: [boolean, string][] = [
    [width === 210 && height === 297, 'not A4'],
    [margin['top'] === 37 && margin['left'] === 28 && margin['right'] === 26 && margin['bottom'] === 35, 'margins'],
    [Math.floor(pointsHigh / grid.line) === 22, 'not 22 lines'],
    [Math.floor(pointsWide / grid.character + 0.01) === 28, 'not 28 characters'],
    [embedded.length === 0, 'embedded fonts'],
    [hasOddAndEven && footers.every(({ text, points }) => text === '— PAGE —' && points === 14), 'page numbers'],
    [
      footers
        .map(({ align }) => String(align))
        .toSorted()
        .join() === 'left,right',
      'page numbers not at the outer edge',
    ],
  ]
  return [
    ...page.filter(([holds]) => !holds).map(([, fault]) => fault),
    ...written
      .filter(({ font, points }) => !LOOKS.has(`${font} ${points}`))
      .map(({ text, font, points }) => `${font} ${points}: ${text}`),
    ...written.filter((one) => !one.inTable && one.points === 16).flatMap(headingFault),
    ...written.flatMap(({ text }) => wordFaults(text)),
    ...written.filter(({ inTable }) => !inTable).flatMap(lineFault),
  ]
}

function headingFault({ text, font }: SetParagraph): string[] {
  const wanted = HEADING_FONTS.find(([pattern]) => pattern.test(text))?.[1]
  return wanted === undefined || wanted === font ? [] : [`heading in ${font}: ${text}`]
}

/** The date of a paper stands at the right; an attachment's line has no stop behind it. */
function lineFault({ text, align }: SetParagraph): string[] {
  if (/^\d{4}年\d{1,2}月\d{1,2}日$/.test(text) && align !== 'right') return [`date at the ${align}: ${text}`]
  return /^附件：.*[。；.;]$/.test(text) ? [`stop behind an attachment: ${text}`] : []
}

const wordFaults = (text: string): string[] => [
  ...(/[[【（(]20\d\d[\]】）)]\s*\d+号/.test(text) ? [`number without 〔〕: ${text}`] : []),
  ...(/〔\d{4}〕(?:0\d*|第\d+)号/.test(text) ? [`number with a leading zero or 第: ${text}`] : []),
  ...(/\d{4}年0\d|月0\d日/.test(text) ? [`day with a leading zero: ${text}`] : []),
]
