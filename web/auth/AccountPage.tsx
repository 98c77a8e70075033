import { Link, useLocation } from '@tanstack/react-router'
import { changeLanguage } from '#domain/auth/auth.contract.ts'
import type { Language } from '#domain/refusal.ts'
import { FeedSection } from '#web/channels/FeedSection.tsx'
import { ChannelsSection } from '#web/channels/ChannelsSection.tsx'
import { QuietSection } from '#web/channels/QuietSection.tsx'
import { useSession } from '#web/shell/session.tsx'
import { shellText } from '#web/shell/shell.text.ts'
import { authText } from '#web/text/auth.text.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { SessionsSection } from './SessionsSection.tsx'
import { TokensSection } from './TokensSection.tsx'
import './entry.css'

const LANGUAGE_NAMES = [
  { value: 'zh', label: '中文' },
  { value: 'en', label: 'English' },
] as const

/** The own account: posts, language, password, sessions, tokens. */
export function AccountPage() {
  const { account: text, password } = useText(authText)
  const { person } = useSession()
  const { hash } = useLocation()
  return (
    <div className="page narrow">
      <div className="title">
        <h1>{person.name}</h1>
        <span className="second">{text.title}</span>
      </div>
      {hash === 'changed' && (
        <p className="notice" role="status">
          {password.changed}
        </p>
      )}
      <div className="columns">
        <div>
          <ChannelsSection />
          <QuietSection />
          <FeedSection />
          <SessionsSection />
          <TokensSection />
        </div>
        <div>
          <Who />
          <section className="section">
            <header>
              <h2>{text.passwordSection}</h2>
              <span className="note">{text.passwordNote}</span>
            </header>
            <Link to="/password" className="btn">
              {text.changePassword}
            </Link>
          </section>
        </div>
      </div>
    </div>
  )
}

function Who() {
  const { account: text } = useText(authText)
  const { roles } = useText(shellText)
  const { person, organization, posts } = useSession()
  return (
    <section className="section">
      <header>
        <h2>{text.posts}</h2>
      </header>
      <dl className="pairs">
        <dt>{text.organization}</dt>
        <dd>{organization.name}</dd>
        <dt>{text.userName}</dt>
        <dd>{person.userName}</dd>
        <dt>{text.posts}</dt>
        <dd>
          {posts.map((post) => (
            <div key={`${post.role} ${post.unitId}`}>{wordsOf(post.unitName, roles[post.role], post.title)}</div>
          ))}
        </dd>
        <dt>{text.language}</dt>
        <dd>
          <LanguageChoice />
        </dd>
      </dl>
    </section>
  )
}

/** Unit, role and title; a title that only repeats the role is said once. */
const wordsOf = (...words: (string | null)[]): string => [...new Set(words.filter(Boolean))].join('　')

function LanguageChoice() {
  const { account: text } = useText(authText)
  const { language, choose } = useLanguage()
  const save = useChange(changeLanguage)
  const change = (chosen: Language) => {
    choose(chosen)
    save.mutate({ body: { language: chosen } })
  }
  return <Segmented label={text.language} segments={LANGUAGE_NAMES} value={language} onChange={change} />
}
