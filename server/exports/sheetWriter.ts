import type { FastifyInstance } from 'fastify'
import { openReaders } from '../imports/reading.ts'
import { programFile } from '../process/programs.ts'
import type { SheetsRequest } from './sheets.worker.ts'
import type { Sheet } from './xlsx.ts'

const PROGRAM = programFile(new URL('./sheets.worker.ts', import.meta.url))

/** Gives a workbook's bytes, as `writeXlsx` does. */
export type WriteSheets = (...sheets: readonly Sheet[]) => Promise<Uint8Array>

/** Where lists become workbooks: in a process of its own, since ten thousand rows are seconds of work (decision 0012). */
export function openSheetWriter(app: FastifyInstance): WriteSheets {
  const { read, close } = openReaders<SheetsRequest, Uint8Array>(PROGRAM, { workers: 1, seconds: 120 })
  app.addHook('onClose', () => close())
  return (...sheets) => read({ sheets })
}
