// Writes docs/supervision.states.md and docs/meeting.states.md from the state tables in the domain.
import { writeFile } from 'node:fs/promises'
import { meetingStatesPage } from './docs/meetingStatesPage.ts'
import { statesPage } from './docs/statesPage.ts'

await writeFile(new URL('../docs/supervision.states.md', import.meta.url), statesPage())
await writeFile(new URL('../docs/meeting.states.md', import.meta.url), meetingStatesPage())
