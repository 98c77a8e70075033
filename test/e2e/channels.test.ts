import { describe, expect, test } from 'vitest'
import type { Channel } from '#server/channels/channel.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const nowhere: Channel = { send: () => Promise.resolve() }

describe.each(BROWSER_KINDS)('notification in the %s browser', (kind) => {
  test('the office opens a channel, a head uses it and stops again, and no page shows the whole address', async () => {
    const world = await district({ channels: { email: nowhere, weCom: nowhere } })
    const office = await world.as('supervisionOffice', kind, '/organization')
    await office.click({ role: 'tab', name: '通知' })
    await office.waitFor({ text: '还没有发送记录。' })
    expect(await office.axe('main')).toEqual([])
    await office.click({ label: '企业微信群机器人' })
    await office.fill({ label: '每日汇总时间' }, '09:00')
    await office.click({ role: 'button', name: '保存' })
    await office.waitFor({ text: '已保存。' })

    const head = await world.as('unitHead', kind, '/account')
    await head.waitFor({ text: '工作日 09:00 汇总发一次，急件随时发，免打扰时段不发' })
    await head.click({ css: '[aria-label=通知渠道] li:nth-child(2) button' })
    await head.waitFor({ role: 'dialog' })
    expect(await head.axe('[open]')).toEqual([])
    await head.fill({ label: '机器人地址（Webhook 地址）' }, 'https://10.0.0.8/send')
    await head.click({ role: 'button', name: '保存', within: { role: 'dialog' } })
    await head.waitFor({ text: '机器人须填其群里复制出来的完整地址' })
    await head.fill({ label: '机器人地址（Webhook 地址）' }, 'https://qyapi.weixin.qq.com/send?key=whole-key-e4bf')
    await head.click({ role: 'button', name: '保存', within: { role: 'dialog' } })
    await head.waitFor({ text: '…e4bf' })
    expect(await head.text('main')).not.toContain('whole-key')
    await head.click({ role: 'button', name: '停用' })
    await head.waitFor({ text: '未启用' })

    await head.click({ role: 'button', name: '生成地址' })
    await head.waitFor({ role: 'dialog' })
    expect(await head.axe('[open]')).toEqual([])
    const address = await head.text('.secret code')
    expect(await (await fetch(address)).text()).toMatch(/^BEGIN:VCALENDAR\r\n/)
    await head.click({ role: 'button', name: '记好了' })
    await head.click({ role: 'button', name: '停用地址' })
    await head.waitFor({ text: '生成地址' })
    expect((await fetch(address)).status).toBe(404)
  })
})
