/** One word of the business: its name in code, on screens, and the names nobody uses for it. */
export type Word = {
  /** The name in code. A dot says whose state it is: `sheet.signed`. */
  code: string
  zh: string
  en: string
  /** Other names for it that are not used as identifiers. */
  not: readonly string[]
  meaning: string
}

/** Words that belong together, under one heading of docs/GLOSSARY.md. */
export type WordGroup = { title: string; words: readonly Word[] }

/** Writes a word; the names to avoid come last. */
export const word = (code: string, zh: string, en: string, meaning: string, ...not: readonly string[]): Word => ({
  code,
  zh,
  en,
  not,
  meaning,
})
