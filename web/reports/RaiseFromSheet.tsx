import { type ReactNode, useMemo, useState } from 'react'
import { listDifficulties } from '#domain/difficulties/difficulties.contract.ts'
import type { SheetView } from '#domain/reports/reports.contract.ts'
import { RaiseDialog } from '../difficulties/RaiseDialog.tsx'
import { useRead } from '../useEndpoint.ts'
import { type SheetDifficulties, SheetDifficultiesContext } from './RowDifficulty.tsx'
import type { ShownRow } from './shown.ts'
import type { Filling } from './useFilling.ts'

/** What a sheet's rows can make of their difficulty: a real one, prefilled with the words that stand there. */
export function useSheetDifficulties(sheet: SheetView, filling: Filling) {
  const [asked, setAsked] = useState<ShownRow | null>(null)
  const { data } = useRead(listDifficulties, { query: { unitId: sheet.unit.id, limit: 200 } })
  const difficulties = useMemo((): SheetDifficulties => {
    const own = (data?.items ?? []).filter(({ raisedUnit }) => raisedUnit.id === sheet.unit.id)
    return { of: (taskId) => own.find(({ task }) => task?.id === taskId), raise: setAsked }
  }, [data, sheet.unit.id])
  const dialog = asked && (
    <RaiseDialog
      task={{ id: asked.taskId, code: asked.code, title: asked.title, light: asked.light }}
      words={asked.values.difficulty}
      onClose={() => setAsked(null)}
      onRaised={(_, title) => {
        // What was said there is the row's difficulty too: nobody is asked twice for the same fact.
        if (asked.values.difficulty.trim() === '') filling.change(asked.taskId, { difficulty: title })
      }}
    />
  )
  return { difficulties, dialog }
}

/** Gives the rows under it their difficulties. */
export function WithDifficulties({
  sheet,
  filling,
  children,
}: {
  sheet: SheetView
  filling: Filling
  children: ReactNode
}) {
  const { difficulties, dialog } = useSheetDifficulties(sheet, filling)
  return (
    <SheetDifficultiesContext value={difficulties}>
      {children}
      {dialog}
    </SheetDifficultiesContext>
  )
}
