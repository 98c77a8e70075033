import { strToU8, type Zippable, zipSync } from 'fflate'

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'

/** A zip container of the given parts. */
export const container = (parts: Readonly<Record<string, string>>): Uint8Array => {
  const files: Zippable = {}
  for (const [name, text] of Object.entries(parts)) files[name] = strToU8(text)
  return zipSync(files)
}

/** A Word file with this body (WordprocessingML) and, where given, its numbering and styles. */
export const wordFile = (body: string, numbering = '', styles = ''): Uint8Array =>
  container({
    '[Content_Types].xml': '<Types/>',
    'word/document.xml': `<?xml version="1.0"?><w:document ${W}><w:body>${body}</w:body></w:document>`,
    ...(numbering === '' ? {} : { 'word/numbering.xml': `<w:numbering ${W}>${numbering}</w:numbering>` }),
    ...(styles === '' ? {} : { 'word/styles.xml': `<w:styles ${W}>${styles}</w:styles>` }),
  })

/** A paragraph; `properties` go into its pPr. */
export const paragraph = (text: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}<w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`

/** A paragraph numbered by Word itself. */
export const numbered = (text: string, numId: number, level: number): string =>
  paragraph(text, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${numId}"/></w:numPr>`)

/** A table cell; `properties` go into its tcPr. */
export const tableCell = (text: string, properties = ''): string =>
  `<w:tc>${properties === '' ? '' : `<w:tcPr>${properties}</w:tcPr>`}${paragraph(text)}</w:tc>`

/** What a sheet cell is in a test: words, a number, a number with the n-th style, or nothing. */
type SheetValue = string | number | { readonly number: number; readonly style: number } | null

export interface SheetPlan {
  readonly name?: string
  readonly rows: readonly (readonly SheetValue[])[]
  readonly merges?: readonly string[]
  readonly hidden?: boolean
  readonly hiddenRows?: readonly number[]
}

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${columnName(Math.floor(column / 26) - 1)}${columnName(column % 26)}`
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function sheetXml(plan: SheetPlan): string {
  const rows = plan.rows.map((row, at) => {
    const cells = row.map((value, column) => {
      const place = `${columnName(column)}${at + 1}`
      if (value === null) return ''
      if (typeof value === 'string') return `<c r="${place}" t="inlineStr"><is><t>${escaped(value)}</t></is></c>`
      if (typeof value === 'number') return `<c r="${place}"><v>${value}</v></c>`
      return `<c r="${place}" s="${value.style}"><v>${value.number}</v></c>`
    })
    return `<row r="${at + 1}"${plan.hiddenRows?.includes(at) ? ' hidden="1"' : ''}>${cells.join('')}</row>`
  })
  const merges = (plan.merges ?? []).map((merge) => `<mergeCell ref="${merge}"/>`).join('')
  return `<worksheet><sheetData>${rows.join('')}</sheetData>${merges === '' ? '' : `<mergeCells>${merges}</mergeCells>`}</worksheet>`
}

/** Number formats of `workbook`: 0 general, 1 a day, 2 a month in Chinese, 3 a share. */
const STYLES =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="10"/></cellXfs></styleSheet>'

/** An Excel file with these sheets. */
export function workbook(sheets: readonly SheetPlan[]): Uint8Array {
  const parts: Record<string, string> = {
    '[Content_Types].xml': '<Types/>',
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${sheets.map((sheet, at) => `<sheet name="${sheet.name ?? `表${at + 1}`}" sheetId="${at + 1}" r:id="rId${at + 1}"${sheet.hidden ? ' state="hidden"' : ''}/>`).join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets.map((_, at) => `<Relationship Id="rId${at + 1}" Target="worksheets/sheet${at + 1}.xml"/>`).join('')}</Relationships>`,
  }
  for (const [at, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${at + 1}.xml`] = sheetXml(sheet)
  return container(parts)
}
