import type { Confidence } from '#domain/reports/row.ts'
import type { Light } from '#domain/lights/light.ts'

export const toLines = (text: string): string[] => (text === '' ? [] : text.split('\n'))
export const toText = (lines: readonly string[]): string => lines.join('\n')

/** Lines as the server keeps them: nothing before, behind or between. */
export const tidyText = (text: string): string =>
  toLines(text)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')

/** A number as typed, also in full width (６１．５％); null for none, undefined for what is no number. */
export function readNumber(typed: string): number | null | undefined {
  const text = typed.normalize('NFKC').replace(/[%\s,]/g, '')
  if (text === '') return null
  const value = Number(text)
  return Number.isFinite(value) ? value : undefined
}

/** A share as typed; undefined for what is not between 0 and 100. */
export function readShare(typed: string): number | null | undefined {
  const share = readNumber(typed)
  if (typeof share !== 'number') return share
  return share >= 0 && share <= 100 ? Math.round(share * 10) / 10 : undefined
}

export const formatValue = (value: number | null): string => (value === null ? '' : String(value))

/** So many points more or less, within 0 and 100. */
export const stepShare = (share: number | null, by: number): number =>
  Math.min(100, Math.max(0, Math.round(((share ?? 0) + by) * 10) / 10))

/** Which shape stands for a confidence. */
export const GLYPH_OF: Record<Confidence, Light> = { green: 'green', amber: 'yellow', red: 'red' }
