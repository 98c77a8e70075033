import { listUnits } from '#domain/org/org.contract.ts'
import type { Option } from '../ui/options.ts'
import { useRead } from '../useEndpoint.ts'

const LONG_MS = 300_000

/** All units in their official order as choices, found by name, short name, alias, pinyin and initials. */
export function useUnitOptions(): readonly Option[] {
  const { data } = useRead(listUnits, { query: {} }, { staleTime: LONG_MS })
  return (data?.items ?? []).map(({ id, shortName, name, searchKeys }) => ({
    id,
    label: shortName,
    note: name === shortName ? undefined : name,
    keys: searchKeys.split(' '),
  }))
}
