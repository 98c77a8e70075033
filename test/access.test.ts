import { expect, test } from 'vitest'
import { ACCESS, type Access, type EndpointName, SESSION_ONLY } from '#domain/access/access.ts'
import { ROLES, type Role } from '#domain/access/actor.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { NOBODY, PROBES, type Subject } from './access.probes.ts'
import { accessWorld, type AccessWorld, type Whose } from './access.world.ts'
import { allContracts } from './contracts.ts'
import { filled, fillings } from './nasty.ts'
import { world } from './world.ts'

/** What an answer says about access, whatever it says about the matter. */
type Outcome = 'reached' | 'refused' | 'unseen' | 'unknown'

const outcomeOf = ({ status, code }: { status: number; code: string | undefined }): Outcome => {
  if (code === 'not_signed_in') return 'unknown'
  if (status === 403 && code === 'not_allowed') return 'refused'
  return status === 404 ? 'unseen' : 'reached'
}

function expected(access: Access, subject: Subject, role: Role, whose: Whose): Outcome {
  if (access === 'public') return 'reached'
  const reach = access === 'signedIn' ? 'all' : access[role]
  if (reach === undefined) return 'refused'
  if (subject === 'absent') return 'unseen'
  if (subject === 'personal') return whose === 'other' ? 'unseen' : 'reached'
  if (subject === 'none' || reach === 'all') return 'reached'
  return whose === 'other' ? 'unseen' : 'reached'
}

test('every contract is served, has a row in the access table, and is probed here', async () => {
  const { app } = await world()
  const contracts = await allContracts()
  const unserved = contracts.filter(({ method, path }) => !app.hasRoute({ method, url: path }))
  expect(unserved.map(({ operationId }) => operationId)).toEqual([])
  expect(contracts.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(ACCESS).sort())
})

test('endpoint × role × own or other: each is reached, refused or unseen as the access table says', async () => {
  const contracts = await allContracts()
  const wrong: string[] = []
  // What only reads leaves the others what they read; what one role changes must not be there for the next.
  const read = await accessWorld()
  for (const role of ROLES) {
    const changed = await accessWorld()
    for (const { operationId, contract, probe, whose } of probesOf(contracts)) {
      const world = contract.method === 'GET' ? read : changed
      const answer = await world.ask(role, contract, probe.asked(world, role, whose))
      const wanted = expected(ACCESS[operationId], probe.subject, role, whose)
      const got = outcomeOf(answer)
      if (got !== wanted)
        wrong.push(`${role} ${operationId} (${whose}): ${got} ${answer.status} ${answer.code}, not ${wanted}`)
      if (leaks(world, role, answer.text)) wrong.push(`${role} ${operationId} (${whose}): tells of another unit’s task`)
    }
  }
  expect(wrong).toEqual([])
}, 240_000)

test('without a session only what is declared public answers', async () => {
  const world = await accessWorld()
  const wrong: string[] = []
  for (const { operationId, contract, probe } of probesOf(await allContracts())) {
    const got = outcomeOf(await world.ask(null, contract, probe.asked(world, 'supervisionOffice', 'own')))
    const wanted: Outcome = ACCESS[operationId] === 'public' ? 'reached' : 'unknown'
    if (got !== wanted) wrong.push(`${operationId}: ${got}`)
  }
  expect(wrong).toEqual([])
}, 60_000)

test('what gives access or a secret is refused to a token, and so is whatever else is the account’s', async () => {
  const { app, person } = await world()
  const token = await (await person('舒望', 'sysAdmin')).post('/api/tokens', { name: '报表', expiresOn: '2027-01-01' })
  const refused: string[] = []
  for (const { operationId, method, path } of await allContracts()) {
    if (method === 'GET' || ACCESS[operationId] === 'public') continue
    const url = path.replace(/:\w+/g, (name) => (name === ':channel' ? 'email' : NOBODY))
    const headers = { authorization: `Bearer ${token.body.secret}` }
    const reply = await app.inject({ method, url, payload: {}, headers })
    if (reply.json().code === 'session_needed') refused.push(operationId)
    else if (ACCOUNT.test(path) && !BY_TOKEN.includes(operationId)) refused.push(`not ${operationId}`)
  }
  expect(refused.sort()).toEqual([...SESSION_ONLY].sort())
})
/** Where access, secrets and addresses are kept. */
const ACCOUNT = /^\/api\/(account|accounts|sessions|tokens|people|webhooks)\b/
/** Of these, what a token may do: it gives nobody anything. */
const BY_TOKEN: readonly EndpointName[] = ['changeLanguage', 'setOwnQuiet', 'dropChannel', 'endSession', 'testWebhook']

