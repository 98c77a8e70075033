import { expect, test } from 'vitest'
import { NOTICE } from '#domain/papers/examples.ts'
import { noticePaper } from '#domain/papers/noticePaper.ts'
import type { Paper } from '#domain/papers/paper.ts'
import { measurePaper } from '#test/paper.ts'
import { writeDocx } from './docx.ts'

const measured = async (paper: Paper) => measurePaper(await writeDocx(paper))

test('a page is A4 with a text block of 156 × 225 mm that 22 lines of 28 characters fill', async () => {
  const { width, height, margin, grid } = await measured(noticePaper(NOTICE))
  expect({ width, height }).toEqual({ width: 210, height: 297 })
  expect(margin).toEqual({ top: 37, left: 28, right: 26, bottom: 35 })
  const [pointsHigh, pointsWide] = [(225 / 25.4) * 72, (156 / 25.4) * 72]
  expect(Math.floor(pointsHigh / grid.line)).toBe(22)
  expect(Math.floor(pointsWide / grid.character + 0.01)).toBe(28)
  expect(Math.floor(pointsWide / (16 + grid.closer))).toBe(28)
})

test('title, headings and text have their fonts by name and their sizes, and no font is embedded', async () => {
  const { paragraphs, embedded } = await measured({
    ...noticePaper(NOTICE),
    blocks: [
      { kind: 'title', text: '关于老旧管网的通知' },
      { kind: 'addressee', text: '各单位' },
      { kind: 'heading', level: 1, text: '一、要求' },
      { kind: 'heading', level: 2, text: '（一）工期' },
      { kind: 'heading', level: 3, text: '1.倒排' },
      { kind: 'heading', level: 4, text: '（1）每周' },
      { kind: 'paragraph', text: '请照此办理。' },
    ],
  })
  const set = (text: string) => paragraphs.find((paragraph) => paragraph.text === text)
  expect(set('关于老旧管网的通知')).toMatchObject({ font: '方正小标宋简体', points: 22, align: 'center' })
  expect(set('各单位：')).toMatchObject({ font: '仿宋_GB2312', points: 16, firstLine: 0 })
  expect(set('一、要求')).toMatchObject({ font: '黑体', points: 16 })
  expect(set('（一）工期')).toMatchObject({ font: '楷体_GB2312', points: 16 })
  for (const text of ['1.倒排', '（1）每周', '请照此办理。'])
    expect(set(text)).toMatchObject({ font: '仿宋_GB2312', points: 16 })
  expect(set('请照此办理。')?.firstLine).toBeCloseTo(31.6, 0)
  expect(embedded).toEqual([])
})

test('the head is red, the number stands under it, the date stands in full under the office', async () => {
  const { paragraphs } = await measured(noticePaper(NOTICE))
  expect(paragraphs[0]).toMatchObject({ text: '清源区督查室督办通知单', color: 'C4161C', font: '方正小标宋简体' })
  expect(paragraphs.map(({ text }) => text)).toContain('清督〔2026〕5号')
  const day = paragraphs.findIndex(({ text }) => text === '2026年11月20日')
  expect(paragraphs[day]?.align).toBe('right')
  expect(paragraphs[day - 1]).toMatchObject({ text: '清源区督查室', align: 'right' })
})

test('page numbers stand between dashes at the outer edge, 14 points, odd and even apart', async () => {
  const { footers, hasOddAndEven } = await measured(noticePaper(NOTICE))
  expect(hasOddAndEven).toBe(true)
  expect(footers.map(({ align }) => String(align)).toSorted()).toEqual(['left', 'right'])
  for (const { text, points, font } of footers)
    expect({ text, points, font }).toEqual({ text: '— PAGE —', points: 14, font: '宋体' })
})

test('what people typed cannot break the paper', async () => {
  const { paragraphs } = await measured(noticePaper({ ...NOTICE, demand: 'a\u0000\u001f<w:p>&"\ud83d\ude00 ' }))
  expect(paragraphs.map(({ text }) => text)).toContain('a&lt;w:p&gt;&amp;&quot;😀 ')
})
