import { getDesk, listDeskItems } from '#domain/desk/desk.contract.ts'
import { read, type Served } from '../http/route.ts'
import { listQueue, viewDesk } from './desk.ts'

/** The office's desk: what waits in each queue. Its steps are those of tasks, requests, urging and notices. */
export function deskRoutes(served: Served): void {
  read(served, getDesk, ({ query, ...reading }) => viewDesk(reading, query.unitId))
  read(served, listDeskItems, ({ params, query, ...reading }) => listQueue(reading, params.queue, query))
}
