import { readCsv } from '#domain/org/csv.ts'
import { readOrgTables, type Grid, type OrgTables } from '#domain/org/import-table.ts'
import { Refusal } from '#domain/refusal.ts'
import { readFileBytes } from '../imports/readFile.ts'
import { decodeText } from '../imports/readText.ts'

/** Rows of one file; a province's largest district has a few thousand people. */
const MOST_ROWS = 5_000

/**
 * The units and people in a file's bytes: a workbook, or comma separated text in UTF-8 or GB18030. Refuses
 * unreadable_table where no head is found, too_large, and what readFileBytes refuses.
 */
export function readOrgFile(bytes: Uint8Array): OrgTables {
  const tables = readOrgTables(gridsOf(bytes))
  const count = tables.units.length + tables.people.length
  if (count === 0) throw new Refusal('unreadable_table')
  if (count > MOST_ROWS) throw new Refusal('too_large', { limit: MOST_ROWS })
  return tables
}

function gridsOf(bytes: Uint8Array): Grid[] {
  const received = readFileBytes(bytes) // says what to do about files that are no table at all
  const isContainer = bytes[0] === 0x50 && bytes[1] === 0x4b
  if (!isContainer) return [readCsv(decodeText(bytes))]
  const grids: string[][][] = []
  for (const { start, end, table } of received.lines ?? []) {
    if (!table || table.spread) continue
    const grid = (grids[table.table] ??= [])
    const row = (grid[table.row] ??= [])
    row[table.column] = received.text.slice(start, end)
  }
  return grids.map(filled)
}

/** Rows and cells that were left empty have no place in what was read; here they do. */
const filled = (grid: string[][]): string[][] => Array.from(grid, (row) => Array.from(row ?? [], (cell) => cell ?? ''))
