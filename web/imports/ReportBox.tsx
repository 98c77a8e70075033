import { Link } from '@tanstack/react-router'
import type { CellName } from '#domain/imports/cells.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { toSearch } from '#web/tasks/address.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

/** What came of a document, once it was registered or taken back. */
export function ReportBox({ view, onUndo }: { view: ImportView; onUndo: () => void }) {
  const { report: text, list, quality, cells } = useText(importsText)
  const { report, state } = view
  const said = (tally: Readonly<Record<string, number>> | undefined, nameOf: (name: string) => string) =>
    Object.entries(tally ?? {})
      .sort(([, a], [, b]) => b - a)
      .map(([name, count]) => text.times(nameOf(name), count))
  const edits = said(report?.editedCells, (name) => cells[name as CellName] ?? name)
  const left = said(report?.leftFor, (name) => quality.leftFor[name] ?? name)
  return (
    <section className="section import-report">
      <header>
        <h2>{state === 'undone' ? text.undone : text.title}</h2>
      </header>
      {report && (
        <>
          <p className="text-16">{text.sentence(report)}</p>
          <p className="second">{text.quality(report)}</p>
          {edits.length > 0 && <p className="second">{text.edits(edits)}</p>}
          {left.length > 0 && <p className="second">{text.left(left)}</p>}
        </>
      )}
      <p className="row">
        {state === 'confirmed' && report && (
          <Link
            to="/ledger"
            search={toSearch(report.registered > 0 ? { state: ['registered'] } : {})}
            className="btn solid"
          >
            {report.registered > 0 ? text.assign : text.ledger}
          </Link>
        )}
        <Link to="/imports" className="btn">
          {text.again}
        </Link>
        {state === 'confirmed' && (
          <button type="button" className="btn" onClick={onUndo}>
            {list.undo}
          </button>
        )}
      </p>
    </section>
  )
}
