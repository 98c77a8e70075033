import type { FastifyInstance } from 'fastify'
import { listenTo, type Db } from '../db/db.ts'

/** A server's ear at the database, open from when somebody first watches until it breaks off or the server stops. */
export type Listening = {
  isOpen: () => boolean
  /** Answers once nothing is missed any more. Throws where the database is away and where the server is stopping. */
  open: () => Promise<void>
}

/**
 * Listens on channels when asked to: `heard` maps each to what is done with the text said there. A stopping server's
 * requests may still be under way; one that asks to listen then would hold its connection, and with it the process.
 */
export function openListening(
  app: FastifyInstance,
  db: Db,
  heard: Readonly<Record<string, (text: string) => void>>,
): Listening {
  let listening: Promise<() => void> | null = null
  let isStopping = false
  const forget = () => {
    listening = null
  }

  app.addHook('preClose', async () => {
    isStopping = true
    if (listening) (await listening.catch(() => null))?.()
  })

  const refuseWhenStopping = () => {
    if (isStopping) throw new Error('the server is stopping')
  }

  return {
    isOpen: () => listening !== null,
    async open() {
      refuseWhenStopping()
      listening ??= listenTo(db, heard, forget).catch((error: Error) => {
        forget()
        throw error
      })
      await listening
      // Meanwhile the hook above may have closed it, and who watches may have been told to leave.
      refuseWhenStopping()
    },
  }
}
