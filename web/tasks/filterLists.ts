import { labelFor } from '#domain/glossary.ts'
import { LIGHTS } from '#domain/lights/light.ts'
import { listed } from '#domain/listed.ts'
import type { PillarView } from '#domain/plan/plan.contract.ts'
import { SOURCE_KINDS, TASK_KINDS, TASK_STATES } from '#domain/tasks/task.ts'
import { useLanguage, useText } from '../text.tsx'
import type { FilterName, LedgerAddress } from './address.ts'
import { ledgerText } from './ledger.text.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useLeaderOptions } from './useChoices.ts'

/** Filters of which several values can be chosen. */
export type ListName = Extract<
  FilterName,
  'light' | 'pillarId' | 'unitId' | 'leadUnitId' | 'supportUnitId' | 'leaderId' | 'state' | 'kind' | 'sourceType'
>
export type Choice = { id: string; label: string }

/** The choices of every list filter, in their own order. */
export function useFilterLists(pillars: readonly PillarView[]): Record<ListName, readonly Choice[]> {
  const { language } = useLanguage()
  const units = useUnitOptions()
  const leaders = useLeaderOptions()
  const words = (codes: readonly string[]): Choice[] => codes.map((id) => ({ id, label: labelFor(id, language) }))
  return {
    light: words(LIGHTS),
    leadUnitId: units,
    pillarId: pillars.map(({ id, name }) => ({ id, label: name })),
    leaderId: leaders,
    state: words(TASK_STATES),
    sourceType: words(SOURCE_KINDS),
    kind: words(TASK_KINDS),
    unitId: units,
    supportUnitId: units,
  }
}

/** What is narrowed, in words, for paper: 灯：逾期、预警. */
export function useFilterWords(address: LedgerAddress, pillars: readonly PillarView[]): string[] {
  const text = useText(ledgerText)
  const { language } = useLanguage()
  const lists = useFilterLists(pillars)
  const names = Object.keys(lists) as ListName[]
  const said = (name: ListName): string[] => {
    const chosen: readonly string[] = address[name] ?? []
    const labels = lists[name].filter(({ id }) => chosen.includes(id)).map(({ label }) => label)
    return chosen.length === 0 ? [] : [text.filterSaid(text.filters[name], listed(language, labels))]
  }
  const { q, dueFrom, dueTo, mine, extended, restricted, flag, assigneeId, importId } = address
  return [
    ...(q ? [text.filterSaid(text.filters.q, q)] : []),
    ...names.flatMap(said),
    ...(dueFrom || dueTo ? [text.filterSaid(text.filters.dueFrom, text.dateRange(dueFrom, dueTo))] : []),
    ...(mine ? [text.filters.mine] : []),
    ...(extended ? [text.filters.extended] : []),
    ...(flag ? [text.filterSaid(text.filters.flag, text.flags[flag])] : []),
    ...(restricted ? [text.filters.restricted] : []),
    ...(assigneeId ? [text.filterSaid(text.filters.assigneeId, text.some(assigneeId.length))] : []),
    ...(importId ? [text.fromImport] : []),
  ]
}
