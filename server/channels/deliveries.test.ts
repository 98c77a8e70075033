import { expect, test } from 'vitest'
import { mailServer } from '#test/mail.ts'
import { at, channelDistrict } from '#test/world.channels.ts'
import type { Channels } from './channel.ts'
import { smtp } from './smtp.ts'

const FROM = 'board@qingyuan.example.cn'
const HEAD = 'liang@qingyuan.example.cn'

async function mailed(...meets: Parameters<typeof mailServer>) {
  const w = await channelDistrict()
  const mail = await mailServer(...meets)
  await w.choose(w.head, 'email', HEAD)
  const channels: Channels = { email: smtp({ url: mail.url, from: FROM }) }
  return { ...w, letters: mail.letters, channels, sendNow: () => w.send(channels) }
}

test('what is not urgent goes out once, as one letter for a person, at the summary’s hour', async () => {
  const { tells, head, plan, sendNow, letters, clock, deliveries } = await mailed()
  await tells(head, 'difficultySolved', '尾款')
  await tells(head, 'difficultySolved', '用地')
  await plan()
  expect(await deliveries()).toEqual([])
  clock.now = at('08:30')
  await plan()
  await sendNow()
  await plan()
  await sendNow()
  expect(letters.map(({ to, subject }) => ({ to, subject }))).toEqual([
    { to: [HEAD], subject: '测试区督查事项汇总（2026-11-20，2 项）' },
  ])
  expect(letters[0]?.body.replaceAll('\r\n', '\n').trim()).toBe(
    '梁志恒：\n1. 困难报告已解决，请确认：尾款。\n2. 困难报告已解决，请确认：用地。',
  )
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 1, digestOn: '2026-11-20' }])
})

test('what is told after the summary’s hour waits for the next working day', async () => {
  const { tells, head, plan, clock, deliveries } = await mailed()
  clock.now = at('09:00')
  await tells(head, 'difficultySolved', '尾款')
  for (const [time, on] of [
    ['09:01', '2026-11-20'],
    ['10:00', '2026-11-21'],
    ['08:29', '2026-11-23'],
  ] as const) {
    clock.now = at(time, on)
    await plan()
    expect(await deliveries()).toEqual([])
  }
  clock.now = at('11:00', '2026-11-23')
  await plan()
  expect(await deliveries()).toMatchObject([{ digestOn: '2026-11-23' }])
})

test('a day has one summary: what was told before its hour and comes late waits for the next', async () => {
  const { tells, head, plan, clock, deliveries } = await mailed()
  await tells(head, 'difficultySolved', '尾款')
  clock.now = at('08:30')
  await plan()
  clock.now = at('08:20')
  await tells(head, 'difficultySolved', '用地')
  clock.now = at('08:31')
  await plan()
  expect(await deliveries()).toHaveLength(1)
  clock.now = at('08:30', '2026-11-23')
  await plan()
  expect(await deliveries()).toHaveLength(2)
})

test('what is urgent goes out at once, but not at night', async () => {
  const { tells, head, plan, clock, deliveries } = await mailed()
  clock.now = at('20:00', '2026-11-19')
  await tells(head, 'difficultyRing', '尾款')
  await plan()
  clock.now = at('07:59')
  await plan()
  expect(await deliveries()).toEqual([])
  clock.now = at('08:00')
  await plan()
  expect(await deliveries()).toMatchObject([{ digestOn: null, channel: 'email' }])
})

test('what somebody has read already, or has no channel for, goes nowhere and is not kept for later', async () => {
  const { tells, head, liaison, plan, clock, deliveries, choose, db } = await mailed()
  await tells(head, 'difficultyRing', '尾款')
  await tells(liaison, 'difficultyRing', '用地')
  await db
    .updateTable('message')
    .set({ readAt: at('08:01') })
    .where('personId', '=', head.id)
    .execute()
  clock.now = at('08:02')
  await plan()
  await choose(liaison, 'email', 'gao@qingyuan.example.cn')
  await plan()
  expect(await deliveries()).toEqual([])
})

test('a channel that the office does not allow is not used', async () => {
  const { tells, head, plan, choose, deliveries } = await mailed()
  await choose(head, 'sms', '13800000000')
  await tells(head, 'difficultyRing', '尾款')
  await plan()
  expect(await deliveries()).toMatchObject([{ channel: 'email' }])
})

test('two processes that send at once send nothing twice', async () => {
  const { tells, head, liaison, leader, choose, plan, sendNow, letters } = await mailed()
  for (const who of [liaison, leader]) await choose(who, 'email', `${who.id}@qingyuan.example.cn`)
  for (const who of [head, liaison, leader]) await tells(who, 'difficultyRing', '尾款')
  await Promise.all([plan(), plan()])
  await Promise.all([sendNow(), sendNow(), sendNow()])
  expect(letters).toHaveLength(3)
  expect(new Set(letters.map(({ id }) => id)).size).toBe(3)
})

