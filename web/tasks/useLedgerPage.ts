import { useNavigate } from '@tanstack/react-router'
import { useCallback, useEffect, useState } from 'react'
import type { PlanView } from '#domain/plan/plan.contract.ts'
import { editableFields } from '#domain/tasks/editing.ts'
import { listViews } from '#domain/tasks/ledger.contract.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { useSession } from '../shell/session.tsx'
import { useRead } from '../useEndpoint.ts'
import { type LedgerAddress, toSearch } from './address.ts'
import type { Line } from './lines.ts'
import { presetsFor, shownView, viewsOf } from './views.ts'

const MINUTE_MS = 60_000

/** Changes a part of the address; the page follows it. */
export function useGo(address: LedgerAddress): (changes: Partial<LedgerAddress>) => void {
  const navigate = useNavigate()
  return (changes) =>
    void navigate({
      to: '/ledger',
      search: toSearch({ ...address, ...changes }),
      replace: true,
      resetScroll: false,
    })
}

/** The tabs of whoever is signed in, and which of them is shown. */
export function useViews(address: LedgerAddress) {
  const { posts, today } = useSession()
  const { data } = useRead(listViews, {}, { staleTime: MINUTE_MS })
  const presets = presetsFor(posts.map(({ role }) => role))
  const views = viewsOf(presets, data?.items ?? [], address, today)
  return { views, shown: shownView(views, address) }
}

/** Which lines are on screen; told by the table. */
export function useRange() {
  const [range, setRange] = useState({ from: 0, to: 0 })
  const tell = useCallback(
    (from: number, to: number) =>
      setRange((before) => (before.from === from && before.to === to ? before : { from, to })),
    [],
  )
  return [range, tell] as const
}

/** The line current by keyboard; none again when the lines are others. */
export function useAt(asked: string): readonly [number, (at: number) => void] {
  const [at, setAt] = useState({ asked, at: -1 })
  return [at.asked === asked ? at.at : -1, (next) => setAt({ asked, at: next })]
}

/** Prints only when every row is there. */
export function usePrint(loadAll: () => Promise<unknown>) {
  const [state, setState] = useState<'idle' | 'fetching' | 'ready'>('idle')
  useEffect(() => {
    if (state !== 'ready') return
    const frame = requestAnimationFrame(() => {
      setState('idle')
      window.print()
    })
    return () => cancelAnimationFrame(frame)
  }, [state])
  const start = () => {
    setState('fetching')
    loadAll().then(
      () => setState('ready'),
      () => setState('idle'),
    )
  }
  return { start, busy: state !== 'idle' }
}

/** Which fields of a task in a state may be changed in the ledger; none by those who may not change tasks. */
export function editableBy(plan: PlanView, office: boolean): (state: TaskState) => readonly string[] {
  const known = new Map<TaskState, readonly string[]>()
  return (state) => {
    const fields = known.get(state) ?? (office ? editableFields({ state, plan }) : [])
    known.set(state, fields)
    return fields
  }
}

/** Of the lines on screen, which tasks they are, counted from 1. */
export function tasksShown(lines: readonly Line[], { from, to }: { from: number; to: number }) {
  const isRow = (line: Line) => line.kind === 'row'
  const before = lines.slice(0, from).filter(isRow).length
  return { from: before + 1, to: before + lines.slice(from, to).filter(isRow).length }
}
