/** Writes server/db/db.gen.ts from the migrated catalogue. Starts a throw-away database: `npm run db:types`. */
import { writeFile } from 'node:fs/promises'
import { withMigrated } from './database/migrated.ts'
import { printTypes } from './database/types.ts'

const text = await withMigrated(({ db }) => printTypes(db))
await writeFile(new URL('../server/db/db.gen.ts', import.meta.url), text)
