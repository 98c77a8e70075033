import { type Query, useQueryClient } from '@tanstack/react-query'
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
import {
  countAlikeDoubts,
  foreseeConfirmation,
  getSourcePage,
  listDoubts,
  listDrafts,
} from '#domain/imports/pages.contract.ts'
import { ApiError, call } from '#web/api.ts'
import { useRead } from '#web/useEndpoint.ts'
import { isSignedOut } from '#web/ui/SignInLink.tsx'
import { withDoubts, withLit, withRows } from './cache.ts'

/** What a review last said: why something was not done, at which row, and whether it wants a new session. */
export type Said = { sentence: string; draftId: string | null; isSignedOut?: boolean }
type Changed = { done: DraftView[]; changedCount: number; moved: boolean; counts: ImportCounts }

const POLL_MS = 20_000
/** What is read of a document page by page: another row decided may change any of it. */
const PAGES = [listDrafts, listDoubts, getSourcePage, countAlikeDoubts, foreseeConfirmation].map(
  ({ operationId }) => operationId,
)

/** What an answer puts right by itself, where it tells every changed row. */
const TOLD = [getImport, listDrafts, getSourcePage].map(({ operationId }) => operationId)

/**
 * A document under review, and ways to decide. What hands do is done one after another, each with the rows as the one
 * before it left them, so that fast hands do not stumble over themselves; somebody else's change is refused and read.
 */
export function useReview(importId: string) {
  const client = useQueryClient()
  const sent = useMemo(() => ({ params: { importId } }), [importId])
  const { data, error, refetch, isPlaceholderData } = useRead(getImport, sent)
  const [said, setSaid] = useState<Said | null>(null)
  const queue = useRef(Promise.resolve())

  const readAgain = useCallback(
    () => Promise.all([getImport.operationId, ...PAGES].map((name) => client.invalidateQueries({ queryKey: [name] }))),
    [client],
  )

  const run = useCallback(
    (work: () => Promise<unknown>) => {
      queue.current = queue.current.then(async () => {
        try {
          await work()
        } catch (problem) {
          if (!(problem instanceof ApiError)) throw problem
          setSaid({ sentence: problem.message, draftId: null, isSignedOut: isSignedOut(problem) })
          if (problem.status === 409 || problem.status === 404) await readAgain()
        }
      })
      return queue.current
    },
    [readAgain],
  )

  const take = useCallback(
    ({ done, changedCount, moved, counts }: Changed) => {
      client.setQueryData<ImportView>([getImport.operationId, sent], (view) => view && { ...view, counts })
      const patch = <Page>(name: string, change: (page: Page) => Page) =>
        client.setQueriesData<Page>({ queryKey: [name] }, (page) => page && change(page))
      patch(listDrafts.operationId, (page: Parameters<typeof withRows>[0]) => withRows(page, done))
      patch(listDoubts.operationId, (page: Parameters<typeof withDoubts>[0]) => withDoubts(page, done))
      patch(getSourcePage.operationId, (page: Parameters<typeof withLit>[0]) => withLit(page, done))
      // What is on its way was asked for before this: it would bring the former rows back, and is asked for again.
      const isOnItsWay = ({ state }: Query) => state.fetchStatus === 'fetching'
      const isToldWhole = changedCount <= done.length && !moved
      for (const name of [getImport.operationId, ...PAGES]) {
        const isRight = isToldWhole ? TOLD.includes(name) : name === getImport.operationId
        void client.invalidateQueries({ queryKey: [name], ...(isRight && { predicate: isOnItsWay }) })
      }
    },
    [client, sent],
  )

  /** The row as the last answer left it: what a form or a card was drawn with may be older. */
  const fresh = useCallback(
    (draft: DraftView): DraftView => {
      const pages = client.getQueriesData<{ items: DraftView[] }>({ queryKey: [listDrafts.operationId] })
      return pages.flatMap(([, page]) => page?.items ?? []).find(({ id }) => id === draft.id) ?? draft
    },
    [client],
  )

  /** Decides rows; true where all of it was done. */
  const decide = useCallback(
    async (decision: Decision, drafts: readonly DraftView[]): Promise<boolean> => {
      const items = drafts.map(fresh).map(({ id, version }) => ({ draftId: id, version }))
      const answer = await call(decideDrafts, { ...sent, body: { decision, items } })
      take(answer)
      const [refused] = answer.refused
      setSaid(refused ? { sentence: refused.message, draftId: refused.draftId } : null)
      if (refused?.code === 'changed_meanwhile') await readAgain()
      return !refused
    },
    [fresh, readAgain, sent, take],
  )

  /** Makes a row of words of the source; gives the first of those that came of it. */
  const make = useCallback(
    async (span: { start: number; end: number }): Promise<DraftView | undefined> => {
      const answer = await call(decideDrafts, { ...sent, body: { decision: { kind: 'make', span }, items: [] } })
      take(answer)
      setSaid(null)
      return answer.done[0]
    },
    [sent, take],
  )

  const edit = useCallback(
    async (draft: DraftView, cells: CellChanges, takes?: CellName[]): Promise<void> => {
      const body = { version: fresh(draft).version, cells, ...(takes && { takes }) }
      const answer = await call(updateDraft, { params: { importId, draftId: draft.id }, body })
      take({ done: [answer.draft], changedCount: 1, moved: false, counts: answer.counts })
      setSaid(null)
    },
    [fresh, importId, take],
  )

  const isPolled = data?.state === 'review'
  useEffect(() => {
    if (!isPolled) return
    const timer = setInterval(() => {
      if (!document.hidden) void readAgain()
    }, POLL_MS)
    return () => clearInterval(timer)
  }, [isPolled, readAgain])

  return { view: isPlaceholderData ? undefined : data, error, refetch, said, say: setSaid, run, decide, edit, make }
}
export type Review = ReturnType<typeof useReview>
