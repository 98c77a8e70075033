import { LIGHTS } from '#domain/lights/light.ts'
import { listed } from '#domain/listed.ts'
import type { PillarView } from '#domain/plan/plan.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Light } from '../ui/Light.tsx'
import { MultiCombobox } from '../ui/MultiCombobox.tsx'
import type { FilterName, LedgerAddress } from './address.ts'
import { FilterChip } from './FilterChip.tsx'
import { type Choice, type ListName, useFilterLists } from './filterLists.ts'
import { ledgerText } from './ledger.text.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'

type Props = {
  address: LedgerAddress
  pillars: readonly PillarView[]
  onChange: (changes: Partial<LedgerAddress>) => void
  room: 'screen' | 'phone'
}

const NAMES_SAID = 2

/** The filters as chips that say their value; each opens its choices. */
export function Filters({ address, pillars, onChange, room }: Props) {
  const text = useText(ledgerText)
  const lists = useFilterLists(pillars)
  const always: readonly ListName[] =
    room === 'phone'
      ? ['light', 'pillarId']
      : ['light', 'leadUnitId', 'pillarId', 'leaderId', 'state', 'sourceType', 'kind']
  const onlyWhenSet: readonly ListName[] = ['unitId', 'supportUnitId']
  const shown = [...always, ...onlyWhenSet.filter((name) => address[name])]
  return (
    <>
      {shown.map((name) => (
        <ListChip key={name} name={name} address={address} choices={lists[name]} onChange={onChange} />
      ))}
      {room === 'screen' && <DateChip address={address} onChange={onChange} />}
      <FlagChip
        name="mine"
        value={address.mine ? text.yes : text.all}
        isSet={address.mine === true}
        onSet={() => onChange({ mine: address.mine ? undefined : true })}
        onClear={() => onChange({ mine: undefined })}
      />
      {address.extended && (
        <FlagChip name="extended" value={text.yes} isSet onClear={() => onChange({ extended: undefined })} />
      )}
      {address.flag && (
        <FlagChip name="flag" value={text.flags[address.flag]} isSet onClear={() => onChange({ flag: undefined })} />
      )}
      {address.restricted && (
        <FlagChip name="restricted" value={text.yes} isSet onClear={() => onChange({ restricted: undefined })} />
      )}
      {address.assigneeId && (
        <FlagChip
          name="assigneeId"
          value={text.some(address.assigneeId.length)}
          isSet
          onClear={() => onChange({ assigneeId: undefined })}
        />
      )}
      {address.importId && (
        <FlagChip name="importId" value={text.fromImport} isSet onClear={() => onChange({ importId: undefined })} />
      )}
    </>
  )
}

type ListProps = Pick<Props, 'address' | 'onChange'> & { name: ListName; choices: readonly Choice[] }

const TYPED: readonly ListName[] = ['unitId', 'leadUnitId', 'supportUnitId']

function ListChip({ name, address, choices, onChange }: ListProps) {
  const text = useText(ledgerText)
  const { language } = useLanguage()
  const units = useUnitOptions()
  const chosen: readonly string[] = address[name] ?? []
  const labels = choices.filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
  const said = labels.length > 0 && labels.length <= NAMES_SAID
  const value = said ? listed(language, labels) : text.some(chosen.length)
  const set = (ids: readonly string[]) => onChange({ [name]: ids.length === 0 ? undefined : ids })
  const toggle = (id: string) => set(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id])
  return (
    <FilterChip
      name={text.filters[name]}
      value={chosen.length === 0 ? text.all : value}
      onClear={chosen.length === 0 ? undefined : () => set([])}
    >
      {TYPED.includes(name) ? (
        <MultiCombobox label={text.filters[name]} options={units} values={chosen} onChange={set} />
      ) : (
        <ul className="choices">
          {choices.map(({ id, label }) => (
            <li key={id}>
              <label className="check">
                <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
                <ChoiceWord name={name} id={id} label={label} />
              </label>
            </li>
          ))}
        </ul>
      )}
    </FilterChip>
  )
}

function ChoiceWord({ name, id, label }: { name: ListName; id: string; label: string }) {
  const kind = name === 'light' ? LIGHTS.find((light) => light === id) : undefined
  return kind ? <Light kind={kind} /> : <span>{label}</span>
}

function DateChip({ address, onChange }: Pick<Props, 'address' | 'onChange'>) {
  const text = useText(ledgerText)
  const { today } = useSession()
  const { dueFrom, dueTo } = address
  const isSet = dueFrom !== undefined || dueTo !== undefined
  return (
    <FilterChip
      name={text.filters.dueFrom}
      value={isSet ? text.dateRange(dueFrom, dueTo) : text.allYear}
      onClear={isSet ? () => onChange({ dueFrom: undefined, dueTo: undefined }) : undefined}
    >
      <DateField
        label={text.dateFrom}
        need="optional"
        value={dueFrom ?? null}
        today={today}
        onChange={(on) => onChange({ dueFrom: on ?? undefined })}
      />
      <DateField
        label={text.dateTo}
        need="optional"
        value={dueTo ?? null}
        today={today}
        onChange={(on) => onChange({ dueTo: on ?? undefined })}
      />
    </FilterChip>
  )
}

type FlagProps = {
  name: FilterName
  value: string
  isSet: boolean
  onSet?: () => void
  onClear: () => void
}

/** A filter that is set or not; there is nothing to choose in it. */
function FlagChip({ name, value, isSet, onSet, onClear }: FlagProps) {
  const text = useText(ledgerText)
  if (!isSet)
    return (
      <button type="button" className="chip" title={name === 'mine' ? text.onlyMine : undefined} onClick={onSet}>
        {text.filters[name]}
        <span className="value">{value}</span>
      </button>
    )
  return (
    <button type="button" className="chip on" aria-pressed="true" onClick={onClear}>
      {text.filters[name]} {['mine', 'extended', 'restricted'].includes(name) ? '' : value}
      <span aria-hidden="true">×</span>
    </button>
  )
}
