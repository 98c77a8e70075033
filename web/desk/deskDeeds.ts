import type { DeskItem } from '#domain/desk/desk.contract.ts'
import type { TaskQueue } from '#domain/desk/queues.ts'
import type { Deed } from '../tasks/deeds.ts'
import type { Pickable } from '../tasks/usePicking.ts'

/** What can be done with many of a queue at once. Disputes are decided one by one: each has its own two sides. */
export const QUEUE_DEEDS: Record<TaskQueue, readonly Deed[]> = {
  toRegister: ['register'],
  toAssign: ['assign'],
  unacknowledged: ['urge'],
  disputed: [],
  toAccept: ['acceptCompletion'],
  toVerify: ['closeOut'],
  extensions: ['grantRequest', 'rejectRequest'],
  overdue: ['issueNotice', 'urge'],
  redWithoutNotice: ['issueNotice', 'urge'],
}

/** The queues in which the open row shows the bulk deeds too: the others have the steps of the task's own page. */
export const DEEDS_IN_ROW: readonly TaskQueue[] = ['unacknowledged', 'overdue', 'redWithoutNotice']
/** Where a notice may be written by hand. */
export const NOTICE_QUEUES: readonly TaskQueue[] = ['overdue', 'redWithoutNotice']

/** An item as the dock knows it. */
export const pickable = ({ id, task: { code, state } }: DeskItem): Pickable => ({ id, code, state })
