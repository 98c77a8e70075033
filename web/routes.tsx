import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { BoardAddress, RateAddress } from './board/address.ts'
import { DeskAddress } from './desk/address.ts'
import { DifficultiesAddress } from './difficulties/address.ts'
import { FeedbackAddress } from './feedback/address.ts'
import { DirectivesAddress } from './directives/address.ts'
import { MeetingAddress } from './meetings/address.ts'
import { RoomShell } from './meetings/RoomShell.tsx'
import { noticesAddress } from './notices/address.ts'
import { organizationAddress } from './org/address.ts'
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
    component: lazyRouteComponent(() => import('./auth/SignInPage.tsx'), 'SignInPage'),
    validateSearch: (search): { next?: string } => (typeof search['next'] === 'string' ? { next: search['next'] } : {}),
  }),
  createRoute({
    getParentRoute: () => root,
    path: '/setup',
    component: lazyRouteComponent(() => import('./auth/SetupPage.tsx'), 'SetupPage'),
    validateSearch: (search): { link?: string } => (typeof search['link'] === 'string' ? { link: search['link'] } : {}),
  }),
]

/** Pages under the shell; the code of each is fetched when it is first opened. */
const inside = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/',
    validateSearch: (search): BoardAddress => BoardAddress.parse(search),
    component: lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/rates/$year/$rate',
    validateSearch: (search): RateAddress => RateAddress.parse(search),
    component: lazyRouteComponent(() => import('./board/RatePage.tsx'), 'RatePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/ledger',
    validateSearch: (search): LedgerSearch => search, // the page reads it with LedgerAddress, and leaves it as it is
    component: lazyRouteComponent(() => import('./tasks/LedgerPage.tsx'), 'LedgerPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/tasks/$taskId',
    component: lazyRouteComponent(() => import('./tasks/TaskPage.tsx'), 'TaskPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/reports',
    validateSearch: (search): { period?: string } =>
      typeof search['period'] === 'string' ? { period: search['period'] } : {},
    component: lazyRouteComponent(() => import('./reports/ReportsPage.tsx'), 'ReportsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/reports/$periodId/$unitId',
    component: lazyRouteComponent(() => import('./reports/SheetPage.tsx'), 'SheetPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/my-day',
    component: lazyRouteComponent(() => import('./myday/MyDayPage.tsx'), 'MyDayPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/desk',
    validateSearch: (search): DeskAddress => DeskAddress.parse(search),
    component: lazyRouteComponent(() => import('./desk/DeskPage.tsx'), 'DeskPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/burden',
    component: lazyRouteComponent(() => import('./burden/BurdenPage.tsx'), 'BurdenPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/requests',
    component: lazyRouteComponent(() => import('./requests/RequestsPage.tsx'), 'RequestsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/difficulties',
    validateSearch: (search): DifficultiesAddress => DifficultiesAddress.parse(search),
    component: lazyRouteComponent(() => import('./difficulties/DifficultiesPage.tsx'), 'DifficultiesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/difficulties/$difficultyId',
    component: lazyRouteComponent(() => import('./difficulties/DifficultyPage.tsx'), 'DifficultyPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directives',
    validateSearch: (search): DirectivesAddress => DirectivesAddress.parse(search),
    component: lazyRouteComponent(() => import('./directives/DirectivesPage.tsx'), 'DirectivesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directives/new',
    component: lazyRouteComponent(() => import('./directives/RegisterPage.tsx'), 'RegisterPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/directives/$directiveId',
    component: lazyRouteComponent(() => import('./directives/DirectivePage.tsx'), 'DirectivePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/highlights',
    component: lazyRouteComponent(() => import('./highlights/HighlightsPage.tsx'), 'HighlightsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/feedback',
    validateSearch: (search): FeedbackAddress => FeedbackAddress.parse(search),
    component: lazyRouteComponent(() => import('./feedback/FeedbackPage.tsx'), 'FeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/feedback/$feedbackId',
    component: lazyRouteComponent(() => import('./feedback/OneFeedbackPage.tsx'), 'OneFeedbackPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/meetings',
    component: lazyRouteComponent(() => import('./meetings/MeetingsPage.tsx'), 'MeetingsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/meetings/$meetingId/book',
    component: lazyRouteComponent(() => import('./meetings/BookPage.tsx'), 'BookPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/paper-templates',
    component: lazyRouteComponent(() => import('./papers/TemplatesPage.tsx'), 'TemplatesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/meetings/$meetingId',
    validateSearch: (search): MeetingAddress => MeetingAddress.parse(search),
    component: lazyRouteComponent(() => import('./meetings/MeetingPage.tsx'), 'MeetingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/imports',
    component: lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/imports/quality',
    component: lazyRouteComponent(() => import('./imports/QualityPage.tsx'), 'QualityPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/imports/$importId',
    component: lazyRouteComponent(() => import('./imports/ReviewPage.tsx'), 'ReviewPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/plan',
    component: lazyRouteComponent(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/organization',
    validateSearch: organizationAddress,
    component: lazyRouteComponent(() => import('./org/OrganizationPage.tsx'), 'OrganizationPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/accounts',
    component: lazyRouteComponent(() => import('./org/AccountsPage.tsx'), 'AccountsPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/journal',
    component: lazyRouteComponent(() => import('./journal/JournalPage.tsx'), 'JournalPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/rules',
    component: lazyRouteComponent(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices',
    validateSearch: noticesAddress,
    component: lazyRouteComponent(() => import('./notices/NoticesPage.tsx'), 'NoticesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/notices/$noticeId',
    component: lazyRouteComponent(() => import('./notices/NoticePage.tsx'), 'NoticePage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/urging',
    component: lazyRouteComponent(() => import('./urging/UrgingPage.tsx'), 'UrgingPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/messages',
    component: lazyRouteComponent(() => import('./messages/MessagesPage.tsx'), 'MessagesPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/account',
    component: lazyRouteComponent(() => import('./auth/AccountPage.tsx'), 'AccountPage'),
  }),
  createRoute({
    getParentRoute: () => signedIn,
    path: '/password',
    component: lazyRouteComponent(() => import('./auth/PasswordPage.tsx'), 'PasswordPage'),
  }),
]

/** Screens of a meeting's room, without the head of the other pages. */
const inRoom = [
  createRoute({
    getParentRoute: () => room,
    path: '/meetings/$meetingId/lead',
    component: lazyRouteComponent(() => import('./meetings/LeadPage.tsx'), 'LeadPage'),
  }),
  createRoute({
    getParentRoute: () => room,
    path: '/meetings/$meetingId/record',
    component: lazyRouteComponent(() => import('./meetings/RecordPage.tsx'), 'RecordPage'),
  }),
  createRoute({
    getParentRoute: () => room,
    path: '/meetings/$meetingId/follow',
    component: lazyRouteComponent(() => import('./meetings/FollowPage.tsx'), 'FollowPage'),
  }),
]

export const router = createRouter({
  routeTree: root.addChildren([...outside, room.addChildren(inRoom), signedIn.addChildren(inside)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
