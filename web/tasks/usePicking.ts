import { useState } from 'react'
import type { TaskState } from '#domain/tasks/task.ts'

/** What a selected row is known by: the ledger's rows have more. */
export type Pickable = { id: string; code: string; state: TaskState }

/** Which rows are selected; they stay selected while they are out of sight. */
export function usePicking<Row extends Pickable>(listed: readonly Row[]) {
  const [picked, setPicked] = useState<ReadonlyMap<string, Row>>(new Map())
  const all = listed.length > 0 && listed.every(({ id }) => picked.has(id))
  return {
    rows: [...picked.values()],
    count: picked.size,
    all,
    has: (id: string) => picked.has(id),
    toggle: (row: Row) =>
      setPicked((before) => {
        const next = new Map(before)
        if (!next.delete(row.id)) next.set(row.id, row)
        return next
      }),
    /** Adds rows to those that are selected. */
    add: (rows: readonly Row[]) =>
      setPicked((before) => new Map([...before, ...rows.map((row): [string, Row] => [row.id, row])])),
    set: (rows: readonly Row[]) => setPicked(new Map(rows.map((row) => [row.id, row]))),
    clear: () => setPicked(new Map()),
    toggleListed: () => setPicked(all ? new Map() : new Map(listed.map((row) => [row.id, row]))),
  }
}
export type Picking<Row extends Pickable> = ReturnType<typeof usePicking<Row>>
