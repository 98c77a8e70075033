import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { listJournal, verifyJournal, type JournalEntryView } from '#domain/journal/journal.contract.ts'
import { call } from '../api.ts'
import { useInstant } from '../shell/useInstant.ts'
import { ACTION_NAMES, actionWord } from '../text/actions.ts'
import { useLanguage, useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { usePages } from '../usePages.ts'
import { actorWord } from '../text/actor.ts'
import { changeLine, subjectWord, originLine } from './changes.ts'
import { journalText } from './journal.text.ts'
import './journal.css'

/** The audit administrator's page: every change, and whether the chain of digests is whole. */
export function JournalPage() {
  const text = useText(journalText)
  const [search, setSearch] = useState<{ personName?: string; action?: string }>({})
  const pages = usePages(listJournal, { query: search })
  const entries = pages.items ?? []
  return (
    <div className="page">
      <div className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
        <span className="grow" />
        <Verification />
      </div>
      <Search onSearch={setSearch} />
      {pages.error ? (
        <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />
      ) : (
        <Entries entries={entries} />
      )}
      {!pages.isPending && entries.length === 0 && <p className="second">{text.empty}</p>}
      {pages.hasNextPage && (
        <button type="button" className="btn" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
    </div>
  )
}

function Verification() {
  const text = useText(journalText)
  const { data, refetch, isFetching } = useQuery({
    queryKey: [verifyJournal.operationId],
    queryFn: ({ signal }) => call(verifyJournal, {}, signal),
    enabled: false,
  })
  return (
    <>
      <span className="second" role="status">
        {data &&
          (data.brokenAt === null ? text.verified(data.sealedCount, data.unsealedCount) : text.broken(data.brokenAt))}
      </span>
      <button type="button" className="btn" disabled={isFetching} onClick={() => void refetch()}>
        {text.verify}
      </button>
    </>
  )
}

function Search({ onSearch }: { onSearch: (search: { personName?: string; action?: string }) => void }) {
  const text = useText(journalText)
  const { language } = useLanguage()
  const submit = (form: FormData) => {
    const given = (name: string) => {
      const value = form.get(name)
      return typeof value === 'string' ? value.trim() : ''
    }
    onSearch({ ...(given('who') && { personName: given('who') }), ...(given('action') && { action: given('action') }) })
  }
  return (
    <form className="filters journal-search" action={submit}>
      <label>
        {text.who}
        <input name="who" className="input" />
      </label>
      <label>
        {text.action}
        <select name="action" className="input" defaultValue="">
          <option value="">{text.anyAction}</option>
          {ACTION_NAMES.map((action) => (
            <option key={action} value={action}>
              {actionWord(action, language)}
            </option>
          ))}
        </select>
      </label>
      <button type="submit" className="btn">
        {text.find}
      </button>
    </form>
  )
}

function Entries({ entries }: { entries: readonly JournalEntryView[] }) {
  const instant = useInstant()
  const { columns } = useText(journalText)
  const { language } = useLanguage()
  return (
    <div className="scroll-x">
      <table className="table journal">
        <thead>
          <tr>
            <th className="column-at">{columns.at}</th>
            <th className="column-who">{columns.who}</th>
            <th className="column-what">{columns.what}</th>
            <th className="column-subject">{columns.subject}</th>
            <th className="column-change">{columns.change}</th>
            <th className="column-origin">{columns.origin}</th>
            <th className="column-digest">{columns.digest}</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td>{instant(entry.happenedAt)}</td>
              <td>{actorWord(entry.personName, language)}</td>
              <td title={entry.action}>{actionWord(entry.action, language)}</td>
              <td title={entry.subjectId}>{subjectWord(entry.subjectType, language)}</td>
              <td title={JSON.stringify({ before: entry.before, after: entry.after }, null, 1)}>
                {changeLine(entry, language)}
              </td>
              <td title={entry.origin}>{originLine(entry.origin, language)}</td>
              <td className="quiet" title={entry.digest ?? ''}>
                {entry.digest?.slice(0, 12) ?? '…'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
