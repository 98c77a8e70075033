import { useBlocker } from '@tanstack/react-router'
import { useState } from 'react'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'

type Account = { name: string; userName: string; initialPassword: string }
type Done = { addedCount: number; changedCount: number; accounts: readonly Account[] }

const quoted = (value: string): string => `"${value.replace(/"/g, '""')}"`

/** Excel reads a csv as UTF-8 only when it begins with the mark. */
const csvOf = (head: readonly string[], accounts: readonly Account[]): string =>
  [head, ...accounts.map(({ name, userName, initialPassword }) => [name, userName, initialPassword])]
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')
    .replace(/^/, '\uFEFF')

/**
 * What was imported; new accounts' initial passwords are shown and offered as a file this once, so leaving without the
 * file is asked about first. `onAnother` goes on to the next file.
 */
export function ImportedAccounts({ done, onAnother }: { done: Done; onAnother: () => void }) {
  const { importing: text } = useText(orgText)
  const [isKept, setIsKept] = useState(done.accounts.length === 0)
  const [isAnotherAsked, setIsAnotherAsked] = useState(false)
  const leaving = useBlocker({ shouldBlockFn: () => !isKept, enableBeforeUnload: () => !isKept, withResolver: true })
  const download = () => {
    setIsKept(true)
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csvOf(text.passwordColumns, done.accounts)], { type: 'text/csv' }))
    link.download = text.passwordsFile
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section className="section stack">
      <p className="facts">
        <span role="status">{text.done(done.addedCount, done.changedCount)}</span>
        <button type="button" className="btn small" onClick={() => (isKept ? onAnother() : setIsAnotherAsked(true))}>
          {text.importAnother}
        </button>
      </p>
      {done.accounts.length > 0 && (
        <>
          <h3>{text.passwords}</h3>
          <p className="notice amber">{text.passwordsNote}</p>
          <button type="button" className="btn solid" onClick={download}>
            {text.downloadPasswords}
          </button>
          <ul className="list">
            {done.accounts.map((account) => (
              <li key={account.userName} className="row">
                <b>{account.name}</b>
                <span className="second">{account.userName}</span>
                <code>{account.initialPassword}</code>
              </li>
            ))}
          </ul>
        </>
      )}
      {/* In a box of its own: the distance between the lines of a stack would move the dialog. */}
      <div>
        {isAnotherAsked && <Unkept onStay={() => setIsAnotherAsked(false)} onLeave={onAnother} />}
        {leaving.status === 'blocked' && <Unkept onStay={leaving.reset} onLeave={leaving.proceed} />}
      </div>
    </section>
  )
}

function Unkept({ onStay, onLeave }: { onStay: () => void; onLeave: () => void }) {
  const { importing: text } = useText(orgText)
  const foot = (
    <>
      <button type="button" className="btn" onClick={onLeave}>
        {text.leaveUnkept}
      </button>
      <button type="button" className="btn solid" onClick={onStay}>
        {text.stay}
      </button>
    </>
  )
  return (
    <Dialog title={text.unkept} onClose={onStay} foot={foot}>
      <p>{text.unkeptWhy}</p>
    </Dialog>
  )
}
