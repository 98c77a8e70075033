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

export type NavItem = {
  to: NonNullable<LinkProps['to']>
  word: keyof ShellText['nav']
  /** Pressed after G. */
  key: string
  roles: readonly Role[]
  /** Pages that belong to it though their address begins otherwise. */
  also?: string
  /** Also in the bar at the foot of a phone. */
  phone: boolean
}

/** The running head, in order; a role sees only its own. */
export const NAV: readonly NavItem[] = [
  { to: '/', word: 'board', key: 'b', roles: BUSINESS, phone: true },
  { to: '/ledger', word: 'ledger', key: 'l', roles: BUSINESS, phone: true, also: '/tasks' },
  { to: '/reports', word: 'reports', key: 's', roles: BUSINESS, phone: true },
  { to: '/difficulties', word: 'difficulties', key: 'd', roles: BUSINESS, phone: true },
  { to: '/notices', word: 'notices', key: 'u', roles: BUSINESS, phone: false, also: '/urging' },
  { to: '/imports', word: 'imports', key: 'i', roles: ['supervisionOffice'], phone: false },
  { to: '/plan', word: 'plan', key: 'p', roles: ['supervisionOffice'], phone: false },
  { to: '/organization', word: 'organization', key: 'o', roles: ['sysAdmin', 'supervisionOffice'], phone: true },
  { to: '/accounts', word: 'accounts', key: 'a', roles: ['sysAdmin', 'securityAdmin'], phone: true },
  { to: '/journal', word: 'journal', key: 'j', roles: ['auditAdmin'], phone: true },
]
