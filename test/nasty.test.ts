import { expect, test } from 'vitest'
import { ACCESS, type Access, type EndpointName } from '#domain/access/access.ts'
import { ROLES, type Role } from '#domain/access/actor.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { REFUSALS } from '#domain/refusal.ts'
import { PROBES } from './access.probes.ts'
import { accessWorld, type AccessWorld } from './access.world.ts'
import { allContracts } from './contracts.ts'
import { filled, fillings, RAW_BODIES, RAW_QUERIES, spoiltPaths, UNREADABLE_BODIES } from './nasty.ts'

type Sent = { method: Endpoint['method']; url: string; payload?: string; headers?: Record<string, string> }
type Request = { what: string; sent: Sent }

/** Somebody who reaches the endpoint. */
function roleFor(name: EndpointName): Role {
  const access: Access = ACCESS[name]
  if (access === 'public' || access === 'signedIn') return 'supervisionOffice'
  return ROLES.find((role) => role in access) ?? 'supervisionOffice'
}

/** Where the probe would ask an endpoint. */
function placeOf(world: AccessWorld, role: Role, contract: Endpoint) {
  const { params = {} } = PROBES[contract.operationId].asked(world, role, 'own')
  return { params, path: contract.path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? '') }
}

/** Sends one request and says what is wrong with the answer: nothing for an answer, or a refusal with a sentence. */
async function problemWith({ app, secretOf }: AccessWorld, role: Role, { headers, ...sent }: Sent) {
  const reply = await app.inject({ ...sent, headers: { cookie: `yipanqi=${secretOf(role)}`, ...headers } })
  if (reply.statusCode < 400) return null
  const { code, message, requestId } = reply.json<Record<string, string>>()
  if (reply.statusCode >= 500) return `${reply.statusCode} ${code}`
  return code && code in REFUSALS && message && requestId ? null : `${reply.statusCode} without a sentence`
}

/** Everything nasty that can be sent to one endpoint. */
function requestsTo(world: AccessWorld, role: Role, contract: Endpoint): Request[] {
  const { method, body, query, answers } = contract
  const { params, path } = placeOf(world, role, contract)
  const json = (payload: unknown) => ({
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json' },
  })
  const withQuery = (search: string): Sent => ({ method, url: `${path}?${search}`, ...(body && json({})) })
  return [
    ...spoiltPaths(contract, params).map((url) => ({ what: url, sent: { method, url, ...(body && json({})) } })),
    ...(query && !answers ? RAW_QUERIES : RAW_QUERIES.slice(0, 1)).map((search) => ({
      what: search,
      sent: withQuery(search),
    })),
    ...(query ? fillings(world.idOf) : []).map(({ what, filling }) => ({
      what: `a query with ${what}`,
      sent: withQuery(new URLSearchParams(Object.entries(filled(query, filling) ?? {})).toString()),
    })),
    ...(body ? fillings(world.idOf) : []).map(({ what, filling }) => ({
      what: `a body with ${what}`,
      sent: { method, url: path, ...json(filled(body, filling)) },
    })),
    ...(method === 'GET' ? [] : Object.entries(RAW_BODIES)).map(([what, { type, body: payload }]) => ({
      what,
      sent: { method, url: path, payload, headers: { 'content-type': type } },
    })),
  ]
}

// Would end the session or lock the account of the one who walks, or go on for ever.
const LEFT_OUT: readonly EndpointName[] = [
  'endSession',
  'endOtherSessions',
  'changePassword',
  'followChanges',
  'followMeeting',
]

test('whatever comes in, no endpoint fails: it answers or refuses with a sentence', async () => {
  const world = await accessWorld()
  const wrong: string[] = []
  for (const contract of await allContracts()) {
    if (LEFT_OUT.includes(contract.operationId)) continue
    const role = roleFor(contract.operationId)
    for (const { what, sent } of requestsTo(world, role, contract)) {
      const problem = await problemWith(world, role, sent)
      if (problem) wrong.push(`${contract.operationId}, ${what.slice(0, 100)}: ${problem}`)
    }
  }
  expect(wrong).toEqual([])
}, 240_000)

test('a body that cannot be read is refused with a sentence, where JSON is wanted and where a file is', async () => {
  const world = await accessWorld()
  const contracts = (await allContracts()).filter(({ method }) => method !== 'GET')
  const ofEachKind = ['bytes', undefined].map((kind) => contracts.find(({ receives }) => receives === kind))
  const asked = ofEachKind.flatMap((contract) => (contract ? [contract] : []))
  expect(asked).toHaveLength(2)
  for (const contract of asked) {
    const role = roleFor(contract.operationId)
    const { path } = placeOf(world, role, contract)
    for (const [what, { type, body }] of Object.entries(UNREADABLE_BODIES)) {
      const sent = { method: contract.method, url: path, payload: body, headers: { 'content-type': type } }
      expect(await problemWith(world, role, sent), `${contract.operationId}, ${what}`).toBeNull()
    }
  }
})

test('text that the database cannot keep is refused by the name of its field', async () => {
  const { app, secretOf, planId } = await accessWorld()
  const cookie = `yipanqi=${secretOf('supervisionOffice')}`
  const refused = await app.inject({
    method: 'PATCH',
    url: `/api/plans/${planId}`,
    payload: '{"pillars":[{"name":"工业\\u0000强区","mark":"工"}]}',
    headers: { cookie, 'content-type': 'application/json', 'accept-language': 'en' },
  })
  expect(refused.statusCode).toBe(400)
  expect(refused.json()).toMatchObject({
    code: 'invalid_input',
    fields: [{ at: 'pillars/0/name', message: expect.stringContaining('cannot be kept') }],
  })
})
