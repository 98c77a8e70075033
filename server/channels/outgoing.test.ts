import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { networkInterfaces } from 'node:os'
import { expect, onTestFinished, test } from 'vitest'
import { mayBeCalled, mayLeadTo } from '#domain/channels/outgoing.ts'
import { mayLead, placeOf, post } from './outgoing.ts'

const NAMED = ['oa.local', '10.1.2.3:8080']

test.each([
  ['https://hook.example.cn/in', true],
  ['http://hook.example.cn/in', false],
  ['http://oa.local/in', true],
  ['http://oa.local:81/in', false],
  ['http://10.1.2.3:8080/in', true],
  ['http://10.1.2.3/in', false],
  ['https://name:password@hook.example.cn/in', false],
  ['file:///etc/passwd', false],
  ['hook', false],
])('%s may be called: %s', (address, may) => {
  const place = placeOf(address)
  expect(place !== null && mayBeCalled(place, NAMED)).toBe(may)
})

test.each([
  ['weCom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', true],
  ['weCom', 'https://oapi.dingtalk.com/robot/send?access_token=t', false],
  ['dingTalk', 'https://oapi.dingtalk.com/robot/send?access_token=t', true],
  ['dingTalk', 'http://oapi.dingtalk.com/robot/send?access_token=t', false],
  ['feishu', 'https://open.feishu.cn/open-apis/bot/v2/hook/h', true],
  ['feishu', 'https://open.feishu.cn.evil.example/open-apis/bot/v2/hook/h', false],
  ['feishu', 'http://oa.local/hook', true],
  ['email', 'jia@example.gov.cn', true],
] as const)('%s may lead to %s: %s', (channel, address, may) => {
  expect(mayLeadTo(channel, placeOf(address), NAMED)).toBe(may)
})

test.each([
  ['http://127.0.0.1:8080/in', false],
  ['https://localhost/', false],
  ['http://LOCALHOST.:8080/in', false],
  ['http://board.localhost/in', false],
  ['http://localhost.localdomain/in', false],
  ['http://metadata.google.internal/computeMetadata/v1/', false],
  ['http://localhost.qingyuan.gov.cn/in', true],
  ['http://board.local/in', true], // what another name leads to is looked at when it is called
  ['http://169.254.169.254/latest/meta-data', false],
  ['http://100.100.100.200/latest', false],
  ['http://168.63.129.16/machine', false],
  ['http://[fe80::1]/in', false],
  ['http://[::127.0.0.1]/in', false],
  ['http://[fd00:ec2::254]/in', false],
  ['http://[::ffff:127.0.0.1]/in', false],
  ['http://0x7f.1/in', false],
  ['http://name:pass@oa.local/in', false],
  ['ftp://oa.local/in', false],
  ['oa.local/in', false],
  ['http://10.1.2.3:8080/in', true],
  ['http://[fd12::3]/in', true],
  ['https://hook.example.cn/in', true],
])(
  'an address that an administrator set may lead into the intranet, never to this machine, its link or a cloud’s metadata: %s',
  (url, may) => {
    const place = placeOf(url)
    expect(place !== null && mayLead(place, NAMED, 'intranet')).toBe(may)
  },
)

test('the machine’s own addresses are the machine; the configuration may name any address', () => {
  const own = Object.values(networkInterfaces()).flatMap((found) => found ?? [])
  expect(own.length).toBeGreaterThan(0)
  for (const { address, family } of own) {
    const url = new URL(`http://${family === 'IPv6' ? `[${address}]` : address}/in`)
    expect({ address, may: mayLead(url, [], 'intranet') }).toEqual({ address, may: false })
  }
  expect(mayLead(new URL('http://127.0.0.1:9000/in'), ['127.0.0.1:9000'], 'intranet')).toBe(true)
})

test('of an answer without an end the beginning is enough', async () => {
  const server = createServer((_request, answer) => {
    answer.writeHead(200)
    const go = () => {
      while (!answer.destroyed && answer.write('x'.repeat(16_384)));
    }
    answer.on('drain', go)
    go()
  }).listen(0, '127.0.0.1')
  onTestFinished(() => void server.close())
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const { status, text } = await post({ url: `http://${host}/`, body: '{}' }, [host])
  expect(status).toBe(200)
  expect(text.length).toBeLessThan(1024 * 1024)
})
