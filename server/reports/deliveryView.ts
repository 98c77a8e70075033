import type { DeliveryValues, SheetDelivery } from '#domain/reports/deliveries.contract.ts'
import type { StoredDelivery } from './deliveries.queries.ts'

const NOTHING: DeliveryValues = { what: '', evidence: '' }

/** A delivered row is a record until the lead unit asks for it again. */
export const isDelivered = ({ state, written }: StoredDelivery): boolean =>
  written !== null && written.deliveredOn !== null && state !== 'returned'

/** What a row shows: what is written, else what it is prefilled with. */
export const valuesOfDelivery = ({ written, prefill }: StoredDelivery): DeliveryValues => {
  const { what, evidence } = written ?? prefill ?? NOTHING
  return { what, evidence }
}

/** A deliverable's row on the wire. */
export const viewDelivery = (stored: StoredDelivery): SheetDelivery => {
  const { written, prefill: _, ...owed } = stored
  return {
    ...owed,
    values: valuesOfDelivery(stored),
    version: written?.version ?? 0,
    saved: written && { at: new Date(written.savedAt).toISOString(), by: written.savedBy },
    deliveredOn: written?.deliveredOn ?? null,
  }
}
