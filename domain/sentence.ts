import { formatOnInFull, isDay } from './calendar/calendar.ts'
import { wordFor } from './glossary.ts'
import { listed } from './listed.ts'

/** A sentence in every language, with `{placeholders}` for its facts. */
export type SentenceText = { zh: string; en: string }

/** The values a sentence is filled with; they also travel to the browser, so never secrets. */
export type SentenceFacts = Record<string, string | number | boolean | null | readonly string[]>

/** The sentence in one language, filled from the facts. */
export const fillSentence = (text: SentenceText, facts: SentenceFacts, language: keyof SentenceText): string =>
  text[language].replace(/\{(\w+)\}/g, (_, name: string) => spoken(facts[name], language))

/** A fact that begins with `@` is a word of the glossary: `@registered` is said as 已立项 or registered; a day as days are. */
const spoken = (value: SentenceFacts[string] | undefined, language: keyof SentenceText): string => {
  if (Array.isArray(value))
    return listed(
      language,
      value.map((part) => spoken(part, language)),
    )
  const text = String(value ?? '')
  if (isDay(text)) return formatOnInFull(text, language)
  return text.startsWith('@') ? wordFor(text.slice(1), language) : text
}
