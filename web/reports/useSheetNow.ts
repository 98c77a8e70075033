import { useQueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'
import { getSheet, type SheetView } from '#domain/reports/reports.contract.ts'

/** Under which a sheet that was read is kept. */
export const sheetKey = (periodId: string, unitId: string) => [getSheet.operationId, { params: { periodId, unitId } }]

/**
 * The sheet as the last saving left it. A page is told of what is kept a moment after it was put there; the draft that
 * was saved is gone by then, and its row would stand there as before it for that moment, old version and all.
 */
export function useSheetNow(sheet: SheetView, store: { subscribe: (listen: () => void) => () => void }): SheetView {
  const client = useQueryClient()
  const key = sheetKey(sheet.period.id, sheet.unit.id)
  return useSyncExternalStore(store.subscribe, () => client.getQueryData<SheetView>(key) ?? sheet)
}
