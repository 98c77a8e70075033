import { expect, test } from 'vitest'
import type { ImportReport } from './imports.contract.ts'
import { qualityOf } from './quality.ts'

const report = (counts: Partial<ImportReport>): ImportReport => ({
  found: 0,
  edited: 0,
  discarded: 0,
  madeByHand: 0,
  merged: 0,
  doubtsFound: 0,
  doubtsDecided: 0,
  registered: 0,
  drafted: 0,
  updated: 0,
  ...counts,
})

test('reports add up month by month, the newest first; what was edited and why rows were left out, the most frequent first', () => {
  const quality = qualityOf([
    {
      month: '2026-03',
      report: report({
        found: 10,
        asRead: 8,
        edited: 1,
        discarded: 1,
        madeByHand: 0,
        doubtsFound: 4,
        editedCells: { dueOn: 1 },
        leftFor: { notTask: 1 },
      }),
    },
    { month: '2026-11', report: report({ found: 5, asRead: 3, edited: 2, editedCells: { leadUnitId: 2, dueOn: 2 } }) },
    { month: '2026-11', report: report({ found: 2, asRead: 0, discarded: 2, leftFor: { same_in_document: 2 } }) },
  ])
  expect(quality.months).toEqual([
    { month: '2026-11', documents: 2, found: 7, asRead: 3, edited: 2, discarded: 2, madeByHand: 0, doubts: 0 },
    { month: '2026-03', documents: 1, found: 10, asRead: 8, edited: 1, discarded: 1, madeByHand: 0, doubts: 4 },
  ])
  expect(quality.total).toMatchObject({ documents: 3, found: 17, asRead: 11 })
  expect(quality.editedCells).toEqual([
    { name: 'dueOn', count: 3 },
    { name: 'leadUnitId', count: 2 },
  ])
  expect(quality.leftFor).toEqual([
    { name: 'same_in_document', count: 2 },
    { name: 'notTask', count: 1 },
  ])
})

test('a report from before rows without an edit were counted says so by what it has', () => {
  expect(qualityOf([{ month: '2026-01', report: report({ found: 9, edited: 2, discarded: 3 }) }]).total.asRead).toBe(4)
})
