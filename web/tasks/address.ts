import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'
import { z } from 'zod'
import { LIGHTS } from '#domain/lights/light.ts'
import { LEDGER_COLUMN_KEYS } from '#domain/tasks/ledger.columns.ts'
import { LEDGER_FLAGS, LEDGER_GROUPS, LEDGER_SORTS } from '#domain/tasks/ledger.contract.ts'
import { SOURCE_KINDS, TASK_KINDS, TASK_STATES } from '#domain/tasks/task.ts'

// The router reads `q=123` as a number and `mine=true` as a truth value.
const Words = z.union([z.string(), z.number(), z.boolean()]).transform(String)

/** Several words with commas between them, as the API takes them: `red,yellow`. */
const several = <Item extends z.ZodType<string, string>>(item: Item) =>
  Words.transform((text) => text.split(',').filter((word) => word !== ''))
    .pipe(z.array(item).min(1).max(100))
    .optional()
    .catch(undefined)

const Flag = z
  .union([z.literal(true), z.literal('true')])
  .transform((): true => true)
  .optional()
  .catch(undefined)

const Id = z.uuid().optional().catch(undefined)
const Day = z.iso.date().optional().catch(undefined)
/** What the ledger can be narrowed by. */
export const LedgerFilters = z.object({
  q: Words.pipe(z.string().min(1).max(100)).optional().catch(undefined),
  light: several(z.enum(LIGHTS)),
  pillarId: several(z.uuid()),
  unitId: several(z.uuid()),
  leadUnitId: several(z.uuid()),
  supportUnitId: several(z.uuid()),
  leaderId: several(z.uuid()),
  assigneeId: several(z.uuid()),
  state: several(z.enum(TASK_STATES)),
  kind: several(z.enum(TASK_KINDS)),
  sourceType: several(z.enum(SOURCE_KINDS)),
  dueFrom: Day,
  dueTo: Day,
  extended: Flag,
  restricted: Flag,
  flag: z.enum(LEDGER_FLAGS).optional().catch(undefined),
  mine: Flag,
  importId: Id,
})
export type LedgerFilters = z.infer<typeof LedgerFilters>
export type FilterName = keyof LedgerFilters

/** What of the ledger stands in the address, so that what is seen can be sent to somebody. */
export const LedgerAddress = LedgerFilters.extend({
  planId: Id,
  /** The tab: a preset's name or a saved view's id. */
  view: z.string().max(60).optional().catch(undefined),
  group: z.enum(LEDGER_GROUPS).optional().catch(undefined),
  sort: z.enum(LEDGER_SORTS).optional().catch(undefined),
  direction: z.enum(['asc', 'desc']).optional().catch(undefined),
  columns: several(z.enum(LEDGER_COLUMN_KEYS)),
})
export type LedgerAddress = z.infer<typeof LedgerAddress>

export const FILTER_NAMES = Object.keys(LedgerFilters.shape) as FilterName[]

/** The filters of an address alone. */
export const filtersOf = (address: LedgerAddress): LedgerFilters =>
  Object.fromEntries(FILTER_NAMES.filter((name) => address[name] !== undefined).map((name) => [name, address[name]]))

/** Whether anything is narrowed. */
export const isFiltered = (address: LedgerAddress): boolean => Object.keys(filtersOf(address)).length > 0

const written = (value: unknown): unknown => (Array.isArray(value) ? value.join(',') : value)

/** The ledger's search part as the router has it, not yet read with {@link LedgerAddress}. */
export type LedgerSearch = { [Name in keyof LedgerAddress]?: unknown }

/** The address as the router takes it: lists with commas, nothing that is not set. */
export const toSearch = (address: LedgerAddress): LedgerSearch =>
  Object.fromEntries(
    Object.entries(address)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, written(value)]),
  )

/** The page's address for the bar of the browser and for links. */
export const ledgerHref = (address: LedgerAddress): string => `/ledger${defaultStringifySearch(toSearch(address))}`

/** A saved view's words, as they stand behind the question mark. A view holds for any year, so it names no plan. */
export const searchOf = ({ planId: _plan, view: _view, ...rest }: LedgerAddress): string =>
  defaultStringifySearch(toSearch(rest)).replace(/^\?/, '')

/** Reads what {@link searchOf} wrote. */
export const readSearch = (search: string): LedgerAddress => LedgerAddress.parse(defaultParseSearch(`?${search}`))

type Query = { planId?: string | undefined; flag?: LedgerFilters['flag'] } & {
  [Name in Exclude<FilterName, 'flag'>]?: LedgerFilters[Name] extends true | undefined
    ? 'true' | undefined
    : string | undefined
}

/** The filters as the API takes them. */
export function queryOf(address: LedgerAddress): Query {
  const { extended, restricted, flag, mine, ...filters } = filtersOf(address)
  const lists = Object.fromEntries(Object.entries(filters).map(([name, value]) => [name, String(written(value))]))
  return {
    ...lists,
    ...(address.planId && { planId: address.planId }),
    ...(flag && { flag }),
    ...(extended && { extended: 'true' as const }),
    ...(restricted && { restricted: 'true' as const }),
    ...(mine && { mine: 'true' as const }),
  }
}
