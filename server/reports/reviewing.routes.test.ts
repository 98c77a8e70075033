import { describe, expect, test } from 'vitest'
import { AFTER_WINDOW, reporting } from '#test/reporting.ts'

type Reporting = Awaited<ReturnType<typeof reporting>>

/** One task, filled, signed by the head; with the claims given. */
async function signed(district: Reporting, changes: (milestoneIds: string[]) => object = () => ({})) {
  const task = await district.task('标准厂房 12 万平方米')
  expect((await district.fill(task.id, changes(task.milestoneIds))).status).toBe(200)
  expect((await district.head.post(`${district.sheetPath()}/signature`)).status).toBe(200)
  const { entryId, version } = await district.row(task.id)
  return { ...task, entryId, version }
}
const claimFirst = ([first]: string[]) => ({ claimedMilestoneIds: [first], evidence: ['监理月报'] })
const journalOf = async (district: Reporting, action: string) =>
  (await district.journal()).filter((entry) => entry.action === action)

describe('a milestone counts only when accepted', () => {
  test('it waits after the signature, counts on the day of the claim, and the light comes in the same answer', async () => {
    const district = await reporting()
    const { id, entryId, version, milestoneIds } = await signed(district, claimFirst)
    const milestone = () =>
      district.db
        .selectFrom('milestone')
        .select(['state', 'submittedOn', 'doneOn'])
        .where('id', '=', milestoneIds[0] ?? '')
        .executeTakeFirst()
    expect(await milestone()).toEqual({ state: 'submitted', submittedOn: '2026-09-28', doneOn: null })
    expect((await district.light(id)).actualShare).toBeNull()
    expect(await district.light(id)).toMatchObject({ light: 'yellow', why: [{ code: 'waiting_acceptance' }] })
    district.clock.now = new Date('2026-10-12T10:00:00+08:00')
    const answer = await district.office.post('/api/report-reviews', {
      rows: [{ entryId, version }],
      decision: 'accept',
    })
    expect(answer.body).toMatchObject({ done: [{ id: entryId, taskId: id, state: 'accepted' }], refused: [] })
    expect(await milestone()).toEqual({ state: 'accepted', submittedOn: '2026-09-28', doneOn: '2026-09-28' })
    expect(await district.light(id)).toMatchObject({ light: answer.body.done[0].light, actualShare: 60 })
    expect(await journalOf(district, 'milestone.accepted')).toMatchObject([
      { subjectId: id, before: { state: 'submitted' }, after: { state: 'accepted', doneOn: '2026-09-28' } },
    ])
  })
  test('a claim without evidence keeps the sheet from being signed', async () => {
    const district = await reporting()
    const task = await district.task('一')
    const answer = await district.fill(task.id, { claimedMilestoneIds: [task.milestoneIds[0]] })
    expect(answer.body.problems).toMatchObject([{ code: 'no_evidence', weight: 'blocks' }])
    expect((await district.head.post(`${district.sheetPath()}/signature`)).status).toBe(422)
  })
})

