import type { WaitingItem } from '#domain/myday/myday.contract.ts'
import { type Actor, hasRole } from '#domain/access/actor.ts'
import type { DeskQueue } from '#domain/desk/queues.ts'
import type { Wait } from '#domain/myday/waiting.ts'
import { deskHref } from '../desk/address.ts'
import { ledgerHref } from '../tasks/address.ts'

/** Where all that waits of a kind is listed; for the office, whose desk has a queue for it, that queue. */
const QUEUES: Partial<Record<Wait, DeskQueue>> = {
  register: 'toRegister',
  assign: 'toAssign',
  acceptCompletion: 'toAccept',
  closeOut: 'toVerify',
  upholdAssignment: 'disputed',
  decideRequest: 'extensions',
  reviewRequest: 'extensions',
  issueNotice: 'redWithoutNotice',
  assignDirective: 'directives',
}
const LISTS: Partial<Record<Wait, string>> = {
  acknowledge: ledgerHref({ state: ['assigned'] }),
  upholdAssignment: ledgerHref({ state: ['disputed'] }),
  signOff: ledgerHref({ state: ['leaderSignOff'] }),
  decideRequest: '/requests',
  fillSheet: '/reports',
  signSheet: '/reports',
  reviewSheet: '/reports',
  replyNotice: '/notices',
  answerDirective: '/directives',
  commentMinutes: '/meetings',
  followMeeting: '/meetings',
  checkCard: '/meetings',
  freezeMeeting: '/meetings',
  circulateMinutes: '/meetings',
  answerComments: '/meetings',
  issueMinutes: '/meetings',
  deliver: '/reports',
  confirmSupport: '/reports',
}
export const listOf = (kind: Wait, actor: Actor): string => {
  const queue = hasRole(actor, 'supervisionOffice') ? QUEUES[kind] : undefined
  return queue ? deskHref(queue) : (LISTS[kind] ?? '/difficulties')
}

/** Where in a meeting its wait is done; where it is not said, on its first page. */
const MEETING_PARTS: Partial<Record<Wait, string>> = {
  followMeeting: '/follow',
  checkCard: '?part=brief',
  commentMinutes: '?part=minutes',
  circulateMinutes: '?part=minutes',
  answerComments: '?part=minutes',
  issueMinutes: '?part=minutes',
}

/** Where an item is looked at whole. */
export function placeOf({ kind, subject: { type, id } }: Pick<WaitingItem, 'kind' | 'subject'>, actor: Actor): string {
  switch (type) {
    case 'task':
      return `/tasks/${id}`
    case 'support':
      return `/tasks/${id.split('/')[0]}`
    case 'difficulty':
      return `/difficulties/${id}`
    case 'sheet':
      return `/reports/${id}`
    case 'notice':
      return `/notices/${id}`
    case 'directive':
      return `/directives/${id}`
    case 'meeting':
      return `/meetings/${id}${MEETING_PARTS[kind] ?? ''}`
    case 'request':
      return listOf(kind, actor)
  }
}
