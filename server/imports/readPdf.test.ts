import { describe, expect, test } from 'vitest'
import { Refusal } from '#domain/refusal.ts'
import { type PdfFont, pdfFile, setLines } from '#test/pdf.ts'
import { draftFile } from './draftFile.ts'
import { readFileBytes, readDocument } from './readFile.ts'

const textOf = async (bytes: Uint8Array) => (await readDocument(bytes)).text.trimEnd().split('\n')

async function cellsOf(bytes: Uint8Array): Promise<string[]> {
  const { text, lines = [] } = await readDocument(bytes)
  return lines
    .filter(({ kind }) => kind === 'cell')
    .map(({ start, end, table }) => `${table?.row}.${table?.column} ${text.slice(start, end)}`)
}

const PARAGRAPHS = [
  '一、改造城南片区老旧供水管网十二公里，同步更换用户水表三千只，年底前全部完工并通水。（区水务局牵头，区住建局配合）',
  '二、新建社区食堂六处，方便老年人就近用餐。',
]

describe.each<PdfFont>(['known encoding', 'own numbers'])('a font with its %s', (font) => {
  test('lines are joined into the paragraphs they were', async () => {
    expect(await textOf(pdfFile([{ words: setLines(PARAGRAPHS, { x: 80, y: 120, signs: 20 }) }], font))).toEqual(
      PARAGRAPHS,
    )
  })
})

test('an item begins a paragraph also where its font names the number as a radical and the line above is full', async () => {
  const lines = ['⼀、关于供暖。会议要求年底前更换阀门二百只。', '⼆、关于电梯。年底前更新电梯四十五台。']
  const words = lines.map((text, at) => ({ text, x: 80, y: 120 + at * 19, size: 12 }))
  expect(await textOf(pdfFile([{ words }], 'own numbers'))).toEqual(lines)
})

test('tasks are drafted from a PDF as from any text', async () => {
  const bytes = pdfFile([{ words: setLines(PARAGRAPHS, { x: 80, y: 120, signs: 20 }) }])
  const { document } = await draftFile({ content: bytes, planYear: 2026 })
  expect(document.drafts[0]).toMatchObject({ lead: ['区水务局'], supporting: ['区住建局'] })
})

test('page numbers, running heads and words set aslant are left out; a sentence goes on over the page', async () => {
  const lines = setLines([PARAGRAPHS[0] ?? ''], { x: 80, y: 700, signs: 20 })
  const furniture = (page: number) => [
    { text: '河口区年度计划汇编', x: 240, y: 40 },
    { text: `— ${page} —`, x: 280, y: 810 },
    { text: '内部资料', x: 200, y: 400, size: 60, aslant: true },
  ]
  const pages = [1, 2, 3].map((page) => ({
    words: [
      ...furniture(page),
      ...(page === 1 ? lines.slice(0, 2) : []),
      ...(page === 2 ? lines.slice(2).map((line, at) => ({ ...line, y: 80 + at * 19 })) : []),
      ...(page === 3 ? setLines([PARAGRAPHS[1] ?? ''], { x: 80, y: 80, signs: 20 }) : []),
    ],
  }))
  expect(await textOf(pdfFile(pages))).toEqual(PARAGRAPHS)
})

test('a page of two columns is read column by column, the title across them first', async () => {
  const column = (name: string) =>
    Array.from({ length: 3 }, (_, at) => `${name}${at + 1}栏目里的工作要求逐条写明责任单位和完成时间并在月底前报送进展`)
  const words = [
    { text: '两栏排版的工作简报', x: 200, y: 80, size: 20 },
    ...setLines(column('左'), { x: 60, y: 140, signs: 17 }),
    ...setLines(column('右'), { x: 315, y: 140, signs: 17 }),
  ]
  expect(await textOf(pdfFile([{ words }]))).toEqual(['两栏排版的工作简报', ...column('左'), ...column('右')])
})

const grid = (xs: readonly number[], ys: readonly number[]) => [
  ...ys.map((y) => [xs[0] ?? 0, y, xs.at(-1) ?? 0, y] as const),
  ...xs.map((x) => [x, ys[0] ?? 0, x, ys.at(-1) ?? 0] as const),
]

test('words pulled apart to fill their line are words', async () => {
  const words = [{ text: '开 展 水 质 (zhì) 监 测 十 二 次', x: 80, y: 100 }]
  expect(await textOf(pdfFile([{ words }], 'own numbers'))).toEqual(['开展水质(zhì)监测十二次'])
})

