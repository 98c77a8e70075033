import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { constants } from 'node:os'
import { programFile } from '../workers/programs.ts'

const program = programFile(new URL('../demo/load.main.ts', import.meta.url))

/** Loads the demo district into a migrated, empty database (see `loadDemo`), in a process of its own. Throws; ENOSPC when the disk is full. */
export async function loadDemoApart(loading: { url: string; password: string; now: Date }): Promise<void> {
  const child = spawn(process.execPath, [program], { stdio: ['pipe', 'inherit', 'pipe'] })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.stdin.on('error', () => undefined).end(JSON.stringify(loading))
  const said: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => said.push(text))
  const [code]: unknown[] = await once(child, 'close')
  process.removeListener('exit', endWithUs)
  if (code === 0) return
  const failure = new Error(`loading the demo ended with ${String(code)}\n${said.join('')}`)
  throw code === constants.errno.ENOSPC ? Object.assign(failure, { code: 'ENOSPC' }) : failure
}
