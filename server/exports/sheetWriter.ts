import type { FastifyInstance } from 'fastify'
import { openWorkers } from '../workers/workers.ts'
import { programFile } from '../workers/programs.ts'
import type { SheetsRequest } from './sheets.worker.ts'
import type { Sheet } from './xlsx.ts'

const PROGRAM = programFile(new URL('./sheets.worker.ts', import.meta.url))

/** Gives a workbook's bytes, as `writeXlsx` does. */
export type WriteSheets = (...sheets: readonly Sheet[]) => Promise<Uint8Array>

/** Where lists become workbooks: in a process of its own, since ten thousand rows are seconds of work (decision 0012). */
export function openSheetWriter(app: FastifyInstance): WriteSheets {
  const { ask, close } = openWorkers<SheetsRequest, Uint8Array>(
    { program: PROGRAM, worksOn: 'export' },
    { workers: 1, seconds: 120 },
  )
  app.addHook('onClose', () => close())
  return (...sheets) => ask({ sheets })
}
