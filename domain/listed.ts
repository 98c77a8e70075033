import type { Language } from './refusal.ts'

/** Words in a row, as the language parts them: `甲、乙`, `a, b`. */
export const listed = (language: Language, words: readonly string[]): string =>
  words.join(language === 'zh' ? '、' : ', ')
