import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** Programs and pages are tested as they are built: what changed since is built first. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL('../scripts/build.ts', import.meta.url))], { stdio: 'inherit' })
}
