import { z } from 'zod'

/** Cursor paging, the same on every list: `after` is the `next` of the page before; null when there is no more. */
export const PageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
/** Which page is asked for. */
export type AskedPage = z.output<typeof PageQuery>

/** One page of anything: its items and where the next page starts. */
export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), next: z.string().nullable() })

/** Cursors are opaque outside: the sort key's values, joined so that no value can forge another. */
export const writeCursor = (values: readonly (string | number | null)[]): string =>
  encodeURIComponent(JSON.stringify(values))

/** Reads a cursor back; anything that is not one of ours is treated as no cursor by returning null. */
export function readCursor(cursor: string, length: number): (string | number | null)[] | null {
  try {
    const values: unknown = JSON.parse(decodeURIComponent(cursor))
    const plain = z.array(z.union([z.string(), z.number(), z.null()])).length(length)
    const read = plain.safeParse(values)
    return read.success ? read.data : null
  } catch {
    return null
  }
}

/** A page of a list that is worked out whole; its cursor is how many came before. */
export function pageOfList<Item>(
  list: readonly Item[],
  { after, limit }: AskedPage,
): { items: Item[]; next: string | null } {
  const start = Number((after !== undefined && readCursor(after, 1)?.[0]) || 0)
  const items = list.slice(start, start + limit)
  return { items, next: start + items.length < list.length ? writeCursor([start + items.length]) : null }
}
