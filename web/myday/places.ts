import type { WaitingItem } from '#domain/myday/myday.contract.ts'
import type { Wait } from '#domain/myday/waiting.ts'
import { deskHref } from '../desk/address.ts'
import { ledgerHref } from '../tasks/address.ts'

/** Where all that waits of a kind is listed. */
const LISTS: Partial<Record<Wait, string>> = {
  acknowledge: ledgerHref({ state: ['assigned'] }),
  register: deskHref('toRegister'),
  assign: deskHref('toAssign'),
  acceptCompletion: deskHref('toAccept'),
  closeOut: deskHref('toVerify'),
  upholdAssignment: ledgerHref({ state: ['disputed'] }),
  signOff: ledgerHref({ state: ['leaderSignOff'] }),
  decideRequest: '/requests',
  reviewRequest: '/requests',
  fillSheet: '/reports',
  signSheet: '/reports',
  reviewSheet: '/reports',
  replyNotice: '/notices',
  issueNotice: '/notices',
  answerDirective: '/directives',
  assignDirective: '/directives',
  deliver: '/reports',
  confirmSupport: '/reports',
}
export const listOf = (kind: Wait): string => LISTS[kind] ?? '/difficulties'

/** Where an item is looked at whole. */
export function placeOf({ subject: { type, id } }: Pick<WaitingItem, 'subject'>): string {
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
    case 'request':
      return '/requests'
  }
}
