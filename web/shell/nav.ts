import type { LinkProps } from '@tanstack/react-router'
import type { Role } from '#domain/access/actor.ts'
import type { ShellText } from './shell.zh.ts'

const BUSINESS: readonly Role[] = [
  'supervisionOffice',
  'principalLeader',
  'leaderInCharge',
  'unitHead',
  'liaison',
  'assignee',
]

/** Who takes part in a joint meeting. */
const MEETING: readonly Role[] = BUSINESS.filter((role) => role !== 'assignee')

const OFFICE: readonly Role[] = ['supervisionOffice']

export type NavItem = {
  to: NonNullable<LinkProps['to']>
  word: keyof ShellText['nav']
  /** Pressed after G. */
  key: string
  roles: readonly Role[]
  /** Pages that belong to it though their addresses begin otherwise. */
  also?: readonly string[]
  /** Also in the bar at the foot of a phone. */
  phone: boolean
  /** Who needs it a few times a year: for them it stands in the menu under their name, not in the head. */
  rarely?: readonly Role[]
}

/** The running head, in order; a role sees only its own. */
const NAV: readonly NavItem[] = [
  { to: '/', word: 'board', key: 'b', roles: BUSINESS, phone: false },
  {
    to: '/desk',
    word: 'desk',
    key: 'w',
    roles: OFFICE,
    phone: false,
    also: ['/notices', '/directives', '/urging', '/burden'],
  },
  { to: '/ledger', word: 'ledger', key: 'l', roles: BUSINESS, phone: true, also: ['/tasks'] },
  { to: '/reports', word: 'reports', key: 's', roles: BUSINESS, phone: true },
  { to: '/difficulties', word: 'difficulties', key: 'd', roles: BUSINESS, phone: true },
  { to: '/directives', word: 'directives', key: 'r', roles: BUSINESS, phone: false },
  {
    to: '/meetings',
    word: 'meetings',
    key: 'm',
    roles: MEETING,
    phone: true,
    also: ['/paper-templates', '/highlights'],
  },
  { to: '/notices', word: 'notices', key: 'u', roles: BUSINESS, phone: false, also: ['/urging'] },
  { to: '/my-day', word: 'myDay', key: 't', roles: BUSINESS, phone: true, also: ['/requests'] },
  { to: '/feedback', word: 'feedback', key: 'f', roles: BUSINESS, phone: true, rarely: BUSINESS },
  { to: '/imports', word: 'imports', key: 'i', roles: OFFICE, phone: false },
  { to: '/plan', word: 'plan', key: 'p', roles: OFFICE, phone: false, rarely: OFFICE, also: ['/rules'] },
  {
    to: '/organization',
    word: 'organization',
    key: 'o',
    roles: ['sysAdmin', 'supervisionOffice'],
    phone: true,
    rarely: OFFICE,
  },
  { to: '/accounts', word: 'accounts', key: 'a', roles: ['sysAdmin', 'securityAdmin'], phone: true },
  { to: '/journal', word: 'journal', key: 'j', roles: ['auditAdmin'], phone: true },
]

/** On a phone a person's own day comes first; the whole board is a tap on the mark away (FACE §11). */
const PHONE_HOME: NavItem['to'] = '/my-day'

/** Needed rarely, and yet always at the thumb on a phone (FACE §11). */
const ALWAYS_ON_PHONE: NavItem['to'] = '/feedback'

/** The office comes to these from its desk. */
const ON_THE_DESK: readonly NavItem['to'][] = ['/notices', '/directives']

const isFor = (roles: readonly Role[]) => (item: Pick<NavItem, 'roles'>) =>
  roles.some((role) => item.roles.includes(role))

/**
 * The pages of a person with these roles, in order: of the head, of the menu under the name, of a phone's bar, and of
 * the menu on a phone, which holds all that its bar does not; the board is a tap on the mark away.
 */
export function navFor(roles: readonly Role[]) {
  const hasDesk = roles.some((role) => OFFICE.includes(role))
  const all = NAV.filter(isFor(roles))
  const own = all.filter(({ to }) => !(hasDesk && ON_THE_DESK.includes(to)))
  const isRare = ({ rarely = [] }: NavItem) => isFor(roles)({ roles: rarely })
  const head = own.filter((item) => !isRare(item))
  const onPhone = own.filter((item) => item.phone && (item.to === ALWAYS_ON_PHONE || !isRare(item)))
  return {
    head,
    menu: own.filter(isRare),
    phoneMenu: all.filter((item) => item.to !== '/' && !onPhone.includes(item)),
    phone: [...onPhone.filter(({ to }) => to === PHONE_HOME), ...onPhone.filter(({ to }) => to !== PHONE_HOME)],
  }
}