describe('tables', () => {
  test('names beneath each other stay apart in a column no wider than they are; a long one stays whole', async () => {
    const cell = (...lines: string[]) => lines.map((text, at) => ({ text, x: 212, y: 100 + at * 18 }))
    const read = async (words: { text: string; x: number; y: number }[]) =>
      (
        await cellsOf(
          pdfFile([
            {
              rules: grid([60, 206, 268], [80, 160]),
              words: [{ text: '整修灌溉水渠四公里', x: 66, y: 100 }, ...words],
            },
          ]),
        )
      )[1]
    expect(await read(cell('区水务局', '区⺠政局'))).toBe('0.1 区水务局\n区⺠政局')
    expect(await read(cell('区水务局', '区城市管', '理中心'))).toBe('0.1 区水务局\n区城市管理中心')
    expect(await read(cell('区住房和', '城乡建设局'))).toBe('0.1 区住房和城乡建设局')
  })

  test('are read by their lines: merged cells, lines that wrap and names beneath each other', async () => {
    const bytes = pdfFile([
      {
        rules: [
          ...[100, 130, 230].map((y) => [60, y, 500, y] as const),
          [60, 180, 360, 180], // the unit's cell covers two rows
          ...[60, 100, 360, 500].map((x) => [x, 100, x, 230] as const),
        ],
        words: [
          { text: '序号', x: 68, y: 120 },
          { text: '任务', x: 200, y: 120 },
          { text: '责任单位', x: 400, y: 120 },
          { text: '1', x: 78, y: 160 },
          { text: '修复河道护坡三公里并完成沿线绿化补植工作', x: 106, y: 150 },
          { text: '任务', x: 106, y: 168 },
          { text: '2', x: 78, y: 210 },
          { text: '新建泵站两座', x: 106, y: 210 },
          { text: '区水务局', x: 400, y: 160 },
          { text: '区园林中心', x: 400, y: 178 },
        ],
      },
    ])
    expect(await cellsOf(bytes)).toEqual([
      '0.0 序号',
      '0.1 任务',
      '0.2 责任单位',
      '1.0 1',
      '1.1 修复河道护坡三公里并完成沿线绿化补植工作任务',
      '1.2 区水务局\n区园林中心',
      '2.2 区水务局\n区园林中心',
      '2.0 2',
      '2.1 新建泵站两座',
    ])
  })

  test('go on over a page: the head repeated there counts once, a row cut in two is one', async () => {
    const head = [
      { text: '序号', x: 68, y: 70 },
      { text: '任务', x: 200, y: 70 },
    ]
    const rules = grid([60, 100, 400], [50, 80, 120])
    const bytes = pdfFile([
      { rules, words: [...head, { text: '1', x: 78, y: 100 }, { text: '改造老旧小区四十个，惠及', x: 106, y: 100 }] },
      {
        rules: grid([60, 100, 400], [50, 80, 120, 160]),
        words: [
          ...head,
          { text: '居民九千户', x: 106, y: 100 },
          { text: '2', x: 78, y: 140 },
          { text: '加装电梯十部', x: 106, y: 140 },
        ],
      },
    ])
    expect(await cellsOf(bytes)).toEqual([
      '0.0 序号',
      '0.1 任务',
      '1.0 1',
      '1.1 改造老旧小区四十个，惠及居民九千户',
      '2.0 2',
      '2.1 加装电梯十部',
    ])
  })

  test('without lines are read by where words stand', async () => {
    const rows = [
      ['序号', '任务', '单位'],
      ['1', '修路八公里', '区交通局'],
      ['2', '架桥两座', '区住建局'],
    ]
    const words = rows.flatMap((row, at) =>
      row.map((text, column) => ({ text, x: 60 + column * 150, y: 100 + at * 20 })),
    )
    expect(await cellsOf(pdfFile([{ words }]))).toEqual(
      rows.flatMap((row, at) => row.map((text, column) => `${at}.${column} ${text}`)),
    )
  })

  test('on a page laid across are read upright', async () => {
    const words = [
      { text: '序号', x: 68, y: 70 },
      { text: '任务', x: 200, y: 70 },
      { text: '1', x: 78, y: 100 },
      { text: '疏浚河道十二公里', x: 106, y: 100 },
    ]
    const bytes = pdfFile([{ rotate: 90, rules: grid([60, 100, 700], [50, 80, 120]), words }])
    expect(await cellsOf(bytes)).toEqual(['0.0 序号', '0.1 任务', '1.0 1', '1.1 疏浚河道十二公里'])
  })
})

async function refusalOf(bytes: Uint8Array): Promise<string> {
  try {
    await readDocument(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

describe('a PDF that cannot be read is refused with the reason', () => {
  const words = setLines(PARAGRAPHS, { x: 80, y: 120, signs: 20 })
  test.each<[string, Uint8Array, string]>([
    ['a scan: pages without words', pdfFile([{}, { rules: [[0, 0, 100, 100]] }]), 'file_pdf_scan'],
    ['one with a password', pdfFile([{ words }], 'known encoding', true), 'file_encrypted'],
    ['one cut short', pdfFile([{ words }]).slice(0, 300), 'file_broken'],
    ['the mark and nothing else', Buffer.from('%PDF-1.7 …'), 'file_broken'],
  ])('%s', async (_, bytes, code) => {
    expect(await refusalOf(bytes)).toBe(code)
  })

  test('a page without words among others is said', async () => {
    expect((await readDocument(pdfFile([{ words }, {}]))).notices).toEqual(['pages_without_text'])
  })

  test('a PDF is known by its bytes, also behind a few others; where only tables are taken it is refused', () => {
    expect(() => readFileBytes(Buffer.concat([Buffer.from('\r\n\r\n'), pdfFile([{ words }])]))).toThrow(
      new Refusal('file_pdf'),
    )
  })
})
