import type { DraftedDocument } from '#domain/imports/draft.ts'
import { draftDocument } from '#domain/imports/draftDocument.ts'
import { type TellProgress, untold } from '#domain/imports/progress.ts'
import { toSourceText } from '#domain/imports/lines.ts'
import type { SourceText } from '#domain/imports/source.ts'
import { readDocument, readPasted } from './readFile.ts'
import { toSimplified } from './traditional.ts'

/** A document as read: its repaired text with lines, and what was drafted from it. */
export interface DraftedFile {
  readonly source: SourceText
  readonly document: DraftedDocument
}

export interface DraftRequest {
  /** A file's bytes, or a pasted text. */
  readonly content: Uint8Array | string
  /** The year of dates where the document names none. */
  readonly planYear: number | null
}

/** Bytes or text → lines → drafts, on this thread. Refusals: those of `readDocument`. */
export async function draftFile(
  { content, planYear }: DraftRequest,
  tell: TellProgress = untold,
): Promise<DraftedFile> {
  const received = typeof content === 'string' ? readPasted(content) : await readDocument(content, tell)
  const source = toSourceText(received, toSimplified)
  return { source, document: draftDocument(source, planYear === null ? {} : { planYear }, tell) }
}
