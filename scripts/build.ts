/**
 * Builds the web and the server's bundle where their sources changed since the last build: `npm run build`, and before
 * the server by `node --import` in `npm start` and `npm run demo`, so that one process is all there is to stop.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))

type Part = {
  readonly name: 'web' | 'server'
  readonly folders: readonly string[]
  readonly files: readonly string[]
  /** Stands in `dist` when the part was built. */
  readonly result: string
}

const PARTS: readonly Part[] = [
  {
    name: 'web',
    folders: ['web', 'domain'],
    files: ['vite.config.ts', 'package-lock.json', 'scripts/build-web.ts'],
    result: 'web/index.html',
  },
  {
    name: 'server',
    folders: ['server', 'domain'],
    files: ['package-lock.json', 'scripts/build-server.ts'],
    result: 'server/main.js',
  },
]

const stampFile = ({ name }: Part) => join(root, 'dist', `${name}.stamp`)

async function findSources({ folders, files }: Part): Promise<string[]> {
  const inFolders = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true })
      return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    }),
  )
  const sources = inFolders.flat().filter((path) => !/\.test\.tsx?$/.test(path))
  return [...sources, ...files.map((path) => join(root, path))].sort()
}

async function hashSources(part: Part): Promise<string> {
  const paths = await findSources(part)
  const contents = await Promise.all(paths.map((path) => readFile(path)))
  const hash = createHash('sha256')
  contents.forEach((content, index) => hash.update(`${paths[index]}\n${content.length}\n`).update(content))
  return hash.digest('hex')
}

/** Runs the build beside us, so that its memory goes with it; it ends when the pipe from us breaks. */
async function build(names: readonly string[]): Promise<boolean> {
  const child = spawn(process.execPath, [join(root, 'scripts', 'build-parts.ts'), ...names], {
    cwd: root,
    // What a test run or a site says of itself must not make pages that are larger and slower.
    env: { ...process.env, NODE_ENV: 'production' },
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
  console.log(inSpeech(readSpeech(), '正在生成程序和网页……', 'building the server and the web …'))
}

async function isBuilt(part: Part, hash: string): Promise<boolean> {
  const last = await readFile(stampFile(part), 'utf8').catch(() => '')
  return last === hash && existsSync(join(root, 'dist', part.result))
}

async function buildWhatChanged(): Promise<void> {
  const hashed = await Promise.all(PARTS.map(async (part) => ({ part, hash: await hashSources(part) })))
  const built = await Promise.all(hashed.map(({ part, hash }) => isBuilt(part, hash)))
  const changed = hashed.filter((_, at) => !built[at])
  if (changed.length === 0) return
  await announce()
  await Promise.all(changed.map(({ part }) => rm(stampFile(part), { force: true })))
  if (!(await build(changed.map(({ part }) => part.name)))) process.exit(1)
  await mkdir(join(root, 'dist'), { recursive: true })
  await Promise.all(changed.map(({ part, hash }) => writeFile(stampFile(part), hash)))
}

await buildWhatChanged()
