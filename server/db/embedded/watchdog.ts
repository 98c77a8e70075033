import { spawn } from 'node:child_process'
import { asUser } from './program.ts'
import type { RunAs } from './place.ts'

/** Waits for the pipe from us to break, ends the server, in order or at once, and clears away its socket's folder. */
const SCRIPT = `read -r _; kill -INT "$0" || exit; n=0
while kill -0 "$0" 2>/dev/null; do [ $n = "$2" ] && kill -QUIT "$0"; n=$((n+1)); sleep 1; done; rmdir "$1"`

interface Watched {
  readonly serverPid: number
  readonly socketFolder: string
  /** See EmbeddedOptions. */
  readonly patienceMs: number
}

/**
 * Ends a server when this process ends in whatever way, `kill -9` included: a shell holds the other end of a pipe.
 * Call the answer once the server has ended, so that its number cannot mean another process. Without a shell there is
 * no watchdog, and the next start ends the server (see `endOrphan`).
 */
export function watchOver({ serverPid, socketFolder, patienceMs }: Watched, runAs: RunAs | undefined): () => void {
  const seconds = String(Math.ceil(patienceMs / 1000))
  const shell = spawn('/bin/sh', ['-c', SCRIPT, String(serverPid), socketFolder, seconds], {
    ...asUser(runAs),
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  shell.on('error', () => undefined)
  shell.stdin.on('error', () => undefined)
  shell.unref()
  return () => void shell.kill('SIGKILL')
}
