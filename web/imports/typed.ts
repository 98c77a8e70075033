import { type CellChanges, type CellName, type Cells, CELL_NAMES } from '#domain/imports/cells.ts'

/** What the form of a row holds that is not saved: the cells as they stood when it was opened, and those typed since. */
export type Typed = { draftId: string; base: Cells; changes: Partial<Cells> }

/** The cells in which two states of a row differ. */
export const differingCells = (before: Cells, after: Cells): CellName[] =>
  CELL_NAMES.filter((cell) => JSON.stringify(before[cell]) !== JSON.stringify(after[cell]))

/** The cells that were changed, and only those. */
export const changesFrom = (before: Cells, after: Cells): CellChanges =>
  Object.fromEntries(differingCells(before, after).map((cell) => [cell, after[cell]]))
