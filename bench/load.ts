import { Agent, request } from 'node:http'
import { readFileSync } from 'node:fs'
import type { Request } from './cases.ts'

export type Figures = { perSecond: number; p50: number; p99: number; cpuMs: number | null; failed: number }

/** Sends requests one after the other on each of so many connections; times in milliseconds. */
export async function load(
  target: { port: number; pid: number },
  requests: readonly Request[],
  connections: number,
): Promise<Figures> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times: number[] = []
  let next = 0
  let failed = 0
  const cpuBefore = cpuSeconds(target.pid)
  const began = performance.now()
  const one = async () => {
    for (let at = next++; at < requests.length; at = next++) {
      const sent = requests[at]
      if (!sent) return
      const start = performance.now()
      const status = await send(agent, target.port, sent)
      times.push(performance.now() - start)
      if (status >= 300) failed += 1
    }
  }
  await Promise.all(Array.from({ length: connections }, one))
  const seconds = (performance.now() - began) / 1000
  const cpuAfter = cpuSeconds(target.pid)
  agent.destroy()
  times.sort((a, b) => a - b)
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
  return {
    perSecond: times.length / seconds,
    p50: at(0.5),
    p99: at(0.99),
    cpuMs: cpuBefore === null || cpuAfter === null ? null : ((cpuAfter - cpuBefore) * 1000) / times.length,
    failed,
  }
}

function send(agent: Agent, port: number, { method, path, cookie, body }: Request): Promise<number> {
  const text = body && JSON.stringify(body)
  return new Promise((resolve, reject) => {
    const sending = request(
      {
        agent,
        port,
        host: '127.0.0.1',
        method,
        path,
        headers: {
          cookie,
          ...(text && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
        },
      },
      (reply) => {
        reply.resume()
        reply.on('end', () => resolve(reply.statusCode ?? 0))
      },
    )
    sending.on('error', reject)
    sending.end(text)
  })
}

// Linux counts a process's time in hundredths of a second.
function cpuSeconds(pid: number): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch (error) {
    if (process.platform !== 'linux') return null
    throw error
  }
}
