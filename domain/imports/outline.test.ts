import { describe, expect, test } from 'vitest'
import { labelNumber, readLabel, readNumber } from './labels.ts'
import { toSourceText } from './lines.ts'
import { type OutlineNode, outlineOf } from './outline.ts'
import { pageOf } from './page.ts'
import { receivedSpan } from './repair.ts'
import { runInPieces, segmentsOf } from './segments.ts'
import { evenWidth } from '../width.ts'

const source = (text: string) => toSourceText({ text, notices: [] }, (char) => char)

describe('the numbering in front of a line', () => {
  test.each([
    ['一、稳增长', '一、', 1],
    ['十二、兜底线', '十二、', 1],
    ['（三）抓项目', '（三）', 2],
    ['(3)抓项目', '（3）', 4],
    ['3.抓项目', '3.', 3],
    ['3.5月底前动工', '3.', 3],
    ['2.10月：验收', '2.', 3],
    ['1.2026年新建', '1.', 3],
    ['第3号 关于站台的建议', '第3号', 3],
    ['【任务1】抓项目', '〔任务1〕', 1],
    ['3、抓项目', '3、', 3],
    ['（3）抓项目', '（3）', 4],
    ['③抓项目', '③', 5],
    ['△ 抓项目', '△', 6],
    ['第二部分 重点任务', '第二部分', 0],
    ['问题二：管网老旧', '问题二：', 1],
    ['一是抓项目', '一是', 3],
  ])('%s', (line, label, rank) => {
    expect(readLabel(evenWidth(line))).toMatchObject({ label, rank })
  })

  test.each(['3.5公里道路', '附件1：清单', '第三季度', '二季度', '2026年工作要点', '三年行动'])(
    '%s has none',
    (line) => {
      expect(readLabel(evenWidth(line))).toBeNull()
    },
  )

  test.each<[string, number | null]>([
    ['一、', 1],
    ['（十二）', 12],
    ['二十三、', 23],
    ['③', 3],
    ['7.', 7],
    ['△', null],
  ])('%s counts as %s', (label, number) => {
    expect(labelNumber(label)).toBe(number)
  })

  test.each([
    ['二○一一', 2011],
    ['二〇二六', 2026],
    ['十', 10],
    ['一百二十', 120],
  ])('%s is %s', (written, number) => {
    expect(readNumber(written)).toBe(number)
  })
})

describe('lines', () => {
  test('a text cut at the width of a page is made whole, and spans still lead to the words as received', () => {
    const text = [
      '1.完成重点企业超低排放改造十八家，淘汰燃',
      '煤锅炉六台。（区生态分局牵头，区市场监管',
      '局配合）',
      '2.开展餐饮油烟专项整治，安装监测设备三百',
      '套。（区城管局牵头，各街道和区市场监督管',
      '理局配合）',
    ].join('\n')
    const { lines, text: repaired, removals } = source(text)
    expect(lines.map((line) => line.text)).toEqual([
      '1.完成重点企业超低排放改造十八家，淘汰燃煤锅炉六台。（区生态分局牵头，区市场监管局配合）',
      '2.开展餐饮油烟专项整治，安装监测设备三百套。（区城管局牵头，各街道和区市场监督管理局配合）',
    ])
    const at = repaired.indexOf('区市场监督管理局')
    const back = receivedSpan(removals, { start: at, end: at + 8 })
    expect(text.slice(back.start, back.end)).toBe('区市场监督管\n理局')
  })

  test('paragraphs, headings and lists stay apart', () => {
    const text = '一、产业\n1.建成园区\n2.引进项目\n责任单位：区发改局\n\n二、民生'
    expect(source(text).lines.map((line) => line.text)).toEqual(text.split('\n').filter(Boolean))
  })

  test('every line knows its label and its place', () => {
    const { lines, text } = source('  一、产业  \n（一）园区')
    expect(lines.map(({ label }) => label)).toEqual(['一、', '（一）'])
    expect(lines.map((line) => text.slice(line.start, line.end))).toEqual(['一、产业', '（一）园区'])
  })
})

const shape = (node: OutlineNode): unknown[] =>
  node.children.map((child) => (child.children.length > 0 ? [child.label, shape(child)] : child.label))

describe('the outline follows the numbering', () => {
  const outline = (text: string) => {
    const { lines, text: whole } = source(text)
    return shape(outlineOf(pageOf(whole), lines))
  }
  test.each<[string, string, unknown[]]>([
    [
      'three levels',
      '一、甲\n（一）乙\n1.丙\n2.丁\n（二）戊\n二、己',
      [['一、', [['（一）', ['1.', '2.']], '（二）']], '二、'],
    ],
    [
      'numbers that run on',
      '一、甲\n1.乙\n二、丙\n2.丁',
      [
        ['一、', ['1.']],
        ['二、', ['2.']],
      ],
    ],
    ['items without sections', '1.甲\n2.乙', ['1.', '2.']],
    ['bullets under a heading', '一、甲\n△乙\n△丙', [['一、', ['△', '△']]]],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toEqual(expected)
  })
})

describe('one paragraph can hold several tasks', () => {
  const segments = (text: string) => {
    const page = pageOf(text)
    return segmentsOf(page, { start: 0, end: text.length }, { year: 2026, on: null }).map((segment) => [
      segment.words.map((span) => text.slice(span.start, span.end)).join('｜'),
      segment.who?.lead.join('、') ?? null,
    ])
  }
  test.each<[string, [string, string | null][]]>([
    ['建成泵站2座。（区水务局负责）', [['建成泵站2座。', '区水务局']]],
    [
      '修订清单。（区发改局牵头）搬迁企业6家。（区工信局牵头）',
      [
        ['修订清单。', '区发改局'],
        ['搬迁企业6家。', '区工信局'],
      ],
    ],
    ['建成泵站2座。（区水务局负责）年内完成。', [['建成泵站2座。｜年内完成。', '区水务局']]],
    ['改造校（园）舍3处〔区教育局负责〕', [['改造校（园）舍3处', '区教育局']]],
    ['整治扬尘[市住建局牵头，各县(区)政府负责落实(以下均需各县(区)政府落实，不再列出)]', [['整治扬尘', '市住建局']]],
    ['建成泵站2座（含闸门）。', [['建成泵站2座（含闸门）。', null]]],
  ])('%s', (text, expected) => {
    expect(segments(text)).toEqual(expected)
  })

  test.each([
    ['深化改革。（1）推行承诺制。（2）清理中介事项。', ['推行承诺制。', '清理中介事项。']],
    ['要抓好以下三项工作：新建公园3座；改造道路5公里；绿化12亩。', ['新建公园3座', '改造道路5公里', '绿化12亩']],
    ['①建园区。②引项目。', ['建园区。', '引项目。']],
  ])('%s', (text, expected) => {
    const pieces = runInPieces(pageOf(text), { start: 0, end: text.length })?.pieces ?? []
    expect(pieces.map(({ words }) => text.slice(words.start, words.end).trim())).toEqual(expected)
  })
})
