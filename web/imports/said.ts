import type { Answer } from '#domain/imports/answers.ts'
import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { ImportsText } from './imports.zh.ts'

/** What a doubt is, in a few words. */
export const doubtTitle = (text: ImportsText, { code, facts }: ReviewDoubt): string => text.doubts[code].title(facts)

/** Why it waits and what to do. */
export const doubtSentence = (text: ImportsText, { code, facts }: ReviewDoubt): string =>
  text.doubts[code].sentence(facts)

export const answerWords = (text: ImportsText, { word, label }: Answer): string => text.answers[word](label)
