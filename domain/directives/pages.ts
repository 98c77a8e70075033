import { Refusal } from '../refusal.ts'

/** What a page of a directive may be, known by its bytes and never by its name. */
export const PAGE_TYPES = ['image/jpeg', 'image/png', 'application/pdf'] as const
export type PageType = (typeof PAGE_TYPES)[number]

/** The pages of one directive, and the bytes of one. */
export const MOST_PAGES = 20
export const MOST_PAGE_BYTES = 10 * 1024 * 1024

type Signature = { type: PageType; head: readonly number[]; tail: readonly number[] }

const codes = (text: string): number[] => [...text].map((sign) => sign.charCodeAt(0))

/** How each kind begins, and what must come before its end: a file that was cut off on its way has no end. */
const SIGNATURES: readonly Signature[] = [
  { type: 'image/jpeg', head: [0xff, 0xd8, 0xff], tail: [0xff, 0xd9] },
  { type: 'image/png', head: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], tail: codes('IEND') },
  { type: 'application/pdf', head: codes('%PDF-'), tail: codes('%%EOF') },
]

const standsAt = (bytes: Uint8Array, at: number, sought: readonly number[]): boolean =>
  sought.every((value, index) => bytes[at + index] === value)

function isWhole(bytes: Uint8Array, { head, tail }: Signature): boolean {
  for (let at = bytes.length - tail.length; at >= head.length; at -= 1) if (standsAt(bytes, at, tail)) return true
  return false
}

/**
 * What kind of page the bytes are. Refusals: `page_empty`, `page_too_large`, `page_kind_unknown` (whatever its name
 * says), `page_cut_off`.
 */
export function pageTypeOf(bytes: Uint8Array): PageType {
  if (bytes.length === 0) throw new Refusal('page_empty')
  if (bytes.length > MOST_PAGE_BYTES) throw new Refusal('page_too_large', { limit: '10 MB' })
  const found = SIGNATURES.find(({ head }) => standsAt(bytes, 0, head))
  if (!found) throw new Refusal('page_kind_unknown')
  if (!isWhole(bytes, found)) throw new Refusal('page_cut_off')
  return found.type
}

/** Refuses `pages_too_many` beyond what a directive holds. */
export function ensurePageCount(count: number): void {
  if (count > MOST_PAGES) throw new Refusal('pages_too_many', { most: MOST_PAGES })
}
