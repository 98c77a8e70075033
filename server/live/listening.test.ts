import Fastify from 'fastify'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/world.ts'
import { listenTo } from '../db/db.ts'
import { openListening } from './listening.ts'

test('a stopping server opens no ear, also for who asked just before, and leaves none open', async () => {
  const { db } = await freshDatabase()
  const app = Fastify()
  const listening = openListening(app, db, { news: () => undefined })
  await app.ready()
  const early = listening.open()
  const closed = app.close()
  await expect(early).rejects.toThrow('stopping')
  await closed
  await expect(listening.open()).rejects.toThrow('stopping')
  await db.destroy()
})

test('a connection that cannot begin to listen is given back', async () => {
  const { db } = await freshDatabase()
  await expect(listenTo(db, { '': () => undefined }, () => undefined)).rejects.toThrow('identifier')
  await db.destroy()
})
