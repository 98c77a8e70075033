import { expect, test } from 'vitest'
import { importOffice } from '#test/world.imports.ts'
import { readingsUnderWay } from './underWay.ts'
import type { Actor } from '#domain/access/actor.ts'

const READING = '3f0a4c1e-7d5b-4c3a-9e61-0a5d1c2b7f44'
const actor = (personId: string): Actor => ({
  organizationId: 'a',
  personId,
  name: '林岚',
  posts: [],
  portfolio: { unitIds: [], pillarIds: [] },
})

test('how far a reading is, only its sender may know, and only while it lasts', async () => {
  const readings = readingsUnderWay()
  const progress = { step: 'reading', rows: 500, of: 900 } as const
  await readings.follow({ actor: actor('1') }, READING, async (tell) => {
    tell(progress)
    expect(readings.progressOf(actor('1'), READING)).toEqual(progress)
    expect(readings.progressOf(actor('2'), READING)).toBeNull()
  })
  expect(readings.progressOf(actor('1'), READING)).toBeNull()
})

test('of a reading that is not under way nothing is known, and sending one under a name works', async () => {
  const { clerk } = await importOffice()
  expect((await clerk.get(`/api/import-readings/${READING}`)).body).toEqual({ progress: null })
  const text = new TextEncoder().encode('1.新建公园3座。（区住建局牵头，6月底前完成）')
  const sent = await clerk.upload(`/api/imports?name=a.txt&readingId=${READING}`, text)
  expect(sent.status).toBe(201)
  expect((await clerk.get(`/api/import-readings/${READING}`)).body).toEqual({ progress: null })
})
