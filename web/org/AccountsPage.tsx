import { useState } from 'react'
import { listAccounts, resetPassword, unlockAccount, type AccountView } from '#domain/org/accounts.contract.ts'
import { useHasAnyRole, useSession } from '#web/shell/session.tsx'
import { useInstant } from '#web/shell/useInstant.ts'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { CopyOnce } from '#web/ui/CopyOnce.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { FindBox } from './FindBox.tsx'
import { Frame, Posts } from './PeopleTab.tsx'
import { usePages } from '../usePages.ts'
import './org.css'

type State = 'all' | 'locked' | 'disabled'

/** Locks and initial passwords, for the system and the security administrator. */
export function AccountsPage() {
  const { accounts: text } = useText(orgText)
  const [find, setFind] = useState('')
  const [state, setState] = useState<State>('all')
  const [reset, setReset] = useState<AccountView | null>(null)
  const unlock = useChange(unlockAccount)
  const { items, error, refetch, hasNextPage, fetchNextPage } = usePages(listAccounts, {
    query: {
      limit: 100,
      ...(find.trim() && { find: find.trim() }),
      ...(state !== 'all' && { state }),
    },
  })
  const states = (['all', 'locked', 'disabled'] as const).map((value) => ({ value, label: text.states[value] }))
  return (
    <div className="page">
      <div className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
      </div>
      <div className="filters">
        <FindBox value={find} onChange={setFind} />
        <Segmented label={text.stateLabel} segments={states} value={state} onChange={setState} />
      </div>
      <Refused error={unlock.error} />
      <Frame
        items={items}
        error={error}
        onRetry={() => void refetch()}
        onMore={hasNextPage ? () => void fetchNextPage() : null}
      >
        {(accounts: readonly AccountView[]) => (
          <AccountTable
            accounts={accounts}
            onReset={setReset}
            onUnlock={(account) => unlock.mutate({ params: { personId: account.id } })}
          />
        )}
      </Frame>
      {reset && <ResetDialog account={reset} onClose={() => setReset(null)} />}
    </div>
  )
}

type TableProps = {
  accounts: readonly AccountView[]
  onReset: (account: AccountView) => void
  onUnlock: (account: AccountView) => void
}

function AccountTable({ accounts, ...act }: TableProps) {
  const { columns } = useText(orgText).accounts
  return (
    <div className="table-frame">
      <table className="table org-table">
        <colgroup>
          <col style={{ width: 110 }} />
          <col className="wide-only" style={{ width: 150 }} />
          <col className="wide-only" />
          <col className="account-state" />
          <col style={{ width: 190 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{columns.name}</th>
            <th className="wide-only">{columns.userName}</th>
            <th className="wide-only">{columns.posts}</th>
            <th>{columns.state}</th>
            <th className="right">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {accounts.map((account) => (
            <AccountRow key={account.id} account={account} {...act} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function AccountRow({ account, onReset, onUnlock }: { account: AccountView } & Omit<TableProps, 'accounts'>) {
  const { accounts: text } = useText(orgText)
  const { person } = useSession()
  const maySecure = useHasAnyRole(['securityAdmin'])
  return (
    <tr className={account.disabled ? 'retired' : undefined}>
      <th scope="row">{account.name}</th>
      <td className="wide-only">{account.userName}</td>
      <td className="wide-only wrap">
        <Posts posts={account.posts} />
      </td>
      <td className="wrap">
        <StateWords account={account} />
      </td>
      <td className="act">
        <span className="row">
          {account.lockedUntil && maySecure && (
            <button type="button" className="btn small" onClick={() => onUnlock(account)}>
              {text.unlock}
            </button>
          )}
          {account.id !== person.id && (
            <button type="button" className="btn small" onClick={() => onReset(account)}>
              {text.reset}
            </button>
          )}
        </span>
      </td>
    </tr>
  )
}

function StateWords({ account }: { account: AccountView }) {
  const { accounts: text, people } = useText(orgText)
  const instant = useInstant()
  const words = [
    account.disabled && people.disabled,
    account.lockedUntil && text.lockedUntil(instant(account.lockedUntil)),
    account.mustChangePassword && people.mustChange,
  ].filter(Boolean)
  return words.length > 0 ? words.join('　') : <span className="quiet">{text.normal}</span>
}

function ResetDialog({ account, onClose }: { account: AccountView; onClose: () => void }) {
  const text = useText(orgText)
  const reset = useChange(resetPassword)
  const foot = reset.data ? (
    <button type="button" className="btn solid" onClick={onClose}>
      {text.close}
    </button>
  ) : (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      <button
        type="button"
        className="btn solid"
        disabled={reset.isPending}
        onClick={() => reset.mutate({ params: { personId: account.id } })}
      >
        {text.accounts.reset}
      </button>
    </>
  )
  return (
    <Dialog title={reset.data ? text.accounts.resetDone : text.accounts.resetTitle} onClose={onClose} foot={foot}>
      <div className="form">
        <Refused error={reset.error} />
        {reset.data ? (
          <>
            <CopyOnce label={text.people.initialPassword} secret={reset.data.initialPassword} />
            <p className="second">{text.people.handOver(account.name)}</p>
          </>
        ) : (
          <p>{text.accounts.resetAsk(account.name)}</p>
        )}
      </div>
    </Dialog>
  )
}
