import { followChanges } from '#domain/live/live.contract.ts'
import { isStillKnown } from '../auth/asking.ts'
import { stream, type Served } from '../http/route.ts'
import type { Hub } from './hub.ts'

/** What changes, told to open pages as it happens. */
export function liveRoutes(served: Served, hub: Hub): void {
  stream(served, followChanges, async (asking) => {
    const { organizationId, personId } = asking.actor
    const isStill = () => isStillKnown(served.db, asking, served.clock())
    return (events) => hub.follow({ organizationId, personId, isStill }, events)
  })
}
