import { availableParallelism } from 'node:os'
import path from 'node:path'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

// What V8 compiled is kept for the next process, as in `npm start`: workers and the programs they start read the same
// thousand modules.
process.env['NODE_COMPILE_CACHE'] ??= path.join(import.meta.dirname, 'dist', 'code-cache')

/** On a machine that others load a test may lose a race once; CI runs it again and the report names it. */
const RETRIES = process.env['CI'] ? 1 : 0

/** At least three: many tests wait for a browser, a process or the database. */
const WORKERS = Math.max(3, availableParallelism())

const PROJECTS = ['journeys', 'server', 'domain']
/** What takes longest though its file is short. */
const LONG = [
  'test/faults.test.ts',
  'test/access.test.ts',
  'test/nasty.test.ts',
  'server/process/serve.test.ts',
  'server/db/embedded.test.ts',
]

/** What takes long begins first, so that no worker is left alone with it in the end; Vitest goes by names of projects. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ project, moduleId }: TestSpecification) => {
      const long = LONG.findIndex((file) => moduleId.endsWith(file))
      return PROJECTS.indexOf(project.name) * 100 + (long < 0 ? LONG.length : long)
    }
    return (await super.sort(files)).sort((one, other) => rank(one) - rank(other))
  }
}

const common = {
  isolate: false,
  // Node runs the sources as they are, as it does in a server started from them; Vite would read each of them once more
  // for every worker. So no test imports JSX: what pages do is tried in a browser.
  experimental: { viteModuleRunner: false, nodeLoader: false },
  // Tests make much that is soon forgotten: with room for it, it is gone before it is looked through.
  execArgv: ['--max-semi-space-size=64'],
  // What is waited for comes when the machine has time for it.
  expect: { poll: { timeout: 20_000 } },
}

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          ...common,
          name: 'domain',
          include: ['domain/**/*.test.ts', 'web/**/*.test.ts', 'test/architecture.test.ts', 'test/docs.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          ...common,
          name: 'server',
          include: ['server/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['test/architecture.test.ts', 'test/docs.test.ts'],
          globalSetup: ['test/build.setup.ts', 'test/database.setup.ts'],
          retry: RETRIES,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...common,
          name: 'journeys',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/build.setup.ts', 'test/database.setup.ts'],
          retry: RETRIES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
