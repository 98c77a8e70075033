import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { listTokens, revokeToken, type TokenView } from '#domain/auth/auth.contract.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { authText } from '#web/text/auth.text.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { NewTokenDialog } from './NewTokenDialog.tsx'

/** The own API tokens: make, see once, revoke. */
export function TokensSection() {
  const { tokens: text } = useText(authText)
  const { data, error, refetch } = useRead(listTokens, {})
  const [open, setOpen] = useState(false)
  const [revoked, setRevoked] = useState<TokenView | null>(null)
  return (
    <section className="section stack">
      <header>
        <h2>{text.title}</h2>
        <span className="note">{text.note}</span>
      </header>
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data?.items.length === 0 && <p className="second">{text.empty}</p>}
      {data && data.items.length > 0 && <Tokens tokens={data.items} onRevoke={setRevoked} />}
      <p>
        <button type="button" className="btn" onClick={() => setOpen(true)}>
          {text.create}
        </button>
      </p>
      {open && <NewTokenDialog onClose={() => setOpen(false)} />}
      {revoked && <RevokeDialog token={revoked} onClose={() => setRevoked(null)} />}
    </section>
  )
}

function Tokens({ tokens, onRevoke }: { tokens: readonly TokenView[]; onRevoke: (token: TokenView) => void }) {
  const { tokens: text } = useText(authText)
  const instant = useInstant()
  const { language } = useLanguage()
  return (
    <ul className="list">
      {tokens.map((token) => (
        <li key={token.id} className="row">
          <div className="grow">
            <b>{token.name}</b> {token.expired && <span className="tag">{text.expired}</span>}
            <div className="facts text-13">
              <span>
                {text.columns.expiresOn} {formatOnInFull(token.expiresOn, language)}
              </span>
              <span>
                {text.columns.createdAt} {instant(token.createdAt)}
              </span>
              <span>
                {text.columns.usedOn} {token.usedOn ? formatOnInFull(token.usedOn, language) : text.never}
              </span>
            </div>
          </div>
          <button type="button" className="btn small" onClick={() => onRevoke(token)}>
            {text.revoke}
          </button>
        </li>
      ))}
    </ul>
  )
}

function RevokeDialog({ token, onClose }: { token: TokenView; onClose: () => void }) {
  const { tokens: text, cancel } = useText(authText)
  const revoke = useChange(revokeToken)
  const confirm = () => revoke.mutate({ params: { tokenId: token.id } }, { onSuccess: onClose })
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {cancel}
      </button>
      <button type="button" className="btn solid" disabled={revoke.isPending} onClick={confirm}>
        {text.revoke}
      </button>
    </>
  )
  return (
    <Dialog title={text.revokeTitle} onClose={onClose} foot={foot}>
      <p>{text.revokeAsk(token.name)}</p>
      <Refused error={revoke.error} />
    </Dialog>
  )
}
