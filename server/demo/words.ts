/** Fills the blanks of the demo's texts (see `work.lines.ts`). */

/** `12 家`, `86%`: a number with its measure as officials write it. */
export const withMeasure = (value: number, measure: string): string =>
  measure === '%' ? `${value}%` : `${value} ${measure}`

/** A number with as many decimals as its yearly target has, so that no half company appears. */
export const likeTarget = (value: number, target: number): number => {
  const decimals = Number.isInteger(target) ? 0 : 1
  return Number(value.toFixed(decimals))
}

/** `{n}` and the rest replaced by their values; a blank without a value stays empty. */
export const fill = (text: string, blanks: Record<string, string | number>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(blanks[name] ?? ''))

/** 12 月 20 日, without a leading zero. */
export const spokenDay = (on: string): string => `${Number(on.slice(5, 7))} 月 ${Number(on.slice(8, 10))} 日`
