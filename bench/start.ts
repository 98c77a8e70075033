import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { asStarted } from './measure.ts'

const SERVER = fileURLToPath(new URL('../dist/server/main.js', import.meta.url))

/** Milliseconds from `node dist/server/main.js serve` on this data folder to the line that it is ready: the middle of five. */
export async function coldStart(folder: string): Promise<number> {
  const times: number[] = []
  for (let start = 0; start < 5; start += 1) times.push(await startOnce(folder))
  return times.sort((a, b) => a - b)[2] ?? 0
}

async function startOnce(folder: string): Promise<number> {
  const { flags, env } = asStarted()
  const { DATABASE_URL: _, ...rest } = env
  const began = performance.now()
  const child = spawn(process.execPath, [...flags, SERVER, 'serve'], {
    env: { ...rest, YIPANQI_DATA: folder, PORT: '0', HOST: '127.0.0.1', YIPANQI_LOG: 'error' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  const isReady = new Promise<void>((resolve) => {
    child.stdout.on('data', (said: Buffer) => said.includes('http://') && resolve())
  })
  await Promise.race([isReady, ended.then(([code]) => Promise.reject(new Error(`serve ended with ${code}`)))])
  const took = performance.now() - began
  child.kill('SIGTERM')
  await ended
  return took
}
