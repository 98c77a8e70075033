import { expect, onTestFinished, test, vi } from 'vitest'
import { z } from 'zod'
import { endpoint } from '#domain/endpoint.ts'
import { call } from './api.ts'

const createView = endpoint({
  operationId: 'createView',
  method: 'POST',
  path: '/api/saved-views',
  summary: '',
  body: z.object({ name: z.string() }),
  response: z.object({ id: z.string() }),
})

type Answer = () => Response
const html = (status: number) => new Response('<h1>…</h1>', { status, headers: { 'content-type': 'text/html' } })
const page = () => html(502)
const portal = () => html(200)
const made = () => Response.json({ id: '1' }, { status: 201 })
const cut = () => {
  throw new TypeError('Failed to fetch')
}

/** A network that gives these answers in turn; the keys that came with the requests. */
function answering(...answers: Answer[]) {
  const keys: (string | null)[] = []
  vi.stubGlobal('fetch', async (_: string, { headers }: RequestInit) => {
    keys.push(new Headers(headers).get('idempotency-key'))
    return answers.shift()?.()
  })
  onTestFinished(() => void vi.unstubAllGlobals())
  return { keys, create: (name: string) => call(createView, { body: { name } }) }
}

test.each([
  ['a gateway’s page', page],
  ['a portal’s page', portal],
  ['no answer at all', cut],
])('%s is a sentence that says what to do, never an empty one', async (_, answer) => {
  const { create } = answering(answer)
  await expect(create('一')).rejects.toMatchObject({ code: 'offline', message: expect.stringContaining('请再试') })
})

test('what was sent without an answer is sent again under its key, so that it is done once; the next is its own', async () => {
  const { create, keys } = answering(cut, page, made, made, made)
  await expect(create('二')).rejects.toMatchObject({ code: 'offline' })
  await expect(create('二')).rejects.toMatchObject({ code: 'offline' })
  expect(await create('二')).toEqual({ id: '1' })
  await create('二')
  await create('三')
  const [lost, again, done, next, other] = keys
  expect([again, done]).toEqual([lost, lost])
  expect(new Set([lost, next, other]).size).toBe(3)
})
