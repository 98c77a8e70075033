import { expect, inject, test } from 'vitest'
import { withDatabase } from '#test/database.setup.ts'
import { checkDatabase } from './database.ts'

test('a database that answers is taken', async () => {
  await expect(checkDatabase(inject('databaseUrl'))).resolves.toBeUndefined()
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
