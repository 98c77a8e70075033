import type { MessageKind } from '#domain/messages/kinds.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { Changing } from '../http/context.ts'
import { tell } from '../messages/tell.ts'

const TEXT_AT_MOST = 80

/** A directive's text as a message has room for it. */
export const shortText = (text: string): string => {
  const signs = [...text.replace(/\s+/gu, ' ').trim()]
  return signs.length <= TEXT_AT_MOST ? signs.join('') : `${signs.slice(0, TEXT_AT_MOST).join('')}…`
}

/** Tells people of a directive; who does it is not told. */
export async function tellOfDirective(
  changing: Changing,
  kind: MessageKind,
  { id, to, facts }: { id: string; to: readonly string[]; facts: SentenceFacts },
): Promise<void> {
  const { actor, now, requestId } = changing
  const others = [...new Set(to)].filter((personId) => personId !== actor.personId)
  const key = `${kind} ${id} ${now.getTime()} ${requestId}`
  if (others.length > 0) await tell(changing, { kind, to: others, subject: { type: 'directive', id }, facts, key })
}
