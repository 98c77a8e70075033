import { counted } from '#domain/counted.ts'
import { ROLES } from '#domain/access/actor.ts'
import { labelsFor } from '#domain/glossary.ts'
import type { ShellText } from './shell.zh.ts'

export const shellEn: ShellText = {
  product: 'Yipanqi',
  nav: {
    myDay: 'My day',
    board: 'Board',
    desk: 'Desk',
    ledger: 'Ledger',
    reports: 'Reports',
    difficulties: 'Difficulties',
    directives: 'Directives',
    meetings: 'Meetings',
    notices: 'Notices',
    feedback: 'Feedback',
    imports: 'Import',
    plan: 'Plan',
    organization: 'Organization',
    accounts: 'Accounts',
    journal: 'Journal',
  },
  lineLost: 'The line to the server is broken; what is shown may be out of date and is read again once it is back.',
  waiting: {
    fillSheet: (count) => counted(count, 'task to report on', 'tasks to report on'),
    signSheet: (count) => counted(count, 'task to sign', 'tasks to sign'),
    reviewSheet: (count) => counted(count, 'sheet to review', 'sheets to review'),
  },
  messages: 'Messages',
  messagesUnread: (count) => (count === 0 ? 'Messages' : `Messages, ${count} unread`),
  brokenPage: {
    missing: 'This page did not open',
    missingWhy:
      'The server cannot be reached: the network is down, the server is restarting, or the system was just upgraded. Wait a moment, then try again.',
    failed: 'Something went wrong on this page',
    failedWhy:
      'Try again. If it happens again, tell the system administrator which page it was and what you were doing.',
    stillAway: 'The server still cannot be reached. Try again in a while.',
    retry: 'Try again',
  },
  skip: 'Skip to content',
  account: 'My account',
  signOut: 'Sign out',
  otherLanguage: '中文',
  roles: labelsFor(ROLES, 'en'),
  noSecrets: 'No state secrets may be entered here',
  notFoundTitle: 'No such page',
  notFound: 'The address may be mistyped, or the page is not yours to see.',
  toBoard: 'Back to the board',
}
