import { Link, Outlet, useLocation, useNavigate, useRouter } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { changeLanguage, endSession, getSession, type SessionView } from '#domain/auth/auth.contract.ts'
import { getWaitingReports } from '#domain/reports/reports.contract.ts'
import { ApiError } from '../api.ts'
import { MessagesLink } from './MessagesLink.tsx'
import { useLanguage, useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Menu } from '../ui/Menu.tsx'
import { useKeys } from '../ui/useKeys.ts'
import { PHONE, useMedia } from '../ui/useMedia.ts'
import { useLive } from '../live/useLive.ts'
import { useChange, useRead } from '../useEndpoint.ts'
import { Mark } from './Mark.tsx'
import { navFor, type NavItem } from './nav.ts'
import { SearchBox } from './SearchBox.tsx'
import { SessionProvider } from './session.tsx'
import { shellText } from './shell.text.ts'

/** Every page of somebody who is signed in stands under this. */
export function Shell() {
  const { data, error, refetch } = useRead(getSession, {}, { staleTime: 60_000 })
  const { pathname, searchStr } = useLocation()
  if (error instanceof ApiError && error.code === 'not_signed_in' && !data)
    return <Leave href={`/sign-in?${new URLSearchParams({ next: pathname + searchStr })}`} />
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Waiting />
  if (data.mustChangePassword && pathname !== '/password') return <Leave href="/password" />
  return (
    <SessionProvider value={data}>
      <Frame session={data} />
    </SessionProvider>
  )
}

/** Before it is known who is there: the head's line and the lines of what is coming. */
function Waiting() {
  const text = useText(shellText)
  return (
    <>
      <header className="head">
        <span className="mark">
          <Mark />
          {text.product}
        </span>
      </header>
      <main id="main">
        <Loading lines={16} />
      </main>
    </>
  )
}

/** Goes elsewhere once: the router's own Navigate goes again on each render while the next page's code is fetched. */
function Leave({ href }: { href: string }) {
  const { history } = useRouter()
  const [first] = useState(href)
  useEffect(() => history.replace(first), [history, first])
  return null
}

function Frame({ session }: { session: SessionView }) {
  const text = useText(shellText)
  const isLost = useLive()
  const { pathname } = useLocation()
  const roles = session.posts.map(({ role }) => role)
  const nav = navFor(roles)
  const [first] = nav.head
  // An administrator has no board; home is the first page of their own.
  if (pathname === '/' && first && first.to !== '/') return <Leave href={first.to} />
  return (
    <>
      <a className="skip" href="#main">
        {text.skip}
      </a>
      <Head session={session} items={nav.head} rare={nav.menu} onPhone={nav.phoneMenu} />
      <p className="line-lost" role="status">
        {isLost && text.lineLost}
      </p>
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      <PhoneBar items={nav.phone} />
    </>
  )
}

/** So many words share a line with the rest of the head, in any language. */
const MOST_IN_LINE = 4

type HeadProps = {
  session: SessionView
  items: readonly NavItem[]
  rare: readonly NavItem[]
  onPhone: readonly NavItem[]
}

function Head({ session, items, rare, onPhone }: HeadProps) {
  const text = useText(shellText)
  const isPhone = useMedia(PHONE)
  const navigate = useNavigate()
  // Whoever came by keys goes on in the page, not at the head of it.
  const jump = (to: NavItem['to']) =>
    void navigate({ to }).then(() => document.getElementById('main')?.focus({ preventScroll: true }))
  useKeys(Object.fromEntries([...items, ...rare].map(({ key, to }) => [`g ${key}`, () => jump(to)])))
  return (
    <header className="head">
      <Link className="mark" to="/">
        <Mark />
        {text.product}
        <small>{session.organization.name}</small>
      </Link>
      <nav className={items.length > MOST_IN_LINE ? 'nav long' : 'nav'}>
        {items.map((item) => (
          <NavLink key={item.to} item={item} />
        ))}
      </nav>
      <span className="grow" />
      {items.some((item) => item.to === '/ledger') && (
        <>
          <SearchBox />
          <MessagesLink />
        </>
      )}
      <Account session={session} places={isPhone ? onPhone : rare} />
    </header>
  )
}

function NavLink({ item }: { item: NavItem }) {
  const text = useText(shellText)
  const { pathname } = useLocation()
  const isUnder = (path: string) => (path === '/' ? pathname === '/' : pathname.startsWith(path))
  const here = isUnder(item.to) || (item.also ?? []).some(isUnder)
  return (
    <Link to={item.to} aria-current={here ? 'page' : undefined} title={`G ${item.key.toUpperCase()}`}>
      {text.nav[item.word]}
      {item.to === '/reports' && <WaitingCount />}
    </Link>
  )
}

/** How much reporting waits, quietly beside its word; nothing where nothing waits. */
function WaitingCount() {
  const { waiting: words } = useText(shellText)
  const { data } = useRead(getWaitingReports, {}, { staleTime: 60_000 })
  if (!data?.waiting) return null
  const { kind, count } = data.waiting
  return (
    <sup title={words[kind](count)}>
      <span aria-hidden="true">{count}</span>
      <span className="aloud">{words[kind](count)}</span>
    </sup>
  )
}

function Account({ session, places }: { session: SessionView; places: readonly NavItem[] }) {
  const text = useText(shellText)
  const navigate = useNavigate()
  const { language, choose } = useLanguage()
  const leave = useChange(endSession)
  const speak = useChange(changeLanguage)
  const [post] = session.posts
  const change = () => {
    const next = language === 'zh' ? 'en' : 'zh'
    choose(next)
    speak.mutate({ body: { language: next } })
  }
  return (
    <Menu
      label={
        <span className="who">
          <b>{session.person.name}</b>
          {post && <span className="where">{whereOf(post, text.roles)}</span>}
        </span>
      }
      items={[
        ...places.map(({ word, to, key }) => ({
          label: text.nav[word],
          note: `G ${key.toUpperCase()}`,
          onChoose: () => void navigate({ to }),
        })),
        { label: text.account, onChoose: () => void navigate({ to: '/account' }) },
        { label: text.otherLanguage, onChoose: change },
        { label: text.signOut, onChoose: () => leave.mutate({}, { onSuccess: () => location.assign('/sign-in') }) },
      ]}
    />
  )
}

/** Beside the name: the unit somebody acts for; the office is known by what it is, not by where it sits. */
const whereOf = ({ role, unitName }: SessionView['posts'][number], roles: Record<string, string>): string | undefined =>
  role === 'supervisionOffice' ? roles[role] : (unitName ?? roles[role])

function PhoneBar({ items }: { items: readonly NavItem[] }) {
  return (
    <nav className="phone-bar">
      {items.map((item) => (
        <NavLink key={item.to} item={item} />
      ))}
    </nav>
  )
}
