import { expect, test } from 'vitest'
import { ACCESS, type Access, type EndpointName } from '#domain/access/access.ts'
import { ROLES, type Role } from '#domain/access/actor.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { PROBES, type Subject } from './access.probes.ts'
import { accessWorld, type AccessWorld, type Whose } from './access.world.ts'
import { allContracts } from './contracts.ts'

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
  const { app } = await accessWorld()
  const contracts = await allContracts()
  const unserved = contracts.filter(({ method, path }) => !app.hasRoute({ method, url: path }))
  expect(unserved.map(({ operationId }) => operationId)).toEqual([])
  expect(contracts.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(ACCESS).sort())
})

test('endpoint × role × own or other: each is reached, refused or unseen as the access table says', async () => {
  const contracts = await allContracts()
  const wrong: string[] = []
  for (const role of ROLES) {
    const world = await accessWorld()
    for (const { operationId, contract, probe, whose } of probesOf(contracts)) {
      const answer = await world.ask(role, contract, probe.asked(world, role, whose))
      const wanted = expected(ACCESS[operationId], probe.subject, role, whose)
      const got = outcomeOf(answer)
      if (got !== wanted)
        wrong.push(`${role} ${operationId} (${whose}): ${got} ${answer.status} ${answer.code}, not ${wanted}`)
      if (leaks(world, role, answer.text)) wrong.push(`${role} ${operationId} (${whose}): tells of another unit’s task`)
    }
  }
  expect(wrong).toEqual([])
}, 120_000)

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
