import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { type Sheet, writeXlsx } from './xlsx.ts'

const SHEET: Sheet = {
  name: '台账[1]',
  title: '2026 年度台账',
  columns: [
    { heading: '编号', width: 12, kind: 'text' },
    { heading: '原定日期', width: 12, kind: 'day' },
    { heading: '实际进度', width: 10, kind: 'number' },
  ],
  rows: [
    ['26-工-001', '2026-11-30', 61.5],
    ['=1+1', null, 0],
    ['+86', '2026-12-31', null],
    ['-2', null, null],
    ['@SUM(A1)', null, null],
    ['\t=1', null, null],
    ['第一行\n第二行', null, null],
    ['控制符\u0001去掉', null, null],
  ],
}

async function reread(sheet: Sheet) {
  const workbook = new Workbook()
  await workbook.xlsx.load(await writeXlsx(sheet))
  const page = workbook.worksheets[0]
  if (!page) throw new Error('no sheet')
  return page
}

test('a workbook reads back as it was written: text is text, numbers are numbers, nothing is a formula', async () => {
  const page = await reread(SHEET)
  const values = SHEET.rows.map((_, row) => [1, 2, 3].map((column) => page.getCell(row + 3, column).value ?? null))
  expect(values).toEqual(
    SHEET.rows.map((cells) => cells.map((cell) => (typeof cell === 'string' ? cell.replace('\u0001', '') : cell))),
  )
  for (const row of [4, 5, 6, 7, 8]) expect(page.getCell(row, 1)).toMatchObject({ numFmt: '@', formula: undefined })
})

test('headings stay on screen and are repeated on A4 paper laid sideways', async () => {
  const page = await reread(SHEET)
  expect(page.views[0]).toMatchObject({ state: 'frozen', ySplit: 2 })
  expect(page.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToWidth: 1, printTitlesRow: '1:2' })
  expect([1, 2, 3].map((column) => page.getCell(2, column).value)).toEqual(['编号', '原定日期', '实际进度'])
  expect(page.name).toBe('台账 1')
})
