import { expect, test } from 'vitest'
import { DEFAULT_RULES } from '#domain/channels/rules.ts'
import { NOON, serve, world } from '#test/world.ts'
import { at, channelDistrict } from '#test/world.channels.ts'
import type { Channel } from './channel.ts'

const nowhere: Channel = { send: () => Promise.resolve() }
const KEY = 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6-secret-e4bf'

/** People at a server that can send mail and to WeCom. */
async function reachable() {
  const w = await world()
  const { hands } = await serve(w.db, { now: NOON }, { channels: { email: nowhere, weCom: nowhere } })
  const at = (person: { id: string; secret: string | null }) => ({ id: person.id, ...hands(person.secret) })
  const unit = await w.unit('科工信局')
  return {
    ...w,
    head: at(await w.person('梁志恒', 'unitHead', unit)),
    office: at(await w.person('林晓岚', 'supervisionOffice')),
  }
}

test('a person chooses within what the office allows and the server can do, and gives it up again', async () => {
  const { head, office, journal } = await reachable()
  const path = '/api/account/channels'
  const mail = { address: 'liang@example.gov.cn' }
  expect((await head.put(`${path}/sms`, { address: '13800000000' })).body).toMatchObject({ code: 'channel_closed' })
  expect((await head.put(`${path}/weCom`, { address: KEY })).body).toMatchObject({ code: 'channel_closed' })
  expect((await head.put(`${path}/email`, mail)).status).toBe(200)
  await office.put('/api/delivery-rules', { ...DEFAULT_RULES, allowed: ['email', 'weCom', 'sms'] })
  expect((await head.put(`${path}/sms`, { address: '13800000000' })).body).toMatchObject({ code: 'channel_closed' })
  expect((await head.put(`${path}/weCom`, { address: KEY })).status).toBe(200)
  const shown = ({ body }: { body: any }) => body.items.map((one: any) => [one.channel, one.open, one.shown])
  expect(shown(await head.get(path))).toEqual([
    ['email', true, 'li…@example.gov.cn'],
    ['weCom', true, '…e4bf'],
    ['dingTalk', false, null],
    ['feishu', false, null],
    ['sms', false, null],
  ])
  expect(shown(await office.get(path)).every(([, , address]: [string, boolean, unknown]) => address === null)).toBe(
    true,
  )
  expect((await head.delete(`${path}/email`)).status).toBe(200)
  expect((await head.delete(`${path}/email`)).status).toBe(404)
  expect((await journal()).map(({ action }) => action)).toEqual([
    'channel.chosen',
    'deliveryRules.changed',
    'channel.chosen',
    'channel.dropped',
  ])
})

test.each([
  ['email', 'liang'],
  ['weCom', 'https://10.0.0.8/admin'],
  ['weCom', 'https://oapi.dingtalk.com/robot/send?access_token=t'],
  ['weCom', 'http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k'],
])('%s: %s is refused as an address', async (channel, address) => {
  const { head, office } = await reachable()
  await office.put('/api/delivery-rules', { ...DEFAULT_RULES, allowed: ['email', 'weCom'] })
  expect((await head.put(`/api/account/channels/${channel}`, { address })).body).toMatchObject({
    code: 'channel_address',
  })
})

test('an address, a key and a secret are answered to nobody and are not in the journal', async () => {
  const { head, office, journal } = await reachable()
  await office.put('/api/delivery-rules', { ...DEFAULT_RULES, allowed: ['weCom'] })
  const chosen = await head.put('/api/account/channels/weCom', { address: KEY, secret: 'SEC-own' })
  const said = [chosen.body, (await head.get('/api/account/channels')).body, await journal()]
  expect(JSON.stringify(said)).not.toMatch(/693a91f6|SEC-own/)
  expect(JSON.stringify(said)).toContain('…e4bf')
})

test('a change of address goes to what is on its way as well; a channel given up gets nothing more', async () => {
  const { head, db, tells, plan, send, choose, deliveries } = await channelDistrict()
  await choose(head, 'email', 'old@example.gov.cn')
  await tells(head, 'difficultyRing', '尾款')
  await plan()
  await db.updateTable('personChannel').set({ address: 'new@example.gov.cn' }).execute()
  const to: string[] = []
  const email: Channel = { send: async ({ address }) => void to.push(address) }
  await send({ email })
  expect(to).toEqual(['new@example.gov.cn'])
  await tells(head, 'difficultyRing', '用地')
  await plan()
  await head.delete('/api/account/channels/email')
  await send({ email })
  expect(to).toHaveLength(1)
  expect((await deliveries()).map(({ state }) => state).sort()).toEqual(['delivered', 'failed'])
})

test('the office and the system administrator see what went out and what did not, page by page, and not what it said', async () => {
  const { head, liaison, office, tells, plan, send, choose, clock } = await channelDistrict()
  await choose(head, 'email', 'liang@example.gov.cn')
  await choose(liaison, 'email', 'gao@example.gov.cn')
  for (const who of [head, liaison]) await tells(who, 'difficultyRing', '尾款')
  await plan()
  await send({ email: nowhere })
  clock.now = at('09:00')
  await tells(head, 'difficultyRing', '用地')
  await plan()
  await send({})
  const listed = async (query: string) => (await office.get(`/api/deliveries?${query}`)).body
  const { items } = await listed('state=waiting')
  expect(items).toMatchObject([
    { person: '梁志恒', channel: 'email', address: '…', attempts: 1, lastError: 'notConfigured', messageCount: 1 },
  ])
  const first = await listed('limit=2')
  const second = await listed(`limit=2&after=${first.next}`)
  expect([...first.items, ...second.items].map(({ state }) => state)).toEqual(['waiting', 'delivered', 'delivered'])
  expect(second.next).toBeNull()
  expect(JSON.stringify([first, second])).not.toMatch(/尾款|example/)
})

test('own quiet hours add to the office’s and must leave time to be reached; nobody else’s change', async () => {
  const { head, office, journal } = await reachable()
  const path = '/api/account/quiet-hours'
  const noon = { quietFrom: '12:00', quietTo: '14:00', workdaysOnly: true }
  expect((await head.get('/api/account/channels')).body.own).toBeNull()
  expect((await head.put(path, noon)).status).toBe(200)
  expect((await head.put(path, { ...noon, quietFrom: '08:00', quietTo: '20:00' })).body).toMatchObject({
    code: 'quiet_too_long',
    facts: { hours: 2 },
  })
  expect((await head.get('/api/account/channels')).body.own).toEqual(noon)
  expect((await office.get('/api/account/channels')).body.own).toBeNull()
  expect((await journal()).map(({ action }) => action)).toEqual(['quietHours.set'])
})

test('what comes in somebody’s own quiet hours goes out after them, once, and to everybody else at once', async () => {
  const { head, liaison, tells, plan, choose, clock, deliveries } = await channelDistrict()
  for (const who of [head, liaison]) await choose(who, 'email', `${who.id}@example.gov.cn`)
  await head.put('/api/account/quiet-hours', { quietFrom: '12:00', quietTo: '14:00', workdaysOnly: false })
  clock.now = at('12:30')
  for (const who of [head, liaison]) await tells(who, 'difficultyRing', '尾款')
  await plan()
  expect(await deliveries()).toHaveLength(1)
  clock.now = at('13:59')
  await plan()
  expect(await deliveries()).toHaveLength(1)
  clock.now = at('14:00')
  await plan()
  await plan()
  expect(await deliveries()).toHaveLength(2)
})
