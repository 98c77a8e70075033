import { expect, test } from 'vitest'
import { URGE_PRESETS } from '#domain/urging/rules.ts'
import { measurePaper } from '#test/paper.ts'
import { morning, urgingDistrict } from '#test/world.urging.ts'

/** A district whose first milestone has been overdue since the day before: a blue notice is proposed. */
async function proposing() {
  const w = await urgingDistrict()
  await w.run('2026-11-30')
  const [proposal] = await w.notices(w.office)
  return { ...w, proposal }
}

test('a stage proposes a notice with its reason; only the office sees it, and hears of it once a day', async () => {
  const { proposal, office, head, leader, notices, kinds, taskId, units } = await proposing()
  expect(proposal).toMatchObject({
    level: 'blue',
    state: 'proposed',
    number: null,
    task: { id: taskId },
    milestone: { name: '主体结构封顶' },
    unit: { id: units.lead },
    reason: { code: 'milestoneOverdue', facts: { days: 1, dueOn: '2026-11-27' } },
    answerWithinWorkdays: 3,
  })
  for (const who of [head, leader]) {
    expect(await notices(who)).toEqual([])
    expect((await who.get(`/api/notices/${proposal.id}`)).status).toBe(404)
  }
  expect(await kinds(office)).toEqual(['noticesProposed'])
})

test('the office issues proposals: numbered, with a day for the answer, told to those whom its level concerns', async () => {
  const { proposal, office, head, leader, principal, assignee, notices, told, taskId } = await proposing()
  const { body } = await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  expect(body).toEqual({ done: [proposal.id], refused: [] })
  const [issued] = await notices(head)
  expect(issued).toMatchObject({ number: '测督〔2026〕1号', state: 'issued', answerBy: '2026-12-03', workdaysLeft: 3 })
  expect((await told(assignee)).find(({ kind }) => kind === 'noticeIssued')).toMatchObject({
    kind: 'noticeIssued',
    subject: { type: 'notice', id: proposal.id },
    facts: { number: '测督〔2026〕1号', answerBy: '2026-12-03' },
  })
  expect((await told(leader)).concat(await told(principal))).toEqual([])
  const { items } = (await office.get(`/api/tasks/${taskId}/journal`)).body
  expect(items[0]).toMatchObject({ action: 'notice.issued', personName: '林晓岚' })
})

test('a task’s timeline tells of a notice to those who see the notice, and to nobody else who sees the task', async () => {
  const { proposal, office, head, leader, otherHead: supporter, taskId, db, organizationId, units } = await proposing()
  const since = new Date(morning('2026-11-20'))
  await db
    .insertInto('taskSupport')
    .values({ organizationId, taskId, unitId: units.other, deliverable: '管线迁改图', since })
    .execute()
  const told = async (who: typeof office) => {
    const { items } = (await who.get(`/api/tasks/${taskId}/journal`)).body
    return items.flatMap(({ action }: { action: string }) => (action.startsWith('notice.') ? [action] : []))
  }
  expect(await told(office)).toEqual(['notice.proposed'])
  for (const who of [head, leader, supporter]) expect(await told(who)).toEqual([])
  await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  for (const who of [head, leader]) expect(await told(who)).toEqual(['notice.issued', 'notice.proposed'])
  expect((await supporter.get(`/api/tasks/${taskId}`)).status).toBe(200)
  expect(await told(supporter)).toEqual([])
})

test('numbers follow each other without a gap, whoever issues, and begin anew each year', async () => {
  const { office, officer, inProgress, run, notices, clock, taskId, proposal } = await proposing()
  const more = [await inProgress({ title: '开通智慧园区平台' }), await inProgress({ title: '建成体育公园' })]
  const write = (who: typeof office, id: string) =>
    who.post('/api/notices', { taskId: id, level: 'yellow', reason: '进度落后', answerWithinWorkdays: 2 })
  const written = await Promise.all([
    write(office, more[0]?.id ?? ''),
    write(officer, more[1]?.id ?? ''),
    office.post('/api/notice-issues', { noticeIds: [proposal.id] }),
  ])
  expect(written.map(({ status }) => status)).toEqual([201, 201, 200])
  const numbers = (await notices(office)).map(({ number }: { number: string }) => number)
  expect(numbers.sort()).toEqual(['测督〔2026〕1号', '测督〔2026〕2号', '测督〔2026〕3号'])
  clock.now = new Date(morning('2027-01-05'))
  expect((await write(office, taskId)).body.number).toBe('测督〔2027〕1号')
  await run('2027-01-05')
})

