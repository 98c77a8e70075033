import { wordFor } from '#domain/glossary.ts'
import type { Language } from '#domain/refusal.ts'

/** A word of the glossary that stands alone, on a label or in a cell: English begins it with a capital. */
export function labelFor(code: string, language: Language): string {
  const word = wordFor(code, language)
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`
}
