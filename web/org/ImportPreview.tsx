import type { OrgImportPreview } from '#domain/org/org-import.contract.ts'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'

type Props = { preview: OrgImportPreview; pending: boolean; onConfirm: () => void }

/** What the file would do, cell by cell where something must be corrected; nothing is saved yet. */
export function ImportPreview({ preview, pending, onConfirm }: Props) {
  const { importing: text } = useText(orgText)
  const count = preview.addedCount + preview.changedCount
  const { addedCount: added, changedCount: changed, unchangedCount: unchanged } = preview
  return (
    <section className="section stack">
      <p role="status">{text.summary({ added, changed, unchanged })}</p>
      {preview.problems.length > 0 ? (
        <>
          <p className="notice amber">{text.problems(preview.problems.length)}</p>
          <Problems problems={preview.problems} />
        </>
      ) : (
        <>
          {count === 0 && <p className="notice">{text.nothing}</p>}
          {count > 0 && (
            <button type="button" className="btn solid" disabled={pending} onClick={onConfirm}>
              {text.confirm(count)}
            </button>
          )}
          {pending && (
            <p className="waiting" role="status">
              {text.sending}
            </p>
          )}
        </>
      )}
      <Rows rows={preview.rows.filter((row) => row.does !== 'nothing')} />
    </section>
  )
}

function Problems({ problems }: { problems: OrgImportPreview['problems'] }) {
  const { importing: text } = useText(orgText)
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{text.columns.where}</th>
            <th>{text.columns.value}</th>
            <th>{text.columns.problem}</th>
          </tr>
        </thead>
        <tbody>
          {problems.map((problem) => (
            <tr key={`${problem.list} ${problem.row} ${problem.column} ${problem.message}`}>
              <td>{text.where(text.lists[problem.list], problem.row, problem.column)}</td>
              <td title={problem.value}>{problem.value}</td>
              <td className="wrap">{problem.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Rows({ rows }: { rows: OrgImportPreview['rows'] }) {
  const { importing: text } = useText(orgText)
  if (rows.length === 0) return null
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th>{text.columns.where}</th>
            <th>{text.columns.name}</th>
            <th>{text.columns.does}</th>
            <th>{text.columns.changes}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.list} ${row.row}`}>
              <td>{text.row(text.lists[row.list], row.row)}</td>
              <td>{row.name}</td>
              <td>{text.does[row.does]}</td>
              <td className="wrap">
                {row.changes.map(({ column, from, to }) => (
                  <div key={column}>{text.fromTo(column, from, to)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
