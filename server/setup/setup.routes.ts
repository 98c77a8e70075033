import { createSetup, getSetup } from '#domain/auth/setup.contract.ts'
import { SUGGESTED_PILLARS } from '#domain/auth/first-run.ts'
import { canSetPassword } from '#domain/auth/password-rules.ts'
import { dayOf, yearOf, type DayException } from '#domain/calendar/calendar.ts'
import { STANDARD_PERIOD_RULE } from '#domain/reports/period.ts'
import { Refusal } from '#domain/refusal.ts'
import { ensure } from '#domain/verdict.ts'
import { digestPassword } from '../auth/password.ts'
import { digestOf } from '../auth/secrets.ts'
import { byPerson } from '../auth/sign-in.ts'
import { addDaysOnce } from '../calendar/calendar.queries.ts'
import { nationalDays } from '../calendar/holidays.ts'
import type { Tx } from '../db/db.ts'
import type { Changing } from '../http/context.ts'
import { open, type Public, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { beginPlan } from '../plan/plan.routes.ts'
import { hasOrganization, saveFirstPerson, saveOrganizationNamed, useSetupLink } from './setup.queries.ts'

type FirstPerson = { name: string; userName: string; password: string }
type Setup = {
  link: string
  organizationName: string
  administrator: FirstPerson
  office?: FirstPerson | undefined
  planYear: number
  pillars: { name: string; mark: string }[]
  ownDays: DayException[]
}

/** The first run of an empty installation. */
export function setupRoutes(served: Served): void {
  open(served, getSetup, async ({ db, now, query }) => {
    const planYear = query.planYear ?? yearOf(dayOf(now, 'Asia/Shanghai'))
    const needed = !(await hasOrganization(db))
    return {
      needed,
      suggestion: { planYear, pillars: [...SUGGESTED_PILLARS], nationalDays: [...nationalDays(planYear)] },
    }
  })

  open(served, createSetup, async (asked) => {
    const setup: Setup = asked.body
    refuseWeakPasswords(setup)
    const organizationId = await served.db.transaction().execute((tx) => beginOrganization(tx, asked, setup))
    served.afterChange(organizationId)
    return { organizationId }
  })
}

function refuseWeakPasswords({ administrator, office }: Setup): void {
  ensure(canSetPassword(administrator.password, administrator.userName))
  if (!office) return
  ensure(canSetPassword(office.password, office.userName))
  if (office.userName.toLowerCase() === administrator.userName.toLowerCase()) {
    throw new Refusal('already_exists', { value: office.userName })
  }
}

/** Everything or nothing; a link that somebody else is using at this moment waits and is then used up. */
async function beginOrganization(tx: Tx, asked: Public, setup: Setup): Promise<string> {
  const isFirst = await useSetupLink(tx, digestOf(setup.link), asked.now)
  if (await hasOrganization(tx)) throw new Refusal('setup_done')
  if (!isFirst) throw new Refusal('setup_link_invalid')
  const { id: organizationId, timeZone } = await saveOrganizationNamed(tx, setup.organizationName)
  const today = dayOf(asked.now, timeZone)
  const { administrator, office } = setup
  const personId = await addPerson(tx, asked, organizationId, { ...administrator, role: 'sysAdmin', position: 1 })
  const by = byPerson(tx, asked, { organizationId, personId, name: administrator.name })
  const changing: Changing = { ...by, today, timeZone }
  const after = { name: setup.organizationName, administrator: administrator.name }
  const subjectId = organizationId
  await record(changing, { action: 'organization.created', subjectType: 'organization', subjectId, after })
  if (office) await addOffice(changing, asked, office)
  await addDaysOnce(tx, organizationId, setup.ownDays, asked.now)
  await beginPlan(changing, setup.planYear, setup.pillars, STANDARD_PERIOD_RULE)
  return organizationId
}

async function addOffice(changing: Changing, asked: Public, office: FirstPerson): Promise<void> {
  const { tx, actor } = changing
  const first = { ...office, role: 'supervisionOffice', position: 2 } as const
  const subjectId = await addPerson(tx, asked, actor.organizationId, first)
  const after = { name: office.name, userName: office.userName, posts: [{ role: first.role }] }
  await record(changing, { action: 'person.created', subjectType: 'person', subjectId, after })
}

async function addPerson(
  tx: Tx,
  { now }: Public,
  organizationId: string,
  { password, ...person }: FirstPerson & { role: 'sysAdmin' | 'supervisionOffice'; position: number },
): Promise<string> {
  const passwordDigest = await digestPassword(password)
  return saveFirstPerson(tx, organizationId, { ...person, passwordDigest, changedAt: now })
}
