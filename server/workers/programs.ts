import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** This very file: a source, or one of the bundle's (scripts/build-server.ts). */
const here = import.meta.filename

/** What node runs for a program of ours that has a process of its own: where we run bundled, its bundle beside us. */
export function programFile(source: URL): string {
  if (here.endsWith('.ts')) return fileURLToPath(source)
  return join(dirname(here), basename(source.pathname, '.ts') + '.js')
}