describe('the office decides', () => {
  test('a returned row comes back with its reason, its claim is open again, and it can be signed again', async () => {
    const district = await reporting()
    const { id, entryId, version, milestoneIds } = await signed(district, claimFirst)
    const answer = await district.office.post('/api/report-reviews', {
      rows: [{ entryId, version }],
      decision: 'return',
      reason: 'noEvidence',
      note: '请附封顶照片',
    })
    expect(answer.body.done).toMatchObject([{ state: 'returned' }])
    expect(await district.sheet()).toMatchObject({ state: 'returned', prepared: null, signAgainBy: '2026-10-14' })
    expect(await district.row(id)).toMatchObject({
      state: 'returned',
      checked: false,
      returned: { reason: 'noEvidence', note: '请附封顶照片', on: '2026-09-28' },
      milestones: [{ id: milestoneIds[0], state: 'pending' }, {}],
    })
    expect((await district.head.post(`${district.sheetPath()}/signature`)).status).toBe(422)
    await district.fill(id, { evidence: ['封顶照片'] })
    expect((await district.head.post(`${district.sheetPath()}/signature`)).body).toMatchObject({
      state: 'submitted',
      claimedCount: 1,
    })
    expect(await district.row(id)).toMatchObject({ state: 'submitted', returned: null })
  })
  test('a row named twice in one request is decided and recorded once', async () => {
    const district = await reporting()
    const { id, entryId, version } = await signed(district, claimFirst)
    const rows = [
      { entryId, version },
      { entryId, version },
    ]
    const answer = await district.office.post('/api/report-reviews', { rows, decision: 'accept' })
    expect(answer.body).toMatchObject({ done: [{ id: entryId, taskId: id }], refused: [] })
    expect(answer.body.done).toHaveLength(1)
    expect(await journalOf(district, 'report.accepted')).toHaveLength(1)
  })
  test('never on a row one wrote or signed', async () => {
    const district = await reporting()
    const post = { organizationId: district.organizationId, role: 'supervisionOffice' as const }
    await district.db
      .insertInto('post')
      .values({ ...post, personId: district.liaison.id })
      .execute()
    const { entryId, version } = await signed(district)
    const decision = { rows: [{ entryId, version }], decision: 'accept' }
    expect((await district.liaison.post('/api/report-reviews', decision)).body).toMatchObject({
      done: [],
      refused: [{ id: entryId, code: 'report_author_accepts', message: expect.stringContaining('另一位') }],
    })
    expect(await journalOf(district, 'report.accepted')).toEqual([])
    expect((await district.office.post('/api/report-reviews', decision)).body.done).toHaveLength(1)
  })
  test('each row for itself: one refusal stops none of the others, and nothing is decided twice', async () => {
    const district = await reporting()
    const { entryId, version } = await signed(district)
    const unknown = '00000000-0000-4000-8000-000000000000'
    const decision = {
      rows: [
        { entryId: unknown, version: 1 },
        { entryId, version },
      ],
      decision: 'accept',
    }
    expect((await district.office.post('/api/report-reviews', decision)).body).toMatchObject({
      done: [{ id: entryId }],
      refused: [{ id: unknown, code: 'not_found' }],
    })
    expect((await district.officeToo.post('/api/report-reviews', decision)).body.refused).toMatchObject([
      { code: 'not_found' },
      { code: 'row_not_submitted' },
    ])
  })
  test('a return without a reason is refused and changes nothing', async () => {
    const district = await reporting()
    const { id, entryId, version } = await signed(district)
    const before = await district.journal()
    const answer = await district.office.post('/api/report-reviews', {
      rows: [{ entryId, version }],
      decision: 'return',
    })
    expect(answer).toMatchObject({ status: 422, body: { code: 'return_reason_missing' } })
    expect((await district.row(id)).state).toBe('submitted')
    expect(await district.journal()).toEqual(before)
  })
})

