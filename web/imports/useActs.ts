import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { type Answer, answersTo, type Part } from '#domain/imports/answers.ts'
import type { CellChanges, CellName, ReviewDoubt } from '#domain/imports/cells.ts'
import type { Decision, DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { findDraftPlace } from '#domain/imports/pages.contract.ts'
import { call } from '#web/api.ts'
import type { KeyBindings } from '#web/ui/useKeys.ts'
import { laterDoubt } from './cache.ts'
import type { Review } from './useReview.ts'
import type { Typed } from './typed.ts'
import { type Span, unreadAfter } from './unread.ts'
import { rowAt, type RowsOf, useRows } from './useRows.ts'

export type Asking = 'split' | 'register' | 'keys' | 'undo' | null
/** Where the officer is: the current row and doubt, and what is open. */
export type Place = {
  draftId: string | null
  /** Rows shown before the current one. */
  index: number
  /** The doubt chosen in the queue; otherwise the row's first. */
  doubtId: string | null
  mode: 'look' | 'edit'
  /** The cell to begin with when editing. */
  focus: CellName | null
  /** What was typed into a form whose save was refused. */
  typed: Typed | null
  /** How often a form came back with what was typed. */
  returns: number
  received: boolean
  /** Words of the source that no row holds, chosen to become one. */
  chosen: Span | null
  /** Whether every cell says which words gave it. */
  explained: boolean
  /** Whether a ledger's rows that change nothing are shown as well. */
  unchanged: boolean
  asking: Asking
  ticks: Ticks
}
const NO_TICKS: Ticks = { doubtId: null, scope: 'one', remember: null }
const START: Place = {
  draftId: null,
  index: -1,
  doubtId: null,
  mode: 'look',
  focus: null,
  typed: null,
  returns: 0,
  received: false,
  chosen: null,
  explained: false,
  unchanged: false,
  asking: null,
  ticks: NO_TICKS,
}

/** How the current row's form begins. */
export const formOf = ({ typed, focus }: Place): Pick<Place, 'typed' | 'focus'> => ({ typed, focus })

export type Scope = 'one' | 'alike'
/** What was ticked beside the answers of one doubt; it holds however the answer is then given. */
type Ticks = { doubtId: string | null; scope: Scope; remember: boolean | null }
type Texts = { similarNone: string; nothingSplit: string; nothingUnread: string; nothingChosen: string }
type Seek = { to: 'draft' | 'pending' | 'doubt'; of?: string }

/** The place with its changes at once, for hands that are faster than the next picture. */
function usePlace() {
  const [place, setPlace] = useState(START)
  const now = useRef(place)
  const change = (part: Partial<Place>) => {
    now.current = { ...now.current, ...part }
    setPlace(now.current)
  }
  return { place, now, change }
}

const isFolded = ({ kind, state, sameCount }: ImportView, place: Place): boolean =>
  kind === 'ledger' && state === 'review' && !place.unchanged && sameCount > 0

/** Moving about in a review: to the next row, the next doubt, a row that somebody points at. */
function useMoves(review: Review, view: ImportView) {
  const client = useQueryClient()
  const { place, now, change } = usePlace()
  const total = view.counts.found - (isFolded(view, place) ? view.sameCount : 0)
  const rowsOf = (at: Place): RowsOf => ({ importId: view.id, same: isFolded(view, at) ? 'without' : 'with' })
  const rows = useRows(rowsOf(place), [place.index])
  const atPlace = rows(place.index)
  const current = atPlace?.id === place.draftId ? atPlace : undefined

  /**
   * Does what hands asked for when its turn comes. Where a form came back meanwhile, they asked for it of a row that
   * was to be saved first: it is left undone.
   */
  const run = (work: () => Promise<unknown>) => {
    const { returns } = now.current
    return review.run(async () => now.current.returns === returns && work())
  }
  /** The current row as the last decision left it. Where rows moved meanwhile, it is looked for by its id. */
  const rowNow = async (): Promise<DraftView | undefined> => {
    const { draftId, index } = now.current
    if (draftId === null) return undefined
    const row = await rowAt(client, rowsOf(now.current), index)
    if (row?.id === draftId) return row
    await seek({ to: 'draft', of: draftId })
    return rowAt(client, rowsOf(now.current), now.current.index)
  }
  const find = async ({ to, of }: Seek) => {
    const { importId, same } = rowsOf(now.current)
    const query = { to, same, ...(of !== undefined && { of }) }
    return (await call(findDraftPlace, { params: { importId }, query })).place
  }
  const seek = async (what: Seek, doubtId: string | null = null): Promise<void> => {
    const found = await find(what)
    if (found) change({ ...found, doubtId, mode: 'look', focus: null, chosen: null })
  }
  const goTo = (draftId: string, doubtId: string | null = null) => {
    review.say(null)
    void run(() => seek({ to: 'draft', of: draftId }, doubtId))
  }
  const step = (by: number) =>
    void run(async () => {
      const index = Math.min(total - 1, Math.max(0, now.current.index + by))
      const row = await rowAt(client, rowsOf(now.current), index)
      review.say(null)
      if (row) change({ draftId: row.id, index, doubtId: null, mode: 'look', focus: null })
    })
  /** The current row stands elsewhere now; a form that is open in it stays open. */
  const follow = async (draftId: string) => {
    const found = await find({ to: 'draft', of: draftId })
    if (found?.draftId === draftId) change(found)
    else await seek({ to: 'pending' })
  }
  const begin = useRef(seek)
  useEffect(() => {
    void review.run(() => begin.current({ to: 'pending' }))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- where one begins is asked once
  }, [])
  // Rows came or went before the current one: it is looked for where it stands now.
  const isAway = place.draftId !== null && atPlace !== undefined && current === undefined
  useEffect(() => {
    const { draftId } = now.current
    if (isAway && draftId !== null) void review.run(() => follow(draftId))
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- looked for once each time
  }, [isAway])
  return { place, now, change, run, total, rowsOf: rowsOf(place), current, rowNow, seek, goTo, step }
}

/** Everything that can be done in a review, by hand or by key. */
export function useActs(review: Review, view: ImportView, texts: Texts, today: string) {
  const client = useQueryClient()
  const { place, now, change, run, total, rowsOf, current, rowNow, seek, goTo, step } = useMoves(review, view)
  const doubt = current?.doubts.find(({ id }) => id === place.doubtId) ?? current?.doubts[0]
  /** Does something with the row that is current when its turn comes. */
  const withRow = (work: (row: DraftView) => Promise<unknown> | void) =>
    void run(async () => {
      const row = await rowNow()
      if (row) await work(row)
    })
  /** Unless somebody unticks it, a name that is met for the first time is remembered. */
  const ticksAt = ({ id, code }: ReviewDoubt, { ticks }: Place) => {
    const own = ticks.doubtId === id ? ticks : NO_TICKS
    return { scope: own.scope, remember: own.remember ?? code === 'unknown_unit' }
  }
  const tick = (asked: ReviewDoubt, part: Partial<Omit<Ticks, 'doubtId'>>) =>
    change({ ticks: { ...ticksAt(asked, now.current), ...part, doubtId: asked.id } })
  const doubtOf = (row: DraftView) => row.doubts.find(({ id }) => id === now.current.doubtId) ?? row.doubts[0]
  const decideRow = (decision: Decision, draft: DraftView) => void run(() => review.decide(decision, [draft]))
  const toDoubt = () =>
    void run(async () => {
      const row = await rowNow()
      const later = row && laterDoubt(row, doubtOf(row)?.id ?? null)
      if (later) change({ doubtId: later, mode: 'look', focus: null })
      else await seek({ to: 'doubt', ...(row && { of: row.id }) })
    })
  // What still waits for an answer comes first: the refusal is said at the row, and one stays there.
  const accept = () =>
    withRow(async (row) => {
      if (await review.decide({ kind: 'accept' }, [row])) await seek({ to: 'pending', of: row.id })
    })
  const discard = () =>
    withRow(async (row) => {
      const isPending = row.state === 'pending'
      const isDone = await review.decide(isPending ? { kind: 'discard', reason: '' } : { kind: 'reopen' }, [row])
      if (isPending && isDone) await seek({ to: 'pending', of: row.id })
    })
  const merge = () =>
    withRow((row) => {
      const taskId = row.doubts.find(({ code }) => code === 'similar_task')?.choices[0]?.value
      if (!taskId) return review.say({ sentence: texts.similarNone, draftId: row.id })
      return review.decide({ kind: 'merge', taskId }, [row])
    })
  const split = () =>
    withRow((row) => {
      if (row.task) review.say({ sentence: texts.nothingSplit, draftId: row.id })
      else change({ asking: 'split' })
    })
  const edit = (focus: CellName | null) =>
    withRow((row) => {
      if (!row.task) change({ mode: 'edit', focus, typed: null })
    })
  const answer = (draft: DraftView, asked: ReviewDoubt, { id, deed }: Answer) => {
    const { scope, remember } = ticksAt(asked, now.current)
    change({ doubtId: null })
    if (deed.kind === 'nameUnit') return nameUnit(draft, deed.name, deed.unitId, remember)
    decideRow({ kind: 'answer', doubtId: asked.id, answer: id, scope }, draft)
  }
  const nameUnit = (draft: DraftView, name: string, unitId: string, remember: boolean) =>
    decideRow({ kind: 'nameUnit', name, unitId, remember: remember ? 'alias' : 'no' }, draft)
  const answerNumber = (number: number, alike?: 'alike') =>
    withRow(async (row) => {
      const asked = doubtOf(row)
      const chosen = asked && answersTo(asked, { cells: row.cells, planYear: view.plan.year, today })[number - 1]
      if (!asked || !chosen) return
      const { deed, id } = chosen
      const { scope, remember } = ticksAt(asked, now.current)
      const decision: Decision =
        deed.kind === 'nameUnit'
          ? { kind: 'nameUnit', name: deed.name, unitId: deed.unitId, remember: remember ? 'alias' : 'no' }
          : { kind: 'answer', doubtId: asked.id, answer: id, scope: alike ?? scope }
      change({ doubtId: null })
      await review.decide(decision, [row])
    })
  const write = (draft: DraftView, cells: CellChanges) => void run(() => review.edit(draft, cells))
  /**
   * Saves what a form holds: `close` where its row stays the current one, `keep` where hands went elsewhere. Where that
   * is refused, the form comes back with what was typed, and the answer is no.
   */
  const save = async (
    how: 'close' | 'keep',
    { draft, index }: { draft: DraftView; index: number },
    typed: Typed,
    cells: CellChanges,
  ): Promise<boolean> => {
    if (how === 'close') change({ mode: 'look', focus: null, typed: null })
    if (Object.keys(cells).length === 0) return true
    const [focus = null] = Object.keys(cells) as CellName[]
    let isSaved = false
    await review.run(async () => {
      try {
        await review.edit(draft, cells)
        isSaved = true
      } catch (problem) {
        change({ draftId: draft.id, index, mode: 'edit', focus, typed, returns: now.current.returns + 1, chosen: null })
        throw problem
      }
    })
    return isSaved
  }
  return {
    place: { ...place, doubtId: doubt?.id ?? null },
    current,
    total,
    rowsOf,
    acts: {
      goTo,
      step,
      toDoubt,
      accept,
      discard,
      merge,
      split,
      answer,
      nameUnit,
      answerNumber,
      tick,
      ticks: (asked: ReviewDoubt) => ticksAt(asked, place),
      save,
      edit,
      stopEditing: () => {
        review.say(null)
        change({ mode: 'look', focus: null, typed: null })
      },
      write,
      take: (draft: DraftView, takes: CellName[]) => void run(() => review.edit(draft, {}, takes)),
      splitInto: (into: Part[]) => {
        change({ asking: null })
        withRow((row) => review.decide({ kind: 'split', into }, [row]))
      },
      choose: (chosen: Span | null) => change({ chosen, mode: 'look', focus: null }),
      chooseNext: () =>
        void run(async () => {
          const from = now.current.chosen?.end ?? (await rowNow())?.source.end ?? 0
          const chosen = await unreadAfter(client, view.id, from)
          if (chosen) change({ chosen, received: false, mode: 'look', focus: null })
          else review.say({ sentence: texts.nothingUnread, draftId: null })
        }),
      make: () =>
        void run(async () => {
          const { chosen } = now.current
          if (chosen === null) return review.say({ sentence: texts.nothingChosen, draftId: null })
          const row = await review.make(chosen)
          change({ chosen: null })
          if (row) await seek({ to: 'draft', of: row.id })
        }),
      undo: () => void run(() => review.decide({ kind: 'undo' }, [])),
      showUnchanged: () => {
        change({ unchanged: true })
        const { draftId } = now.current
        void run(() => (draftId === null ? seek({ to: 'pending' }) : seek({ to: 'draft', of: draftId })))
      },
      toggleSource: () => change({ received: !place.received }),
      toggleExplained: () => change({ explained: !place.explained }),
      ask: (asking: Asking) => change({ asking }),
    },
  }
}
export type Acts = ReturnType<typeof useActs>['acts']

/** The keys of the review (FACE, Forms): asked only while nobody types. */
export function keysOf(acts: Acts): KeyBindings {
  const digits = Array.from({ length: 9 }, (_, index) => index + 1)
  return {
    j: () => acts.step(1),
    k: () => acts.step(-1),
    a: acts.accept,
    e: () => acts.edit('title'),
    m: acts.split,
    i: acts.merge,
    x: acts.discard,
    n: acts.toDoubt,
    z: acts.undo,
    l: acts.chooseNext,
    t: acts.make,
    r: () => acts.ask('register'),
    s: acts.toggleSource,
    w: acts.toggleExplained,
    '?': () => acts.ask('keys'),
    ...Object.fromEntries(digits.map((digit) => [String(digit), () => acts.answerNumber(digit)])),
    ...Object.fromEntries(digits.map((digit) => [`Alt+${digit}`, () => acts.answerNumber(digit, 'alike')])),
  }
}
