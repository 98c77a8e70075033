import { useState } from 'react'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import { createProposals, type ModelProposal } from '#domain/imports/proposals.contract.ts'
import { ApiError, call } from '#web/api.ts'

/** What a model said about a row. */
export type Asked = { proposals: readonly ModelProposal[]; untakenCount: number; sent: string }
export type ModelOfRow = {
  ask: () => void
  isAsking: boolean
  /** Null until the row's doubts were asked about. */
  asked: Asked | null
  problem: ApiError | null
}

/** Asks the model about the current row and keeps what it said while the page is open; nothing is decided by it. */
export function useProposals(view: ImportView, current: DraftView | undefined): ModelOfRow {
  const [answers, setAnswers] = useState<ReadonlyMap<string, Asked | ApiError>>(new Map())
  const [asking, setAsking] = useState<string | null>(null)
  const rowId = current?.id ?? ''
  const keep = (answer: Asked | ApiError) => setAnswers((before) => new Map(before).set(rowId, answer))
  const ask = () => {
    if (rowId === '' || asking !== null) return
    setAsking(rowId)
    call(createProposals, { params: { importId: view.id, draftId: rowId }, body: {} })
      .then(keep, (problem: unknown) => {
        if (!(problem instanceof ApiError)) throw problem
        keep(problem)
      })
      .finally(() => setAsking(null))
  }
  const answer = answers.get(rowId)
  return {
    ask,
    isAsking: asking === rowId && rowId !== '',
    asked: answer === undefined || answer instanceof ApiError ? null : answer,
    problem: answer instanceof ApiError ? answer : null,
  }
}
