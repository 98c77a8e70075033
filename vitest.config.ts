import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** On a machine that others load a test may lose a race once; CI runs it again and the report names it. */
const RETRIES = process.env['CI'] ? 1 : 0

/** At least three: many tests wait for a browser, a process or the database. */
const WORKERS = Math.max(3, availableParallelism())

export default defineConfig({
  test: {
    maxWorkers: WORKERS,
    projects: [
      {
        test: {
          name: 'domain',
          include: ['domain/**/*.test.ts', 'web/**/*.test.ts', 'test/architecture.test.ts', 'test/docs.test.ts'],
          isolate: false,
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'server',
          include: ['server/**/*.test.ts', 'test/*.test.ts'],
          exclude: ['test/architecture.test.ts', 'test/docs.test.ts'],
          globalSetup: ['test/build.setup.ts', 'test/database.setup.ts'],
          isolate: false,
          retry: RETRIES,
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: ['test/e2e/**/*.test.ts'],
          globalSetup: ['test/build.setup.ts', 'test/database.setup.ts'],
          setupFiles: ['test/e2e/browsers.setup.ts'],
          isolate: false,
          retry: RETRIES,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
