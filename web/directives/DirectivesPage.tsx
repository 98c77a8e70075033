import { useNavigate, useSearch } from '@tanstack/react-router'
import { mayRegister } from '#domain/directives/directive.ts'
import { DIRECTIVE_SHOWS, exportDirectives, listDirectives } from '#domain/directives/directives.contract.ts'
import { URGENCIES } from '#domain/directives/urgency.ts'
import { hasRole } from '#domain/access/actor.ts'
import { labelFor } from '#domain/glossary.ts'
import { addressOf } from '../api.ts'
import { useActor } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Tabs } from '../ui/Tabs.tsx'
import { usePages } from '../usePages.ts'
import type { DirectivesAddress } from './address.ts'
import { DirectiveTable } from './DirectiveTable.tsx'
import { directivesText } from './directives.text.ts'
import './directives.css'

/** Directives by where they stand, narrowed by leader and urgency; what is shown stands in the address. */
export function DirectivesPage() {
  const text = useText(directivesText)
  const { language } = useLanguage()
  const actor = useActor()
  const navigate = useNavigate()
  const search = useSearch({ from: '/signed-in/directives' })
  const { show = 'open', writerId, urgency } = search
  const filter = { show, ...(writerId && { writerId }), ...(urgency && { urgency }) }
  const pages = usePages(listDirectives, { query: filter })
  const first = pages.data?.pages[0]
  const go = (part: DirectivesAddress) =>
    void navigate({ to: '/directives', search: { ...search, ...part }, replace: true })
  return (
    <div className="page directives">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
        <span className="actions">
          <a className="btn" href={addressOf(exportDirectives, { query: { ...filter, language } })} download>
            {text.export}
          </a>
          {mayRegister(actor) && (
            <Anchor href="/directives/new" className="btn solid">
              {hasRole(actor, 'supervisionOffice') ? text.register : text.write}
            </Anchor>
          )}
        </span>
      </header>
      <Tabs
        label={text.showsLabel}
        selected={show}
        onSelect={(next) => go({ show: next })}
        tabs={DIRECTIVE_SHOWS.map((id) => ({ id, label: text.shows[id], count: first?.counts[id] }))}
      />
      <div className="row directive-filters">
        <select
          className="input"
          aria-label={text.writer}
          value={writerId ?? ''}
          onChange={(event) => go({ writerId: event.target.value || undefined })}
        >
          <option value="">{text.everyWriter}</option>
          {(first?.writers ?? []).map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        <select
          className="input"
          aria-label={text.form.urgency}
          value={urgency ?? ''}
          onChange={(event) => go({ urgency: URGENCIES.find((one) => one === event.target.value) })}
        >
          <option value="">{text.everyUrgency}</option>
          {URGENCIES.map((one) => (
            <option key={one} value={one}>
              {labelFor(`urgency.${one}`, language)}
            </option>
          ))}
        </select>
      </div>
      {pages.error && !pages.items && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading lines={8} />}
      {pages.items?.length === 0 && <EmptyState title={text.emptyTitle} sentence={text.empty} />}
      {pages.items && pages.items.length > 0 && <DirectiveTable directives={pages.items} />}
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {text.more}
        </button>
      )}
    </div>
  )
}
