import { draftFile } from '#server/imports/draftFile.ts'

const PARAGRAPH = (number: number) =>
  `（${number}）新建改建农贸市场 ${number % 7} 家，9月底前完成主体工程，12月底前投入使用。（区商务局牵头，区住建局、各镇（街道）配合）\n`

/** Reading speed: one text of a megabyte, and a hundred ordinary notices one after the other. */
export async function extraction(): Promise<{ megabyteMs: number; files: number; filesMs: number }> {
  const head = '清源区2026年重点工作分工方案\n一、商贸富区\n'
  const megabyte = Buffer.from(head + Array.from({ length: 8000 }, (_, at) => PARAGRAPH(at + 1)).join(''))
  const notice = Buffer.from(head + Array.from({ length: 40 }, (_, at) => PARAGRAPH(at + 1)).join(''))
  const files = 100
  const megabyteMs = timed(() => draftFile({ content: megabyte.subarray(0, 1_000_000), planYear: 2026 }))
  const filesMs = timed(() => {
    for (let file = 0; file < files; file += 1) draftFile({ content: notice, planYear: 2026 })
  })
  return { megabyteMs, files, filesMs }
}

function timed(work: () => void): number {
  const began = performance.now()
  work()
  return performance.now() - began
}
