import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'

/** A mail server that nobody breaks: it keeps the Message-ID of every letter it took, in order, as often as it came. */
export async function openMailbox(): Promise<{ url: string; keys: string[]; close: () => void }> {
  const keys: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, _session, done) => {
      text(stream).then(
        (raw) => {
          keys.push(/^Message-ID: <([^@>]+)@/im.exec(raw)?.[1] ?? '')
          done()
        },
        (error: Error) => done(error),
      )
    },
  })
  // A sender that is killed hangs up in the middle of a letter.
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${port}`, keys, close: () => server.close() }
}
