import { expect, test } from 'vitest'
import { isAddress, shownAddress } from './channel.ts'

test.each([
  ['email', 'jia@example.gov.cn', true],
  ['email', 'jia@example.gov.cn\r\nBcc: x@y.cn', false],
  ['email', 'jia', false],
  ['sms', '13800000000', true],
  ['sms', '+86 138-0000-0000', true],
  ['sms', '138abc', false],
  ['weCom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k', true],
  ['weCom', 'file:///etc/passwd', false],
  ['feishu', 'not an address', false],
] as const)('%s: %s is an address: %s', (channel, address, is) => {
  expect(isAddress(channel, address)).toBe(is)
})

test.each([
  ['email', 'jiaxiaoyu@example.gov.cn', 'ji…@example.gov.cn'],
  ['sms', '13812345678', '…5678'],
  ['weCom', 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=693a91f6', '…91f6'],
] as const)('%s %s is shown as %s', (channel, address, shown) => {
  expect(shownAddress(channel, address)).toBe(shown)
})
