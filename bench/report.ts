import type { Extraction } from './extraction.ts'
import type { Row } from './measure.ts'

export type Report = {
  rows: Row[]
  coldStartMs: number
  memoryMb: number
  extraction: Extraction
  /** By the kind of line: see `longLines`. */
  longLines: Record<string, number>
}

const round = (value: number): number => Math.round(value * 100) / 100

/** A table for people, then one line of JSON for programs. */
export function print({ rows, coldStartMs, memoryMb, extraction, longLines }: Report): void {
  const table = rows.map(({ name, connections, app, limit, ratio }) => [
    `${name} × ${connections}`,
    {
      'per s': Math.round(app.perSecond),
      p50: round(app.p50),
      p99: round(app.p99),
      'cpu ms': round(app.cpuMs),
      'limit per s': Math.round(limit.perSecond),
      'limit p50': round(limit.p50),
      'limit p99': round(limit.p99),
      'limit cpu': round(limit.cpuMs),
      ratio: round(ratio),
      failed: app.failed + limit.failed,
    },
  ])
  console.table(Object.fromEntries(table))
  const { megabyteMs, ledgerMs, files, filesMs, commandMs } = extraction
  console.log(
    `extraction: 1 MB of text in ${round(megabyteMs)} ms; a ledger of 10,000 rows in ${round(ledgerMs)} ms; ${files} notices in ${round(filesMs)} ms, as files given to one command in ${round(commandMs)} ms`,
  )
  const ratios = Object.entries(longLines).map(([name, ratio]) => `${name} ${round(ratio)}`)
  console.log(`a long line over eight of an eighth of it (8 if it took the square): ${ratios.join(', ')}`)
  console.log(`cold start: ${Math.round(coldStartMs)} ms; the app's memory after all this: ${Math.round(memoryMb)} MB`)
  console.log(JSON.stringify({ rows, coldStartMs, memoryMb, extraction, longLines }))
}
