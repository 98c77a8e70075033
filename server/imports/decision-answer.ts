import type { DecidingFacts } from '#domain/imports/decide.ts'
import type { DraftView, ImportCounts } from '#domain/imports/drafts.contract.ts'
import type { Changing } from '../http/context.ts'
import { lockDrafts } from './drafts.queries.ts'
import { getImportCounts } from './imports.queries.ts'
import { viewDraft } from './views.ts'

export type Item = { draftId: string; version: number }
export type DecisionAnswer = {
  done: DraftView[]
  refused: { draftId: string; code: string; message: string }[]
  gone: string[]
  counts: ImportCounts
}

export async function answerWith(
  { tx, actor, language }: Changing,
  importId: string,
  { office, tasks }: DecidingFacts,
  answer: { ids: readonly string[]; refused: DecisionAnswer['refused']; gone: string[] },
): Promise<DecisionAnswer> {
  const rows = await lockDrafts(tx, actor, importId, answer.ids)
  const shown = { office, tasks, language, isConfirmed: false }
  return {
    done: rows.map((row) => viewDraft(row, shown)),
    refused: answer.refused,
    gone: answer.gone,
    counts: await getImportCounts(tx, actor, importId),
  }
}
