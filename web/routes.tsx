import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router'
import { BoardAddress } from './board/address.ts'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { Shell } from './shell/Shell.tsx'

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFoundPage })
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

/** A page under the shell; its code is fetched when it is first opened. */
const page = <Path extends string>(path: Path, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => signedIn, path, component })

const inside = [
  createRoute({
    getParentRoute: () => signedIn,
    path: '/',
    validateSearch: (search): BoardAddress => BoardAddress.parse(search),
    component: lazyRouteComponent(() => import('./board/BoardPage.tsx'), 'BoardPage'),
  }),
  page(
    '/rates/$year/$rate',
    lazyRouteComponent(() => import('./board/RatePage.tsx'), 'RatePage'),
  ),
  page(
    '/ledger',
    lazyRouteComponent(() => import('./tasks/LedgerPage.tsx'), 'LedgerPage'),
  ),
  page(
    '/tasks/$taskId',
    lazyRouteComponent(() => import('./tasks/TaskPage.tsx'), 'TaskPage'),
  ),
  page(
    '/reports',
    lazyRouteComponent(() => import('./reports/ReportsPage.tsx'), 'ReportsPage'),
  ),
  page(
    '/reports/$periodId/$unitId',
    lazyRouteComponent(() => import('./reports/SheetPage.tsx'), 'SheetPage'),
  ),
  page(
    '/imports',
    lazyRouteComponent(() => import('./imports/ImportsPage.tsx'), 'ImportsPage'),
  ),
  page(
    '/imports/$importId',
    lazyRouteComponent(() => import('./imports/ReviewPage.tsx'), 'ReviewPage'),
  ),
  page(
    '/plan',
    lazyRouteComponent(() => import('./plan/PlanPage.tsx'), 'PlanPage'),
  ),
  page(
    '/organization',
    lazyRouteComponent(() => import('./org/OrganizationPage.tsx'), 'OrganizationPage'),
  ),
  page(
    '/accounts',
    lazyRouteComponent(() => import('./org/AccountsPage.tsx'), 'AccountsPage'),
  ),
  page(
    '/journal',
    lazyRouteComponent(() => import('./journal/JournalPage.tsx'), 'JournalPage'),
  ),
  page(
    '/account',
    lazyRouteComponent(() => import('./auth/AccountPage.tsx'), 'AccountPage'),
  ),
  page(
    '/password',
    lazyRouteComponent(() => import('./auth/PasswordPage.tsx'), 'PasswordPage'),
  ),
]

export const router = createRouter({
  routeTree: root.addChildren([...outside, signedIn.addChildren(inside)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
