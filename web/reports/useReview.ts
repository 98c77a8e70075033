import { useState } from 'react'
import { reviewEntries } from '#domain/reports/reports.contract.ts'
import type { ReturnReason } from '#domain/reports/sheet.ts'
import { useChange } from '../useEndpoint.ts'
import type { ShownRow } from './shown.ts'

type Decision = { decision: 'accept' } | { decision: 'return'; reason: ReturnReason; note: string }
type Refused = { id: string; message: string }

/** The office's decisions on rows, and what of the last one was refused. */
export function useReview() {
  const review = useChange(reviewEntries)
  const [refused, setRefused] = useState<Refused[]>([])
  const decide = async (rows: readonly ShownRow[], decision: Decision): Promise<boolean> => {
    const entries = rows.flatMap(({ entryId, version }) => (entryId ? [{ entryId, version }] : []))
    if (entries.length === 0) return false
    try {
      const answer = await review.mutateAsync({ body: { rows: entries, ...decision } })
      setRefused(answer.refused)
      return answer.done.length > 0
    } catch {
      return false // shown as review.error
    }
  }
  return { decide, refused, error: review.error, isPending: review.isPending }
}

export type Review = ReturnType<typeof useReview>