test('a server that dies between sending and noting sends again under the same key, and not before the attempt is over', async () => {
  const { tells, head, plan, sendNow, letters, clock, deliveries, db } = await mailed()
  await tells(head, 'difficultyRing', '尾款')
  await plan()
  await sendNow()
  // What the note would have changed, as a crash leaves it.
  await db.updateTable('messageDelivery').set({ state: 'waiting', deliveredAt: null }).execute()
  await sendNow()
  expect(letters).toHaveLength(1)
  clock.now = at('08:02')
  await sendNow()
  expect(letters).toHaveLength(2)
  const [first, again] = letters.map(({ id }) => id)
  expect(again).toBe(first)
  expect(first).toContain((await deliveries())[0]?.id)
})

test('what is refused is tried again after growing pauses, arrives once the receiver takes it, or is given up and logged', async () => {
  let refusing = true
  const { tells, head, plan, sendNow, letters, clock, deliveries, failures } = await mailed(() => {
    if (refusing) throw new Error('451 busy')
  })
  await tells(head, 'difficultyRing', '尾款')
  await plan()
  await sendNow()
  await sendNow()
  expect(await deliveries()).toMatchObject([{ state: 'waiting', attempts: 1, lastError: 'rejected' }])
  const pause = (minutes: number) => (clock.now = new Date(clock.now.getTime() + minutes * 60_000))
  pause(1)
  refusing = false
  await sendNow()
  expect(letters).toHaveLength(1)
  expect(await deliveries()).toMatchObject([{ state: 'delivered', attempts: 2, lastError: null }])

  refusing = true
  await tells(head, 'difficultyRing', '用地')
  await plan()
  for (const minutes of [0, 1, 5, 15, 60, 240, 720, 9999]) {
    pause(minutes)
    await sendNow()
  }
  expect((await deliveries())[1]).toMatchObject({ state: 'failed', attempts: 7, lastError: 'rejected' })
  expect(failures.map(({ givenUp }) => givenUp)).toEqual([false, ...Array(6).fill(false), true])
})

test('a server that is not there, a channel that is not configured and one that was given up are told apart', async () => {
  const { tells, head, liaison, choose, plan, send, deliveries, db } = await mailed()
  await tells(head, 'difficultyRing', '尾款')
  await plan()
  await send({})
  expect(await deliveries()).toMatchObject([{ lastError: 'notConfigured', state: 'waiting' }])
  await choose(liaison, 'email', 'gao@qingyuan.example.cn')
  await tells(liaison, 'difficultyRing', '用地')
  await plan()
  await send({ email: smtp({ url: 'smtp://127.0.0.1:1', from: FROM }) })
  const errors = (await deliveries()).map(({ lastError }) => lastError)
  expect(new Set(errors)).toEqual(new Set(['notConfigured', 'unreachable']))
  await db.deleteFrom('personChannel').execute()
  await db
    .updateTable('messageDelivery')
    .set({ nextTryAt: at('08:00') })
    .execute()
  await send({})
  expect(await deliveries()).toMatchObject(Array(2).fill({ lastError: 'switchedOff', state: 'failed' }))
})

test('of a restricted task a letter says the number alone, also where the task became restricted after it was told', async () => {
  const { db, registered, office, units, head, plan, sendNow, letters, clock, choose } = await mailed()
  const { id, code } = await registered({ title: '某专项整治' })
  await office.post(`/api/tasks/${id}/assignment`)
  await db.updateTable('task').set({ restricted: true }).where('id', '=', id).execute()
  await choose(office, 'email', 'lin@qingyuan.example.cn')
  const declined = { reason: '不是本单位的职责', suggestedUnitId: units.other, legalBasis: '“三定”规定' }
  expect((await head.post(`/api/tasks/${id}/decline`, declined)).status).toBe(200)
  const complaint = { kind: 'complaint', text: '摸底名单给得太晚', taskId: id }
  expect((await head.post('/api/feedback', complaint)).status).toBe(201)
  clock.now = at('09:00', '2026-11-23')
  await plan()
  await sendNow()
  const said = letters.map(({ body }) => body).join('\n')
  expect(said).toContain(`${code} 限阅任务`)
  expect(said).toContain('写来投诉建议，请答复：…')
  expect(said).not.toMatch(/某专项整治|不是本单位|摸底名单/)
})

test('of a restricted directive a letter says the number alone, to whoever it goes', async () => {
  const { principal, leader, office, units, pillars, plan, sendNow, letters, clock, choose } = await mailed()
  for (const who of [principal, leader]) await choose(who, 'email', `${who.id}@qingyuan.example.cn`)
  const written = { writerId: principal.id, writtenOn: '2026-11-19', text: '彻查某专项资金', urgency: 'urgent' }
  const assignment = { leadUnitIds: [units.lead], leaderId: leader.id, pillarId: pillars.industry.id }
  expect((await office.post('/api/directives', { ...written, restricted: true })).status).toBe(201)
  expect((await office.post('/api/directives', { ...written, restricted: true, assignment })).status).toBe(201)
  clock.now = at('09:00', '2026-11-23')
  await plan()
  await sendNow()
  const said = letters.map(({ body }) => body).join('\n')
  expect(said).toMatch(/您的批示已登记为第1号（2026年，2026-11-\d\d 前报告）：限阅批示 2026-1/)
  expect(said).toContain('沈书记的批示已交科工信局办理')
  expect(said).not.toContain('彻查')
})
