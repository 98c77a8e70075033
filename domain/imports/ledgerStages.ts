import { type DeadlineRead, readDeadlineSentence } from './deadline.ts'
import type { GridCell } from './grid.ts'
import { isSaid, oneLine } from './ledgerCells.ts'
import type { LedgerShape } from './ledgerShape.ts'
import { pageOf } from './page.ts'
import { monthEnd, type TimeFrame } from './times.ts'

/** A row's stages from columns of their own; `column` is what the column of deadlines says, which decides where there is one. */
export function stagesOf(
  cells: readonly GridCell[],
  shape: LedgerShape,
  column: DeadlineRead | null,
  frame: TimeFrame,
): DeadlineRead | null {
  const said = cells.flatMap((cell, at) => {
    const stage = shape.stages[at]
    return stage && isSaid(cell.text) ? [{ cell, stage }] : []
  })
  const first = said[0]
  const last = said.at(-1)
  if (!first || !last) return column
  const stages = said.map(({ cell, stage: { month, name } }) => {
    const own = readDeadlineSentence(pageOf(cell.text), { start: 0, end: cell.text.length }, frame)
    const end = frame.year === null ? null : monthEnd(frame.year, month)
    return { dueOn: own?.deadline ?? end, title: oneLine(cell.text), text: own?.deadlineText ?? name }
  })
  if (column) return { ...column, stages }
  const deadline = stages.at(-1)?.dueOn ?? null
  return {
    deadline,
    deadlineText: last.stage.name,
    ongoing: false,
    vague: false,
    yearMissing: deadline === null,
    stages,
    span: { start: first.cell.start, end: last.cell.end },
  }
}
