import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { getWaitingReports, saveReportEntry, type SheetView } from '#domain/reports/reports.contract.ts'
import { changedFields } from '#domain/reports/row.ts'
import { call } from '../api.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { machineStore } from '../ui/storage.ts'
import { putInto } from '../useEndpoint.ts'
import { type Changes, type Drafts, openDrafts, RowChanges } from './drafts.ts'
import { sheetKey, useSheetNow } from './useSheetNow.ts'
import { shownRows } from './shown.ts'
import { later, useFlushing } from './useFlushing.ts'

type Body = { version: number; changes: Changes; checked?: boolean }
type Place = { periodId: string; unitId: string; taskId: string }
const saveRow = (params: Place, body: Body) => call(saveReportEntry, { params, body })
type Saved = Awaited<ReturnType<typeof saveRow>>

/** Typing into a sheet: what is on screen, how to change it, and how its saving goes. */
export function useFilling(sheet: SheetView) {
  const client = useQueryClient()
  const { person, today } = useSession()
  const actor = useActor()
  const { period, unit } = sheet
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const store = useMemo(() => {
    const place = { periodId: period.id, unitId: unit.id }
    const queryKey = sheetKey(period.id, unit.id)
    const needs = {
      cells: RowChanges,
      storage: machineStore,
      later,
      keyOf: (taskId: string) => `yipanqi.sheet.${person.id}.${period.id}.${unit.id}.${taskId}`,
      send: (taskId: string, body: Body) => saveRow({ ...place, taskId }, body),
      onSaved: (taskId: string, saved: Saved) => {
        setSavedAt(saved.saved?.at ?? null)
        const isMoved = isCheckedIn(client.getQueryData<SheetView>(queryKey), taskId) !== saved.checked
        putInto<SheetView>(client, queryKey, (before) => withSaved(before, taskId, saved))
        if (isMoved) void client.invalidateQueries({ queryKey: [getWaitingReports.operationId] })
      },
      onConflict: () => void client.invalidateQueries({ queryKey }),
    }
    return openDrafts<Saved, Changes>(needs, client.getQueryData<SheetView>(queryKey)?.rows)
  }, [client, person.id, period.id, unit.id])
  const drafts = useSyncExternalStore(store.subscribe, store.now)
  const now = useSheetNow(sheet, store)
  const rows = useMemo(() => shownRows(now, drafts, actor, today), [now, drafts, actor, today])

  useEffect(() => {
    store.restore(sheet.rows)
    settle(store.now(), sheet, store.drop)
  }, [store, sheet])
  useFlushing(store)

  const undo = useUndo()
  const change = (taskId: string, changes: Changes, checked: boolean | null = null) => {
    const row = rows.find((candidate) => candidate.taskId === taskId)
    if (!row?.open) return
    undo.keep(taskId, changes, row)
    store.change(taskId, row.version, changes, checked)
  }
  const undoLast = () => {
    const step = undo.take()
    const row = step && rows.find((candidate) => candidate.taskId === step.taskId)
    if (!step || !row?.open) return null
    store.change(step.taskId, row.version, step.before, step.checked)
    return step
  }
  return { rows, drafts, store, change, undoLast, endStep: undo.end, savedAt }
}

export type Filling = ReturnType<typeof useFilling>

const isCheckedIn = (sheet: SheetView | undefined, taskId: string): boolean | undefined =>
  sheet?.rows.find((row) => row.taskId === taskId)?.checked

const withSaved = (sheet: SheetView, taskId: string, saved: Saved): SheetView => ({
  ...sheet,
  state: sheet.state === 'open' ? 'draft' : sheet.state,
  rows: sheet.rows.map((row) => (row.taskId === taskId ? { ...row, ...saved } : row)),
})

/** An answer can be lost on its way although the row was saved: then both say the same and nothing is to be decided. */
function settle(drafts: Drafts, sheet: SheetView, drop: (taskId: string) => void): void {
  for (const row of sheet.rows) {
    const draft = drafts[row.taskId]
    if (draft?.phase !== 'conflict') continue
    const changes = Object.fromEntries(Object.entries(draft.changes).filter(([, value]) => value !== undefined))
    const isSame = changedFields({ ...row.values, ...changes }, row.values).length === 0
    if (isSame && (draft.checked === null || draft.checked === row.checked)) drop(row.taskId)
  }
}

type Step = { taskId: string; before: Changes; checked: boolean }

/** Ctrl+Z, a cell at a time: everything typed into one cell before it is left is one step. */
function useUndo() {
  const steps = useRef<Step[]>([])
  const cell = useRef('')
  const keep = (taskId: string, changes: Changes, row: { values: object; checked: boolean }) => {
    const fields = Object.keys(changes)
    const name = `${taskId} ${fields.join(' ')}`
    if (name === cell.current && fields.length > 0) return
    cell.current = name
    const values = row.values as Record<string, unknown>
    const before = Object.fromEntries(fields.map((field) => [field, values[field]])) as Changes
    steps.current.push({ taskId, before, checked: row.checked })
  }
  const take = () => {
    cell.current = ''
    return steps.current.pop() ?? null
  }
  const end = () => void (cell.current = '')
  return { keep, take, end }
}
