import { useState } from 'react'
import { listUnits, updateUnit, type UnitView } from '#domain/org/org.contract.ts'
import { searchable } from '#domain/org/searchable.ts'
import { orgText } from '#web/text/org.text.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'
import { FindBox } from './FindBox.tsx'
import { UnitDialog } from './UnitDialog.tsx'

/** The units in their official order: find, add, edit, move, retire. */
export function UnitsTab() {
  const { units: text, nothingFound } = useText(orgText)
  const [retired, setRetired] = useState(false)
  const [find, setFind] = useState('')
  const [edited, setEdited] = useState<UnitView | 'new' | null>(null)
  const { data, error, refetch } = useRead(listUnits, { query: { retired: retired ? 'with' : 'without' } })
  const move = useChange(updateUnit)
  const all = data?.items ?? []
  const shown = all.filter((unit) => unit.searchKeys.includes(searchable(find)))
  return (
    <>
      <div className="filters">
        <FindBox value={find} onChange={setFind} />
        <label className="check">
          <input type="checkbox" checked={retired} onChange={(event) => setRetired(event.target.checked)} />
          {text.showRetired}
        </label>
        <span className="quiet text-13">
          {data && `${text.count(shown.length)}\u3000`}
          {text.note}
        </span>
        <span className="grow" />
        <button type="button" className="btn solid" onClick={() => setEdited('new')}>
          {text.add}
        </button>
      </div>
      <Refused error={move.error} />
      {error && <ErrorState error={error} onRetry={() => void refetch()} />}
      {!error && !data && <Loading />}
      {data && all.length === 0 && <EmptyState title={text.empty} />}
      {all.length > 0 && shown.length === 0 && <p className="second">{nothingFound}</p>}
      {shown.length > 0 && (
        <UnitTable
          units={shown}
          onEdit={setEdited}
          onMove={(unit, position) => move.mutate({ params: { unitId: unit.id }, body: { position } })}
        />
      )}
      {edited && (
        <UnitDialog
          unit={edited === 'new' ? null : edited}
          groups={[...new Set(all.map((unit) => unit.group).filter(Boolean))]}
          onClose={() => setEdited(null)}
        />
      )}
    </>
  )
}

type TableProps = {
  units: readonly UnitView[]
  onEdit: (unit: UnitView) => void
  onMove: (unit: UnitView, position: number) => void
}

function UnitTable({ units, onEdit, onMove }: TableProps) {
  const { units: text } = useText(orgText)
  const { columns } = text
  return (
    <div className="table-frame">
      <table className="table org-table">
        <colgroup>
          <col style={{ width: 52 }} />
          <col />
          <col className="wide-only" style={{ width: 120 }} />
          <col className="wide-only" />
          <col className="wide-only" style={{ width: 100 }} />
          <col className="wide-only" style={{ width: 120 }} />
          <col className="act" style={{ width: 160 }} />
        </colgroup>
        <thead>
          <tr>
            <th className="number">{columns.position}</th>
            <th>{columns.name}</th>
            <th className="wide-only">{columns.shortName}</th>
            <th className="wide-only">{columns.aliases}</th>
            <th className="wide-only">{columns.kind}</th>
            <th className="wide-only">{columns.group}</th>
            <th className="right">{columns.act}</th>
          </tr>
        </thead>
        <tbody>
          {units.map((unit) => (
            <UnitRow key={unit.id} unit={unit} onEdit={onEdit} onMove={onMove} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function UnitRow({ unit, onEdit, onMove }: { unit: UnitView } & Omit<TableProps, 'units'>) {
  const { row: words } = useText(kitText)
  const { units: text, edit, kinds } = useText(orgText)
  return (
    <tr className={unit.retired ? 'retired' : undefined}>
      <td className="number">{unit.retired ? '' : unit.position}</td>
      <th scope="row" title={unit.name}>
        {unit.name} {unit.retired && <span className="tag">{text.retired}</span>}
      </th>
      <td className="wide-only">{unit.shortName}</td>
      <td className="wide-only" title={unit.aliases.join('、')}>
        {unit.aliases.join('、')}
      </td>
      <td className="wide-only">{kinds[unit.kind]}</td>
      <td className="wide-only">{unit.group}</td>
      <td className="act">
        <span className="row">
          {!unit.retired && (
            <>
              <button
                type="button"
                className="btn small bare"
                aria-label={text.up(unit.name)}
                disabled={unit.position <= 1}
                onClick={() => onMove(unit, unit.position - 1)}
              >
                {words.up}
              </button>
              <button
                type="button"
                className="btn small bare"
                aria-label={text.down(unit.name)}
                onClick={() => onMove(unit, unit.position + 1)}
              >
                {words.down}
              </button>
            </>
          )}
          <button
            type="button"
            className="btn small"
            aria-label={text.editTitle(unit.name)}
            onClick={() => onEdit(unit)}
          >
            {edit}
          </button>
        </span>
      </td>
    </tr>
  )
}
