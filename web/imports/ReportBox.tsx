import { Link } from '@tanstack/react-router'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { toSearch } from '#web/tasks/address.ts'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

/** What came of a document, once it was registered or taken back. */
export function ReportBox({ view, onUndo }: { view: ImportView; onUndo: () => void }) {
  const { report: text, list } = useText(importsText)
  const { report, state } = view
  return (
    <section className="section import-report">
      <header>
        <h2>{state === 'undone' ? text.undone : text.title}</h2>
      </header>
      {report && (
        <>
          <p className="text-16">{text.sentence(report)}</p>
          <p className="second">{text.quality(report)}</p>
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
