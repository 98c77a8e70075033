import { execFileSync } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { draftFile } from '#server/imports/draftFile.ts'
import { asStarted } from './measure.ts'

const PARAGRAPH = (number: number) =>
  `（${number}）新建改建农贸市场 ${number % 7} 家，9月底前完成主体工程，12月底前投入使用。（区商务局牵头，区住建局、各镇（街道）配合）\n`

export type Extraction = { megabyteMs: number; files: number; filesMs: number; commandMs: number }

/**
 * Reading speed: one text of a megabyte, a hundred ordinary notices one after the other, and the same hundred as files
 * given to one `yipanqi extract`, its start included.
 */
export async function extraction(folder: string): Promise<Extraction> {
  const head = '清源区2026年重点工作分工方案\n一、商贸富区\n'
  const megabyte = Buffer.from(head + Array.from({ length: 8000 }, (_, at) => PARAGRAPH(at + 1)).join(''))
  const notice = Buffer.from(head + Array.from({ length: 40 }, (_, at) => PARAGRAPH(at + 1)).join(''))
  const files = 100
  const read = (content: Buffer) => draftFile({ content, planYear: 2026 })
  const megabyteMs = await timed(() => read(megabyte.subarray(0, 1_000_000)))
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
  return { megabyteMs, files, filesMs, commandMs }
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
