/**
 * Builds the web when its sources changed since the last build: `npm run build`, and before the server by
 * `node --import` in `npm start` and `npm run demo`, so that one process is all there is to stop.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const stampFile = join(root, 'dist', 'web.stamp')
const SOURCE_FOLDERS = ['web', 'domain']
const SOURCE_FILES = ['vite.config.ts', 'package-lock.json', 'scripts/vite-build.ts']

async function findSources(): Promise<string[]> {
  const inFolders = await Promise.all(
    SOURCE_FOLDERS.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  const sources = inFolders.flat().filter((path) => !/\.test\.tsx?$/.test(path))
  return [...sources, ...SOURCE_FILES.map((path) => join(root, path))].sort()
}

async function hashSources(): Promise<string> {
  const paths = await findSources()
  const contents = await Promise.all(paths.map((path) => readFile(path)))
  const hash = createHash('sha256')
  contents.forEach((content, index) => hash.update(`${paths[index]}\n${content.length}\n`).update(content))
  return hash.digest('hex')
}

/** Runs the build beside us, so that its memory goes with it; it ends when the pipe from us breaks. */
async function build(): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'vite-build.ts')], {
    cwd: root,
    stdio: ['pipe', 'inherit', 'inherit'],
  })
  const [code]: unknown[] = await once(child, 'exit')
  return code === 0
}

/** Imported only when needed: a start without a build does not wait for it. */
async function announce(): Promise<void> {
  const [{ readSpeech }, { inSpeech }] = await Promise.all([
    import('#server/config.ts'),
    import('#server/start-error.ts'),
  ])
  console.log(inSpeech(readSpeech(), '正在生成网页……', 'building the web …'))
}

async function buildIfChanged(): Promise<void> {
  const hash = await hashSources()
  const last = await readFile(stampFile, 'utf8').catch(() => '')
  if (last === hash && existsSync(join(root, 'dist', 'web', 'index.html'))) return
  await announce()
  await rm(stampFile, { force: true })
  if (!(await build())) process.exit(1)
  await mkdir(join(root, 'dist'), { recursive: true })
  await writeFile(stampFile, hash)
}

await buildIfChanged()
