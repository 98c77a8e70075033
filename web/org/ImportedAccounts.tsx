import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'

type Account = { name: string; userName: string; initialPassword: string }
type Done = { addedCount: number; changedCount: number; accounts: readonly Account[] }

const quoted = (value: string): string => `"${value.replace(/"/g, '""')}"`

/** Excel reads a csv as UTF-8 only when it begins with the mark. */
const csvOf = (head: readonly string[], accounts: readonly Account[]): string =>
  [head, ...accounts.map(({ name, userName, initialPassword }) => [name, userName, initialPassword])]
    .map((row) => row.map(quoted).join(','))
    .join('\r\n')
    .replace(/^/, '\uFEFF')

/** What was imported; new accounts' initial passwords are shown and offered as a file this once. */
export function ImportedAccounts({ done }: { done: Done }) {
  const { importing: text } = useText(orgText)
  const download = () => {
    const link = document.createElement('a')
    link.href = URL.createObjectURL(new Blob([csvOf(text.passwordColumns, done.accounts)], { type: 'text/csv' }))
    link.download = text.passwordsFile
    link.click()
    URL.revokeObjectURL(link.href)
  }
  return (
    <section className="section stack">
      <p role="status">{text.done(done.addedCount, done.changedCount)}</p>
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
    </section>
  )
}
