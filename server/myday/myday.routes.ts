import { getMyDay } from '#domain/myday/myday.contract.ts'
import { read, type Served } from '../http/route.ts'
import { viewMyDay } from './waiting.ts'

/** What waits for the one who asks. */
export function myDayRoutes(served: Served): void {
  read(served, getMyDay, viewMyDay)
}
