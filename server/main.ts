import { enableCompileCache } from 'node:module'
import { fileURLToPath } from 'node:url'

// Starts a third faster. In our own folder: one in /tmp could be prepared by somebody else on the machine.
enableCompileCache(fileURLToPath(new URL('../dist/code-cache', import.meta.url)))

/** What a library still holds after the end must not keep the process. */
const GRACE_MS = 2000

// Imported after the cache is on, so that it covers everything.
const { runCommandLine } = await import('./command-line.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
setTimeout(() => process.exit(), GRACE_MS).unref()
