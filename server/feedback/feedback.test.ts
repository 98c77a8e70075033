import { expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'

const LATE = { kind: 'complaint', text: '同一件事一个月催了三遍，材料要了两回' }

async function written(body: object = LATE) {
  const d = await district()
  const made = await d.assignee.post('/api/feedback', body)
  const list = async (who = d.office, query = '') => (await who.get(`/api/feedback${query}`)).body
  const path = `/api/feedback/${made.body.id}`
  const answer = (who = d.office) => who.post(`${path}/answer`, { words: '今后一事一催，材料一次要齐。' })
  const told = async (who = d.assignee) =>
    (await who.get('/api/messages')).body.items.filter(({ kind }: { kind: string }) => kind.startsWith('feedback'))
  return { ...d, made, path, list, answer, told }
}

test('what somebody writes is read by them and the office alone, with who wrote it and for which unit', async () => {
  const { made, path, list, office, assignee, head, leader, principal, units, db, organizationId } = await written()
  expect(made.status).toBe(201)
  const own = { ...LATE, unit: { id: units.lead, name: '科工信局' }, writtenBy: { id: assignee.id }, answer: null }
  expect((await list()).items).toMatchObject([{ ...own, task: null, mayAnswer: true, workdaysWaited: 0 }])
  expect((await list(assignee)).items).toMatchObject([{ ...own, mayAnswer: false }])
  for (const other of [head, leader, principal]) {
    expect((await list(other)).items).toEqual([])
    expect((await other.get(path)).status).toBe(404)
  }
  expect((await office.get(path)).body).toMatchObject(own)
  const [entry] = await db
    .selectFrom('journalEntry')
    .select(['action', 'after'])
    .where('organizationId', '=', organizationId)
    .where('subjectType', '=', 'feedback')
    .execute()
  expect(entry).toMatchObject({ action: 'feedback.written', after: { ...LATE, taskId: null } })
})

test('the office answers once; the answer comes to the writer, and the office heard of what was written', async () => {
  const { answer, told, office, officer, assignee, head, list, path } = await written()
  expect(await told(office)).toMatchObject([{ kind: 'feedbackWritten', facts: { by: '韩磊', words: LATE.text } }])
  expect((await answer(assignee)).body.code).toBe('not_allowed')
  expect((await answer(head)).body.code).toBe('not_allowed')
  expect((await answer()).status).toBe(201)
  expect((await answer(officer)).body.code).toBe('feedback_answered')
  const said = '今后一事一催，材料一次要齐。'
  expect(await told()).toMatchObject([
    { kind: 'feedbackAnswered', facts: { answer: said }, subject: { type: 'feedback' } },
  ])
  expect((await assignee.get(path)).body.answer).toMatchObject({ words: said, by: { id: office.id } })
  expect((await list(office, '?show=open')).items).toEqual([])
  expect((await list(office, '?show=answered')).counts).toEqual({ open: 0, answered: 1, all: 1 })
})

test('nobody of the office answers what they wrote themselves, nor is told of it', async () => {
  const { office, officer, told } = await written()
  const own = await office.post('/api/feedback', { kind: 'suggestion', text: '立项表可以再短些' })
  const path = `/api/feedback/${own.body.id}/answer`
  expect((await office.post(path, { words: '好' })).body.code).toBe('feedback_own')
  expect(await told(office)).toHaveLength(1)
  expect(await told(officer)).toHaveLength(2)
  expect((await officer.post(path, { words: '下季度改' })).status).toBe(201)
})

test('it may be about a task the writer sees; without words, or about another’s task, it is refused', async () => {
  const { inProgress, units, assignee, otherHead, list, clock } = await written()
  clock.now = new Date(clock.now.getTime() + 60_000)
  const task = await inProgress()
  const body = { kind: 'suggestion', text: '节点可以合并', taskId: task.id }
  expect((await otherHead.post('/api/feedback', body)).status).toBe(404)
  expect((await assignee.post('/api/feedback', { ...body, text: '  ' })).status).toBe(400)
  expect((await assignee.post('/api/feedback', body)).status).toBe(201)
  const about = (await list()).items.map((one: { task: unknown }) => one.task)
  expect(about).toEqual([{ id: task.id, code: task.code, title: expect.any(String) }, null])
  expect((await list(assignee, '?kind=complaint')).counts.all).toBe(1)
  expect((await list(assignee, `?unitId=${units.other}`)).counts.all).toBe(0)
})

test('what waits longest comes first; pages follow each other without a gap', async () => {
  const { office, assignee, clock, list } = await written()
  for (const text of ['第二条', '第三条']) {
    clock.now = new Date(clock.now.getTime() + 60_000)
    await assignee.post('/api/feedback', { kind: 'suggestion', text })
  }
  const open = ['?show=open&limit=2', '?show=all&limit=2'].map(async (query) => {
    const first = await list(office, query)
    const second = await list(office, `${query}&after=${encodeURIComponent(first.next)}`)
    expect(second.next).toBeNull()
    return [...first.items, ...second.items].map(({ text }: { text: string }) => text)
  })
  expect(await Promise.all(open)).toEqual([
    [LATE.text, '第二条', '第三条'],
    ['第三条', '第二条', LATE.text],
  ])
})

test('ten answers at the same moment: one is given, the others are told that it was', async () => {
  const { answer, told } = await written()
  const answers = await Promise.all(Array.from({ length: 10 }, () => answer()))
  const said = answers.map(({ status, body }) => String(body.code ?? status)).sort()
  expect(said).toEqual(['201', ...Array(9).fill('feedback_answered')])
  expect(await told()).toHaveLength(1)
})
