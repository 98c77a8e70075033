import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { periodFact } from '#domain/messages/kinds.ts'
import { type FeedBelonging, type FeedMatter, isOwn, writeFeed } from '#domain/channels/feed.ts'

const NOW = new Date('2026-11-20T12:00:00+08:00')
const milestone = (some: Partial<FeedMatter> = {}): FeedMatter => ({
  subject: 'milestone',
  id: 'm1',
  startsOn: some.dueOn ?? '2026-11-30',
  dueOn: '2026-11-30',
  restrictedCode: null,
  facts: { code: 'A-01', title: '建成二期标准厂房', milestone: '主体完工' },
  ...some,
})
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))

test('a calendar reads each matter as a whole day under a name of its own', () => {
  const sheet = milestone({
    subject: 'sheet',
    id: 'p/u',
    startsOn: '2026-12-26',
    dueOn: '2026-12-31',
    facts: { unit: '科工信局', period: periodFact({ year: 2026, kind: 'quarter', number: 4 }) },
  })
  const events = eventsOf(writeFeed([milestone(), sheet], 'zh', NOW))
  expect(
    events.map(({ uid, summary, startDate, endDate }) => [
      uid,
      summary,
      startDate.toString(),
      endDate.toString(),
      startDate.isDate,
    ]),
  ).toEqual([
    ['milestone-m1@yipanqi', '节点：主体完工（A-01 建成二期标准厂房）', '2026-11-30', '2026-12-01', true],
    ['sheet-p/u@yipanqi', '填报并签发2026 年第四季度汇报表（科工信局）', '2026-12-26', '2027-01-01', true],
  ])
})

test('an event keeps its name when its day moves', () => {
  const [before] = eventsOf(writeFeed([milestone()], 'zh', NOW))
  const [after] = eventsOf(writeFeed([milestone({ dueOn: '2027-01-15' })], 'zh', NOW))
  expect(after?.uid).toBe(before?.uid)
  expect(after?.startDate.toString()).toBe('2027-01-15')
})

test('of a restricted task the calendar holds its number alone', () => {
  const events = eventsOf(
    writeFeed(
      [
        milestone({ restrictedCode: 'A-01' }),
        milestone({ subject: 'difficulty', id: 'd', facts: { title: '尾款', unit: '住建局' }, restrictedCode: 'A-01' }),
      ],
      'zh',
      NOW,
    ),
  )
  expect(events.map(({ summary }) => summary)).toEqual([
    '节点：…（A-01 限阅任务）',
    '答复困难：限阅任务 A-01（住建局提出）',
  ])
})

test('no text of a title breaks the calendar: commas, semicolons, line breaks, length', () => {
  const title = `厂房；a,b;c\\d\nEND:VEVENT\r\n${'长'.repeat(200)}𠮷`
  const text = writeFeed([milestone({ facts: { code: 'A-01', title, milestone: '完工' } })], 'en', NOW)
  const [event, ...rest] = eventsOf(text)
  expect(rest).toEqual([])
  expect(event?.summary).toBe(`Milestone: 完工 (A-01 ${title.replace('\r\n', '\n')})`)
  const bytes = new TextEncoder()
  expect(text.split('\r\n').filter((line) => bytes.encode(line).length > 75)).toEqual([])
})

test.each([
  ['milestone', { personId: 'worker', unitIds: [] }, true],
  ['milestone', { personId: 'leader', unitIds: [] }, true],
  ['milestone', { personId: 'head', unitIds: ['works'] }, true],
  ['milestone', { personId: 'other', unitIds: ['schools'] }, false],
  ['acknowledgement', { personId: 'leader', unitIds: [] }, false],
  ['acknowledgement', { personId: 'head', unitIds: ['works'] }, true],
] as const)('a %s is in the calendar of %j: %s', (subject, owner, own) => {
  const belonging: FeedBelonging = { subject, unitId: 'works', leaderId: 'leader', assigneeId: 'worker' }
  expect(isOwn(belonging, owner)).toBe(own)
})