test('the office’s own sign stands before the year', async () => {
  const { office, taskId } = await urgingDistrict()
  const rules = { ...URGE_PRESETS.standard, noticePrefix: '清政督' }
  await office.put('/api/urge-rules', { version: 0, effectiveOn: '2026-10-12', rules })
  const body = { taskId, level: 'red', reason: '拒不落实', answerWithinWorkdays: 2 }
  expect((await office.post('/api/notices', body)).body.number).toBe('清政督〔2026〕1号')
})

test('a notice lives from its number to its close: the head replies, the office closes, each with a message', async () => {
  const { proposal, office, head, liaison, kinds } = await proposing()
  const at = `/api/notices/${proposal.id}`
  await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  expect((await head.get(at)).body).toMatchObject({ steps: ['reply'], heads: [{ name: '梁志恒' }] })
  expect((await head.post(`${at}/reply`, { text: ' ' })).body.code).toBe('notice_words_missing')
  expect((await head.post(`${at}/reply`, { text: '已加派人手，12 月 4 日前封顶' })).body.state).toBe('answered')
  expect((await kinds(office)).sort()).toEqual(['noticeAnswered', 'noticesProposed'])
  expect((await office.get(at)).body).toMatchObject({
    reply: '已加派人手，12 月 4 日前封顶',
    repliedBy: { name: '梁志恒' },
    steps: ['close'],
  })
  expect((await office.post(`${at}/closing`, {})).body.state).toBe('closed')
  expect(await kinds(liaison)).toContain('noticeClosed')
  expect((await office.post(`${at}/closing`, {})).body.code).toBe('notice_wrong_state')
})

test('no reply in time climbs: yellow on the fifth day, red when that is not answered, up to the principal leader', async () => {
  const { run, office, principal, leader, notices, kinds } = await urgingDistrict()
  await run('2026-12-04')
  const [yellow] = await notices(office)
  expect(yellow.level).toBe('yellow')
  await office.post('/api/notice-issues', { noticeIds: [yellow.id] })
  expect((await kinds(leader)).sort()).toEqual(['milestoneOverdue', 'noticeIssued'])
  await run('2026-12-09')
  expect(await notices(office, '&level=red')).toEqual([])
  await run('2026-12-10')
  const [red] = await notices(office, '&level=red')
  expect(red).toMatchObject({
    state: 'proposed',
    reason: { code: 'answerMissing', facts: { number: '测督〔2026〕1号' } },
  })
  await office.post('/api/notice-issues', { noticeIds: [red.id] })
  expect(await kinds(principal)).toEqual(['noticeIssued'])
})

test('a stage that issues by itself does so in the same round', async () => {
  const { office, run, notices, head } = await urgingDistrict()
  const stages = URGE_PRESETS.standard.stages.map((stage) => ({
    ...stage,
    notice: stage.notice && { ...stage.notice, issue: 'automatic' },
  }))
  await office.put('/api/urge-rules', {
    version: 0,
    effectiveOn: '2026-10-12',
    rules: { ...URGE_PRESETS.standard, stages },
  })
  await run('2026-11-30', '2026-12-01')
  expect(await notices(head)).toMatchObject([{ number: '测督〔2026〕1号', issuedOn: '2026-11-30', state: 'issued' }])
  expect((await head.get('/api/messages?group=notice')).body.items).toHaveLength(1)
})

test('what was let fall is not proposed again, and says why', async () => {
  const { proposal, office, run, notices } = await proposing()
  expect((await office.post('/api/notice-dismissals', { noticeIds: [proposal.id], reason: '' })).status).toBe(422)
  await office.post('/api/notice-dismissals', { noticeIds: [proposal.id], reason: '已电话说明' })
  await run('2026-12-01')
  const [fallen, ...others] = await notices(office)
  expect([fallen.state, others.length]).toEqual(['dismissed', 0])
  expect((await office.get(`/api/notices/${proposal.id}`)).body.closeNote).toBe('已电话说明')
})

