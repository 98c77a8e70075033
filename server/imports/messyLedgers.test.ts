import { Workbook } from '@cj-tech-master/excelts'
import { expect, test } from 'vitest'
import { draftDocument } from '#domain/imports/draftDocument.ts'
import { type Ledger, ledgerOf } from '#domain/imports/examples/ledgers.ts'
import { differencesFrom } from '#domain/imports/examples/ledgerScore.ts'
import { toSourceText } from '#domain/imports/lines.ts'
import { readFileBytes } from './readFile.ts'

/** The ledger as a file: days are days, figures are figures, and one row and the columns of remarks are hidden. */
async function fileOf({ sheets, truth }: Ledger): Promise<Uint8Array> {
  const book = new Workbook()
  for (const { name, rows, merges } of sheets) {
    const page = book.addWorksheet(name)
    for (const [at, cells] of rows.entries())
      for (const [column, text] of cells.entries()) write(page, at, column, text)
    for (const [row, column, tall, wide] of merges) page.mergeCells(row + 1, column + 1, row + tall, column + wide)
    const task = rows.findIndex((cells) =>
      truth.some(({ text }) => cells.some((cell) => cell.replace('\n', '') === text)),
    )
    if (task >= 0) page.getRow(task + 1).hidden = true
    const remarks = rows.findIndex((cells) => cells.includes('备注'))
    const column = rows[remarks]?.indexOf('备注') ?? -1
    if (column >= 0) page.getColumn(column + 1).hidden = true
  }
  return new Uint8Array(await book.xlsx.writeBuffer())
}

function write(page: ReturnType<Workbook['addWorksheet']>, row: number, column: number, text: string): void {
  if (text === '') return
  const cell = page.getCell(row + 1, column + 1)
  const day = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/.exec(text)
  if (day) {
    cell.value = new Date(Date.UTC(Number(day[1]), Number(day[2]) - 1, Number(day[3])))
    cell.numFmt = 'yyyy"年"m"月"d"日"'
  } else cell.value = /^\d{1,5}$/.test(text) ? Number(text) : text
}

test.each(Array.from({ length: 15 }, (_, at) => at * 4 + 1))('messy ledger %i is read from its file', async (seed) => {
  const ledger = ledgerOf(seed)
  const received = readFileBytes(await fileOf(ledger))
  const { drafts } = draftDocument(
    toSourceText(received, (char) => char),
    { planYear: 2026 },
  )
  expect(received.notices).toContain('hidden_rows_read')
  expect(differencesFrom(ledger.truth, drafts)).toEqual({
    right: ledger.truth.length,
    wrong: [],
    extra: [],
    unasked: [],
  })
})
