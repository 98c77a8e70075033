import { digestPassword } from '#server/auth/password.ts'
import type { world } from './world.ts'

/** What {@link givePassword} gives: fits the rules, and is nobody's name. */
export const PASSWORD = 'Right-horse-9'
const digest = digestPassword(PASSWORD)

type World = Pick<Awaited<ReturnType<typeof world>>, 'db'>

/** Gives somebody of a test a password to sign in with, and says under which user name. */
export async function givePassword({ db }: World, personId: string): Promise<string> {
  await db
    .updateTable('account')
    .set({ passwordDigest: await digest })
    .where('personId', '=', personId)
    .execute()
  const person = db.selectFrom('person').select('userName').where('id', '=', personId)
  return (await person.executeTakeFirstOrThrow()).userName
}
