import { addDays, dayNumber, type Day } from '#domain/calendar/calendar.ts'
import type { Role } from '#domain/access/actor.ts'
import type { SavedView } from '#domain/tasks/ledger.contract.ts'
import { type FilterName, filtersOf, type LedgerAddress, type LedgerFilters, readSearch } from './address.ts'

/** The views everybody has, by name; a role sees its own. */
export const PRESETS = [
  'all',
  'mine',
  'red',
  'yellow',
  'dueThisWeek',
  'toAcknowledge',
  'disputed',
  'toSignOff',
  'extended',
  'restricted',
] as const
export type Preset = (typeof PRESETS)[number]

/** Monday is 0. */
const weekday = (on: Day): number => (dayNumber(on) + 3) % 7

const FILTERS: Record<Preset, (today: Day) => LedgerFilters> = {
  all: () => ({}),
  mine: () => ({ mine: true }),
  red: () => ({ light: ['red'] }),
  yellow: () => ({ light: ['yellow'] }),
  dueThisWeek: (today) => ({ dueFrom: addDays(today, -weekday(today)), dueTo: addDays(today, 6 - weekday(today)) }),
  toAcknowledge: () => ({ state: ['assigned'] }),
  disputed: () => ({ state: ['disputed'] }),
  toSignOff: () => ({ state: ['leaderSignOff'] }),
  extended: () => ({ extended: true }),
  restricted: () => ({ restricted: true }),
}

const OFFICE_ONLY: readonly Preset[] = ['restricted']
/** What waits for the office, or for units with the office behind them, is on its desk (web/desk). */
const ON_THE_DESK: readonly Preset[] = ['toAcknowledge', 'disputed']
/** What is decided above the units. */
const ABOVE_UNITS: readonly Preset[] = ['disputed', 'toSignOff']
const DECIDERS: readonly Role[] = ['supervisionOffice', 'principalLeader', 'leaderInCharge']
/** Who has tasks of their own. */
const OWNERS: readonly Role[] = ['leaderInCharge', 'unitHead', 'liaison', 'assignee']

/** The presets that mean something to these roles. */
export function presetsFor(roles: readonly Role[]): Preset[] {
  const office = roles.includes('supervisionOffice')
  const owner = roles.some((role) => OWNERS.includes(role))
  const decider = roles.some((role) => DECIDERS.includes(role))
  return PRESETS.filter((preset) => {
    if (preset === 'mine') return owner
    if (office && ON_THE_DESK.includes(preset)) return false
    return ABOVE_UNITS.includes(preset) ? decider : office || !OFFICE_ONLY.includes(preset)
  })
}

/** A tab of the ledger: what it asks for, and what it keeps of the address. */
export type LedgerView = { id: string; filters: LedgerFilters; address: LedgerAddress; saved: SavedView | null }

/** The tabs: presets keep how the page looks, saved views bring their own order, groups and columns. */
export function viewsOf(
  presets: readonly Preset[],
  saved: readonly SavedView[],
  { planId, group, sort, direction, columns }: LedgerAddress,
  today: Day,
): LedgerView[] {
  return [
    ...presets.map((preset) => {
      const filters = FILTERS[preset](today)
      const view = preset === 'all' ? undefined : preset
      return {
        id: preset,
        filters,
        address: { planId, group, sort, direction, columns, ...filters, view },
        saved: null,
      }
    }),
    ...saved.map((view) => {
      const own = readSearch(view.search)
      return { id: view.id, filters: filtersOf(own), address: { ...own, planId, view: view.id }, saved: view }
    }),
  ]
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)
const entriesOf = (filters: LedgerFilters) => Object.entries(filters).filter(([, value]) => value !== undefined)

/** Whether all that the view asks for is still asked; more may be asked within it. */
const holds = (view: LedgerView, address: LedgerAddress): boolean =>
  entriesOf(view.filters).every(([name, value]) =>
    isSame(Object.entries(address).find(([key]) => key === name)?.[1], value),
  )

/** Whether the view asks for just what is asked. */
const isExactly = (view: LedgerView, address: LedgerAddress): boolean =>
  holds(view, address) && entriesOf(view.filters).length === entriesOf(filtersOf(address)).length

/** The tab that is shown: the one the address names while its filters still hold, else one that asks for the same. */
export const shownView = (views: readonly LedgerView[], address: LedgerAddress): LedgerView | undefined =>
  views.find((view) => view.id === address.view && holds(view, address)) ??
  views.find((view) => view.saved === null && isExactly(view, address)) ??
  views[0]

/** Whether the address differs from the saved view it shows, so that saving again would change something. */
export const isChanged = (view: LedgerView, address: LedgerAddress): boolean =>
  view.saved !== null && !isSame(sorted(view.address), sorted(address))

const sorted = (address: LedgerAddress) =>
  Object.entries(address)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))

/** Nothing narrowed. */
export const NO_FILTERS: Record<FilterName, undefined> = {
  q: undefined,
  light: undefined,
  pillarId: undefined,
  unitId: undefined,
  leadUnitId: undefined,
  supportUnitId: undefined,
  leaderId: undefined,
  assigneeId: undefined,
  state: undefined,
  kind: undefined,
  sourceType: undefined,
  dueFrom: undefined,
  dueTo: undefined,
  extended: undefined,
  restricted: undefined,
  flag: undefined,
  mine: undefined,
  importId: undefined,
}
