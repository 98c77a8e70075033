import { useState } from 'react'
import {
  listPortfolios,
  listUnits,
  updatePortfolio,
  type PortfolioView,
  type UnitView,
} from '#domain/org/org.contract.ts'
import { listPlans } from '#domain/plan/plan.contract.ts'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { EmptyState } from '#web/ui/EmptyState.tsx'
import { ErrorState } from '#web/ui/ErrorState.tsx'
import { Loading } from '#web/ui/Loading.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import type { Option } from '#web/ui/options.ts'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange, useRead } from '#web/useEndpoint.ts'

/** What each leader in charge oversees, and what nobody does. */
export function PortfoliosTab() {
  const { portfolios: text } = useText(orgText)
  const { data, error, refetch } = useRead(listPortfolios, {})
  const { data: units } = useRead(listUnits, { query: {} })
  const pillars = usePillars()
  const [edited, setEdited] = useState<PortfolioView | null>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data || !units) return <Loading />
  if (data.items.length === 0) return <EmptyState title={text.empty} />
  const options = units.items.map(optionOf)
  const overseen = new Set(data.items.flatMap((portfolio) => portfolio.unitIds))
  const left = units.items.filter((unit) => !overseen.has(unit.id)).map((unit) => unit.shortName)
  return (
    <>
      <p className="quiet text-13">{text.note}</p>
      {left.length > 0 && <p className="notice">{text.unassigned(left.join('、'))}</p>}
      <Leaders portfolios={data.items} units={options} pillars={pillars} onEdit={setEdited} />
      {edited && (
        <PortfolioDialog portfolio={edited} units={options} pillars={pillars} onClose={() => setEdited(null)} />
      )}
    </>
  )
}

const optionOf = (unit: UnitView): Option => ({
  id: unit.id,
  label: unit.shortName,
  keys: unit.searchKeys.split(' '),
})

/** The pillars of the latest plan year. */
function usePillars(): Option[] {
  const { data } = useRead(listPlans, {})
  return (data?.items[0]?.pillars ?? [])
    .filter((pillar) => !pillar.retired)
    .map(({ id, name }) => ({ id, label: name, keys: [] }))
}

type LeadersProps = {
  portfolios: readonly PortfolioView[]
  units: readonly Option[]
  pillars: readonly Option[]
  onEdit: (portfolio: PortfolioView) => void
}

function Leaders({ portfolios, units, pillars, onEdit }: LeadersProps) {
  const { portfolios: text, edit } = useText(orgText)
  const named = (ids: readonly string[], options: readonly Option[]) =>
    options
      .filter((option) => ids.includes(option.id))
      .map((option) => option.label)
      .join('、') || text.none
  return (
    <ul className="list">
      {portfolios.map((portfolio) => (
        <li key={portfolio.personId} className="row">
          <div className="grow">
            <b>{portfolio.name}</b>　<span className="second">{portfolio.title}</span>
            <dl className="pairs text-13">
              <dt>{text.units}</dt>
              <dd>{named(portfolio.unitIds, units)}</dd>
              <dt>{text.pillars}</dt>
              <dd>{named(portfolio.pillarIds, pillars)}</dd>
            </dl>
          </div>
          <button
            type="button"
            className="btn small"
            aria-label={text.editTitle(portfolio.name)}
            onClick={() => onEdit(portfolio)}
          >
            {edit}
          </button>
        </li>
      ))}
    </ul>
  )
}

type DialogProps = {
  portfolio: PortfolioView
  units: readonly Option[]
  pillars: readonly Option[]
  onClose: () => void
}

function PortfolioDialog({ portfolio, units, pillars, onClose }: DialogProps) {
  const text = useText(orgText)
  const known = (ids: readonly string[], options: readonly Option[]) =>
    options.map((option) => option.id).filter((id) => ids.includes(id))
  const [unitIds, setUnitIds] = useState(() => known(portfolio.unitIds, units))
  const [pillarIds, setPillarIds] = useState(() => known(portfolio.pillarIds, pillars))
  const [seen] = useState(() => ({ unitIds: [...portfolio.unitIds], pillarIds: [...portfolio.pillarIds] }))
  const update = useChange(updatePortfolio)
  const save = () =>
    update.mutate(
      { params: { personId: portfolio.personId }, body: { unitIds, pillarIds, seen } },
      { onSuccess: onClose },
    )
  const foot = (
    <>
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      <button type="button" className="btn solid" disabled={update.isPending} onClick={save}>
        {text.save}
      </button>
    </>
  )
  return (
    <Dialog size="wide" title={text.portfolios.editTitle(portfolio.name)} onClose={onClose} foot={foot}>
      <div className="form" style={{ maxWidth: 'none', minHeight: 320, alignContent: 'start' }}>
        <Refused error={update.error} />
        <MultiCombobox
          label={text.portfolios.units}
          need="optional"
          options={units}
          values={unitIds}
          onChange={setUnitIds}
        />
        <MultiCombobox
          label={text.portfolios.pillars}
          need="optional"
          options={pillars}
          values={pillarIds}
          onChange={setPillarIds}
        />
      </div>
    </Dialog>
  )
}
