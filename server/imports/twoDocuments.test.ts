import { expect, test } from 'vitest'
import { importOffice } from '#test/world.imports.ts'

const plan = (title: string, rows: readonly string[]) => [title, '', '一、环境美区', ...rows].join('\n')
const RIVER = '1.治理青石河河道9公里，栽植两岸护岸林。（牵头单位：区住建局；完成时限：2026年9月30日）'

test('a row that another document under review has as well is asked about, until that one is no longer open', async () => {
  const { drop, see, decide, clerk } = await importOffice()
  const first = await drop(plan('望川区2026年水利工作方案', [RIVER]), '水利方案.txt')
  expect((await see(first)).drafts[0]?.doubts).toEqual([])
  const again = plan('望川区2026年绿化工作方案', [
    RIVER.replace('9公里', '12公里'),
    '2.新建口袋公园6个。（牵头单位：区住建局；完成时限：2026年10月31日）',
  ])
  const second = await drop(again, '绿化方案.txt')
  const [row, other] = (await see(second)).drafts
  expect(row?.doubts).toMatchObject([
    { code: 'in_other_import', facts: { name: '水利方案.txt', numbers: '9公里 → 12公里' } },
  ])
  expect(other?.doubts).toEqual([])
  const answer = { kind: 'answer', doubtId: row?.doubts[0]?.id, answer: 'discard', scope: 'one' }
  await decide(second, answer, row ? [row] : [])
  expect((await see(second)).drafts[0]).toMatchObject({ state: 'discarded' })
  await clerk.post(`/api/imports/${first}/undoing`, { reason: '' })
  await clerk.post(`/api/imports/${second}/undoing`, { reason: '' })
  const third = await drop(again, '绿化方案（重发）.txt')
  expect((await see(third)).drafts.map(({ doubts }) => doubts)).toEqual([[], []])
})
