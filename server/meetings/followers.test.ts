import { randomUUID } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import Fastify from 'fastify'
import { expect, test, vi } from 'vitest'
import { freshDatabase, NOON } from '#test/world.ts'
import { openSessionHub } from './followers.ts'

test('a screen that leaves before the server listens is not kept', async () => {
  const { db } = await freshDatabase()
  const app = Fastify()
  const hub = openSessionHub({ app, db })
  await app.ready()
  const follow = () => {
    const line = new ServerResponse(new IncomingMessage(new Socket()))
    const write = vi.spyOn(line, 'write')
    const screen = {
      actor: {
        organizationId: randomUUID(),
        personId: randomUUID(),
        name: '林晓岚',
        posts: [],
        portfolio: { unitIds: [], pillarIds: [] },
      },
      meetingId: randomUUID(),
      seq: 0,
      today: '2026-11-20',
      timeZone: 'Asia/Shanghai',
      isStill: async () => true,
    }
    hub.follow(screen, line, NOON)
    return { line, write }
  }
  const gone = follow()
  gone.line.destroy()
  const here = follow()
  await vi.waitUntil(() => here.write.mock.calls.length > 0)
  expect(gone.write).not.toHaveBeenCalled()
  await app.close()
  await db.destroy()
})
