import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

const program = fileURLToPath(new URL('../demo/load.main.ts', import.meta.url))

/** Loads the demo district into a migrated, empty database (see `loadDemo`), in a process of its own. */
export async function loadDemoApart(loading: { url: string; password: string; now: Date }): Promise<void> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'inherit', 'inherit'] })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.stdin.on('error', () => undefined).end(JSON.stringify(loading))
  const [code]: unknown[] = await once(child, 'exit')
  process.removeListener('exit', endWithUs)
  if (code !== 0) throw new Error(`loading the demo ended with ${String(code)}`)
}
