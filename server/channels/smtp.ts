import { createTransport } from 'nodemailer'
import type { Failure } from '#domain/channels/attempts.ts'
import { type Channel, NotSent } from './channel.ts'

/** Where mail is handed in: `smtp://name:password@host:587`, `smtps://…:465`; and whom it comes from. */
export type SmtpSettings = { url: string; from: string }

const WAIT_MS = 20_000

/** E-mail by SMTP. The key is the Message-ID, by which mail systems drop a second copy. */
export function smtp({ url, from }: SmtpSettings): Channel {
  const transport = createTransport({
    url,
    connectionTimeout: WAIT_MS,
    greetingTimeout: WAIT_MS,
    socketTimeout: WAIT_MS,
    // A letter is text: nothing of it may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ key, address, subject, text }) {
      try {
        await transport.sendMail({
          from,
          to: { name: '', address },
          subject,
          text,
          messageId: `<${key}@yipanqi>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        })
      } catch (error) {
        throw new NotSent(failureOf(error))
      }
    },
  }
}

function failureOf(error: unknown): Failure {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ETIMEDOUT') return 'timedOut'
  return code === 'EENVELOPE' || code === 'EMESSAGE' || code === 'EAUTH' ? 'rejected' : 'unreachable'
}
