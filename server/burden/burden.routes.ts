import { getBurden, previewBurden } from '#domain/burden/burden.contract.ts'
import { read, type Served } from '../http/route.ts'
import { previewPeriod, viewBurden } from './burden.ts'

/** What units are asked, and when: known today, and before a period goes out. */
export function burdenRoutes(served: Served): void {
  read(served, getBurden, (reading) => viewBurden(reading))
  read(served, previewBurden, ({ body, ...reading }) => previewPeriod(reading, body))
}
