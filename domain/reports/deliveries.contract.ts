import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { SUPPORT_STATES } from '../tasks/support.ts'
import { Ref } from '../tasks/tasks.contract.ts'

const Day = z.iso.date()
const Saved = z.object({ at: z.iso.datetime(), by: Ref.nullable() }).nullable()

/** What a unit writes about one deliverable on its sheet. */
export const DeliveryValues = z
  .object({ what: z.string().max(2000), evidence: z.string().max(1000) })
  .meta({ id: 'SheetDeliveryValues' })
export type DeliveryValues = z.infer<typeof DeliveryValues>

/** What a unit owes another unit's task, as a row of its sheet. */
export const SheetDelivery = z
  .object({
    taskId: z.uuid(),
    code: z.string(),
    title: z.string(),
    leadUnit: Ref.nullable(),
    deliverable: z.string(),
    /** Its own date or its task’s; null where neither has one. */
    dueOn: Day.nullable(),
    /** How it stands with the lead unit now. */
    state: z.enum(SUPPORT_STATES),
    /** Why the lead unit returned it; null unless it did. */
    returnedNote: z.string().nullable(),
    /**
     * What is written; while nothing is, what an earlier sheet kept of it, else what was returned. Signing delivers
     * what was written here and says something, never what was only prefilled.
     */
    values: DeliveryValues,
    /** Send it back with a change: an older one is refused. 0 while nothing is written. */
    version: z.int(),
    saved: Saved,
    /** The day of the signature that delivered what is written; null while it is a draft. */
    deliveredOn: Day.nullable(),
  })
  .meta({ id: 'SheetDelivery' })
export type SheetDelivery = z.infer<typeof SheetDelivery>

/**
 * Saves what a unit writes about one of its deliverables. It is delivered when the head signs the sheet; the lead unit
 * then confirms, rates or returns it (domain/tasks/support.ts). Refuses changed_meanwhile (with who and when),
 * window_not_open, window_closed, sign_again_closed, sheet_not_editable, not_own_sheet, not_found for what the unit
 * does not owe in the period.
 */
export const saveSheetDelivery = endpoint({
  operationId: 'saveSheetDelivery',
  method: 'PUT',
  path: '/api/periods/:periodId/sheets/:unitId/deliveries/:taskId',
  summary: 'Save what a supporting unit delivers with its sheet',
  params: z.object({ periodId: z.uuid(), unitId: z.uuid(), taskId: z.uuid() }),
  body: z.object({ version: z.int().min(0), changes: DeliveryValues.partial() }),
  response: z.object({ version: z.int(), values: DeliveryValues, saved: Saved }),
})
