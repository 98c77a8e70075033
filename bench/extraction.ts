import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from '#server/exports/xlsx.ts'
import { draftFile } from '#server/imports/draftFile.ts'
import { asStarted } from './measure.ts'

const PARAGRAPH = (number: number) =>
  `（${number}）新建改建农贸市场 ${number % 7} 家，9月底前完成主体工程，12月底前投入使用。（区商务局牵头，区住建局、各镇（街道）配合）\n`

export type Extraction = { megabyteMs: number; ledgerMs: number; files: number; filesMs: number; commandMs: number }

/** A workbook of ten thousand tasks, with a title above and a note below, as `draftFile` is given it. */
function ledgerOf(rows: number): Promise<Uint8Array> {
  const columns = ['序号', '板块', '工作任务', '年度目标', '牵头单位', '配合单位', '责任领导', '完成时限', '备注']
  return writeXlsx({
    name: '台账',
    title: '清源区2026年重点工作台账',
    columns: columns.map((heading) => ({ heading, width: 16, kind: 'text' as const })),
    rows: Array.from({ length: rows }, (_, at) => [
      String(at + 1),
      ['产业发展', '城市建设', '社会民生'][at % 3] ?? '',
      `第${at + 1}批老旧小区改造`,
      `改造小区${(at % 40) + 1}个，惠及居民${at + 200}户`,
      ['区住建局', '区城管局', '区民政局'][at % 3] ?? '',
      '区财政局、各镇（街道）',
      ['赵一鸣', '钱二宝'][at % 2] ?? '',
      ['6月底前完成招标；11月底前完工', '三季度', '2026年12月31日'][at % 3] ?? '',
      '',
    ]),
  })
}

/**
 * Reading speed: one text of a megabyte, one workbook of 10,000 rows, a hundred ordinary notices one after the other,
 * and the same hundred as files given to one `yipanqi extract`, its start included.
 */
export async function extraction(folder: string): Promise<Extraction> {
  const head = '清源区2026年重点工作分工方案\n一、商贸富区\n'
  const megabyte = Buffer.from(head + Array.from({ length: 8000 }, (_, at) => PARAGRAPH((at % 990) + 1)).join(''))
  const notice = Buffer.from(head + Array.from({ length: 40 }, (_, at) => PARAGRAPH(at + 1)).join(''))
  const files = 100
  const read = (content: Buffer) => draftFile({ content, planYear: 2026 })
  const megabyteMs = await timed(() => read(megabyte.subarray(0, 1_000_000)))
  const ledger = await ledgerOf(10_000)
  const ledgerMs = await timed(() => read(Buffer.from(ledger)))
  const filesMs = await timed(async () => {
    for (let file = 0; file < files; file += 1) await read(notice)
  })
  const names = Array.from({ length: files }, (_, at) => path.join(folder, `notice-${at}.txt`))
  for (const name of names) await writeFile(name, notice)
  const { env } = asStarted()
  const main = fileURLToPath(new URL('../server/main.ts', import.meta.url))
  const commandMs = await timed(() => {
    execFileSync(process.execPath, [main, 'extract', '--year', '2026', ...names], { env, maxBuffer: 1e9 })
  })
  return { megabyteMs, ledgerMs, files, filesMs, commandMs }
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
