import type { QueryClient } from '@tanstack/react-query'
import { SOURCE_PAGE } from '#domain/imports/blocks.ts'
import { getSourcePage, type SourcePage } from '#domain/imports/pages.contract.ts'
import { call } from '#web/api.ts'
import { marksIn, marksOf, piecesOf } from './source.ts'

export type Span = { start: number; end: number }

/** Fewer characters are a number or a mark between two rows. */
const LEAST = 6

/** A piece of a block without the blanks at its ends; null where too little is left to be a task. */
export function unreadPart(block: SourcePage['blocks'][number], piece: Span): Span | null {
  const words = block.text.slice(piece.start - block.start, piece.end - block.start)
  const start = piece.start + (words.length - words.trimStart().length)
  const end = start + words.trim().length
  return end - start >= LEAST ? { start, end } : null
}

/** The words of a page that no row holds, in their order; titles and headings are none. */
export function unreadIn(page: SourcePage): Span[] {
  const marks = marksOf(page, null)
  return page.blocks
    .filter(({ kind }) => kind === 'paragraph' || kind === 'row')
    .flatMap((block) =>
      piecesOf(block, marksIn(block, marks)).flatMap((piece) =>
        piece.rows.length > 0 ? [] : (unreadPart(block, piece) ?? []),
      ),
    )
}

/** The next words that no row holds, from a place of the text on; null where there are none to its end. */
export async function unreadAfter(client: QueryClient, importId: string, from: number): Promise<Span | null> {
  for (let page = Math.floor(from / SOURCE_PAGE), pages = page + 1; page < pages; page += 1) {
    const sent = { params: { importId }, query: { page } }
    // oxlint-disable-next-line no-await-in-loop -- a page is only asked for where the one before it held none
    const read = await client.fetchQuery({
      queryKey: [getSourcePage.operationId, sent],
      queryFn: ({ signal }) => call(getSourcePage, sent, signal),
    })
    const found = unreadIn(read).find(({ start }) => start >= from)
    if (found) return found
    pages = read.pages
  }
  return null
}
