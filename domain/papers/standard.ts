/**
 * The measures of an official paper (GB/T 9704-2012, 党政机关公文格式): A4, a text block of 156 × 225 mm that 22 lines of
 * 28 characters fill. Lengths in millimetres, sizes in points.
 */
export const STANDARD = {
  page: { width: 210, height: 297 },
  margin: { top: 37, left: 28, right: 26, bottom: 35 },
  block: { width: 156, height: 225 },
  lines: 22,
  charactersInLine: 28,
  /** From the text block's lower edge to the page number. */
  pageNumberBelow: 7,
  /** From the text block's upper edge to the mark of the office. */
  markBelow: 35,
} as const

/** Fonts by name, none embedded: offices have them, and their licences forbid passing them on. */
export const FONTS = {
  title: '方正小标宋简体',
  body: '仿宋_GB2312',
  heading: '黑体',
  subheading: '楷体_GB2312',
  pageNumber: '宋体',
} as const

/** Points of the sizes by their names: 二号, 三号, 四号. */
export const SIZES = { title: 22, body: 16, pageNumber: 14, mark: 36, cover: 36 } as const

/** The red of the office's mark and of the line under it. */
export const PAPER_RED = 'C4161C'

/** A day as papers write it: `2026年11月20日`, arabic figures without leading zeros. */
export function paperDay(on: string): string {
  const [year = '', month = '', day = ''] = on.split('-')
  return `${year}年${Number(month)}月${Number(day)}日`
}

/** A day without its year, for tables: `11月20日`. */
export function shortDay(on: string): string {
  const [, month = '', day = ''] = on.split('-')
  return `${Number(month)}月${Number(day)}日`
}
