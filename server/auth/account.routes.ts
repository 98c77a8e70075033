import { changeLanguage, changePassword, createToken, listTokens, revokeToken } from '#domain/auth/auth.contract.ts'
import { canCreateToken } from '#domain/auth/token.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { change, changeAfter, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import {
  countOwnTokens,
  listOwnTokens,
  lockOwnAccount,
  saveLanguage,
  saveToken,
  saveTokenEnd,
} from './account.queries.ts'
import { compareOwnPassword, setOwnPassword } from './own-password.ts'
import { digestOf, newSecret } from './secrets.ts'

/** The asker's own account: password, language, API tokens. */
export function accountRoutes(served: Served): void {
  changeAfter(served, changePassword, compareOwnPassword, setOwnPassword)

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

type Token = Awaited<ReturnType<typeof listOwnTokens>>[number]

const viewToken = ({ id, name, createdAt, expiresOn, usedOn, expiresAt }: Token, now: Date) => ({
  id,
  name,
  createdAt: createdAt.toISOString(),
  expiresOn,
  usedOn,
  expired: expiresAt <= now,
})
