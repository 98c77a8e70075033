import { afterAll } from 'vitest'
import { closeBrowsers } from './browsers.ts'

// Run before each file, while the module above is loaded once for all the files of a process.
afterAll(closeBrowsers)
