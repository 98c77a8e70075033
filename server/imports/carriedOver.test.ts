import { expect, test } from 'vitest'
import { bytesOf, importOffice, importPath } from '#test/world.imports.ts'

test('a row like an unfinished task of the year before is asked about, and stays a task of its own', async () => {
  const { clerk, see, decide, confirm } = await importOffice()
  const before = await clerk.post('/api/plans', { year: 2025, pillars: [{ name: '环境美区', mark: '环' }] })
  const dropInto = async (text: string, planId?: string): Promise<string> => {
    const sent = await clerk.upload(`${importPath('方案.txt')}${planId ? `&planId=${planId}` : ''}`, bytesOf(text))
    expect(sent.status).toBe(201)
    return sent.body.id
  }
  const old =
    '望川区2025年工作方案\n\n一、环境美区\n1.治理青石河河道9公里，栽植护岸林。（牵头单位：区住建局；完成时限：2025年9月30日）'
  const first = await dropInto(old, before.body.id)
  await decide(first, { kind: 'accept' }, (await see(first)).drafts)
  expect((await confirm(first)).status).toBe(200)
  const now = old.replaceAll('2025', '2026').replace('9公里', '12公里')
  const second = await dropInto(now)
  const [row] = (await see(second)).drafts
  expect(row?.doubts).toMatchObject([{ code: 'carried_over', facts: { year: 2025, numbers: '9公里 → 12公里' } }])
  const answer = { kind: 'answer', doubtId: row?.doubts[0]?.id, answer: 'carriedOver', scope: 'one' }
  await decide(second, answer, (await see(second)).drafts)
  expect((await see(second)).drafts[0]).toMatchObject({ doubts: [], task: null, state: 'pending' })
})
