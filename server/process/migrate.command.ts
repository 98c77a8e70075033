import { readConfig } from '#server/config.ts'
import { openDb } from '#server/db/db.ts'
import { migrate } from '#server/db/migrate.ts'
import { inSpeech, type Speech } from '#server/start-error.ts'
import { takeNoArguments, UsageError } from '../command.ts'
import { checkDatabase } from './database.ts'

/**
 * `yipanqi migrate`: brings the site's own database forward and ends. For sites whose server signs in as a role that
 * may not change tables: their operator runs this as the owner before a new version starts. Every start does the same
 * where it may.
 */
export async function migrateCommand(args: string[], speech: Speech): Promise<number> {
  takeNoArguments(args)
  const { databaseUrl } = readConfig()
  if (databaseUrl === undefined)
    throw new UsageError(
      '未设置 DATABASE_URL；自带的数据库每次启动时自动升级',
      'DATABASE_URL is not set; the embedded database is brought forward at every start',
    )
  const database = await checkDatabase(databaseUrl)
  const db = openDb(database.url, 1)
  try {
    const names = await migrate(db)
    for (const name of names) console.log(name)
    if (names.length === 0) console.log(inSpeech(speech, '数据库已是最新', 'the database is up to date'))
  } catch (error) {
    throw database.explain(error)
  } finally {
    await db.destroy()
  }
  return 0
}
