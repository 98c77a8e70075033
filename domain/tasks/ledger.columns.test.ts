import { expect, test } from 'vitest'
import { LEDGER_COLUMN_KEYS, workbookColumns } from './ledger.columns.ts'

test('a workbook carries what its tasks are known by, whatever columns were chosen', () => {
  expect(workbookColumns(['why', 'title', 'why'])).toEqual([
    'code',
    'pillar',
    'leadUnit',
    'originalDueOn',
    'why',
    'title',
  ])
  expect(workbookColumns([])).toEqual(LEDGER_COLUMN_KEYS)
})
