import { DomHandler, Parser } from 'htmlparser2'
import type { ReceivedText } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'
import { type PlacedCell, ReceivedWriter } from './received.ts'

type Node = DomHandler['dom'][number]
type Element = Extract<Node, { attribs: unknown }>

const DROPPED = new Set(
  'head script style noscript template svg math iframe object select option button input textarea nav audio video canvas map'.split(
    ' ',
  ),
)
const BLOCKS = new Set(
  'p div section article main header footer aside ul ol li dl dt dd table tr td th thead tbody tfoot caption h1 h2 h3 h4 h5 h6 blockquote pre center body html fieldset figure figcaption address hr form'.split(
    ' ',
  ),
)
/** No page that people read is nested so deep. */
const DEEPEST = 300

/** Refuses a page nested too deep when it gets there: the parser's own work grows with the depth, at every tag. */
class Nodes extends DomHandler {
  override onopentag(name: string, attributes: Record<string, string>): void {
    super.onopentag(name, attributes)
    if (this.tagStack.length > DEEPEST) throw new Refusal('file_broken')
  }
}

function nodesOf(html: string): Node[] {
  const nodes = new Nodes()
  new Parser(nodes).end(html)
  return nodes.root.children
}

const isElement = (node: Node): node is Element => 'attribs' in node
const isHidden = (element: Element) =>
  'hidden' in element.attribs || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(element.attribs['style'] ?? '')

class PageReader {
  readonly #writer = new ReceivedWriter()
  #line = ''
  #heading = false

  read(nodes: readonly Node[]): ReceivedText {
    for (const node of nodes) this.#visit(node)
    this.#endLine()
    return this.#writer.done()
  }

  #visit(node: Node): void {
    if (node.type === 'text' && 'data' in node) this.#line += String(node.data).replace(/[\s\u00a0]+/g, ' ')
    if (!isElement(node) || DROPPED.has(node.name) || isHidden(node)) return
    if (node.name === 'br') return this.#endLine()
    if (node.name === 'table' && this.#table(node)) return
    const block = BLOCKS.has(node.name)
    if (block) this.#endLine()
    const outer = this.#heading
    if (/^h[1-6]$/.test(node.name)) this.#heading = true
    for (const child of node.children) this.#visit(child)
    if (block) this.#endLine()
    this.#heading = outer
  }

  #endLine(): void {
    const text = this.#line.trim()
    this.#line = ''
    if (text !== '') this.#writer.paragraph(text, this.#heading ? 'heading' : 'paragraph')
  }

  /** A table of data becomes cells; one that only lays out the page (nested, or of one column) is read through. */
  #table(table: Element): boolean {
    const rows = rowsOf(table)
    const columns = Math.max(0, ...rows.map((row) => row.length))
    if (columns < 2 || rows.length < 2 || contains(table, 'table')) return false
    this.#endLine()
    const cells = placedCells(rows)
    if (cells.length === 0) return true
    this.#writer.table(cells)
    return true
  }
}

const elementsIn = (element: Element): Element[] =>
  element.children.filter((child): child is Element => isElement(child))

function rowsOf(table: Element): Element[][] {
  const rows = elementsIn(table).flatMap((child) =>
    /^t(?:head|body|foot)$/.test(child.name) ? elementsIn(child) : [child],
  )
  return rows
    .filter((row) => row.name === 'tr' && !isHidden(row))
    .map((row) => elementsIn(row).filter((cell) => cell.name === 'td' || cell.name === 'th'))
}

function contains(element: Element, name: string): boolean {
  return elementsIn(element).some((child) => child.name === name || contains(child, name))
}

const spanOf = (cell: Element, name: string) => Math.max(1, Math.min(1000, Number(cell.attribs[name]) || 1))

function placedCells(rows: readonly Element[][]): PlacedCell[] {
  const taken = new Set<string>()
  const cells: PlacedCell[] = []
  for (const [row, elements] of rows.entries()) {
    let column = 0
    for (const element of elements) {
      while (taken.has(`${row}/${column}`)) column++
      const rowSpan = Math.min(spanOf(element, 'rowspan'), rows.length - row)
      const columnSpan = Math.min(spanOf(element, 'colspan'), 100)
      for (let r = 0; r < rowSpan; r++) for (let c = 0; c < columnSpan; c++) taken.add(`${row + r}/${column + c}`)
      if (taken.size > 400_000) throw new Refusal('file_zip_bomb')
      const text = wordsOf(element)
        .replace(/ *\n[ \n]*/g, '\n')
        .trim()
      if (text !== '') cells.push({ text, row, column, rowSpan, columnSpan })
      column += columnSpan
    }
  }
  return cells
}

function wordsOf(element: Element): string {
  let words = ''
  for (const child of element.children) {
    if (child.type === 'text' && 'data' in child) words += String(child.data).replace(/[\s\u00a0]+/g, ' ')
    else if (isElement(child) && !DROPPED.has(child.name) && !isHidden(child)) {
      if (child.name === 'br') words += '\n'
      else words += BLOCKS.has(child.name) ? `\n${wordsOf(child)}\n` : wordsOf(child)
    }
  }
  return words
}

/** Reads a web page: scripts, menus and hidden parts dropped, tables to cells. `html` is already decoded. */
export function readHtml(html: string): ReceivedText {
  return new PageReader().read(nodesOf(html))
}
