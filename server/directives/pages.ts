import { createHash } from 'node:crypto'
import { canAddPages } from '#domain/directives/directive.ts'
import { ensurePageCount, pageTypeOf } from '#domain/directives/pages.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing, FileAnswer, Reading } from '../http/context.ts'
import { addDocument } from '../imports/imports.queries.ts'
import { record } from '../journal/record.ts'
import { addPages, lockDirective } from './directives.queries.ts'
import { findPage } from './page.queries.ts'

/** Keeps a page as it came, with its digest. What it is follows from its bytes. */
export async function keepPage(changing: Changing, file: { name: string; bytes: Uint8Array }) {
  const { tx, actor, now } = changing
  const mediaType = pageTypeOf(file.bytes)
  const bytes = Buffer.from(file.bytes)
  const digest = createHash('sha256').update(bytes).digest()
  const id = await addDocument(tx, actor, now, { name: file.name, mediaType, bytes, digest })
  await record(changing, {
    action: 'directive.pageUploaded',
    subjectType: 'document',
    subjectId: id,
    after: { name: file.name, mediaType, digest: digest.toString('hex') },
  })
  return { id, name: file.name, mediaType, size: bytes.length }
}

/** Adds uploaded pages to a directive. */
export async function addPagesTo(changing: Changing, directiveId: string, pageIds: readonly string[]) {
  const directive = await lockDirective(changing.tx, changing.actor, directiveId)
  if (!directive) throw new Refusal('not_found')
  ensure(canAddPages(changing.actor, directive))
  const pageCount = await attachPages(changing, directive, pageIds)
  await record(changing, {
    action: 'directive.pagesAdded',
    subjectType: 'directive',
    subjectId: directiveId,
    after: { pageIds, pageCount },
  })
  return { pageCount }
}

/** Puts pages behind those a directive has; gives how many it then has. Refuses page_unknown, pages_too_many. */
export async function attachPages(
  { tx, actor, now }: Changing,
  directive: { id: string; pageCount: number },
  pageIds: readonly string[],
): Promise<number> {
  const ids = [...new Set(pageIds)]
  if (ids.length === 0) return directive.pageCount
  ensurePageCount(directive.pageCount + ids.length)
  const { added, pageCount } = await addPages(tx, actor, directive.id, ids, now)
  if (added < ids.length) throw new Refusal('page_unknown')
  return pageCount
}

/** A page as it came. */
export async function readPage(
  { db, actor }: Reading,
  { directiveId, position }: { directiveId: string; position: number },
): Promise<FileAnswer> {
  const page = await findPage(db, actor, directiveId, position)
  if (!page) throw new Refusal('not_found')
  return page
}
