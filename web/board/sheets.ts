/** Units that fit on one A4 sheet: two leaves side by side. */
export const SHEET_UNITS = 60

/** The most pixels that one row takes. */
const ROW_MAX = 24

/** One printed sheet: the units of its left and right leaf, and how high their rows are. */
export type Sheet<Line> = { leaves: [Line[], Line[]]; rowHeight: number }

/**
 * Lays lines out on as few sheets as hold them, evenly, in order: down the left leaf, then down the right.
 * `leafHeight` is the pixels that the rows of a leaf may take.
 */
export function laySheets<Line>(lines: readonly Line[], leafHeight: number): Sheet<Line>[] {
  const sheetCount = Math.max(1, Math.ceil(lines.length / SHEET_UNITS))
  const perSheet = Math.ceil(lines.length / sheetCount)
  const perLeaf = Math.ceil(perSheet / 2)
  return Array.from({ length: sheetCount }, (_, sheet) => {
    const own = lines.slice(sheet * perSheet, (sheet + 1) * perSheet)
    const rowHeight = Math.min(ROW_MAX, Math.floor((leafHeight / Math.max(1, perLeaf)) * 10) / 10)
    return { leaves: [own.slice(0, perLeaf), own.slice(perLeaf)], rowHeight }
  })
}
