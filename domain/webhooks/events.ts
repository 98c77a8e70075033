/** The kinds of what happens that a webhook can be told of; it is told of all of a kind or of none. */
export const PUSH_KINDS = ['task', 'report', 'difficulty', 'request', 'notice', 'support'] as const
export type PushKind = (typeof PUSH_KINDS)[number]

/** What the test button sends; it belongs to no kind. */
export const TEST_EVENT = 'webhook.tested'

/** What is told outside, by the journal's own names. What is not here stays inside. */
const EVENTS: Record<PushKind, readonly string[]> = {
  task: [
    'task.registered',
    'task.updated',
    'task.assigned',
    'task.acknowledged',
    'task.declined',
    'task.upheld',
    'task.transferred',
    'task.completionRequested',
    'task.completed',
    'task.accepted',
    'task.signedOff',
    'task.instructed',
    'task.returned',
    'task.closedOut',
    'task.verificationFailed',
    'task.revisited',
    'task.reopened',
    'task.suspended',
    'task.deferred',
    'task.resumed',
    'task.cancelled',
  ],
  report: [
    'sheet.signed',
    'report.submitted',
    'report.accepted',
    'report.returned',
    'milestone.submitted',
    'milestone.accepted',
    'milestone.returned',
  ],
  difficulty: [
    'difficulty.raised',
    'difficulty.triaged',
    'difficulty.accepted',
    'difficulty.acceptedOnCondition',
    'difficulty.refused',
    'difficulty.noResponse',
    'difficulty.passedOn',
    'difficulty.ringFound',
    'difficulty.levelRaised',
    'difficulty.settledInUnit',
    'difficulty.conditionTaken',
    'difficulty.ruled',
    'difficulty.takenUp',
    'difficulty.solved',
    'difficulty.objected',
    'difficulty.confirmed',
    'difficulty.reopened',
    'difficulty.withdrawn',
    'difficulty.closed',
  ],
  request: [
    'task.extensionAsked',
    'task.extensionReviewed',
    'task.extensionApproved',
    'task.extensionRejected',
    'task.extensionWithdrawn',
    'task.changeAsked',
    'task.changeReviewed',
    'task.changeApproved',
    'task.changeRejected',
    'task.changeWithdrawn',
  ],
  notice: ['notice.issued', 'notice.answered', 'notice.closed'],
  support: ['support.delivered', 'support.confirmed', 'support.returned', 'support.undelivered', 'support.fellSilent'],
}

const KIND_OF = new Map(PUSH_KINDS.flatMap((kind) => EVENTS[kind].map((event) => [event, kind] as const)))

/** The kind of something that was recorded; undefined where it is told to nobody outside. */
export const pushKindOf = (action: string): PushKind | undefined => KIND_OF.get(action)

/** Of what was recorded with an event, the identifiers alone: words, dates and figures stay inside. */
const IDS = ['unitId', 'leadUnitId', 'periodId', 'milestoneId', 'noticeId', 'requestId'] as const

/** What a push says beside its event: identifiers. */
export type PushIds = Readonly<Record<string, string>>

/** The identifiers in what was recorded. */
export function pushIds(after: object | null | undefined): PushIds {
  const facts = new Map<string, unknown>(Object.entries(after ?? {}))
  return Object.fromEntries(
    IDS.flatMap((name) => {
      const value = facts.get(name)
      return typeof value === 'string' ? [[name, value]] : []
    }),
  )
}

/** A push as it is written down for a receiver. */
export type ToPush = {
  id: string
  event: string
  occurredAt: Date
  organizationId: string
  task: { id: string; code: string } | null
  ids: PushIds
}

/**
 * The body of a push, the same at every attempt: what happened, when, and to what, by identifiers. Nobody's name, no
 * title, no reason; whoever needs more asks the API for it, and is shown what they may see.
 */
export const pushBody = ({ id, event, occurredAt, organizationId, task, ids }: ToPush): string =>
  JSON.stringify({
    id,
    event,
    occurredAt: occurredAt.toISOString(),
    organizationId,
    ...(task && { taskId: task.id, taskCode: task.code }),
    ...ids,
  })
