import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import { DeliveryValues, saveSheetDelivery, type SheetDelivery } from '#domain/reports/deliveries.contract.ts'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { call } from '../api.ts'
import { useSession } from '../shell/session.tsx'
import { machineStore } from '../ui/storage.ts'
import { putInto } from '../useEndpoint.ts'
import { openDrafts, type RowDraft } from './drafts.ts'
import { sheetKey, useSheetNow } from './useSheetNow.ts'
import { later, useFlushing } from './useFlushing.ts'

const Cells = DeliveryValues.partial()
export type DeliveryCells = { what?: string | undefined; evidence?: string | undefined }
type Saved = { version: number; values: DeliveryValues; saved: SheetDelivery['saved'] }

/** A deliverable's row as it is on screen: what is on the server with what was typed since on top. */
export type ShownDelivery = SheetDelivery & { draft: RowDraft<DeliveryCells> | null }

/** Writing about what the unit owes others, on its sheet: kept and saved as the rows of its tasks are. */
export function useDelivering(sheet: SheetView) {
  const client = useQueryClient()
  const { person } = useSession()
  const { period, unit } = sheet
  const store = useMemo(() => {
    const place = { periodId: period.id, unitId: unit.id }
    const queryKey = sheetKey(period.id, unit.id)
    const needs = {
      cells: Cells,
      storage: machineStore,
      later,
      keyOf: (taskId: string) => `yipanqi.sheet-delivery.${person.id}.${period.id}.${unit.id}.${taskId}`,
      send: (taskId: string, { version, changes }: { version: number; changes: DeliveryCells }): Promise<Saved> =>
        call(saveSheetDelivery, { params: { ...place, taskId }, body: { version, changes } }),
      onSaved: (taskId: string, saved: Saved) =>
        putInto<SheetView>(client, queryKey, (before) => withSaved(before, taskId, saved)),
      onConflict: () => void client.invalidateQueries({ queryKey }),
    }
    return openDrafts<Saved, DeliveryCells>(needs, client.getQueryData<SheetView>(queryKey)?.deliveries)
  }, [client, person.id, period.id, unit.id])
  const drafts = useSyncExternalStore(store.subscribe, store.now)
  useEffect(() => store.restore(sheet.deliveries), [store, sheet])
  useFlushing(store)
  const rows = useSheetNow(sheet, store).deliveries.map((row): ShownDelivery => {
    const draft = drafts[row.taskId] ?? null
    const { what = row.values.what, evidence = row.values.evidence } = draft?.changes ?? {}
    return { ...row, values: { what, evidence }, draft }
  })
  return { rows, store }
}
export type Delivering = ReturnType<typeof useDelivering>

const withSaved = (sheet: SheetView, taskId: string, saved: Saved): SheetView => ({
  ...sheet,
  deliveries: sheet.deliveries.map((row) => (row.taskId === taskId ? { ...row, ...saved, deliveredOn: null } : row)),
})

/** Rows that still say nothing: the sheet can be signed without them, and they are owed all the same. */
export const unwritten = (rows: readonly ShownDelivery[]): ShownDelivery[] =>
  rows.filter(
    ({ deliveredOn, state, values }) => (deliveredOn === null || state === 'returned') && values.what.trim() === '',
  )

/** Rows that the signature delivers: what was written and says something. */
export const deliveredBySigning = (rows: readonly ShownDelivery[]): ShownDelivery[] =>
  rows.filter(({ version, deliveredOn, values }) => version > 0 && deliveredOn === null && values.what.trim() !== '')
