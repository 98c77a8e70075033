import { Link } from '@tanstack/react-router'
import type { CellName } from '#domain/imports/cells.ts'
import { getReadingQuality, type ReadingQuality } from '#domain/imports/quality.contract.ts'
import { useText } from '#web/text.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { formatCount } from '#web/ui/figures.ts'
import { Loading } from '#web/ui/Loading.tsx'
import { Section } from '#web/ui/Section.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'
import './imports.css'

type Sum = ReadingQuality['total']

const shareOf = ({ asRead, found }: Sum): string => (found === 0 ? '—' : `${((asRead / found) * 100).toFixed(1)}%`)

/** How well documents were read over time, from what officers did with the rows. */
export function QualityPage() {
  const text = useText(importsText)
  const { quality } = text
  const { data, error, refetch } = useRead(getReadingQuality, {})
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={12} />
  const { months, total, editedCells, leftFor } = data
  return (
    <div className="page narrow quality-page">
      <header className="title">
        <h1>{quality.title}</h1>
        <span className="second">{quality.note}</span>
        <span className="actions">
          <Link to="/imports" className="btn">
            {text.list.title}
          </Link>
        </span>
      </header>
      {months.length === 0 ? (
        <EmptyState title={quality.nothing} sentence={quality.later} />
      ) : (
        <>
          <p className="lead">{quality.sentence(total.documents, total.found, shareOf(total))}</p>
          <Section title={quality.byMonth}>
            <Months months={months} total={total} />
          </Section>
          <div className="quality-columns">
            <Section title={quality.cells} note={quality.cellsNote}>
              <Tally rows={editedCells} nameOf={(name) => text.cells[name as CellName] ?? name} />
            </Section>
            <Section title={quality.left}>
              <Tally rows={leftFor} nameOf={(name) => quality.leftFor[name] ?? name} />
            </Section>
          </div>
        </>
      )}
    </div>
  )
}

const COUNTS = ['documents', 'found', 'asRead'] as const
const AFTER = ['edited', 'madeByHand', 'discarded', 'doubts'] as const

function Months({ months, total }: Pick<ReadingQuality, 'months' | 'total'>) {
  const { quality } = useText(importsText)
  const cells = (sum: Sum) => (
    <>
      {COUNTS.map((name) => (
        <td key={name} className="number">
          {formatCount(sum[name])}
        </td>
      ))}
      <td className="number strong">{shareOf(sum)}</td>
      {AFTER.map((name) => (
        <td key={name} className="number">
          {formatCount(sum[name])}
        </td>
      ))}
    </>
  )
  return (
    <div className="scroll-x">
      <table className="table">
        <thead>
          <tr>
            <th>{quality.month}</th>
            {COUNTS.map((name) => (
              <th key={name} className="number">
                {quality[name]}
              </th>
            ))}
            <th className="number">{quality.share}</th>
            {AFTER.map((name) => (
              <th key={name} className="number">
                {quality[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {months.map(({ month, ...sum }) => (
            <tr key={month}>
              <th scope="row">{month}</th>
              {cells(sum)}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{quality.all}</th>
            {cells(total)}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function Tally({ rows, nameOf }: { rows: ReadingQuality['leftFor']; nameOf: (name: string) => string }) {
  const { quality } = useText(importsText)
  const most = Math.max(1, ...rows.map(({ count }) => count))
  if (rows.length === 0) return <p className="quiet">{quality.none}</p>
  return (
    <ul className="tally">
      {rows.map(({ name, count }) => (
        <li key={name}>
          <span>{nameOf(name)}</span>
          <span className="tally-bar" aria-hidden="true">
            <i style={{ width: `${(count / most) * 100}%` }} />
          </span>
          <span className="number">{formatCount(count)}</span>
        </li>
      ))}
    </ul>
  )
}
