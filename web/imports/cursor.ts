import type { ReviewDoubt } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { areAlike } from '#domain/imports/answers.ts'

/** A doubt in the queue, with the row it stands at. */
export type QueuedDoubt = { draft: DraftView; number: number; doubt: ReviewDoubt }

/** All open doubts in the order of the rows. */
export const queueOf = (drafts: readonly DraftView[]): QueuedDoubt[] =>
  drafts.flatMap((draft, index) => draft.doubts.map((doubt) => ({ draft, number: index + 1, doubt })))

/** The row `step` away from the current one, staying within the list; the first where none is current. */
export function moved(drafts: readonly DraftView[], currentId: string | null, step: number): string | null {
  const at = drafts.findIndex(({ id }) => id === currentId)
  return drafts[at < 0 ? 0 : Math.min(drafts.length - 1, Math.max(0, at + step))]?.id ?? null
}

/** After deciding a row: the next undecided one, from there round to the beginning; the row itself when all are done. */
export function nextPending(drafts: readonly DraftView[], fromId: string): string {
  const at = drafts.findIndex(({ id }) => id === fromId)
  const round = [...drafts.slice(at + 1), ...drafts.slice(0, Math.max(0, at))]
  return round.find(({ state }) => state === 'pending')?.id ?? fromId
}

/** The doubt after the current one, round to the first; null when none is left. */
export function nextDoubt(
  queue: readonly QueuedDoubt[],
  draftId: string | null,
  doubtId: string | null,
  drafts: readonly DraftView[],
): QueuedDoubt | null {
  const at = queue.findIndex(({ draft, doubt }) => draft.id === draftId && doubt.id === doubtId)
  if (at >= 0) return queue[(at + 1) % queue.length] ?? null
  const row = drafts.findIndex(({ id }) => id === draftId)
  return queue.find(({ number }) => number > row) ?? queue[0] ?? null
}

/** How many doubts one answer would decide. */
export const alikeCount = (queue: readonly QueuedDoubt[], doubt: ReviewDoubt): number =>
  queue.filter((other) => areAlike(doubt, other.doubt)).length
