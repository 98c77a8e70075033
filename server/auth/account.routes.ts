import { changeLanguage, changePassword, createToken, listTokens, revokeToken } from '#domain/auth/auth.contract.ts'
import { minutesLocked } from '#domain/auth/lockout.ts'
import { canSetPassword } from '#domain/auth/password-rules.ts'
import { canCreateToken } from '#domain/auth/token.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import {
  countOwnTokens,
  listOwnTokens,
  lockOwnAccount,
  saveLanguage,
  savePassword,
  saveToken,
  saveTokenEnd,
} from './account.queries.ts'
import { saveOtherSessionsEnd } from './auth.queries.ts'
import { digestPassword, passwordFits } from './password.ts'
import { digestOf, newSecret } from './secrets.ts'
import { countFailure } from './sign-in.ts'

/** The asker's own account: password, language, API tokens. */
export function accountRoutes(served: Served): void {
  change(served, changePassword, async (changing) => setOwnPassword(changing, changing.body))

  change(served, changeLanguage, async ({ tx, actor, body }) => {
    await saveLanguage(tx, actor, body.language)
    return {}
  })

  read(served, listTokens, async ({ db, actor, timeZone, now }) => {
    const tokens = await listOwnTokens(db, actor, timeZone)
    return { items: tokens.map((token) => viewToken(token, now)) }
  })

  change(served, createToken, async (changing) => {
    const { tx, actor, body, today, timeZone, now } = changing
    await lockOwnAccount(tx, actor) // so that two at the same moment are counted one after the other
    ensure(canCreateToken(body.expiresOn, today, await countOwnTokens(tx, actor, now)))
    const secret = newSecret()
    const kept = { name: body.name, digest: digestOf(secret), createdAt: now, lastOn: body.expiresOn, timeZone }
    const id = await saveToken(tx, actor, kept)
    const { name, expiresOn } = body
    await record(changing, { action: 'token.created', subjectType: 'token', subjectId: id, after: { name, expiresOn } })
    const token = { id, name, createdAt: now.toISOString(), expiresOn, usedOn: null, expired: false }
    return { token, secret }
  })

  change(served, revokeToken, async (changing) => {
    const { tx, actor, params, now } = changing
    const name = await saveTokenEnd(tx, actor, params.tokenId, now)
    if (name === undefined) throw new Refusal('not_found')
    await record(changing, {
      action: 'token.revoked',
      subjectType: 'token',
      subjectId: params.tokenId,
      before: { name },
    })
    return {}
  })
}

/** A wrong current password is counted like a failed sign-in: a page left open is no way to guess it. */
async function setOwnPassword(
  changing: Changing,
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
): Promise<Refusal | Record<string, never>> {
  const { tx, actor, now, askerDigest } = changing
  const account = await lockOwnAccount(tx, actor)
  const minutes = minutesLocked(account.lockedUntil, now)
  if (minutes > 0) return new Refusal('account_locked', { minutes })
  if (!(await passwordFits(currentPassword, account.passwordDigest))) {
    const refusal = await countFailure(changing, account)
    return refusal.code === 'wrong_credentials' ? new Refusal('wrong_current_password') : refusal
  }
  ensure(canSetPassword(newPassword, account.userName))
  for (const digest of [account.passwordDigest, ...account.formerDigests]) {
    if (await passwordFits(newPassword, digest)) throw new Refusal('password_reused')
  }
  await savePassword(tx, account, {
    passwordDigest: await digestPassword(newPassword),
    mustChange: false,
    changedAt: now,
  })
  await saveOtherSessionsEnd(tx, actor, askerDigest, now)
  await record(changing, { action: 'password.changed', subjectType: 'person', subjectId: actor.personId })
  return {}
}

type Token = Awaited<ReturnType<typeof listOwnTokens>>[number]

const viewToken = ({ id, name, createdAt, expiresOn, usedOn, expiresAt }: Token, now: Date) => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  expiresOn,
  usedOn,
  expired: expiresAt <= now,
})
