import type { DraftView } from '#domain/imports/drafts.contract.ts'
import type { ImportView } from '#domain/imports/imports.contract.ts'
import type { AppSettings } from '#server/app.ts'
import { world } from './world.ts'

/** A plan of work in the usual form; every row names lead, support and date. */
export const PLAN = `望川区2026年城市更新工作方案

一、工业强区
（一）建成精密铸造园二期厂房6万平方米，10月底前投入使用。（牵头单位：区工信局；配合单位：区住建局、区财政局；完成时限：2026年10月31日）
（二）引进投资5000万元以上项目9个。（牵头单位：区工信局；配合单位：区财政局；完成时限：2026年12月20日）

二、环境美区
（三）新建城市公园3处。（牵头单位：区住建局；完成时限：2026年9月30日）
`

export const bytesOf = (text: string) => new TextEncoder().encode(text)
export const importPath = (name: string) => `/api/imports?name=${encodeURIComponent(name)}`

/** An office with a plan, units, a leader in charge, and hands to import. */
export async function importOffice(start: { alone?: boolean; settings?: Partial<AppSettings> } = {}) {
  const place = await world(start)
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
  const pillars: { id: string; name: string }[] = plan.body.pillars
  const drop = async (text: string | Uint8Array, name = '方案.txt'): Promise<string> => {
    const sent = await clerk.upload(importPath(name), typeof text === 'string' ? bytesOf(text) : text)
    if (sent.status !== 201) throw new Error(`${sent.status} ${JSON.stringify(sent.body)}`)
    return sent.body.id
  }
  const got = async <Body>(address: string): Promise<Body> => {
    const { status, body } = await clerk.get(address)
    if (status !== 200) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  /** The document and its rows, up to 200. */
  const see = async (id: string): Promise<ImportView & { drafts: DraftView[] }> => {
    const view = await got<ImportView>(`/api/imports/${id}`)
    const { items } = await got<{ items: DraftView[] }>(`/api/imports/${id}/drafts?limit=200`)
    return { ...view, drafts: items }
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
    got,
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