describe('the window', () => {
  test('before it opens nothing is written, and the sentence says when', async () => {
    const district = await reporting({ at: new Date('2026-09-23T10:00:00+08:00') })
    const task = await district.task('一')
    const answer = await district.liaison.put(district.rowPath(task.id), { version: 0, changes: { actualShare: 1 } })
    expect(answer).toMatchObject({ status: 409, body: { code: 'window_not_open', facts: { opensOn: '2026-09-24' } } })
  })
  test('after it closes an unsigned sheet is missed', async () => {
    const district = await reporting()
    const task = await district.task('一')
    await district.fill(task.id)
    district.clock.now = AFTER_WINDOW
    expect(await district.sheet()).toMatchObject({ state: 'missed', period: { workdaysLeft: -1 } })
    for (const answer of [
      await district.head.post(`${district.sheetPath()}/signature`),
      await district.liaison.put(district.rowPath(task.id), { version: 1, changes: { actualShare: 1 } }),
    ])
      expect(answer).toMatchObject({
        status: 409,
        body: { code: 'window_closed', message: expect.stringContaining('2026-10-14') },
      })
    expect(await journalOf(district, 'sheet.signed')).toEqual([])
  })
  test('a row returned after it can be signed again for three working days', async () => {
    const district = await reporting()
    const { id, entryId, version } = await signed(district)
    district.clock.now = new Date('2026-10-15T10:00:00+08:00')
    await district.office.post('/api/report-reviews', {
      rows: [{ entryId, version }],
      decision: 'return',
      reason: 'form',
    })
    expect((await district.sheet()).signAgainBy).toBe('2026-10-20')
    district.clock.now = new Date('2026-10-21T10:00:00+08:00')
    const late = await district.fill(id)
    expect(late).toMatchObject({ status: 409, body: { code: 'sign_again_closed' } })
    district.clock.now = new Date('2026-10-20T10:00:00+08:00')
    await district.fill(id)
    expect((await district.head.post(`${district.sheetPath()}/signature`)).status).toBe(200)
  })
  test('a task that came after the signature is reported where the office returns another row, not where it took all', async () => {
    const district = await reporting()
    const { entryId, version } = await signed(district)
    const later = await district.task('迟来的任务')
    const review = (decision: object) =>
      district.office.post('/api/report-reviews', { rows: [{ entryId, version }], ...decision })
    expect(await district.fill(later.id)).toMatchObject({ status: 409, body: { code: 'sheet_not_editable' } })
    await review({ decision: 'return', reason: 'form' })
    expect(await district.fill(later.id)).toMatchObject({ status: 200, body: { state: 'draft' } })
  })
  test('the latest of several returns is what the working days are counted from', async () => {
    const district = await reporting()
    const [first, second] = [await district.task('一'), await district.task('二')]
    for (const { id } of [first, second]) await district.fill(id)
    await district.head.post(`${district.sheetPath()}/signature`)
    for (const [day, { id }] of [
      ['2026-10-15', first],
      ['2026-10-19', second],
    ] as const) {
      district.clock.now = new Date(`${day}T10:00:00+08:00`)
      expect(await returned(district, id)).toBe(200)
    }
    district.clock.now = new Date('2026-10-22T10:00:00+08:00')
    expect((await district.sheet()).signAgainBy).toBe('2026-10-22')
    expect((await district.fill(first.id)).status).toBe(200)
  })
  test('a returned row that went to another unit with its task opens that unit’s sheet, and its former unit’s no more', async () => {
    const district = await reporting()
    const { id } = await district.task('移交的任务')
    const taken = await district.task('留下的任务')
    for (const one of [id, taken.id]) await district.fill(one)
    await district.head.post(`${district.sheetPath()}/signature`)
    await review(district, taken.id, { decision: 'accept' })
    expect(await returned(district, id)).toBe(200)
    await district.db
      .insertInto('reportSheet')
      .values({
        organizationId: district.organizationId,
        periodId: district.third,
        unitId: district.finance,
        signedAt: district.clock.now,
        signedBy: district.head.id,
      })
      .execute()
    const own = await district.task('财政局迟来的任务', district.finance)
    const path = `${district.sheetPath(district.third, district.finance)}/rows/${own.id}`
    const write = () => district.neighbour.put(path, { version: 0, changes: { actualShare: 10 } })
    expect(await write()).toMatchObject({ status: 409, body: { code: 'sheet_not_editable' } })
    await district.db.updateTable('task').set({ leadUnitId: district.finance }).where('id', '=', id).execute()
    expect(await write()).toMatchObject({ status: 200, body: { state: 'draft' } })
    const later = await district.task('工信局迟来的任务')
    expect(await district.sheet()).toMatchObject({ state: 'accepted' })
    expect(await district.fill(later.id)).toMatchObject({
      status: 409,
      body: { code: 'sheet_not_editable', facts: { state: '@sheet.accepted' } },
    })
  })
})

async function review(district: Reporting, taskId: string, decision: object): Promise<number> {
  const { entryId, version } = await district.row(taskId)
  const { status } = await district.office.post('/api/report-reviews', { rows: [{ entryId, version }], ...decision })
  return status
}
const returned = (district: Reporting, taskId: string) =>
  review(district, taskId, { decision: 'return', reason: 'form' })
