import { useMemo, useState } from 'react'
import { type Answer, answersTo } from '#domain/imports/answers.ts'
import type { CellChanges, CellName, ReviewDoubt } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { Part } from '#domain/imports/answers.ts'
import type { KeyBindings } from '#web/ui/useKeys.ts'
import { moved, nextDoubt, nextPending, queueOf, type QueuedDoubt } from './cursor.ts'
import type { Review } from './useReview.ts'

export type Asking = 'split' | 'register' | 'keys' | 'undo' | null
/** Where the officer is: the current row and doubt, and what is open. */
export type Place = {
  draftId: string | null
  /** The doubt chosen in the queue; otherwise the row's first. */
  doubtId: string | null
  mode: 'look' | 'edit'
  /** The cell to begin with when editing. */
  focus: CellName | null
  received: boolean
  /** Whether a ledger's rows that change nothing are shown as well. */
  unchanged: boolean
  asking: Asking
}
const START: Place = {
  draftId: null,
  doubtId: null,
  mode: 'look',
  focus: null,
  received: false,
  unchanged: false,
  asking: null,
}

export type Scope = 'one' | 'alike'
type Texts = { similarNone: string; nothingSplit: string }

/** A ledger's row that says what its task says already. */
export const isUnchanged = ({ state, task, differences, doubts }: DraftView): boolean =>
  state === 'merged' && task !== null && differences.length === 0 && doubts.length === 0

/** The current row: where the officer went, else the first undecided one. */
function currentOf(
  drafts: readonly DraftView[],
  shown: readonly DraftView[],
  draftId: string | null,
): DraftView | undefined {
  return drafts.find(({ id }) => id === draftId) ?? drafts.find(({ state }) => state === 'pending') ?? shown[0]
}

/** Everything that can be done in a review, by hand or by key. */
export function useActs(review: Review, texts: Texts, today: string) {
  const { view } = review
  const [place, setPlace] = useState(START)
  const change = (part: Partial<Place>) => setPlace((now) => ({ ...now, ...part }))
  const drafts = useMemo(() => view?.drafts ?? [], [view])
  const isLedger = view?.kind === 'ledger' && view.state === 'review'
  const shown = useMemo(
    () => (isLedger && !place.unchanged ? drafts.filter((draft) => !isUnchanged(draft)) : drafts),
    [drafts, isLedger, place.unchanged],
  )
  const queue = useMemo(() => queueOf(drafts), [drafts])
  const current = currentOf(drafts, shown, place.draftId)
  const doubt = current?.doubts.find(({ id }) => id === place.doubtId) ?? current?.doubts[0]
  const goTo = (draftId: string, doubtId: string | null = null) => {
    review.say(null)
    change({ draftId, doubtId, mode: 'look', focus: null })
  }
  const step = (by: number) => {
    const next = moved(shown, current?.id ?? null, by)
    if (next !== null) goTo(next)
  }
  const toDoubt = () => {
    const next = nextDoubt(queue, current?.id ?? null, doubt?.id ?? null, drafts)
    if (next) goTo(next.draft.id, next.doubt.id)
  }
  const accept = () => {
    if (!current) return
    // What still waits for an answer comes first: the queue goes there instead of a refusal.
    if (current.doubts.length === 0) goTo(nextPending(drafts, current.id))
    void review.decide({ kind: 'accept' }, [current.id])
  }
  const discard = () => {
    if (!current) return
    if (current.state === 'pending') goTo(nextPending(drafts, current.id))
    void review.decide(current.state === 'pending' ? { kind: 'discard', reason: '' } : { kind: 'reopen' }, [current.id])
  }
  const merge = () => {
    const similar = current?.doubts.find(({ code }) => code === 'similar_task')
    const taskId = similar?.choices[0]?.value
    if (!current || !taskId) return review.say({ sentence: texts.similarNone, draftId: current?.id ?? null })
    void review.decide({ kind: 'merge', taskId }, [current.id])
  }
  const split = () => {
    if (current?.task) return review.say({ sentence: texts.nothingSplit, draftId: current.id })
    change({ asking: 'split' })
  }
  const answer = (draft: DraftView, asked: ReviewDoubt, { id, deed }: Answer, scope: Scope, remember: boolean) => {
    change({ draftId: draft.id, doubtId: null })
    if (deed.kind === 'nameUnit') return nameUnit(draft, deed.name, deed.unitId, remember)
    void review.decide({ kind: 'answer', doubtId: asked.id, answer: id, scope }, [draft.id])
  }
  const nameUnit = (draft: DraftView, name: string, unitId: string, remember: boolean) =>
    void review.decide({ kind: 'nameUnit', name, unitId, remember: remember ? 'alias' : 'no' }, [draft.id])
  const answerNumber = (number: number, scope: Scope) => {
    if (!current || !doubt || !view) return
    const chosen = answersTo(doubt, { cells: current.cells, planYear: view.plan.year, today })[number - 1]
    if (chosen) answer(current, doubt, chosen, scope, doubt.code === 'unknown_unit')
  }
  const save = (draftId: string, cells: CellChanges) => {
    change({ mode: 'look', focus: null })
    if (Object.keys(cells).length > 0) void review.edit(draftId, cells)
  }
  return {
    place: { ...place, draftId: current?.id ?? null, doubtId: doubt?.id ?? null },
    current,
    queue,
    shown,
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
      save,
      edit: (focus: CellName | null) =>
        current && !current.task && change({ mode: 'edit', focus, draftId: current.id }),
      stopEditing: () => change({ mode: 'look', focus: null }),
      write: (draft: DraftView, cells: CellChanges) => void review.edit(draft.id, cells),
      take: (draftId: string, takes: CellName[]) => void review.edit(draftId, {}, takes),
      splitInto: (into: Part[]) => {
        change({ asking: null })
        if (current) void review.decide({ kind: 'split', into }, [current.id])
      },
      undo: () => void review.decide({ kind: 'undo' }, []),
      showUnchanged: () => change({ unchanged: true }),
      toggleSource: () => change({ received: !place.received }),
      ask: (asking: Asking) => change({ asking }),
    },
  }
}
export type Acts = ReturnType<typeof useActs>['acts']
export type { QueuedDoubt }

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
    s: acts.toggleSource,
    '?': () => acts.ask('keys'),
    ...Object.fromEntries(digits.map((digit) => [String(digit), () => acts.answerNumber(digit, 'one')])),
    ...Object.fromEntries(digits.map((digit) => [`Alt+${digit}`, () => acts.answerNumber(digit, 'alike')])),
  }
}
