import { wordFor } from '../glossary.ts'
import type { Language } from '../refusal.ts'
import type { SentenceFacts } from '../sentence.ts'

/** What may be said of something restricted where others than its readers may see it: numbers, days, units, who acted. */
const PLAIN = [
  'code',
  'number',
  'year',
  'level',
  'urgency',
  'unit',
  'units',
  'lead',
  'by',
  'writer',
  'ring',
  'days',
  'count',
  'period',
  'dueOn',
  'lastOn',
  'closesOn',
  'answerBy',
  'acknowledgeBy',
]

/**
 * The facts of a sentence as they may leave the system: by mail, a robot's group, a text message or a calendar. What
 * concerns a restricted task or directive leaves by its number alone; its title, its text and everybody's words about it
 * stay inside, where those who may see them sign in. The one rule of all channels.
 */
export function factsOutside(facts: SentenceFacts, restrictedCode: string | null, language: Language): SentenceFacts {
  if (restrictedCode === null) return facts
  const name = wordFor('restrictedTask', language)
  const plain = Object.keys(facts).map((fact) => [fact, PLAIN.includes(fact) ? facts[fact] : '…'] as const)
  return {
    ...Object.fromEntries(plain),
    title: facts['code'] ? name : `${name} ${restrictedCode}`,
    ...('text' in facts && { text: `${wordFor('restrictedDirective', language)} ${restrictedCode}` }),
  }
}
