import { useState } from 'react'
import { wordFor } from '#domain/glossary.ts'
import { type DraftView } from '#domain/imports/drafts.contract.ts'
import { confirmImport, type ImportView, type RefusedRow } from '#domain/imports/imports.contract.ts'
import { listed } from '#domain/listed.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'
import { isUnchanged } from './useActs.ts'

const LACKING_SHOWN = 8

/** A ledger's row that says what its task says already is no row to register. */
const isSameRow = (draft: DraftView, kind: ImportView['kind']): boolean => kind === 'ledger' && isUnchanged(draft)

/** What would become of the rows, as they stand. */
function foreseen({ drafts, kind }: Pick<ImportView, 'drafts' | 'kind'>) {
  const accepted = drafts.filter(({ state }) => state === 'accepted')
  const fresh = accepted.filter(({ task }) => task === null)
  const named = drafts.filter(({ state, task }) => task !== null && (state === 'accepted' || state === 'merged'))
  const updated = named.filter(({ differences }) => differences.some(({ taken }) => taken))
  return {
    accepted,
    registered: fresh.filter(({ missing }) => missing.length === 0),
    drafted: fresh.filter(({ missing }) => missing.length > 0),
    updated,
    merged: drafts.filter((draft) => draft.state === 'merged' && !updated.includes(draft) && !isSameRow(draft, kind)),
    discarded: drafts.filter(({ state }) => state === 'discarded'),
    pending: drafts.filter(({ state }) => state === 'pending'),
    doubts: accepted.reduce((sum, { doubts }) => sum + doubts.length, 0),
  }
}

type Props = { view: ImportView; onClose: () => void; onDoubt: () => void }

/** Says what registering will do, row by row where something is missing, and does it. */
export function RegisterDialog({ view, onClose, onDoubt }: Props) {
  const { confirm: text } = useText(importsText)
  const { language } = useLanguage()
  const [isLeft, setLeft] = useState(false)
  const change = useChange(confirmImport)
  const facts = foreseen(view)
  const isSomething = facts.accepted.length > 0 || facts.merged.length > 0 || facts.updated.length > 0
  const isSame = view.drafts.length > 0 && view.drafts.every((draft) => isSameRow(draft, view.kind))
  const isReady = isSomething && facts.doubts === 0 && (facts.pending.length === 0 || isLeft)
  const register = () =>
    change.mutate(
      { params: { importId: view.id }, body: { undecided: isLeft ? 'leave' : 'refuse' } },
      { onSuccess: ({ refused }) => refused.length === 0 && onClose() },
    )
  const lacking = facts.drafted.slice(0, LACKING_SHOWN).map((draft) => {
    const what = listed(
      language,
      draft.missing.map((need) => wordFor(need, language)),
    )
    return text.lacking(view.drafts.indexOf(draft) + 1, what)
  })
  const lines = [
    [facts.registered.length, text.registered],
    [facts.drafted.length, text.drafted],
    [facts.updated.length, text.updated],
    [facts.merged.length, text.merged],
    [facts.discarded.length, text.discarded],
  ] as const
  if (change.data && change.data.refused.length > 0) return <LeftOut rows={change.data.refused} onClose={onClose} />
  const isWaiting = isSomething && facts.doubts === 0 && !isReady
  const foot = (
    <>
      {isWaiting && <p className="missing-list">{text.waiting}</p>}
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      <button type="button" className="btn solid" disabled={!isReady || change.isPending} onClick={register}>
        {text.action}
      </button>
    </>
  )
  return (
    <Dialog title={text.title} onClose={onClose} foot={foot}>
      <div className="stack">
        <Refused error={change.error} />
        {!isSomething && <p>{isSame ? text.allSame : text.nothing}</p>}
        <ul className="foreseen">
          {lines
            .filter(([count]) => count > 0)
            .map(([count, say]) => (
              <li key={say(count)}>{say(count)}</li>
            ))}
        </ul>
        {lacking.length > 0 && (
          <p className="second text-13">
            {lacking.join(language === 'zh' ? '；' : '; ')}
            {facts.drafted.length > LACKING_SHOWN && ' …'}
          </p>
        )}
        {facts.doubts > 0 && (
          <p className="notice amber">
            {text.doubts(facts.doubts)}{' '}
            <button type="button" className="link" onClick={onDoubt}>
              {text.toDoubt}
            </button>
          </p>
        )}
        {facts.pending.length > 0 && (
          <>
            <p>{text.pending(facts.pending.length)}</p>
            <label className="check">
              <input type="checkbox" checked={isLeft} onChange={() => setLeft(!isLeft)} />
              {text.leave}
            </label>
          </>
        )}
      </div>
    </Dialog>
  )
}

/** Everything else is done; these rows' tasks did not take the change. */
function LeftOut({ rows, onClose }: { rows: readonly RefusedRow[]; onClose: () => void }) {
  const { confirm: text } = useText(importsText)
  const foot = (
    <button type="button" className="btn solid" onClick={onClose}>
      {text.close}
    </button>
  )
  return (
    <Dialog title={text.leftOut(rows.length)} onClose={onClose} foot={foot}>
      <ul>
        {rows.map(({ number, taskCode, message }) => (
          <li key={number}>{text.leftOutRow(number, taskCode, message)}</li>
        ))}
      </ul>
    </Dialog>
  )
}
