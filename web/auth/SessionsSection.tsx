import { endOtherSessions, listSessions, type SessionPlace } from '#domain/auth/auth.contract.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { authText } from '#web/text/auth.text.ts'
import { useText } from '#web/text.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { browserOf } from './browser.ts'

/** Where one is signed in, and the way out of all other places. */
export function SessionsSection() {
  const { sessions: text } = useText(authText)
  const { data, error, refetch } = useRead(listSessions, {})
  const end = useChange(endOtherSessions)
  return (
    <section className="section stack">
      <header>
        <h2>{text.title}</h2>
        <span className="note">{text.note}</span>
      </header>
      <Refused error={end.error} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && (data ? <Places places={data.items} /> : <Loading lines={2} />)}
      <div className="row">
        <button type="button" className="btn" disabled={end.isPending} onClick={() => end.mutate({})}>
          {text.endOthers}
        </button>
        <span role="status" className="second">
          {end.data && text.ended(end.data.endedCount)}
        </span>
      </div>
    </section>
  )
}

function Places({ places }: { places: readonly SessionPlace[] }) {
  const { sessions: text } = useText(authText)
  const instant = useInstant()
  return (
    <ul className="list">
      {places.map((place) => (
        <li key={`${place.startedAt} ${place.address} ${place.browser}`}>
          <Browser agent={place.browser} /> {place.current && <span className="tag">{text.current}</span>}
          <div className="facts text-13">
            <span>
              {text.columns.address} {place.address}
            </span>
            <span>
              {text.columns.startedAt} {instant(place.startedAt)}
            </span>
            <span>
              {text.columns.seenAt} {instant(place.seenAt)}
            </span>
          </div>
        </li>
      ))}
    </ul>
  )
}

function Browser({ agent }: { agent: string }) {
  const { sessions: text } = useText(authText)
  const { browser, system } = browserOf(agent)
  return <b title={agent}>{browser ? text.on(browser, system) : text.unknownBrowser}</b>
}
