import type { Role } from '#domain/access/actor.ts'
import { addDays, dayOf, type Day } from '#domain/calendar/calendar.ts'
import { digestOf, newSecret } from '#server/auth/secrets.ts'
import type { Db } from '#server/db/db.ts'

/** Somebody who is signed in. */
export type Person = {
  id: string
  secret: string
  /** News that cannot wait goes to them by mail. */
  isMailed: boolean
}
export type Unit = { id: string; head: Person; liaison: Person; assignee: Person }
export type District = {
  organizationId: string
  timeZone: string
  today: Day
  planId: string
  pillarId: string
  periodId: string
  office: Person
  leader: Person
  principal: Person
  auditor: Person
  units: [Unit, Unit, Unit]
  /** Whose sheets are signed, in a period of their own. */
  signer: Unit
  signingPeriodId: string
}

/** A district of three units in the middle of its year and of its working day; everybody is signed in. */
export async function seedDistrict(db: Db): Promise<District> {
  const now = new Date()
  const timeZone = zoneAtNoon(now)
  const today = dayOf(now, timeZone)
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name: '演练区', timeZone })
    .returning('id')
    .executeTakeFirstOrThrow()
  const person = (name: string, role: Role, unitId: string | null = null) =>
    seedPerson(db, organizationId, { name, role, unitId })
  const unit = async (name: string, position: number): Promise<Unit> => {
    const { id } = await db
      .insertInto('unit')
      .values({ organizationId, name, shortName: name, kind: 'government', groupName: '政府部门', position })
      .returning('id')
      .executeTakeFirstOrThrow()
    return {
      id,
      head: await person(`${name}局长`, 'unitHead', id),
      liaison: await person(`${name}联络员`, 'liaison', id),
      assignee: await person(`${name}承办人`, 'assignee', id),
    }
  }
  return {
    organizationId,
    timeZone,
    today,
    ...(await seedYear(db, organizationId, today)),
    office: await person('林晓岚', 'supervisionOffice'),
    leader: await person('郭建川', 'leaderInCharge'),
    principal: await person('沈书记', 'principalLeader'),
    auditor: await person('审计员', 'auditAdmin'),
    units: [await unit('住建局', 1), await unit('教育局', 2), await unit('商务局', 3)],
    signer: await unit('财政局', 4),
  }
}

/** A zone in which it is about noon, so that no run crosses midnight and what is due stays what it is. */
function zoneAtNoon(now: Date): string {
  const offset = 12 - now.getUTCHours()
  return offset === 0 ? 'Etc/GMT' : `Etc/GMT${offset > 0 ? '-' : '+'}${Math.abs(offset)}`
}

async function seedPerson(
  db: Db,
  organizationId: string,
  { name, role, unitId }: { name: string; role: Role; unitId: string | null },
): Promise<Person> {
  const { id } = await db
    .insertInto('person')
    .values({ organizationId, name, userName: name })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('post').values({ organizationId, personId: id, unitId, role }).execute()
  await db
    .insertInto('account')
    .values({ organizationId, personId: id, passwordDigest: 'none', mustChange: false })
    .execute()
  const secret = newSecret()
  const now = new Date()
  const expiresAt = new Date(now.getTime() + 86_400_000)
  await db
    .insertInto('session')
    .values({ organizationId, personId: id, digest: digestOf(secret), createdAt: now, seenAt: now, expiresAt })
    .execute()
  const isMailed = role === 'unitHead'
  if (isMailed) {
    const reached = { channel: 'email' as const, address: `${id}@yanlian.example.cn`, shown: '…' }
    await db
      .insertInto('personChannel')
      .values({ organizationId, personId: id, ...reached })
      .execute()
  }
  return { id, secret, isMailed }
}

/** A plan year with one pillar and one open period; today is a working day, and next year's holidays are known. */
async function seedYear(db: Db, organizationId: string, today: Day) {
  const year = Number(today.slice(0, 4))
  const now = new Date()
  const { id: planId } = await db
    .insertInto('plan')
    .values({ organizationId, year, state: 'approved', createdAt: now })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: pillarId } = await db
    .insertInto('pillar')
    .values({ organizationId, planId, position: 1, name: '工业强区', mark: '工' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const window = {
    startsOn: addDays(today, -90),
    endsOn: addDays(today, 20),
    opensOn: addDays(today, -1),
    closesOn: addDays(today, 60),
  }
  const { id: periodId } = await db
    .insertInto('period')
    .values({ organizationId, planId, kind: 'quarter', number: 1, ...window })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: signingPeriodId } = await db
    .insertInto('period')
    .values({ organizationId, planId, kind: 'month', number: 1, ...window })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db
    .insertInto('calendarDay')
    .values([
      { organizationId, dayOn: today, workday: true, name: '演练', since: now },
      { organizationId, dayOn: `${year + 1}-01-01`, workday: false, name: '元旦', since: now },
    ])
    .execute()
  return { planId, pillarId, periodId, signingPeriodId }
}
