/** Builds what is named (`web`, `server`): `scripts/build.ts` runs this beside itself when sources changed. */
import { buildServer } from './build-server.ts'
import { buildWeb } from './build-web.ts'

const BUILDS: Readonly<Record<string, () => Promise<void>>> = { web: buildWeb, server: () => buildServer() }

process.stdin.resume().on('end', () => process.exit(1))
try {
  for (const name of process.argv.slice(2)) await BUILDS[name]?.()
  process.exit(0)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
