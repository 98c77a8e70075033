import { once } from 'node:events'
import { createServer } from 'node:net'
import { z } from 'zod'
import { StartError } from '#server/start-error.ts'

const SystemError = z.object({ code: z.string() })

interface Address {
  readonly host: string
  readonly port: number
}

/** Sees early that the address is free, before minutes are spent on a first start. Refuses with StartError. */
export async function checkAddress({ host, port }: Address): Promise<void> {
  const probe = createServer()
  try {
    probe.listen({ host, port })
    await once(probe, 'listening')
  } catch (error) {
    throw whyNotListening({ host, port }, error)
  } finally {
    probe.close()
  }
}

/** What a failed `listen` means for the person at the machine. */
export function whyNotListening({ host, port }: Address, error: unknown): StartError {
  const detail = SystemError.safeParse(error).data?.code ?? String(error)
  return detail === 'EADDRINUSE'
    ? new StartError('port_in_use', { port })
    : new StartError('port_refused', { host, port, detail })
}

/** What to type into a browser on this machine. */
export function localAddress({ host, port }: Address): string {
  const everywhere = ['0.0.0.0', '::', ''].includes(host)
  const name = everywhere ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host
  return `http://${name}:${port}`
}
