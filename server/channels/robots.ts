import { createHmac } from 'node:crypto'
import { z } from 'zod'
import type { NamedHosts } from '#domain/channels/outgoing.ts'
import { type Channel, NotSent } from './channel.ts'
import { type Answered, post } from './outgoing.ts'

/** What a robot of a group chat needs besides its address. */
type Robots = { named: NamedHosts; clock: () => Date }

/** WeCom: the key is in the address. At most 2048 bytes of text. https://developer.work.weixin.qq.com/document/path/91770 */
export const weCom = ({ named }: Robots): Channel => ({
  async send({ address, subject, text }) {
    const content = cut(`${subject}\n${text}`, 2048)
    accept(await post({ url: address, body: JSON.stringify({ msgtype: 'text', text: { content } }) }, named))
  },
})

/**
 * DingTalk: HMAC-SHA256 of `timestamp\nsecret` by the secret, in the query.
 * https://open.dingtalk.com/document/robots/customize-robot-security-settings
 */
export const dingTalk = ({ named, clock }: Robots): Channel => ({
  async send({ address, secret, subject, text }) {
    const url = new URL(address)
    if (secret !== null) {
      const timestamp = String(clock().getTime())
      url.searchParams.set('timestamp', timestamp)
      url.searchParams.set('sign', createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64'))
    }
    const body = JSON.stringify({ msgtype: 'text', text: { content: cut(`${subject}\n${text}`, 18_000) } })
    accept(await post({ url: url.href, body }, named))
  },
})

/**
 * Feishu: HMAC-SHA256 of nothing by `timestamp\nsecret`, in the body; the timestamp in seconds.
 * https://open.feishu.cn/document/client-docs/bot-v3/add-custom-bot
 */
export const feishu = ({ named, clock }: Robots): Channel => ({
  async send({ address, secret, subject, text }) {
    const timestamp = String(Math.floor(clock().getTime() / 1000))
    const signed = secret !== null && {
      timestamp,
      sign: createHmac('sha256', `${timestamp}\n${secret}`).digest('base64'),
    }
    const content = { text: cut(`${subject}\n${text}`, 18_000) }
    accept(await post({ url: address, body: JSON.stringify({ ...signed, msg_type: 'text', content }) }, named))
  },
})

/** All three answer 200 also when they refuse; the number says which. */
const Verdict = z.union([z.object({ errcode: z.literal(0) }), z.object({ code: z.literal(0) })])

function accept({ text }: Answered): void {
  try {
    Verdict.parse(JSON.parse(text))
  } catch {
    throw new NotSent('rejected')
  }
}

/** As many whole characters as fit. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text
  const kept = new TextDecoder().decode(Buffer.from(text).subarray(0, bytes - 3), { stream: true })
  return `${kept}…`
}
