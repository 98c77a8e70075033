import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { paragraph, wordFile } from '#test/documents.ts'
import { pdfFile } from '#test/pdf.ts'

const TASK = '1.新建公园3座。（区城管局牵头，6月底前完成）'
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'extract-'))
  await writeFile(path.join(folder, 'a.txt'), '1.新建(xīn)公园3座。（區城管局牽頭，6月底前完成）')
  await writeFile(path.join(folder, 'b.doc'), Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))
  await writeFile(path.join(folder, 'c.pdf'), pdfFile([{ words: [{ text: TASK, x: 60, y: 100 }] }]))
  await writeFile(path.join(folder, 'd.docx'), wordFile(paragraph(TASK)))
})
afterAll(() => rm(folder, { recursive: true }))

interface Ran {
  readonly code: number
  readonly lines: readonly string[]
  readonly errors: readonly string[]
}

const run = (...args: string[]): Promise<Ran> =>
  new Promise((resolve) => {
    const child = execFile(process.execPath, ['server/main.ts', 'extract', ...args], (_, out, err) => {
      const linesOf = (text: string) => text.split('\n').filter((line) => line !== '')
      resolve({ code: child.exitCode ?? -1, lines: linesOf(out), errors: linesOf(err) })
    })
  })

describe('extract', () => {
  test('prints one object a file, with spans in the text as received', async () => {
    const file = path.join(folder, 'a.txt')
    const { code, lines } = await run('--year', '2026', file)
    const answer: unknown = JSON.parse(lines[0] ?? '')
    expect([code, lines.length]).toEqual([0, 1])
    expect(answer).toMatchObject({
      file,
      repairs: { traditional: 3, pinyin: 1 },
      tasks: [
        {
          text: '新建公园3座。',
          lead: ['区城管局'],
          cooperating: [],
          deadline: '2026-06-30',
          source: { start: 2, end: 29 },
        },
      ],
    })
  })

  test('reads PDF and Word like text, and writes nothing but its answers', async () => {
    const { code, lines, errors } = await run('--year', '2026', path.join(folder, 'c.pdf'), path.join(folder, 'd.docx'))
    expect([code, errors]).toEqual([0, []])
    const task = { text: '新建公园3座。', lead: ['区城管局'], deadline: '2026-06-30' }
    expect(lines.map((line): unknown => JSON.parse(line))).toMatchObject([{ tasks: [task] }, { tasks: [task] }])
  })

  test('without a year, a date that names none stays open', async () => {
    const { lines } = await run(path.join(folder, 'a.txt'))
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ tasks: [{ deadline: null, deadlineText: '6月底前' }] })
  })

  test('a file that cannot be read takes one line on stderr and exit code 1; the others are read', async () => {
    const { code, lines, errors } = await run(
      path.join(folder, 'b.doc'),
      path.join(folder, 'none.txt'),
      path.join(folder, 'a.txt'),
    )
    expect([code, lines.length, errors.length]).toEqual([1, 1, 2])
  })

  test.each([[[]], [['--year', '26', 'a.txt']], [['--what', 'a.txt']]])(
    'wrong usage %j is one line and exit code 2',
    async (args) => {
      const { code, lines, errors } = await run(...args)
      expect([code, lines.length, errors.length]).toEqual([2, 0, 1])
    },
  )
})
