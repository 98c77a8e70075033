import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { type ImportItem, listImports } from '#domain/imports/imports.contract.ts'
import { usePages } from '../usePages.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { useText } from '#web/text.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { importsText } from './imports.text.ts'
import { UndoDialog } from './UndoDialog.tsx'

/** Everything that was read, the latest first. */
export function ImportList() {
  const { list: text } = useText(importsText)
  const { items, error, refetch, hasNextPage, fetchNextPage, isFetching } = usePages(listImports, {
    query: { limit: 50 },
  })
  const [undone, setUndone] = useState<ImportItem | null>(null)
  const [sentence, setSentence] = useState('')
  if (error && !items) return <ErrorState error={error} onRetry={() => void refetch()} />
  return (
    <section className="section">
      <header>
        <h2>{text.done}</h2>
      </header>
      <div role="status">{sentence && <p className="notice">{sentence}</p>}</div>
      {!items && <Loading lines={4} />}
      {items?.length === 0 && <EmptyState title={text.empty} sentence={text.emptySentence} />}
      {items && items.length > 0 && <ImportTable items={items} onUndo={setUndone} />}
      {hasNextPage && (
        <p>
          <button type="button" className="btn" disabled={isFetching} onClick={() => void fetchNextPage()}>
            {text.more}
          </button>
        </p>
      )}
      {undone && (
        <UndoDialog
          item={undone}
          onClose={() => setUndone(null)}
          onDone={(said) => {
            setUndone(null)
            setSentence(said)
          }}
        />
      )}
    </section>
  )
}

function ImportTable({ items, onUndo }: { items: readonly ImportItem[]; onUndo: (item: ImportItem) => void }) {
  const words = useText(importsText)
  const instant = useInstant()
  const { list: text } = words
  const { columns } = text
  return (
    <div className="table-frame">
      <table className="table import-table">
        <thead>
          <tr>
            <th className="name">{columns.name}</th>
            <th className="kind-cell">{columns.kind}</th>
            <th className="number">{columns.found}</th>
            <th className="decided-cell">{columns.decided}</th>
            <th className="state-cell">{columns.state}</th>
            <th>{columns.by}</th>
            <th className="at-cell">{columns.at}</th>
            <th className="acts" />
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td title={item.title ?? item.name}>
                <Link to="/imports/$importId" params={{ importId: item.id }}>
                  {item.name}
                </Link>
              </td>
              <td>{text.kinds[item.kind]}</td>
              <td className="number">{item.counts.found}</td>
              <td>{text.counts(item.counts, item.kind)}</td>
              <td>{words.importStates[item.state]}</td>
              <td>{item.createdBy.name}</td>
              <td>{instant(item.createdAt)}</td>
              <td className="right">
                {item.state !== 'undone' && (
                  <button type="button" className="link" onClick={() => onUndo(item)}>
                    {text.undo}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
