import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { QueuedDoubt, SourcePage } from '#domain/imports/pages.contract.ts'

/*
 * What a decision's answer makes of the pages that are on screen, until they are read again: the rows it gives back
 * stand in the place of their former selves.
 */

type Rows = { items: DraftView[]; total: number }
type Doubts = { items: QueuedDoubt[]; before: number }

const byId = (done: readonly DraftView[]) => new Map(done.map((draft) => [draft.id, draft]))

export function withRows(page: Rows, done: readonly DraftView[]): Rows {
  const changed = byId(done)
  return { ...page, items: page.items.map((draft) => changed.get(draft.id) ?? draft) }
}

/** A changed row's doubts that are left stand where its first one stood. */
export function withDoubts(page: Doubts, done: readonly DraftView[]): Doubts {
  const changed = byId(done)
  const placed = new Set<string>()
  const items = page.items.flatMap((item): QueuedDoubt[] => {
    const draft = changed.get(item.draftId)
    if (!draft) return [item]
    if (placed.has(draft.id)) return []
    placed.add(draft.id)
    return draft.doubts.map((doubt) => ({ draftId: draft.id, number: draft.number, doubt }))
  })
  return { ...page, items }
}

export function withLit(page: SourcePage, done: readonly DraftView[]): SourcePage {
  const changed = byId(done)
  const rows = page.rows.map((row) => {
    const draft = changed.get(row.draftId)
    return draft ? { ...row, state: draft.state, doubts: draft.doubts } : row
  })
  return { ...page, rows }
}

/** The doubt of the row after this one; null after its last. */
export function laterDoubt({ doubts }: Pick<DraftView, 'doubts'>, doubtId: string | null): string | null {
  const at = doubts.findIndex(({ id }) => id === doubtId)
  return at < 0 ? null : (doubts[at + 1]?.id ?? null)
}
