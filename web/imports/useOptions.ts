import { useMemo } from 'react'
import { listPeople, listUnits, type PersonView, type UnitView } from '#domain/org/org.contract.ts'
import { listPlans } from '#domain/plan/plan.contract.ts'
import { useLeaders } from '#web/org/useLeaders.ts'
import type { Option } from '#web/ui/options.ts'
import { useRead } from '#web/useEndpoint.ts'

const MINUTES = 60_000
const slow = { staleTime: 5 * MINUTES }

const unitOption = ({ id, name, shortName, searchKeys }: UnitView): Option => ({
  id,
  label: shortName,
  ...(name !== shortName && { note: name }),
  keys: [name, ...searchKeys.split(' ')],
})
const personOption = ({ id, name, searchKeys, posts }: PersonView): Option => ({
  id,
  label: name,
  note: [...new Set(posts.map(({ unitName, title }) => unitName ?? title))].filter(Boolean).join('、'),
  keys: searchKeys.split(' '),
})

/** Names for the ids in rows, and what the comboboxes offer. */
export type Names = {
  units: readonly Option[]
  leaders: readonly Option[]
  pillars: readonly Option[]
  unit: (id: string | null) => string
  leader: (id: string | null) => string
  pillar: (id: string | null) => string
}

/** Units, leaders and the plan's pillars. */
export function useNames(planId: string | undefined): Names {
  const units = useRead(listUnits, { query: {} }, slow)
  const leaders = useLeaders()
  const plans = useRead(listPlans, {}, slow)
  return useMemo(() => {
    const all = (units.data?.items ?? []).map(unitOption)
    const plan = plans.data?.items.find(({ id }) => id === planId)
    const pillars = (plan?.pillars ?? [])
      .filter(({ retired }) => !retired)
      .map(({ id, name }) => ({ id, label: name, keys: [] }))
    const finder = (options: readonly Option[]) => {
      const labels = new Map(options.map(({ id, label }) => [id, label]))
      return (id: string | null) => (id === null ? '' : (labels.get(id) ?? ''))
    }
    return { units: all, leaders, pillars, unit: finder(all), leader: finder(leaders), pillar: finder(pillars) }
  }, [units.data, leaders, plans.data, planId])
}

/** The people of a unit, to choose who does the work; `known` is somebody who must be named whatever their unit. */
export function usePeopleOf(unitId: string | null): readonly Option[] {
  const { data } = useRead(
    listPeople,
    { query: { unitId: unitId ?? undefined, limit: 200 } },
    { ...slow, enabled: unitId !== null },
  )
  return useMemo(() => (unitId === null ? [] : (data?.items ?? []).map(personOption)), [data, unitId])
}
