import type { DraftedDocument } from '../draft.ts'
import { draftDocument, type DraftOptions } from '../draftDocument.ts'
import { toSourceText } from '../lines.ts'

/** Reads a pasted text as it stands, with nothing traditional in it. */
export const read = (text: string, options: DraftOptions = {}): DraftedDocument =>
  draftDocument(
    toSourceText({ text, notices: [] }, (char) => char),
    options,
  )
