import type { MessageKind } from '#domain/messages/kinds.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { Changing } from '../http/context.ts'
import { tell } from '../messages/tell.ts'

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
