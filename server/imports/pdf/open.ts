import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from '#domain/refusal.ts'
import type { PdfPage, Placed, Rule } from './page.ts'

type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
type Document = Awaited<ReturnType<Pdfjs['getDocument']>['promise']>
type Page = Awaited<ReturnType<Document['getPage']>>

const folder = () => path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

/** Pictures larger than this many pixels are passed over: only words and lines are wanted. */
const MOST_PICTURE = 4
/** Drawing steps of a page that are looked at for lines; a map has millions. */
const MOST_STEPS = 200_000

/**
 * Opens a PDF and reads its pages one after another. Refusals: `file_encrypted`, `file_broken`.
 * The library is loaded here, so that processes that read no PDF do without it.
 */
export async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = folder()
  const task = pdfjs.getDocument({
    data: Uint8Array.from(bytes),
    cMapUrl: `${path.join(home, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(home, 'standard_fonts')}/`,
    useSystemFonts: false,
    disableFontFace: true,
    useWasm: false,
    enableXfa: false,
    maxImageSize: MOST_PICTURE,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  })
  try {
    const document = await task.promise
    const pages: PdfPage[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      pages.push(await readPage(pdfjs, page))
      page.cleanup()
    }
    return pages
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal(error instanceof Error && error.name === 'PasswordException' ? 'file_encrypted' : 'file_broken')
  } finally {
    await task.destroy()
  }
}

async function readPage(pdfjs: Pdfjs, page: Page): Promise<PdfPage> {
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const words = items.flatMap((item): Placed[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a = 0, b = 0, , d = 0, left = 0, bottom = 0] = pdfjs.Util.transform(transform, item.transform)
    // Set aslant or upright: a watermark or a stamp.
    if (Math.abs(b) > Math.abs(a) * 0.2) return []
    const size = Math.abs(d)
    return size === 0 ? [] : [{ text: unspaced(item.str), left, right: left + item.width, bottom, size }]
  })
  return { width, height, words, rules: words.length === 0 ? [] : await rulesOf(pdfjs, page, transform) }
}

// Words pulled apart to fill their line look like words with blanks between them.
const APART = /(?<=[\u3400-\u9fff，。；：、（）]) (?=\S)|(?<=\S) (?=[\u3400-\u9fff，。；：、（）])/g
const MOST_BLANKS = 0.2
const unspaced = (text: string) =>
  (text.match(/ /g)?.length ?? 0) > text.length * MOST_BLANKS ? text.replace(APART, '') : text

type Matrix = readonly number[]

/** The lines drawn on a page, level and upright; thin boxes count as lines, boxes as their four sides. */
async function rulesOf(pdfjs: Pdfjs, page: Page, viewport: Matrix): Promise<Rule[]> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const { OPS, Util } = pdfjs
  const rules: Rule[] = []
  const kept: Matrix[] = []
  let now: Matrix = viewport
  for (let at = 0; at < Math.min(fnArray.length, MOST_STEPS); at++) {
    const step = fnArray[at]
    const args: unknown = argsArray[at]
    if (step === OPS.save || step === OPS.paintFormXObjectBegin) kept.push(now)
    if (step === OPS.restore || step === OPS.paintFormXObjectEnd) now = kept.pop() ?? now
    else if (step === OPS.transform && isNumbers(args)) now = Util.transform([...now], [...args])
    else if (step === OPS.paintFormXObjectBegin && Array.isArray(args) && isNumbers(args[0]))
      now = Util.transform([...now], [...args[0]])
    else if (step === OPS.constructPath && Array.isArray(args)) {
      const paint: unknown = args[0]
      const path: unknown = Array.isArray(args[1]) ? args[1][0] : null
      const isDrawn = paint !== OPS.endPath && paint !== OPS.clip && paint !== OPS.eoClip
      const isStroked = paint === OPS.stroke || paint === OPS.closeStroke
      if (isDrawn && isNumbers(path)) for (const part of partsOf(path, now)) rules.push(...sidesOf(part, isStroked))
    }
  }
  return rules
}

const isNumbers = (value: unknown): value is ArrayLike<number> & Iterable<number> =>
  value instanceof Float32Array || (Array.isArray(value) && value.every((one) => typeof one === 'number'))

interface Point {
  readonly x: number
  readonly y: number
}

/** How many numbers follow a step of a path: moveTo, lineTo, curveTo, quadraticCurveTo, closePath. */
const NUMBERS = [2, 2, 6, 4, 0]

/** The parts of a path as their corners; parts with curves are no lines. */
function partsOf(path: ArrayLike<number>, [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: Matrix): Point[][] {
  const parts: Point[][] = []
  let part: Point[] = []
  let isCurved = false
  const end = () => {
    if (part.length > 1 && !isCurved) parts.push(part)
    part = []
    isCurved = false
  }
  for (let at = 0; at < path.length;) {
    const step = path[at++] ?? 4
    const [x = 0, y = 0] = [path[at], path[at + 1]]
    if (step === 0) end()
    if (step === 0 || step === 1) part.push({ x: a * x + c * y + e, y: b * x + d * y + f })
    else if (step === 4 && part[0]) part.push(part[0])
    else isCurved = true
    at += NUMBERS[step] ?? path.length
  }
  end()
  return parts
}

const THIN = 2.5
const LEAST = 4

/** A thin box is one line; of a stroked path every straight side is one. */
function sidesOf(part: readonly Point[], isStroked: boolean): Rule[] {
  const [left, right] = [Math.min(...part.map(({ x }) => x)), Math.max(...part.map(({ x }) => x))]
  const [top, bottom] = [Math.min(...part.map(({ y }) => y)), Math.max(...part.map(({ y }) => y))]
  if (bottom - top <= THIN && right - left >= LEAST) return [level((top + bottom) / 2, left, right)]
  if (right - left <= THIN && bottom - top >= LEAST) return [upright((left + right) / 2, top, bottom)]
  if (!isStroked || part.length > 50) return []
  return part.slice(1).flatMap((to, at): Rule[] => {
    const from = part[at] ?? to
    if (Math.abs(from.y - to.y) <= 1 && Math.abs(from.x - to.x) >= LEAST) return [level(to.y, from.x, to.x)]
    if (Math.abs(from.x - to.x) <= 1 && Math.abs(from.y - to.y) >= LEAST) return [upright(to.x, from.y, to.y)]
    return []
  })
}

const level = (at: number, a: number, b: number): Rule => ({
  way: 'level',
  at,
  from: Math.min(a, b),
  to: Math.max(a, b),
})
const upright = (at: number, a: number, b: number): Rule => ({ ...level(at, a, b), way: 'upright' })
