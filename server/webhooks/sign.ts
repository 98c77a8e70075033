import { createHmac } from 'node:crypto'

/**
 * The headers of one attempt. The signature is HMAC-SHA256 by the webhook's secret over the timestamp, a full stop and
 * the body, in hexadecimal: a receiver that compares it and refuses old timestamps takes nothing forged and nothing
 * played back (docs/OPERATING.md).
 */
export function pushHeaders(
  { id, event, attempts, secret }: { id: string; event: string; attempts: number; secret: string },
  body: string,
  now: Date,
): Record<string, string> {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')
  return {
    'user-agent': 'Yipanqi',
    'idempotency-key': id,
    'yipanqi-event': event,
    'yipanqi-attempt': String(attempts),
    'yipanqi-timestamp': timestamp,
    'yipanqi-signature': `v1=${signature}`,
  }
}
