import { expect, test } from 'vitest'
import type { DraftView, ImportView } from '#domain/imports/imports.contract.ts'
import { world } from '#test/world.ts'

/** A plan of work in the usual form; every row names lead, support and date. */
const PLAN = `望川区2026年城市更新工作方案

一、工业强区
（一）建成精密铸造园二期厂房6万平方米，10月底前投入使用。（牵头单位：区工信局；配合单位：区住建局、区财政局；完成时限：2026年10月31日）
（二）引进投资5000万元以上项目9个。（牵头单位：区工信局；配合单位：区财政局；完成时限：2026年12月20日）

二、环境美区
（三）新建城市公园3处。（牵头单位：区住建局；完成时限：2026年9月30日）
`

const bytesOf = (text: string) => new TextEncoder().encode(text)
const path = (name: string) => `/api/imports?name=${encodeURIComponent(name)}`

/** An office with a plan, four units, a leader in charge, and hands to import. */
async function office() {
  const place = await world()
  const clerk = await place.person('林岚', 'supervisionOffice')
  const industry = await place.unit('区工业和信息化局', ['区工信局'])
  const housing = await place.unit('区住房和城乡建设局', ['区住建局'])
  const finance = await place.unit('区财政局')
  const leader = await place.person('何群', 'leaderInCharge')
  for (const unitId of [industry, housing, finance])
    await place.db
      .insertInto('portfolioUnit')
      .values({ organizationId: place.organizationId, personId: leader.id, unitId })
      .execute()
  const plan = await clerk.post('/api/plans', {
    year: 2026,
    pillars: [
      { name: '工业强区', mark: '工' },
      { name: '环境美区', mark: '环' },
    ],
  })
  expect(plan.status).toBe(201)
  const pillars: { id: string; name: string }[] = plan.body.pillars
  const drop = async (text: string | Uint8Array, name = '方案.txt') => {
    const sent = await clerk.upload(path(name), typeof text === 'string' ? bytesOf(text) : text)
    expect(sent.body).toMatchObject({ id: expect.any(String) })
    return sent.body.id as string
  }
  const see = async (id: string): Promise<ImportView> => {
    const seen = await clerk.get(`/api/imports/${id}`)
    expect(seen.status).toBe(200)
    return seen.body
  }
  const itemsOf = (drafts: readonly DraftView[]) => drafts.map(({ id, version }) => ({ draftId: id, version }))
  const decide = async (id: string, decision: object, drafts: readonly DraftView[] = []) =>
    clerk.post(`/api/imports/${id}/decisions`, { decision, items: itemsOf(drafts) })
  const confirm = (id: string, body: object = {}) => clerk.post(`/api/imports/${id}/confirmation`, body)
  const settleAll = async (id: string) => {
    for (const draft of (await see(id)).drafts)
      for (const doubt of draft.doubts) {
        const now = (await see(id)).drafts.find((one) => one.id === draft.id)
        if (now?.doubts.some((open) => open.id === doubt.id))
          await decide(id, { kind: 'answer', doubtId: doubt.id, answer: firstAnswer(doubt.code), scope: 'one' }, [now])
      }
  }
  return {
    ...place,
    clerk,
    drop,
    see,
    decide,
    confirm,
    settleAll,
    itemsOf,
    units: { industry, housing, finance },
    pillars,
    leader,
  }
}
const firstAnswer = (code: string) =>
  ['no_measure', 'vague_verb', 'year_assumed'].includes(code) ? 'keep' : 'leaveEmpty'

test('a document becomes drafts with spans, names and dates; nothing is registered by it', async () => {
  const { drop, see, db, units, pillars, leader, journal } = await office()
  const id = await drop(PLAN)
  const seen = await see(id)
  expect(seen).toMatchObject({ state: 'review', kind: 'document', name: '方案.txt', counts: { found: 3, pending: 3 } })
  const [first] = seen.drafts
  expect(first).toMatchObject({
    state: 'pending',
    cells: {
      leadUnitId: units.industry,
      dueOn: '2026-10-31',
      pillarId: pillars[0]?.id,
      leaderId: leader.id,
      supports: [{ unitId: units.housing }, { unitId: units.finance }],
    },
  })
  expect(first?.proposed).toContain('leaderId')
  expect(seen.text.slice(first?.source.start, first?.source.end)).toContain('精密铸造园')
  expect(await db.selectFrom('task').select('id').execute()).toEqual([])
  expect((await journal()).map(({ action }) => action)).toContain('import.created')
})
