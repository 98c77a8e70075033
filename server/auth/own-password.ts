import { minutesLocked } from '#domain/auth/lockout.ts'
import { canSetPassword } from '#domain/auth/password-rules.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing, Reading } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { findOwnAccount, lockOwnAccount, savePassword } from './account.queries.ts'
import { saveOtherSessionsEnd } from './auth.queries.ts'
import { digestPassword, passwordFits } from './password.ts'
import { countFailure } from './sign-in.ts'

type Wanted = { body: { currentPassword: string; newPassword: string } }

/** `fitted`: the account's digest, where the current password gave it; `wanted`: the new one's. */
type Compared = { fitted: string; wanted: string } | null

/** Whose passwords are being compared in this process. */
const underWay = new Set<string>()

/**
 * Compares the current password and those used before, and makes the new digest, before any connection is held. One
 * change of a person at a time: each keeps the passwords of those who sign in waiting. Gives null where the current
 * password is wrong. Refuses too_many_requests, account_locked, password_weak, password_reused.
 */
export async function compareOwnPassword(asking: Reading & Wanted): Promise<Compared> {
  const { personId } = asking.actor
  if (underWay.has(personId)) throw new Refusal('too_many_requests', { seconds: 5 })
  underWay.add(personId)
  try {
    return await compare(asking)
  } finally {
    underWay.delete(personId)
  }
}

async function compare({ db, actor, now, body }: Reading & Wanted): Promise<Compared> {
  const { currentPassword, newPassword } = body
  const account = await findOwnAccount(db, actor)
  refuseLocked(account, now)
  if (!(await passwordFits(currentPassword, account.passwordDigest))) return null
  ensure(canSetPassword(newPassword, account.userName))
  for (const digest of [account.passwordDigest, ...account.formerDigests]) {
    if (await passwordFits(newPassword, digest)) throw new Refusal('password_reused')
  }
  return { fitted: account.passwordDigest, wanted: await digestPassword(newPassword) }
}

/**
 * Sets the new password, under the account's lock and only if it still has the digest that was compared. A wrong current
 * password is counted like a failed sign-in: a page left open is no way to guess it.
 */
export async function setOwnPassword(changing: Changing, compared: Compared): Promise<Refusal | Record<string, never>> {
  const { tx, actor, now, askerDigest } = changing
  const account = await lockOwnAccount(tx, actor)
  refuseLocked(account, now)
  if (compared === null || account.passwordDigest !== compared.fitted) {
    const refusal = await countFailure(changing, account)
    return refusal.code === 'wrong_credentials' ? new Refusal('wrong_current_password') : refusal
  }
  await savePassword(tx, account, { passwordDigest: compared.wanted, mustChange: false, changedAt: now })
  await saveOtherSessionsEnd(tx, actor, askerDigest, now)
  await record(changing, { action: 'password.changed', subjectType: 'person', subjectId: actor.personId })
  return {}
}

function refuseLocked({ lockedUntil }: { lockedUntil: Date | null }, now: Date): void {
  const minutes = minutesLocked(lockedUntil, now)
  if (minutes > 0) throw new Refusal('account_locked', { minutes })
}
