import { expect, test } from 'vitest'
import { mayBeCalled, mayLeadTo } from '#domain/channels/outgoing.ts'
import { placeOf } from './outgoing.ts'

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