test('whoever holds every post of another organization finds and changes nothing of this one', async () => {
  const world = await accessWorld()
  const { db, app } = world
  const { secret, organizationId } = await neighbourOf(world)
  const known = [world.task.own, world.unit.own, world.planId, world.periodId, world.meeting.own, world.code.own]
  const entries = () =>
    db.selectFrom('journalEntry').select('seq').where('organizationId', '<>', organizationId).execute()
  const before = (await entries()).length
  const filling = fillings(world.idOf).find(({ what }) => what === 'the largest numbers')?.filling
  const wrong: string[] = []
  for (const { contract, probe } of probesOf(await allContracts())) {
    if (contract.answers === 'stream' || ACCESS[contract.operationId] === 'public') continue
    if (ENDING.includes(contract.operationId)) continue
    const { params = {}, query, body, bytes } = probe.asked(world, 'supervisionOffice', 'own')
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '')
    const bodies = contract.body && filling ? [body ?? {}, filled(contract.body, filling) as object] : [body]
    for (const sent of bodies) {
      const reply = await app.inject({
        method: contract.method,
        url: query ? `${path}?${new URLSearchParams(query).toString()}` : path,
        ...(bytes ? { payload: Buffer.from(bytes) } : sent && { payload: sent }),
        headers: { cookie: `yipanqi=${secret}`, ...(bytes && { 'content-type': 'application/octet-stream' }) },
      })
      const isAbout = ['unit', 'task'].includes(probe.subject)
      if (reply.statusCode >= 500 || (isAbout && reply.statusCode < 400))
        wrong.push(`${contract.operationId}: ${reply.statusCode}`)
      // A list of what was refused names what was sent.
      const said = JSON.stringify([path, sent])
      if (reply.statusCode < 400 && known.some((id) => reply.body.includes(id) && !said.includes(id)))
        wrong.push(`${contract.operationId}: tells of another organization`)
    }
  }
  expect(wrong).toEqual([])
  expect(await entries()).toHaveLength(before)
}, 240_000)

/** Somebody of another organization in the same database, in every post that one person can hold there. */
async function neighbourOf({ db, session }: AccessWorld) {
  const { id: organizationId } = await db
    .insertInto('organization')
    .values({ name: '邻区' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const unit = {
    name: '邻区住建局',
    shortName: '住建局',
    aliases: [],
    kind: 'government' as const,
    groupName: '政府部门',
  }
  const { id: unitId } = await db
    .insertInto('unit')
    .values({ ...unit, organizationId, position: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  const { id: personId } = await db
    .insertInto('person')
    .values({ organizationId, name: '邻人', userName: 'linren' })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('account').values({ organizationId, personId, passwordDigest: 'x', mustChange: false }).execute()
  for (const role of ROLES)
    await db
      .insertInto('post')
      .values({ organizationId, personId, role, title: '', ...(UNIT_ROLES.includes(role) && { unitId }) })
      .execute()
  return { organizationId, secret: await session(organizationId, personId) }
}

// What ends the session, or an address, comes last.
const ENDING: readonly EndpointName[] = ['createFeed', 'revokeFeed', 'endOtherSessions', 'changePassword', 'endSession']

function probesOf(contracts: readonly Endpoint[]) {
  const ordered = [...contracts].sort((a, b) => ENDING.indexOf(a.operationId) - ENDING.indexOf(b.operationId))
  return ordered.flatMap((contract) => {
    const probe = PROBES[contract.operationId]
    const sides: Whose[] = probe.subject === 'none' || probe.subject === 'absent' ? ['own'] : ['own', 'other']
    return sides.map((whose) => ({ operationId: contract.operationId, contract, probe, whose }))
  })
}

const UNIT_ROLES: readonly Role[] = ['unitHead', 'liaison', 'assignee']
const leaks = (world: AccessWorld, role: Role, text: string): boolean =>
  UNIT_ROLES.includes(role) && (text.includes(world.task.other) || text.includes(world.code.other))
