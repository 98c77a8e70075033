import type { MessageKind } from '#domain/messages/kinds.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { Changing } from '../http/context.ts'
import { saveMessages } from './messages.queries.ts'

/** Something that people are told. */
export type Message = {
  kind: MessageKind
  /** Ids of the people it is for; nobody is fine. */
  to: readonly string[]
  subject: { type: string; id: string }
  /** What the kind's sentence is filled with. */
  facts: SentenceFacts
  /** Says what this message is, once and for all: `assigned <task> <when>`. At most 200 characters. */
  key: string
}

/**
 * Tells people something, in the transaction of the change it tells of: both are there or neither. A person is told the
 * same key once; told again, nothing happens, so a round that runs twice tells nobody twice.
 */
export const tell = (changing: Changing, ...messages: Message[]): Promise<void> => saveMessages(changing, messages)
