import { expect, test } from 'vitest'
import { z } from 'zod'
import { ACCESS } from '#domain/access/access.ts'
import { REFUSALS } from '#domain/refusal.ts'
import { allContracts } from './contracts.ts'
import { world } from './world.ts'

const Body = z.looseObject({ content: z.record(z.string(), z.object({ schema: z.looseObject({}) })) })
const Operation = z.object({
  operationId: z.string(),
  summary: z.string().min(5),
  tags: z.array(z.string()).length(1),
  security: z.array(z.unknown()).optional(),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string() })).default([]),
  requestBody: Body.optional(),
  responses: z.record(z.string(), z.looseObject({ description: z.string(), content: Body.shape.content.optional() })),
})
const OpenApi = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
  tags: z.array(z.object({ name: z.string(), description: z.string() })),
  components: z.object({ schemas: z.record(z.string(), z.looseObject({})) }),
})

async function described() {
  const { status, body } = await (await world()).nobody.get('/api/openapi.json')
  expect(status).toBe(200)
  const document = OpenApi.parse(body)
  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), ...operation })),
  )
  const of = (operationId: string) => operations.find((operation) => operation.operationId === operationId)
  return { document, operations, of }
}

test('every contract is described by OpenAPI 3.1, and nothing else is', async () => {
  const { operations } = await described()
  const contracts = await allContracts()
  const inOpenApi = ({ path }: { path: string }) => path.replace(/:(\w+)/g, '{$1}')
  expect(operations.map(({ operationId, method, path }) => `${operationId} ${method} ${path}`).sort()).toEqual(
    contracts.map((contract) => `${contract.operationId} ${contract.method} ${inOpenApi(contract)}`).sort(),
  )
})

test('every operation belongs to one of the described slices', async () => {
  const { document, operations } = await described()
  const known = document.tags.map(({ name }) => name)
  expect(operations.filter(({ tags }) => !known.includes(tags[0] ?? '')).map(({ path }) => path)).toEqual([])
})

test('every operation says how it refuses, and the shape of a refusal names every code', async () => {
  const { document, operations } = await described()
  const silent = operations.filter(({ responses }) => {
    const schema = responses['default']?.content?.['application/json']?.schema
    return schema?.['$ref'] !== '#/components/schemas/Refusal'
  })
  expect(silent.map(({ operationId }) => operationId)).toEqual([])
  expect(document.components.schemas['Refusal']).toMatchObject({
    required: ['code', 'message', 'requestId', 'facts'],
    properties: { code: { enum: Object.keys(REFUSALS) }, fields: { type: 'array' } },
  })
})

test('everything the document refers to is in it', async () => {
  const { document } = await described()
  const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/([^"]+)"/g)].map(([, name]) => name)
  expect(new Set(named)).toEqual(new Set(Object.keys(document.components.schemas)))
})

test('every change takes an Idempotency-Key but those whose answer holds a secret; lists take a cursor', async () => {
  const { of } = await described()
  const contracts = await allContracts()
  const takingKeys = contracts.filter(
    ({ method, operationId, secret }) => method !== 'GET' && ACCESS[operationId] !== 'public' && !secret,
  )
  const takesKey = ({ operationId }: { operationId: string }) =>
    of(operationId)?.parameters.some(({ name }) => name === 'Idempotency-Key')
  expect(contracts.filter(takesKey)).toEqual(takingKeys)
  expect(of('listTasks')?.parameters.map(({ name }) => name)).toEqual(expect.arrayContaining(['after', 'limit']))
})

test('files are described as bytes, on the way in and out; what is public needs no session', async () => {
  const { of } = await described()
  expect(Object.keys(of('createImport')?.requestBody?.content ?? {})).toEqual(['application/octet-stream'])
  expect(Object.keys(of('exportTasks')?.responses['200']?.content ?? {})).toEqual(['application/octet-stream'])
  expect(of('createSession')?.security).toEqual([])
  expect(of('listTasks')?.security).toBeUndefined()
})

test('the readable docs hold no script that the policy would block, and everything they load is there', async () => {
  const { nobody } = await world()
  for (const address of ['/api/docs', '/api/docs/']) {
    const { status, body } = await nobody.get(address)
    expect(status).toBe(200)
    expect(body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>/)
    expect(body).not.toMatch(/\son\w+=|javascript:/i)
    for (const [, asset = ''] of String(body).matchAll(/(?:src|href)="([^"]+)"/g)) {
      const { pathname } = new URL(asset, `http://x${address}`)
      expect({ asset, status: (await nobody.get(pathname)).status }).toEqual({ asset, status: 200 })
    }
  }
  const { body } = await nobody.get('/api/docs/json')
  expect(body).toEqual((await nobody.get('/api/openapi.json')).body)
})
