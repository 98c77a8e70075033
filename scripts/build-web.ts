import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { build } from 'vite'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
const built = join(root, 'dist', 'web')
const ENTRY = 'index.html'
/** An office's line and an old machine: what a first page may take, gzipped. */
const BUDGET_KB = 300

const Chunk = z.object({
  file: z.string(),
  imports: z.array(z.string()).default([]),
  dynamicImports: z.array(z.string()).default([]),
})
type Manifest = Record<string, z.infer<typeof Chunk>>

/** The chunk and all it needs before it can run. */
function closure(manifest: Manifest, names: string[], seen = new Set<string>()): Set<string> {
  for (const name of names.filter((each) => !seen.has(each))) {
    seen.add(name)
    closure(manifest, manifest[name]?.imports ?? [], seen)
  }
  return seen
}

async function gzippedKb(manifest: Manifest, names: Iterable<string>): Promise<number> {
  const files = [...names].map((name) => manifest[name]?.file ?? '').filter((file) => file.endsWith('.js'))
  const sizes = await Promise.all(
    files.map(async (file) => (await promisify(gzip)(await readFile(join(built, file)))).length),
  )
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024)
}

/** Any page can be somebody's first: the entry with each page it may load, the heaviest first. */
async function weighPages(manifest: Manifest): Promise<{ page: string; kb: number }[]> {
  const pages = manifest[ENTRY]?.dynamicImports ?? []
  const weighed = await Promise.all(
    [ENTRY, ...pages].map(async (page) => ({ page, kb: await gzippedKb(manifest, closure(manifest, [ENTRY, page])) })),
  )
  return weighed.sort((a, b) => b.kb - a.kb)
}

/** Leaves a gzipped twin beside each text file, which the server sends to browsers that take it. */
async function compress(): Promise<void> {
  const entries = await readdir(join(built, 'assets'))
  const texts = entries.filter((name) => /\.(js|css|svg)$/.test(name)).map((name) => join(built, 'assets', name))
  await Promise.all(
    texts.map(async (path) => writeFile(`${path}.gz`, await promisify(gzip)(await readFile(path), { level: 9 }))),
  )
}

/** Builds the web into `dist/web`, with gzipped twins. Throws when a first page is over the budget. */
export async function buildWeb(): Promise<void> {
  await build({ root: join(root, 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn' })
  await compress()
  const text = await readFile(join(built, '.vite', 'manifest.json'), 'utf8')
  const [heaviest] = await weighPages(z.record(z.string(), Chunk).parse(JSON.parse(text)))
  if (!heaviest) throw new Error('The build left no manifest.')
  const verdict = `the heaviest first page (${heaviest.page}) loads ${heaviest.kb} kB of JavaScript, gzipped`
  if (heaviest.kb >= BUDGET_KB) {
    throw new Error(`${verdict}; the budget is ${BUDGET_KB} kB. Load what is not needed at first with import().`)
  }
  console.log(`${verdict} (budget ${BUDGET_KB} kB)`)
}
