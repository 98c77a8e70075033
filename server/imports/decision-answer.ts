import type { DecidingFacts } from '#domain/imports/decide.ts'
import type { DraftView, ImportCounts } from '#domain/imports/drafts.contract.ts'
import type { Changing } from '../http/context.ts'
import { findDrafts } from './drafts.queries.ts'
import { getImportCounts } from './imports.queries.ts'
import { viewDraft } from './views.ts'

export type Item = { draftId: string; version: number }
export type DecisionAnswer = {
  done: DraftView[]
  refused: { draftId: string; code: string; message: string }[]
  changedCount: number
  moved: boolean
  counts: ImportCounts
}

/** Changed rows that an answer gives whole; the others are read again by who shows them. */
const TOLD = 100

export async function answerWith(
  { tx, actor, language }: Changing,
  importId: string,
  { office, tasks }: DecidingFacts,
  answer: { ids: readonly string[]; refused: DecisionAnswer['refused']; moved: boolean },
): Promise<DecisionAnswer> {
  const rows = await findDrafts(tx, actor, importId, answer.ids.slice(0, TOLD))
  const shown = { office, tasks, language, isConfirmed: false }
  return {
    done: rows.map((row) => viewDraft(row, shown)),
    refused: answer.refused,
    changedCount: answer.ids.length,
    moved: answer.moved,
    counts: await getImportCounts(tx, actor, importId),
  }
}
