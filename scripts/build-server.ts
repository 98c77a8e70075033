import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What runs in a process of its own: the server, and what it starts beside itself (server/workers/programs.ts). */
const PROGRAMS = [
  'server/main.ts',
  'server/demo/load.main.ts',
  'server/exports/sheets.worker.ts',
  'server/imports/extract.worker.ts',
  'server/org-import/read.worker.ts',
  'server/papers/paper.worker.ts',
]
/** They read files of their own folders, or are never called: our own do it (server/app.ts). */
const LEFT_IN_PLACE = ['pdfjs-dist', 'pg-native', '@fastify/ajv-compiler', '@fastify/fast-json-stringify-compiler']

/**
 * Node keeps the text of what it runs, with two bytes for every sign of a file that has one beyond ASCII. Names stay, so
 * that a stack still tells where it was.
 */
const SMALL = { compress: false, mangle: false, codegen: { removeWhitespace: true, asciiOnly: true } } as const

export type Bundle = { programs: readonly string[]; folder: string }

/**
 * Puts the server's many modules into a few files in `dist/server`, which node loads sooner and keeps in less memory
 * (decision 0021, with figures). Nothing else changes: it runs from its sources as well.
 */
export async function buildServer({ programs, folder }: Bundle = { programs: PROGRAMS, folder: 'dist/server' }) {
  const outDir = join(root, folder)
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [keepPlaces(outDir)],
    ssr: { noExternal: true, external: LEFT_IN_PLACE, target: 'node' },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      sourcemap: true,
      reportCompressedSize: false,
      rolldownOptions: {
        input: programs.map((program) => join(root, program)),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js', comments: false, minify: SMALL },
      },
    },
  })
}

/** A module of ours finds the files beside it (migrations, built pages) where its source is, not where it was put. */
function keepPlaces(outDir: string): Plugin {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      if (id.includes('@fastify/swagger-ui')) return { code: code.replaceAll('__dirname', placeOf(id)), map: null }
      const path = relative(outDir, id)
      if (id.includes('node_modules') || !code.includes('import.meta.url')) return null
      // The lines stay where they are, so the map of the lines does too.
      return {
        code: code.replaceAll('import.meta.url', `new URL(${JSON.stringify(path)}, import.meta.url).href`),
        map: null,
      }
    },
  }
}

/** The folder of a library's file, as an expression in it. */
const placeOf = (id: string): string => {
  const file = id.slice(id.lastIndexOf('node_modules/') + 'node_modules/'.length)
  return `require('node:path').dirname(require.resolve(${JSON.stringify(file)}))`
}