test('what was submitted in the meantime is not issued, and the next round lets it fall', async () => {
  const { proposal, office, run, notices, milestones, taskId } = await proposing()
  await milestones.acceptAll(taskId)
  const { body } = await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  expect(body).toMatchObject({ done: [], refused: [{ id: proposal.id, code: 'notice_matter_over' }] })
  await run('2026-12-01')
  expect(await notices(office)).toMatchObject([{ state: 'dismissed' }])
})

test('a notice whose milestone was accepted closes by itself', async () => {
  const { proposal, office, run, notices, milestones, taskId, kinds, head } = await proposing()
  await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  await milestones.acceptAll(taskId)
  await run('2026-12-01')
  expect(await notices(head)).toMatchObject([{ state: 'closed' }])
  expect(await kinds(head)).toContain('noticeClosed')
})

test('of a level one open notice for a task, also where the office writes it', async () => {
  const { office, taskId } = await urgingDistrict()
  const body = { taskId, level: 'red', reason: '拒不落实', answerWithinWorkdays: 2 }
  expect((await office.post('/api/notices', body)).status).toBe(201)
  expect((await office.post('/api/notices', body)).body.code).toBe('notice_open_already')
})

test('bulk issuing answers for each: what is not there or issued already stops none of the others', async () => {
  const { proposal, office } = await proposing()
  const missing = '00000000-0000-4000-8000-000000000000'
  const { body } = await office.post('/api/notice-issues', { noticeIds: [proposal.id, missing] })
  expect(body).toMatchObject({ done: [proposal.id], refused: [{ id: missing, code: 'not_found' }] })
  const again = await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  expect(again.body).toMatchObject({ done: [], refused: [{ code: 'notice_wrong_state' }] })
})

test('a unit reads its own notices; leaders what was given, but not of a restricted task that is not theirs', async () => {
  const { office, head, otherHead, leader, principal, inProgress, person, notices } = await urgingDistrict()
  const stranger = await person('何立群', 'leaderInCharge')
  const { id } = await inProgress({ title: '涉企专项', restricted: true })
  await office.post('/api/notices', { taskId: id, level: 'blue', reason: '进度落后', answerWithinWorkdays: 2 })
  const seen = await Promise.all(
    [head, leader, principal, otherHead, stranger].map(async (who) => (await notices(who)).length),
  )
  expect(seen).toEqual([1, 1, 1, 0, 0])
})

test('the list comes in pages and counts every state', async () => {
  const { office, inProgress, run } = await urgingDistrict()
  await inProgress({ title: '开通智慧园区平台' })
  await run('2026-11-30')
  const first = (await office.get('/api/notices?state=proposed&limit=1')).body
  const second = (await office.get(`/api/notices?state=proposed&limit=1&after=${encodeURIComponent(first.next)}`)).body
  expect(new Set([...first.items, ...second.items].map(({ id }) => id)).size).toBe(2)
  expect([second.next, first.counts]).toEqual([null, [{ state: 'proposed', count: 2 }]])
})

test('an issued notice is a paper with its number, reason and day of answer; a proposal is none', async () => {
  const { proposal, office, head, otherHead } = await proposing()
  const path = `/api/notices/${proposal.id}/paper`
  expect((await office.get(path)).status).toBe(404)
  await office.post('/api/notice-issues', { noticeIds: [proposal.id] })
  const { bytes } = await head.get(path)
  const text = measurePaper(bytes)
    .paragraphs.map((paragraph) => paragraph.text)
    .join('\n')
  for (const said of [
    '测督〔2026〕1号',
    '科工信局：',
    '已逾期 1 个工作日',
    '请于2026年12月3日前书面答复',
    '政府工作报告（清府〔2026〕3号）',
  ])
    expect(text).toContain(said)
  expect((await otherHead.get(path)).status).toBe(404)
})
