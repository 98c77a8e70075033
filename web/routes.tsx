import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { BoardAddress, RateAddress } from './board/address.ts'
import { DeskAddress } from './desk/address.ts'
import { DifficultiesAddress } from './difficulties/address.ts'
import { FeedbackAddress } from './feedback/address.ts'
import { DirectivesAddress } from './directives/address.ts'
import { MeetingAddress } from './meetings/address.ts'
import { RoomShell } from './meetings/RoomShell.tsx'
import { noticesAddress } from './notices/address.ts'
import { organizationAddress } from './org/address.ts'
import { BrokenPage } from './shell/BrokenPage.tsx'
import { lazyPage } from './shell/lazyPage.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { Shell } from './shell/Shell.tsx'
import type { LedgerSearch } from './tasks/address.ts'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })
const room = createRoute({ getParentRoute: () => root, id: 'room', component: RoomShell })
const signedIn = createRoute({ getParentRoute: () => root, id: 'signed-in', component: Shell })

/** Pages without a session. */
const outside = [
  createRoute({
    getParentRoute: () => root,
    path: '/sign-in',
    component: lazyPage(() => import('./auth/SignInPage.tsx'), 'SignInPage'),
    validateSearch: (search): { next?: string } => (typeof search['next'] === 'string' ? { next: search['next'] } : {}),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyPage(() => import('./auth/SetupPage.tsx'), 'SetupPage'),
    validateSearch: (search): { link?: string } => (typeof search['link'] === 'string' ? { link: search['link'] } : {}),
  }),
]

/** Pages under the shell; the code of each is fetched when it is first opened. */
const inside = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/',
    validateSearch: (search): BoardAddress => BoardAddress.parse(search),
    component: lazyPage(() => import('./board/BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/rates/$year/$rate',
    validateSearch: (search): RateAddress => RateAddress.parse(search),
    component: lazyPage(() => import('./board/RatePage.tsx'), 'RatePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/ledger',
    validateSearch: (search): LedgerSearch => search, // the page reads it with LedgerAddress, and leaves it as it is
    component: lazyPage(() => import('./tasks/LedgerPage.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/tasks/$taskId',
    component: lazyPage(() => import('./tasks/TaskPage.tsx'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/reports',
    validateSearch: (search): { period?: string } =>
      typeof search['period'] === 'string' ? { period: search['period'] } : {},
    component: lazyPage(() => import('./reports/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/reports/$periodId/$unitId',
    component: lazyPage(() => import('./reports/SheetPage.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/my-day',
    component: lazyPage(() => import('./myday/MyDayPage.tsx'), 'MyDayPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/desk',
    validateSearch: (search): DeskAddress => DeskAddress.parse(search),
    component: lazyPage(() => import('./desk/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/burden',
    component: lazyPage(() => import('./burden/BurdenPage.tsx'), 'BurdenPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/requests',
    component: lazyPage(() => import('./requests/RequestsPage.tsx'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/difficulties',
    validateSearch: (search): DifficultiesAddress => DifficultiesAddress.parse(search),
    component: lazyPage(() => import('./difficulties/DifficultiesPage.tsx'), 'DifficultiesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/difficulties/$difficultyId',
    component: lazyPage(() => import('./difficulties/DifficultyPage.tsx'), 'DifficultyPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directives',
    validateSearch: (search): DirectivesAddress => DirectivesAddress.parse(search),
    component: lazyPage(() => import('./directives/DirectivesPage.tsx'), 'DirectivesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directives/new',
    component: lazyPage(() => import('./directives/RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directives/$directiveId',
    component: lazyPage(() => import('./directives/DirectivePage.tsx'), 'DirectivePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/highlights',
    component: lazyPage(() => import('./highlights/HighlightsPage.tsx'), 'HighlightsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/feedback',
    validateSearch: (search): FeedbackAddress => FeedbackAddress.parse(search),
    component: lazyPage(() => import('./feedback/FeedbackPage.tsx'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/feedback/$feedbackId',
    component: lazyPage(() => import('./feedback/OneFeedbackPage.tsx'), 'OneFeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/meetings',
    component: lazyPage(() => import('./meetings/MeetingsPage.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/meetings/$meetingId/book',
    component: lazyPage(() => import('./meetings/BookPage.tsx'), 'BookPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/paper-templates',
    component: lazyPage(() => import('./papers/TemplatesPage.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/meetings/$meetingId',
    validateSearch: (search): MeetingAddress => MeetingAddress.parse(search),
    component: lazyPage(() => import('./meetings/MeetingPage.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/imports',
    component: lazyPage(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/imports/quality',
    component: lazyPage(() => import('./imports/QualityPage.tsx'), 'QualityPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/imports/$importId',
    component: lazyPage(() => import('./imports/ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/plan',
    component: lazyPage(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/organization',
    validateSearch: organizationAddress,
    component: lazyPage(() => import('./org/OrganizationPage.tsx'), 'OrganizationPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/accounts',
    component: lazyPage(() => import('./org/AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/journal',
    component: lazyPage(() => import('./journal/JournalPage.tsx'), 'JournalPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/rules',
    component: lazyPage(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices',
    validateSearch: noticesAddress,
    component: lazyPage(() => import('./notices/NoticesPage.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices/$noticeId',
    component: lazyPage(() => import('./notices/NoticePage.tsx'), 'NoticePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/urging',
    component: lazyPage(() => import('./urging/UrgingPage.tsx'), 'UrgingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/messages',
    component: lazyPage(() => import('./messages/MessagesPage.tsx'), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/account',
    component: lazyPage(() => import('./auth/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/password',
    component: lazyPage(() => import('./auth/PasswordPage.tsx'), 'PasswordPage'),
  }),
]

/** Screens of a meeting's room, without the head of the other pages. */
const inRoom = [
  createRoute({
    getParentRoute: () => room,
    path: '/meetings/$meetingId/lead',
    component: lazyPage(() => import('./meetings/LeadPage.tsx'), 'LeadPage'),
  }),
  createRoute({
    getParentRoute: () => room,
    path: '/meetings/$meetingId/record',
    component: lazyPage(() => import('./meetings/RecordPage.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => room,
    path: '/meetings/$meetingId/follow',
    component: lazyPage(() => import('./meetings/FollowPage.tsx'), 'FollowPage'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren([...outside, room.addChildren(inRoom), signedIn.addChildren(inside)]),
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
