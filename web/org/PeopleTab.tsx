import { useState, type ReactNode } from 'react'
import { listAccounts, type AccountView } from '#domain/org/accounts.contract.ts'
import { listPeople, type PersonView, type PostView } from '#domain/org/org.contract.ts'
import { useHasAnyRole } from '#web/shell/session.tsx'
import { shellText } from '#web/shell/shell.text.ts'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { FindBox } from './FindBox.tsx'
import { PersonDialog } from './PersonDialog.tsx'
import { usePages } from '../usePages.ts'

/** People: for the office to look up, for the system administrator to manage. */
export function PeopleTab() {
  return useHasAnyRole(['sysAdmin']) ? <ManagedPeople /> : <KnownPeople />
}

function KnownPeople() {
  const [find, setFind] = useState('')
  const { items, error, refetch, hasNextPage, fetchNextPage } = usePages(listPeople, {
    query: {
      limit: 100,
      ...(find.trim() && { find: find.trim() }),
    },
  })
  return (
    <>
      <div className="filters">
        <FindBox value={find} onChange={setFind} />
      </div>
      <Frame
        items={items}
        error={error}
        onRetry={() => void refetch()}
        onMore={hasNextPage ? () => void fetchNextPage() : null}
      >
        {(people: readonly PersonView[]) => (
          <ul className="list">
            {people.map((person) => (
              <li key={person.id} className="row">
                <b>{person.name}</b>
                <span className="second">
                  <Posts posts={person.posts} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Frame>
    </>
  )
}

function ManagedPeople() {
  const { people: text } = useText(orgText)
  const [find, setFind] = useState('')
  const [edited, setEdited] = useState<AccountView | 'new' | null>(null)
  const { items, error, refetch, hasNextPage, fetchNextPage } = usePages(listAccounts, {
    query: {
      limit: 100,
      ...(find.trim() && { find: find.trim() }),
    },
  })
  return (
    <>
      <div className="filters">
        <FindBox value={find} onChange={setFind} />
        <span className="quiet text-13">{text.note}</span>
        <span className="grow" />
        <button type="button" className="btn solid" onClick={() => setEdited('new')}>
          {text.add}
        </button>
      </div>
      <Frame
        items={items}
        error={error}
        onRetry={() => void refetch()}
        onMore={hasNextPage ? () => void fetchNextPage() : null}
      >
        {(people: readonly AccountView[]) => <PeopleTable people={people} onEdit={setEdited} />}
      </Frame>
      {edited && <PersonDialog person={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </>
  )
}

type FrameProps<Item> = {
  items: Item[] | undefined
  error: Error | null
  onRetry: () => void
  onMore: (() => void) | null
  children: (items: readonly Item[]) => ReactNode
}

/** A list with its waiting, its emptiness and its next page. */
export function Frame<Item>({ items, error, onRetry, onMore, children }: FrameProps<Item>) {
  const text = useText(orgText)
  if (error && !items) return <ErrorState error={error} onRetry={onRetry} />
  if (!items) return <Loading />
  if (items.length === 0) return <EmptyState title={text.nothingFound} />
  return (
    <>
      {children(items)}
      {onMore && (
        <p>
          <button type="button" className="btn" onClick={onMore}>
            {text.more}
          </button>
        </p>
      )}
    </>
  )
}

function PeopleTable({ people, onEdit }: { people: readonly AccountView[]; onEdit: (person: AccountView) => void }) {
  const { people: text, edit } = useText(orgText)
  const { columns } = text
  return (
    <div className="table-frame">
      <table className="table org-table">
        <colgroup>
          <col style={{ width: 110 }} />
          <col className="wide-only" style={{ width: 150 }} />
          <col />
          <col className="wide-only" style={{ width: 130 }} />
          <col style={{ width: 80 }} />
        </colgroup>
        <thead>
          <tr>
            <th>{columns.name}</th>
            <th className="wide-only">{columns.userName}</th>
            <th>{columns.posts}</th>
            <th className="wide-only">{columns.state}</th>
            <th className="right">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className={person.disabled ? 'retired' : undefined}>
              <th scope="row">{person.name}</th>
              <td className="wide-only">{person.userName}</td>
              <td className="wrap">
                <Posts posts={person.posts} />
              </td>
              <td className="wide-only">{stateOf(person, text)}</td>
              <td className="act">
                <button
                  type="button"
                  className="btn small"
                  aria-label={text.editTitle(person.name)}
                  onClick={() => onEdit(person)}
                >
                  {edit}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const stateOf = (person: AccountView, words: { disabled: string; locked: string; mustChange: string }): string => {
  if (person.disabled) return words.disabled
  if (person.lockedUntil) return words.locked
  return person.mustChangePassword ? words.mustChange : ''
}

/** A person's posts on one line: unit, role, title. */
export function Posts({ posts }: { posts: readonly PostView[] }) {
  const { people: text } = useText(orgText)
  const { roles } = useText(shellText)
  return text.postsOf(
    posts.map((post) => [...new Set([post.unitName, roles[post.role], post.title].filter(Boolean))].join('　')),
  )
}
