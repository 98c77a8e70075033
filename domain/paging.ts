import { z } from 'zod'

/** Cursor paging, the same on every list: `after` is the `next` of the page before; null when there is no more. */
export const PageQuery = z.object({
  after: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})

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
