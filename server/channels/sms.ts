import type { Channel } from './channel.ts'
import { post } from './outgoing.ts'

/** How the site's own sender of text messages is asked. */
export type SmsSettings = {
  url: string
  /** JSON with `{to}`, `{text}` and `{key}` inside its strings. */
  body: string
  /** The Authorization header, where it wants one. */
  authorization: string | undefined
}

/** Text messages by whatever the site has: one HTTP request each, in the words that it wants. */
export const sms = ({ url, body, authorization }: SmsSettings): Channel => ({
  async send({ key, address, subject }) {
    const values = new Map([
      ['to', address],
      ['text', subject],
      ['key', key],
    ])
    const filled = body.replace(/\{(to|text|key)\}/g, (_, name: string) => inString(values.get(name) ?? ''))
    const headers = { 'idempotency-key': key, ...(authorization !== undefined && { authorization }) }
    // Who wrote the configuration wrote this address: it may lead wherever it does.
    await post({ url, headers, body: filled }, [new URL(url).host])
  },
})

const inString = (text: string): string => JSON.stringify(text).slice(1, -1)
