import { expect, test } from 'vitest'
import { agendaPaper } from '#domain/papers/agendaPaper.ts'
import { asksPaper } from '#domain/papers/asksPaper.ts'
import { briefPaper } from '#domain/papers/briefPaper.ts'
import { NOTICE } from '#domain/papers/examples.ts'
import { AGENDA, ASKS, BRIEF, MINUTES } from '#domain/papers/meetingExamples.ts'
import { MEETING_PAPERS } from '#domain/papers/meetingPaper.ts'
import { minutesPaper } from '#domain/papers/minutesPaper.ts'
import { noticePaper } from '#domain/papers/noticePaper.ts'
import type { Paper } from '#domain/papers/paper.ts'
import { starterPaper } from '#domain/papers/starters.ts'
import { faultsOf, measurePaper } from '#test/paper.ts'
import { writeDocx } from './docx.ts'

const measured = async (paper: Paper) => measurePaper(await writeDocx(paper))

test.each<[string, Paper]>([
  ['agenda', agendaPaper(AGENDA)],
  ['minutes', minutesPaper(MINUTES)],
  ['asks', asksPaper(ASKS)],
  ['book', briefPaper(BRIEF, 'book')],
  ['a unit’s brief', briefPaper(BRIEF, 'page')],
  ['notice', noticePaper(NOTICE)],
  ...MEETING_PAPERS.map((kind): [string, Paper] => [`sample of ${kind}`, starterPaper(kind)]),
])('%s keeps the standard: margins, grid, fonts, sizes, heading levels, numbers, page numbers', async (_, paper) => {
  expect(faultsOf(await measured(paper))).toEqual([])
})

test('minutes have their mark in red, their number, rulings by level, and names that hang behind who was there', async () => {
  const { paragraphs } = await measured(minutesPaper(MINUTES))
  const texts = paragraphs.map(({ text }) => text)
  const at = (text: string) => texts.indexOf(text)
  expect(paragraphs[0]).toMatchObject({ text: '清源区联席会议纪要', color: 'C4161C', points: 36 })
  const order = ['清联纪〔2026〕4号', '一、关于上次会议议定事项', '二、关于本次会议议定事项', '（一）关于园区二期供电']
  expect(order.map(at)).toEqual(order.map(at).toSorted((a, b) => a - b))
  expect(order.every((text) => at(text) > 0)).toBe(true)
  const present = paragraphs.find(({ text }) => text.startsWith('出席：'))
  expect(present?.hanging).toBeCloseTo(3 * 15.8, 0)
  expect(at('附件：议定事项责任分工表')).toBeGreaterThan(at('（二）关于补齐学位缺口'))
  expect(texts.slice(-2)).toEqual(['抄送：沈明远同志，郭建川同志，各参会单位。', '清源区督查室　　2026年11月21日印发'])
})

test('a list of names breaks between two of them', async () => {
  const present = Array.from({ length: 9 }, (_, at) => `工业和信息化局梁志恒${at}`)
  const { document } = measurePaper(
    await writeDocx(minutesPaper({ ...MINUTES, people: { ...MINUTES.people, present } })),
  )
  const lines = [...document.matchAll(/<w:br\/>(?:(?!<w:br).)*?<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text)
  expect(lines).toEqual([2, 4, 6, 8].map((at) => present.slice(at, at + 2).join('　')))
})

test('minutes that are not issued say so where the number will stand', async () => {
  const texts = async (facts: typeof MINUTES) =>
    (await measured(minutesPaper(facts))).paragraphs.map(({ text }) => text)
  expect(await texts({ ...MINUTES, number: null })).toContain('（讨论稿）')
  expect(await texts({ ...MINUTES, number: null, isCirculated: true })).toContain('（征求意见稿）')
})

test('a book opens with cover and contents, and every unit in it has a page that its entry leads to', async () => {
  const bytes = await writeDocx(briefPaper(BRIEF, 'book'))
  const { document } = measurePaper(bytes)
  const marks = [...document.matchAll(/<w:bookmarkStart[^>]*w:name="([^"]+)"/g)].map(([, name]) => name)
  const links = [...document.matchAll(/<w:hyperlink[^>]*w:anchor="([^"]+)"/g)].map(([, name]) => name)
  expect(marks).toHaveLength(BRIEF.cards.length)
  expect(links).toEqual(marks)
  expect(document.match(/PAGEREF/g)).toHaveLength(marks.length)
  expect(document.match(/<w:br w:type="page"\/>/g)).toHaveLength(BRIEF.cards.length + 1)
})

test('a card never shows a rate without what it is divided by, nor a light without its reason', async () => {
  const texts = (await measured(briefPaper(BRIEF, 'page'))).paragraphs.map(({ text }) => text)
  for (const words of [
    '81.3%',
    '13/16个节点',
    '0项指标',
    '请十一月底前办结许可',
    '城管局',
    '数据冻结于2026年11月19日17:05　校验码9f2c11ab04de',
  ])
    expect(texts).toContain(words)
  expect(texts.some((text) => text.includes('已逾期 14 个工作日'))).toBe(true)
  expect(texts).toContain('11月30日（原定10月31日）')
})

test('the faults that the checker knows are found', async () => {
  const faults = async (paper: Paper) => faultsOf(await measured(paper))
  const block = (text: string): Paper => ({ head: null, blocks: [{ kind: 'paragraph', text }], foot: null })
  expect(await faults(block('清联纪[2026]3号'))).toHaveLength(1)
  expect(await faults(block('清联纪〔2026〕03号'))).toHaveLength(1)
  expect(await faults(block('于2026年01月05日印发'))).toHaveLength(1)
  expect(await faults(block('一、没有用黑体的标题'))).toHaveLength(1)
  expect(await faults(block('2026年11月20日'))).toHaveLength(1)
  expect(await faults(block('附件：分工表。'))).toHaveLength(1)
})
