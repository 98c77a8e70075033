import type { Actor } from '#domain/access/actor.ts'
import { canDecide, canReview, canWithdraw } from '#domain/requests/request.ts'
import type { RequestView } from '#domain/requests/requests.contract.ts'
import type { Db } from '../db/db.ts'
import { findRequests, type RequestRow } from './requests.queries.ts'

/** The most that one person's day shows of requests; their page shows the rest. */
const MOST = 50

/** A request as one person sees it. The contract drops what only decisions look at. */
export function viewRequest(row: RequestRow, actor: Actor): RequestView {
  const { state, decider, askedById: askedBy, leadUnitId, leaderId } = row
  const request = { state, decider, askedBy, leadUnitId, leaderId }
  const may = {
    review: canReview(actor, request).allowed,
    decide: canDecide(actor, request).allowed,
    withdraw: canWithdraw(actor, request).allowed,
  }
  return { ...row, may }
}

/** Requests that wait for the actor's opinion or decision, those asked last first. */
export async function findRequestsWaitingFor(db: Db, actor: Actor): Promise<RequestView[]> {
  const rows = await findRequests(db, actor, { mine: true, limit: MOST })
  return rows.map((row) => viewRequest(row, actor))
}
