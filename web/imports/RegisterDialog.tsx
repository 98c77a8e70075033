import { useState } from 'react'
import { wordFor } from '#domain/glossary.ts'
import { confirmImport, type ImportView, type RefusedRow } from '#domain/imports/imports.contract.ts'
import { foreseeConfirmation } from '#domain/imports/pages.contract.ts'
import { listed } from '#domain/listed.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'

type Props = { view: ImportView; onClose: () => void; onDoubt: () => void }

/** Says what registering will do, row by row where something is missing, and does it. */
export function RegisterDialog({ view, onClose, onDoubt }: Props) {
  const { confirm: text } = useText(importsText)
  const { language } = useLanguage()
  const [isLeft, setLeft] = useState(false)
  const change = useChange(confirmImport)
  const { data: facts, error } = useRead(foreseeConfirmation, { params: { importId: view.id } }, { staleTime: 0 })
  if (change.data && change.data.refused.length > 0) return <LeftOut rows={change.data.refused} onClose={onClose} />
  if (!facts) return <Foreseeing error={error} onClose={onClose} />
  const { registered, drafted, updated, merged, discarded, pending, same } = facts
  const isSomething = registered + drafted + updated + merged > 0
  const isSame = !isSomething && same > 0 && same === view.counts.found
  const isReady = isSomething && facts.doubts === 0 && (pending === 0 || isLeft)
  const register = () =>
    change.mutate(
      { params: { importId: view.id }, body: { undecided: isLeft ? 'leave' : 'refuse' } },
      { onSuccess: ({ refused }) => refused.length === 0 && onClose() },
    )
  const lacking = facts.lacking.map(({ number, missing }) =>
    text.lacking(
      number,
      listed(
        language,
        missing.map((need) => wordFor(need, language)),
      ),
    ),
  )
  const lines = [
    [registered, text.registered],
    [drafted, text.drafted],
    [updated, text.updated],
    [merged, text.merged],
    [discarded, text.discarded],
  ] as const
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
            {drafted > lacking.length && ' …'}
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
        {pending > 0 && (
          <>
            <p>{text.pending(pending)}</p>
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

function Foreseeing({ error, onClose }: { error: Error | null; onClose: () => void }) {
  const { confirm: text } = useText(importsText)
  return (
    <Dialog title={text.title} onClose={onClose}>
      {error ? <Refused error={error} /> : <Loading lines={4} />}
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
