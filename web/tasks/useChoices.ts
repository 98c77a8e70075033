import { leaderByDuties } from '#domain/org/duties.ts'
import { listPortfolios } from '#domain/org/org.contract.ts'
import { listPlans, type PlanView } from '#domain/plan/plan.contract.ts'
import { useSession } from '../shell/session.tsx'
import type { Option } from '../ui/options.ts'
import { useRead } from '../useEndpoint.ts'

const LONG_MS = 300_000

/** The plan years, and of them the one meant: the one named, else the office's current year, else the latest. */
export function usePlans(planId: string | undefined): {
  plans: readonly PlanView[]
  plan: PlanView | undefined
  isPending: boolean
  /** Why they did not come, and asking again. */
  error: Error | null
  refetch: () => unknown
} {
  const { today } = useSession()
  const { data, isPending, error, refetch } = useRead(listPlans, {}, { staleTime: LONG_MS })
  const plans = data?.items ?? []
  const plan =
    plans.find(({ id }) => id === planId) ?? plans.find(({ year }) => year === Number(today.slice(0, 4))) ?? plans[0]
  return { plans, plan, isPending, error, refetch }
}

/** Who is the leader in charge by the order of duties, of a lead unit and a pillar; null where that leaves several or none. */
export function useLeaderOf(): (leadUnitId: string | null, pillarId: string | null) => string | null {
  const { data } = useRead(listPortfolios, {}, { staleTime: LONG_MS })
  return (leadUnitId, pillarId) => leaderByDuties(data?.items ?? [], leadUnitId, pillarId)
}

/** The leaders in charge in their official order. */
export function useLeaderOptions(): readonly Option[] {
  const { data } = useRead(listPortfolios, {}, { staleTime: LONG_MS })
  return (data?.items ?? []).map(({ personId, name, searchKeys, title }) => ({
    id: personId,
    label: name,
    note: title || undefined,
    keys: searchKeys.split(' '),
  }))
}
