import { minutesLocked } from '#domain/auth/lockout.ts'
import { listAccounts, resetPassword, unlockAccount } from '#domain/org/accounts.contract.ts'
import { writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { change, changeAfter, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { saveAccessEnd, savePassword } from '../auth/account.queries.ts'
import { listAllAccounts, lockAccount } from './accounts.queries.ts'
import { saveFailures } from '../auth/auth.queries.ts'
import { newInitialPassword } from '../auth/initial-password.ts'

/** Other people's accounts, for the system and the security administrator. */
export function accountsRoutes(served: Served): void {
  read(served, listAccounts, async ({ db, actor, query, now }) => {
    const rows = await listAllAccounts(db, actor, query, now)
    const page = rows.slice(0, query.limit)
    const last = rows.length > query.limit ? page.at(-1) : undefined
    return {
      items: page.map((row) => viewAccount(row, now)),
      next: last ? writeCursor([last.userName.toLowerCase(), last.id]) : null,
    }
  })

  changeAfter(served, resetPassword, newInitialPassword, async (changing, { initialPassword, passwordDigest }) => {
    const { tx, actor, params, now } = changing
    if (params.personId === actor.personId) throw new Refusal('own_account')
    const account = await lockAccount(tx, actor, params.personId)
    if (!account) throw new Refusal('not_found')
    await savePassword(tx, account, { passwordDigest, mustChange: true, changedAt: now })
    await saveAccessEnd(tx, account, now)
    await record(changing, { action: 'password.reset', subjectType: 'person', subjectId: params.personId })
    return { initialPassword }
  })

  change(served, unlockAccount, async (changing) => {
    const { tx, actor, params } = changing
    const account = await lockAccount(tx, actor, params.personId)
    if (!account) throw new Refusal('not_found')
    await saveFailures(tx, account, 0, null)
    await record(changing, { action: 'account.unlocked', subjectType: 'person', subjectId: params.personId })
    return {}
  })
}

type Row = Awaited<ReturnType<typeof listAllAccounts>>[number]

const viewAccount = (row: Row, now: Date) => ({
  id: row.id,
  name: row.name,
  userName: row.userName,
  phone: row.phone,
  posts: row.posts,
  disabled: row.disabledAt !== null,
  lockedUntil: minutesLocked(row.lockedUntil, now) > 0 ? (row.lockedUntil?.toISOString() ?? null) : null,
  mustChangePassword: row.mustChange,
})
