import { describe, expect, test } from 'vitest'
import { draftDocument } from './draftDocument.ts'
import { DOCUMENTS } from './examples/documents.ts'
import { read } from './examples/read.ts'
import { toSourceText } from './lines.ts'

describe('the document around the tasks', () => {
  test.each<[keyof typeof DOCUMENTS, Partial<ReturnType<typeof read>>]>([
    [
      'BREAKDOWN',
      {
        title: '2026年区政府重点工作责任分解',
        issuer: '云泽区人民政府办公室',
        number: '云政办〔2026〕12号',
        date: '2026-02-03',
        kind: 'breakdown',
      },
    ],
    [
      'WEBPAGE',
      { title: '云泽市人民政府关于下达2026年重点民生项目任务的通知', number: '云政发〔2026〕5号', date: '2026-01-28' },
    ],
    ['RUNNING', { issuer: '云泽区安全生产委员会办公室', date: '2026-01-20', kind: 'plan' }],
    ['MINUTES', { title: '云泽区区长办公会议纪要', number: '〔2026〕3号', date: '2026-04-02', kind: 'minutes' }],
    ['TABS', { kind: 'table' }],
    ['VISIT', { date: '2026-03-18', kind: 'news' }],
  ])('%s', (name, head) => {
    expect(read(DOCUMENTS[name])).toMatchObject(head)
  })

  test('a document of nothing but general words is of no kind', () => {
    expect(read('各部门要高度重视。').kind).toBe('none')
  })
})

describe('years', () => {
  const text = '一、新建公园3座。（区城管局牵头，6月底前完成）'

  test('a date without a year in a document without one stays open', () => {
    expect(read(text).drafts[0]).toMatchObject({ deadline: null, deadlineText: '6月底前', ongoing: false })
  })

  test('the plan year fills it, and a person is asked', () => {
    const draft = read(text, { planYear: 2027 }).drafts[0]
    expect(draft?.deadline).toBe('2027-06-30')
    expect(draft?.doubts).toContainEqual({
      field: 'deadline',
      code: 'year_assumed',
      facts: { text: '6月底前', year: 2027 },
    })
  })

  test('the document’s own year goes before the plan year', () => {
    expect(read(`2025年工作要点\n${text}`, { planYear: 2027 }).drafts[0]?.deadline).toBe('2025-06-30')
  })
})

describe('doubts', () => {
  const doubtsOf = (text: string) =>
    read(text, { planYear: 2026 }).drafts.map((draft) => draft.doubts.map(({ code }) => code))
  test.each([
    ['1.新建公园3座。（区城管局、区林业局牵头，2026年6月底前完成）', ['several_leads']],
    ['1.新建公园3座。（各镇（街道）负责，2026年6月底前完成）', ['collective_lead']],
    ['1.新建公园3座。（区城管局负责）', ['no_date']],
    ['1.新建公园3座。（区城管局负责，持续推进）', []],
    ['1.加固堤防3公里，汛前完成。（区水务局负责）', ['vague_date']],
    ['1.开展欠薪排查，春节前欠薪案件动态清零。（区水务局负责）', ['vague_date']],
    ['1.加强队伍管理。（区城管局负责，2026年6月底前完成）', ['vague_verb']],
    ['1.新建公园3座。（2026年6月底前完成）', ['no_lead']],
    ['1.新建公园3座。完成绿化12公顷。（区城管局负责，2026年6月底前完成）', ['two_tasks']],
  ])('%s', (text, codes) => {
    expect(doubtsOf(text)).toEqual([codes])
  })

  test('what a document says twice is marked at the second place', () => {
    const text = '1.新建公园3座。（区城管局负责，持续推进）\n2.新建公园３座（区林业局负责，持续推进）'
    expect(doubtsOf(text)).toEqual([[], ['same_in_document']])
  })
})

test('every span points at its words in the repaired text', () => {
  for (const text of Object.values(DOCUMENTS)) {
    const source = toSourceText({ text, notices: [] }, (char) => char)
    for (const draft of draftDocument(source, { planYear: 2026 }).drafts) {
      for (const span of [draft.source, ...Object.values(draft.read)]) {
        expect(span.start).toBeLessThan(span.end)
        expect(span.end).toBeLessThanOrEqual(source.text.length)
      }
    }
  }
})

test('the words that gave the lead hold its name', () => {
  for (const text of Object.values(DOCUMENTS)) {
    const source = toSourceText({ text, notices: [] }, (char) => char)
    const led = draftDocument(source, { planYear: 2026 }).drafts.filter((draft) => draft.read.lead !== undefined)
    const misread = led.filter(({ lead, read: { lead: span } }) => {
      const words = source.text.slice(span?.start, span?.end).replace(/\s/g, '')
      return !lead.every((name) => words.includes(name))
    })
    expect(misread).toEqual([])
  }
})

test('who spoke and who is responsible make no task while nothing is said to do', () => {
  const text = '澄江区人民政府办公室\n要深入推进文化建设，\n周一凡指出，(市住房城乡建设局负责,2026年12月底前完成)\n'
  expect(
    draftDocument(
      toSourceText({ text, notices: [] }, (char) => char),
      { planYear: 2026 },
    ).drafts,
  ).toEqual([])
})
