import type { MessageKind } from '#domain/messages/kinds.ts'
import { type Concerned, type HeldPost, recipientsOf } from '#domain/messages/recipients.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import type { Changing } from '../http/context.ts'
import { loadPosts } from '../messages/recipients.queries.ts'
import { type Message, tell } from '../messages/tell.ts'
import { type LockedSupport, loadSupportsOf } from './supports.queries.ts'

/** Whom of the supporting and of the lead unit a kind is for. */
type Audience = { kind: MessageKind; supporting: readonly Concerned[]; lead: readonly Concerned[] }

const DESK = ['unitHead', 'liaison'] as const
export const SUPPORT_TELLINGS = {
  asked: { kind: 'supportAsked', supporting: DESK, lead: [] },
  delivered: { kind: 'supportDelivered', supporting: [], lead: ['unitHead'] },
  confirmed: { kind: 'supportConfirmed', supporting: DESK, lead: [] },
  returned: { kind: 'supportReturned', supporting: DESK, lead: [] },
  undelivered: { kind: 'supportUndelivered', supporting: DESK, lead: [] },
  silent: { kind: 'supportSilent', supporting: DESK, lead: ['unitHead'] },
} as const satisfies Record<string, Audience>

export type ToldSupport = { support: LockedSupport; facts?: SentenceFacts }

/** Tells exactly those whom it concerns, in both units; who did it is not told. */
export async function tellSupports(
  changing: Changing,
  what: keyof typeof SUPPORT_TELLINGS,
  told: readonly ToldSupport[],
): Promise<void> {
  if (told.length === 0) return
  const { tx, actor } = changing
  const unitIds = told.flatMap(({ support: { unitId, leadUnitId } }) => [unitId, ...(leadUnitId ? [leadUnitId] : [])])
  const posts = await loadPosts(tx, actor.organizationId, [...new Set(unitIds)])
  await tell(changing, ...told.flatMap((one) => messageOf(changing, SUPPORT_TELLINGS[what], one, posts)))
}

function messageOf(
  { actor, now, requestId }: Changing,
  { kind, supporting, lead }: Audience,
  { support, facts }: ToldSupport,
  posts: readonly HeldPost[],
): Message[] {
  const { taskId, unitId, leadUnitId, code, title, unit, lead: leadName, deliverable, dueOn } = support
  const of = (concerned: readonly Concerned[], id: string | null) =>
    concerned.length === 0 ? [] : recipientsOf(concerned, { unitId: id, leaderId: null, assigneeId: null }, posts)
  const to = [...new Set([...of(supporting, unitId), ...of(lead, leadUnitId)])].filter((id) => id !== actor.personId)
  if (to.length === 0) return []
  const named = { code, title, unit, lead: leadName, deliverable: deliverable || title, dueOn: dueOn ?? '' }
  const key = `${kind} ${taskId} ${unitId} ${now.getTime()} ${requestId}`
  return [{ kind, to, subject: { type: 'task', id: taskId }, facts: { ...named, ...facts }, key }]
}

/** Once a task is with its lead unit, its supporting units hear what they owe it. */
export async function tellAskedSupports(changing: Changing, taskIds: readonly string[]): Promise<void> {
  const supports = await loadSupportsOf(changing.tx, changing.actor.organizationId, taskIds)
  const told = supports.map((support) => ({ support }))
  await tellSupports(changing, 'asked', told)
}
