import type { CellChanges } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { lintTarget } from '#domain/targets/lint.ts'
import type { Proposal } from '#domain/targets/proposals.ts'
import { TargetCheck } from '#web/targets/TargetCheck.tsx'
import type { Acts } from './useActs.ts'

/** What the row's target lacks, by its wording as it stands and its cells. */
export function RowTarget({ draft, acts, isOpen }: { draft: DraftView; acts: Acts; isOpen: boolean }) {
  const { cells, edited, text, ongoing } = draft
  const lint = lintTarget({
    text: edited.includes('title') ? cells.title : text,
    dueOn: cells.dueOn,
    ongoing,
    evidence: cells.evidence,
    target: cells.target,
    steps: cells.milestones,
  })
  return (
    <TargetCheck
      lint={lint}
      isAsWorded={cells.targetAsWorded ?? false}
      onWrite={isOpen ? (proposal) => acts.write(draft, cellsOf(proposal)) : undefined}
      onAsWorded={isOpen ? (targetAsWorded) => acts.write(draft, { targetAsWorded }) : undefined}
    />
  )
}

function cellsOf(proposal: Proposal): CellChanges {
  switch (proposal.kind) {
    case 'target':
      return { target: { value: proposal.value, measure: proposal.measure } }
    case 'steps':
      return { milestones: proposal.titles.map((title) => ({ title, dueOn: null })) }
    case 'evidence':
      return { evidence: proposal.words }
    case 'measure':
      return {}
  }
}
