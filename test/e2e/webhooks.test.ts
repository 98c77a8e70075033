import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { pushDue } from '#server/webhooks/send.ts'
import { receiver } from '#test/receiver.ts'
import { pushing } from '#test/world.webhooks.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

describe.each(BROWSER_KINDS)('webhooks in the %s browser', (kind) => {
  test('the office adds one, keeps its secret, tests it, sends again by hand, and takes it away', async () => {
    const { got, host, url } = await receiver()
    const world = await district({ namedHosts: [host] })
    const push = () => pushDue(pushing(world.db, world.clock, host))
    await world.db.updateTable('webhook').set({ state: 'retired' }).execute()
    const office = await world.as('supervisionOffice', kind, '/organization?part=webhooks')
    await office.waitFor({ text: '还没有推送过。' })
    await office.waitFor({ text: '还没有推送地址' })
    await office.click({ role: 'button', name: '新增推送地址' })
    await office.waitFor({ role: 'dialog' })
    expect(await office.axe('[open]')).toEqual([])
    await office.fill({ label: '名称' }, '协同办公平台')
    await office.fill({ label: '接收地址' }, 'http://127.0.0.1:1/in')
    await office.click({ css: '[open] button.solid' })
    await office.waitFor({ text: '地址不能用' })
    await office.fill({ label: '接收地址' }, `${url}/in`)
    await office.click({ css: '[open] button.solid' })
    await office.waitFor({ text: '签名密钥' })
    const secret = await office.text('.secret code')
    await office.click({ role: 'button', name: '记好了' })
    await office.waitFor({ text: '还没有送达过' })
    await office.click({ role: 'button', name: '测试' })
    await office.waitFor({ text: '已发出测试' })
    await push()
    await office.waitFor({ text: '最近送达' })
    expect(await office.axe('main')).toEqual([])
    const [test] = got
    const signed = createHmac('sha256', secret).update(`${String(test?.headers['yipanqi-timestamp'])}.${test?.raw}`)
    expect(test?.headers['yipanqi-signature']).toBe(`v1=${signed.digest('hex')}`)
    await office.click({ role: 'button', name: '重发' })
    await office.waitFor({ text: '待送 1 条' })
    await push()
    expect(got[1]?.body).toEqual(test?.body)
    await office.click({ role: 'button', name: '删去' })
    await office.click({ css: '[open] button.solid' })
    await office.waitFor({ text: '还没有推送地址' })
  })
})
