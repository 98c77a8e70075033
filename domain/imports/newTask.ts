import type { SourceKind } from '../tasks/task.ts'
import type { TaskDraft } from '../tasks/tasks.contract.ts'
import type { DocumentKind } from './draft.ts'
import { datedSteps, type Review } from './review.ts'
import { upTo } from '../wholeSigns.ts'

/** The document a row comes from. */
export type SourceDocument = { kind: DocumentKind; title: string; number: string; planId: string }

const SOURCE_KIND: Record<DocumentKind, SourceKind> = {
  breakdown: 'annualPlan',
  plan: 'annualPlan',
  table: 'annualPlan',
  none: 'annualPlan',
  minutes: 'meeting',
  news: 'meeting',
}

/** The task a reviewed row becomes; `quote` is the row's span in the document. Needs a pillar, as accepting does. */
export function taskOf({ cells }: Pick<Review, 'cells'>, document: SourceDocument, quote: string): TaskDraft {
  return {
    planId: document.planId,
    pillarId: cells.pillarId ?? '',
    kind: cells.kind,
    title: cells.title,
    evidence: cells.evidence,
    leadUnitId: cells.leadUnitId,
    leaderId: cells.leaderId,
    assigneeId: cells.assigneeId,
    weight: 1,
    source: {
      type: SOURCE_KIND[document.kind],
      title: upTo(document.title, 300),
      number: upTo(document.number, 100),
      quote: upTo(quote, 5000),
    },
    target: cells.target,
    dueOn: cells.dueOn,
    restricted: false,
    targetAsWorded: cells.targetAsWorded ?? false,
    milestones: datedSteps(cells),
    supports: cells.supports,
    trajectory: [],
  }
}
