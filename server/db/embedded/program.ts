import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { StartError } from '#server/start-error.ts'
import type { Place, RunAs } from './place.ts'

/** A fast shutdown writes a checkpoint; a server that is not through by then is told to quit at once. */
export const FAST_SHUTDOWN_MS = 15_000

/** Runs one of PostgreSQL's programs to its end. Refuses with StartError as `whyFailed` says. */
export async function runProgram(place: Place, program: string, args: string[], input: string): Promise<void> {
  const child = spawn(program, args, { ...asUser(place.runAs), stdio: ['pipe', 'ignore', 'pipe'] })
  const endWithUs = () => child.kill('SIGKILL')
  process.once('exit', endWithUs)
  child.stdin.on('error', () => undefined).end(input)
  const output: string[] = []
  child.stderr.setEncoding('utf8').on('data', (text: string) => output.push(text))
  const [code]: unknown[] = await once(child, 'close').catch((error: unknown) => [String(error)])
  process.removeListener('exit', endWithUs)
  if (code !== 0) throw whyFailed(place, output.join('') || `${program}: ${String(code)}`)
}

/**
 * How PostgreSQL's programs are started: as the database's user, from a folder everybody can enter, and without our
 * variables, since PGDATA and its like would change what they do, a Chinese locale what they print.
 */
export function asUser(runAs: RunAs | undefined) {
  return { ...runAs, cwd: '/', env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' } }
}

const DISK_FULL = /No space left on device|Disk quota exceeded|Check free disk space/
const IN_USE = /lock file "postmaster.pid" already exists/

/** What the output of a program that failed means for the person at the machine. */
export function whyFailed({ home }: Pick<Place, 'home'>, output: string): StartError {
  const trouble = whyTroubled({ home }, output)
  if (trouble) return trouble
  if (IN_USE.test(output)) return new StartError('folder_locked', { folder: home })
  const lines = output.trim().split('\n')
  const telling = lines.find((line) => /FATAL|PANIC|error:/.test(line)) ?? lines.at(-1) ?? ''
  return new StartError('database_failed', { detail: telling.trim() })
}

/** What is wrong with the machine by the last lines of a server, running or ended; undefined where they do not say. */
export const whyTroubled = ({ home }: Pick<Place, 'home'>, output: string): StartError | undefined =>
  DISK_FULL.test(output) ? new StartError('disk_full', { folder: home }) : undefined
