/** Writes docs/schema.sql, the whole schema for reading, from the migrated catalogue: `npm run schema`. */
import { writeFile } from 'node:fs/promises'
import { withMigrated } from './database/migrated.ts'
import { printSchema } from './database/schema.ts'

const text = await withMigrated(({ db }) => printSchema(db))
await writeFile(new URL('../docs/schema.sql', import.meta.url), text)
