import { useState } from 'react'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'

/** Which tasks are selected; they stay selected while they are out of sight. */
export function usePicking(listed: readonly LedgerRow[]) {
  const [picked, setPicked] = useState<ReadonlyMap<string, LedgerRow>>(new Map())
  const all = listed.length > 0 && listed.every(({ id }) => picked.has(id))
  return {
    rows: [...picked.values()],
    count: picked.size,
    all,
    has: (id: string) => picked.has(id),
    toggle: (row: LedgerRow) =>
      setPicked((before) => {
        const next = new Map(before)
        if (!next.delete(row.id)) next.set(row.id, row)
        return next
      }),
    set: (rows: readonly LedgerRow[]) => setPicked(new Map(rows.map((row) => [row.id, row]))),
    clear: () => setPicked(new Map()),
    toggleListed: () => setPicked(all ? new Map() : new Map(listed.map((row) => [row.id, row]))),
  }
}
export type Picking = ReturnType<typeof usePicking>
