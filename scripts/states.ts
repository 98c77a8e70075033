// Writes docs/supervision.states.md from the state table in domain/tasks/lifecycle.ts.
import { writeFile } from 'node:fs/promises'
import { statesPage } from './docs/statesPage.ts'

await writeFile(new URL('../docs/supervision.states.md', import.meta.url), statesPage())
