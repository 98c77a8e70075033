import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { CellChanges, CellName } from '#domain/imports/cells.ts'
import {
  type Decision,
  decideDrafts,
  type DraftView,
  type ImportCounts,
  updateDraft,
} from '#domain/imports/drafts.contract.ts'
import { getImport, type ImportView } from '#domain/imports/imports.contract.ts'
import { ApiError, call } from '#web/api.ts'
import { useRead } from '#web/useEndpoint.ts'

/** What a review last said: why something was not done, and at which row. */
export type Said = { sentence: string; draftId: string | null }
type Changed = { done: DraftView[]; gone: string[]; counts: ImportCounts }

const POLL_MS = 20_000
/** Larger documents are read again only when somebody comes back to the page. */
const POLLED_ROWS = 1000

/** The view with changed rows put in place; rows that a split added follow the row before them in the answer. */
function withChanged(view: ImportView, { done, gone, counts }: Changed): ImportView {
  const drafts = view.drafts.filter(({ id }) => !gone.includes(id))
  let before = ''
  for (const draft of done) {
    const at = drafts.findIndex(({ id }) => id === draft.id)
    if (at >= 0) drafts[at] = draft
    else drafts.splice(drafts.findIndex(({ id }) => id === before) + 1, 0, draft)
    before = draft.id
  }
  return { ...view, drafts, counts }
}

/**
 * A document under review, and ways to decide. Decisions are sent one after another, each with the versions that the
 * one before it left, so that fast hands do not stumble over themselves; somebody else's change is refused and read.
 */
export function useReview(importId: string) {
  const client = useQueryClient()
  const sent = useMemo(() => ({ params: { importId } }), [importId])
  const key = useMemo(() => [getImport.operationId, sent], [sent])
  const { data, error, refetch, isPlaceholderData } = useRead(getImport, sent)
  const [said, setSaid] = useState<Said | null>(null)
  const queue = useRef(Promise.resolve())

  const run = useCallback(
    (work: (view: ImportView) => Promise<Said | null>) => {
      queue.current = queue.current.then(async () => {
        const view = client.getQueryData<ImportView>(key)
        if (!view) return
        try {
          setSaid(await work(view))
        } catch (problem) {
          if (!(problem instanceof ApiError)) throw problem
          setSaid({ sentence: problem.message, draftId: null })
          if (problem.status === 409 || problem.status === 404) await client.invalidateQueries({ queryKey: key })
        }
      })
      return queue.current
    },
    [client, key],
  )

  const decide = useCallback(
    (decision: Decision, draftIds: readonly string[]) =>
      run(async (view) => {
        const items = draftIds.flatMap((draftId) => {
          const draft = view.drafts.find(({ id }) => id === draftId)
          return draft ? [{ draftId, version: draft.version }] : []
        })
        const answer = await call(decideDrafts, { ...sent, body: { decision, items } })
        client.setQueryData(key, (now: ImportView | undefined) => now && withChanged(now, answer))
        const [refused] = answer.refused
        if (!refused) return null
        if (refused.code === 'changed_meanwhile') await client.invalidateQueries({ queryKey: key })
        return { sentence: refused.message, draftId: refused.draftId }
      }),
    [client, key, run, sent],
  )

  const edit = useCallback(
    (draftId: string, cells: CellChanges, takes?: CellName[]) =>
      run(async (view) => {
        const draft = view.drafts.find(({ id }) => id === draftId)
        if (!draft) return null
        const body = { version: draft.version, cells, ...(takes && { takes }) }
        const { draft: done, counts } = await call(updateDraft, { params: { importId, draftId }, body })
        client.setQueryData(
          key,
          (now: ImportView | undefined) => now && withChanged(now, { done: [done], gone: [], counts }),
        )
        return null
      }),
    [client, importId, key, run],
  )

  const isPolled = data?.state === 'review' && data.drafts.length <= POLLED_ROWS
  useEffect(() => {
    if (!isPolled) return
    const timer = setInterval(() => {
      if (!document.hidden) void client.invalidateQueries({ queryKey: key })
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [client, isPolled, key, run])

  return {
    view: isPlaceholderData ? undefined : data,
    error,
    refetch,
    said,
    say: setSaid,
    decide,
    edit,
    readAgain: () => client.invalidateQueries(),
  }
}
export type Review = ReturnType<typeof useReview>
