import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Endpoint } from '#domain/endpoint.ts'
import { FACE, FLOOR } from './openapi.face.ts'
import { completed, components, DESCRIPTION, tags, type Piece } from './openapi.describe.ts'

/** OpenAPI 3.1 at /api/openapi.json and readable docs at /api/docs, both printed from the contracts. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  const contracts = new Map<string, Endpoint>()
  app.addHook('onRoute', ({ config }) => {
    if (config?.endpoint) contracts.set(config.endpoint.operationId, config.endpoint)
  })
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Yipanqi 一盘棋', version: '1', description: DESCRIPTION },
      tags,
      components: structuredClone(components),
      security: [{ session: [] }, { token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: (found) => complete(jsonSchemaTransformObject(found) as unknown as Document, contracts),
  })
  // One policy for all pages: ours, without the exceptions that the docs bring along and do not need.
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    theme: {
      title: 'Yipanqi API',
      js: [{ filename: 'floor.js', content: FLOOR }],
      css: [{ filename: 'face.css', content: FACE }],
    },
    uiConfig: { layout: 'BaseLayout' },
  })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

type Document = { paths: Record<string, Record<string, Piece>>; components: { schemas: Record<string, Piece> } }

function complete(document: Document, contracts: ReadonlyMap<string, Endpoint>): Document {
  const paths = Object.entries(document.paths).map(([path, operations]) => [
    path,
    Object.fromEntries(
      Object.entries(operations).map(([method, operation]) => {
        const contract = contracts.get(String(operation['operationId']))
        return [method, contract ? completed(operation, contract) : operation]
      }),
    ),
  ])
  return withoutUnused({ ...document, paths: Object.fromEntries(paths) })
}

/** Every schema is registered for both directions; the document keeps those that something speaks of. */
function withoutUnused(document: Document): Document {
  const used = new Set<string>()
  const follow = (piece: unknown): void => {
    for (const [, name = ''] of JSON.stringify(piece).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (used.has(name)) continue
      used.add(name)
      follow(document.components.schemas[name] ?? {})
    }
  }
  follow(document.paths)
  const schemas = Object.entries(document.components.schemas).filter(([name]) => used.has(name))
  return { ...document, components: { ...document.components, schemas: Object.fromEntries(schemas) } }
}
