import { useMemo } from 'react'
import { listPeople, type PersonView } from '#domain/org/org.contract.ts'
import type { Option } from '../ui/options.ts'
import { useRead } from '../useEndpoint.ts'

const LONG_MS = 300_000

/** The principal leaders, then the leaders in charge, as choices; none before both lists have come. */
export function useLeaders(): readonly Option[] {
  const principals = useRead(listPeople, { query: { role: 'principalLeader', limit: 200 } }, { staleTime: LONG_MS })
  const inCharge = useRead(listPeople, { query: { role: 'leaderInCharge', limit: 200 } }, { staleTime: LONG_MS })
  return useMemo(() => {
    if (!principals.data || !inCharge.data) return []
    const people = [...principals.data.items, ...inCharge.data.items]
    return [...new Map(people.map((one) => [one.id, one])).values()].map(optionOf)
  }, [principals.data, inCharge.data])
}

const optionOf = ({ id, name, posts, searchKeys }: PersonView): Option => ({
  id,
  label: name,
  note: posts[0]?.title || undefined,
  keys: searchKeys.split(' '),
})
