import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { receiver } from '#test/receiver.ts'
import { type Channel, NotSent } from './channel.ts'
import { isPrivate, post } from './outgoing.ts'
import { dingTalk, feishu, weCom } from './robots.ts'
import { sms } from './sms.ts'

const NOW = new Date('2026-11-20T12:00:00+08:00')
const clock = () => NOW
const SECRET = 'SEC-a-robot-s-own'
const parcel = { key: 'k-1', secret: null, subject: '督查提醒', text: '乔文静：\n1. “尾款”请确认。' }
const failureOf = (sent: Promise<unknown>) =>
  sent.then(
    () => null,
    (error: unknown) => (error instanceof NotSent ? error.failure : error),
  )

test('WeCom takes text, with the key in the address, no longer than it allows', async () => {
  const { got, host, url } = await receiver(() => ({ body: { errcode: 0, errmsg: 'ok' } }))
  const way = weCom({ named: [host], clock })
  await way.send({ ...parcel, address: `${url}/cgi-bin/webhook/send?key=k` })
  expect(got).toMatchObject([{ path: '/cgi-bin/webhook/send', body: { msgtype: 'text' } }])
  expect(got[0]?.query.get('key')).toBe('k')
  expect(got[0]?.body.text.content).toBe('督查提醒\n乔文静：\n1. “尾款”请确认。')
  await way.send({ ...parcel, text: '督'.repeat(3000), address: url })
  const long: string = got[1]?.body.text.content
  expect(Buffer.byteLength(long)).toBeLessThanOrEqual(2048)
  expect(long).toMatch(/督…$/)
})

test('DingTalk’s signature is of the timestamp and the secret, in the query', async () => {
  const { got, host, url } = await receiver(() => ({ body: { errcode: 0 } }))
  await dingTalk({ named: [host], clock }).send({
    ...parcel,
    secret: SECRET,
    address: `${url}/robot/send?access_token=t`,
  })
  const timestamp = String(NOW.getTime())
  const sign = createHmac('sha256', SECRET).update(`${timestamp}\n${SECRET}`).digest('base64')
  expect(Object.fromEntries(got[0]?.query ?? [])).toEqual({ access_token: 't', timestamp, sign })
})

test('Feishu’s signature is keyed by the timestamp and the secret, in the body', async () => {
  const { got, host, url } = await receiver(() => ({ body: { code: 0 } }))
  await feishu({ named: [host], clock }).send({ ...parcel, secret: SECRET, address: `${url}/hook` })
  const timestamp = '1795147200'
  const sign = createHmac('sha256', `${timestamp}\n${SECRET}`).update('').digest('base64')
  expect(got[0]?.body).toMatchObject({ timestamp, sign, msg_type: 'text' })
  expect(got[0]?.body.content.text).toContain('尾款')
})

test.each([
  ['weCom', weCom, { errcode: 93000 }],
  ['dingTalk', dingTalk, { errcode: 310000 }],
  ['feishu', feishu, { code: 19021 }],
  ['feishu', feishu, {}],
] as const)('%s: what is answered with 200 and a number of refusal has not arrived', async (_, way, body) => {
  const { host, url } = await receiver(() => ({ body }))
  const channel: Channel = way({ named: [host], clock })
  expect(await failureOf(channel.send({ ...parcel, address: url }))).toBe('rejected')
})

test('a text message is asked for in the words of the site’s sender, and nothing in it can break out of them', async () => {
  const { got, url } = await receiver()
  const body = '{"mobile":"{to}","params":["{text}"],"id":"{key}"}'
  await sms({ url, body, authorization: 'Bearer t' }).send({
    ...parcel,
    subject: '“尾款”\n","x":"{to}',
    address: '13800000000',
  })
  expect(got[0]?.body).toEqual({ mobile: '13800000000', params: ['“尾款”\n","x":"{to}'], id: 'k-1' })
  expect(got[0]?.headers).toMatchObject({ authorization: 'Bearer t', 'idempotency-key': 'k-1' })
})

test('an inner address is not called unless the configuration names it, by whatever name', async () => {
  const { got, host, url } = await receiver()
  const port = host.split(':')[1]
  const refused = [
    url,
    `https://${host}/`,
    `https://localhost:${port}/`,
    `https://0x7f.1:${port}/`,
    `https://[::1]:${port}/`,
    `https://[::ffff:127.0.0.1]:${port}/`,
  ]
  for (const address of refused) {
    expect({ address, failure: await failureOf(post({ url: address, body: '{}' }, [])) }).toEqual({
      address,
      failure: 'addressRefused',
    })
  }
  expect(got).toEqual([])
  await post({ url, body: '{}' }, [host])
  expect(got).toHaveLength(1)
})

test.each([
  ['10.0.0.1', true],
  ['172.31.255.255', true],
  ['172.32.0.1', false],
  ['169.254.169.254', true],
  ['100.64.0.1', true],
  ['255.255.255.255', true],
  ['223.5.5.5', false],
  ['::1', true],
  ['fd00::1', true],
  ['::ffff:10.0.0.1', true],
  ['64:ff9b::a00:1', true],
  ['2400:3200::1', false],
])('%s is private: %s', (address, is) => {
  expect(isPrivate(address)).toBe(is)
})

test('a redirect is not followed: it could lead inside', async () => {
  const inner = await receiver()
  const outer = await receiver(() => ({ status: 307, headers: { location: inner.url } }))
  expect(await failureOf(post({ url: outer.url, body: '{}' }, [outer.host, inner.host]))).toBe('rejected')
  expect(inner.got).toEqual([])
})
