import { formatOnInFull, type Day } from '../calendar/calendar.ts'
import type { Language } from '../refusal.ts'
import type { SentenceFacts } from '../sentence.ts'
import { type MessageKind, messageSentence } from './kinds.ts'
import { factsOutside } from './outside.ts'

/** A message that went to somebody by a channel: what a subject line and a plain text can hold. */
export type Letter = { subject: string; text: string }

/** A message, with the number of the task or directive that it concerns where that is restricted. */
export type ToTell = { kind: MessageKind; facts: SentenceFacts; restrictedCode: string | null }

/** What a letter is made of. */
export type ToWrite = {
  organization: string
  person: string
  language: Language
  /** The office day whose summary it is; null for what is urgent. */
  digestOn: Day | null
  /** In the order they were told. */
  messages: readonly ToTell[]
  /** Where the system is opened; null where nobody said. */
  address: string | null
}

/** More than anybody reads at once; the rest is counted. */
const MOST = 50

const WORDS = {
  zh: {
    digest: (organization: string, on: string, count: number) => `${organization}督查事项汇总（${on}，${count} 项）`,
    urgent: (organization: string, count: number) => `${organization}督查提醒（${count} 项）`,
    greeting: (person: string) => `${person}：`,
    rest: (count: number) => `另有 ${count} 项，请登录查看。`,
    open: (address: string) => `办理请登录：${address}`,
  },
  en: {
    digest: (organization: string, on: string, count: number) => `${organization}: summary of ${on} (${count})`,
    urgent: (organization: string, count: number) => `${organization}: please note (${count})`,
    greeting: (person: string) => `${person},`,
    rest: (count: number) => `And ${count} more; please sign in to read them.`,
    open: (address: string) => `Sign in to act: ${address}`,
  },
} as const

/** Writes what one person is told at one time, as one letter: a greeting, one numbered line for each message. */
export function writeLetter({ organization, person, language, digestOn, messages, address }: ToWrite): Letter {
  const words = WORDS[language]
  const lines = messages
    .slice(0, MOST)
    .map(({ kind, facts, restrictedCode }) =>
      messageSentence(kind, factsOutside(facts, restrictedCode, language), language),
    )
    .map((sentence, index) => `${index + 1}. ${onOneLine(sentence)}`)
  const rest = messages.length - lines.length
  const subject = digestOn
    ? words.digest(organization, formatOnInFull(digestOn, language), messages.length)
    : words.urgent(organization, messages.length)
  const end = [...(rest > 0 ? [words.rest(rest)] : []), ...(address ? [words.open(address)] : [])]
  return {
    subject: onOneLine(subject),
    text: [words.greeting(person), ...lines, ...(end.length > 0 ? ['', ...end] : [])].join('\n'),
  }
}

// Titles and reasons are people's own text: a line break of theirs must not look like a line of ours.
const onOneLine = (text: string): string => text.replace(/\s*[\r\n\u2028\u2029]+\s*/g, ' ').trim()
