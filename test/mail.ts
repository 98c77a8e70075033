import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { onTestFinished } from 'vitest'

export type Letter = { to: string[]; raw: string; subject: string; body: string; id: string }

/** An SMTP server on this machine that keeps what it is given; `meets` runs before it takes a letter, and may refuse. */
export async function mailServer(meets: (letter: Letter) => Promise<void> | void = () => undefined) {
  const letters: Letter[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, done) => {
      text(stream)
        .then(async (raw) => {
          const letter = readLetter(
            raw,
            session.envelope.rcptTo.map(({ address }) => address),
          )
          await meets(letter)
          letters.push(letter)
          done()
        })
        .catch((error: Error) => done(error))
    },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port } = server.server.address() as AddressInfo
  return { letters, url: `smtp://127.0.0.1:${port}` }
}

function readLetter(raw: string, to: string[]): Letter {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const header = (name: string) => new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(head)?.[1] ?? ''
  const encoding = header('Content-Transfer-Encoding')
  const body = rest.join('\r\n\r\n')
  return {
    to,
    raw,
    subject: decodeWords(header('Subject')),
    body: encoding === 'base64' ? Buffer.from(body, 'base64').toString() : decodeQuoted(body),
    id: header('Message-ID'),
  }
}

const decodeWords = (value: string): string =>
  value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, content: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(content, 'base64').toString() : decodeQuoted(content.replace(/_/g, ' ')),
    )

const decodeQuoted = (value: string): string =>
  Buffer.from(
    value
      .replace(/=\r\n/g, '')
      .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  ).toString()
