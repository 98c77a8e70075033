import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { withDatabase } from '#test/database.setup.ts'
import { freshDatabase } from '#test/world.ts'
import { checkDatabase } from './database.ts'

test('a database that answers is taken', async () => {
  await expect(checkDatabase(inject('databaseUrl'))).resolves.toMatchObject({ url: inject('databaseUrl') })
})

test('a database of another name is a refused sign-in', async () => {
  await expect(checkDatabase(withDatabase(inject('databaseUrl'), 'nowhere'))).rejects.toMatchObject({
    code: 'database_refused',
    facts: { detail: '3D000' },
  })
})

test('a host that does not exist is unreachable', async () => {
  await expect(checkDatabase('postgres://a:b@nowhere.invalid/c')).rejects.toMatchObject({
    code: 'database_unreachable',
  })
})

test('a database that is not UTF-8 is refused before anything is written to it', async () => {
  const { db, url } = await freshDatabase('template0')
  const name = `ascii_${randomUUID().slice(0, 8)}`
  await sql
    .raw(`create database ${name} encoding 'SQL_ASCII' locale_provider libc locale 'C' template template0`)
    .execute(db)
  await expect(checkDatabase(withDatabase(url, name))).rejects.toMatchObject({
    code: 'database_encoding',
    facts: { encoding: 'SQL_ASCII' },
  })
  await sql.raw(`drop database ${name}`).execute(db)
})
