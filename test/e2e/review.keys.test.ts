import { describe, expect, test } from 'vitest'
import type { Page } from './browser/page.ts'
import { BROWSER_KINDS } from './browser/unpack.ts'
import { district } from './district.ts'

const PLACES = ['云台', '柳堤', '松坡', '梅岭', '枫林', '荷塘', '石桥', '龙泉', '凤岗', '竹园']
const THINGS = [
  '口袋公园',
  '充电车棚',
  '社区食堂',
  '公共厕所',
  '健身步道',
  '雨水管网',
  '停车泊位',
  '农贸市场',
  '日间照料站',
  '便民书屋',
]
const UNITS = ['区住房和城乡建设局', '区城市管理局', '区民政局']

const isUndated = (at: number) => at % 20 === 7

/** So many tasks as a work plan names them; one of twenty leaves open by when. */
const planOf = (count: number): string => {
  const tasks = Array.from({ length: count }, (_, at) => {
    const what = `在${PLACES[Math.floor(at / 10)]}片区新建${THINGS[at % 10]}${(at % 17) + 2}处`
    const due = isUndated(at) ? '' : `；完成时限：${(at % 6) + 7}月底前`
    return `${at + 1}.${what}。（牵头单位：${UNITS[at % 3]}${due}）`
  })
  return ['清源区2026年网格服务设施建设任务分解', '一、平安稳区', ...tasks].join('\n')
}

async function paste(page: Page, text: string): Promise<void> {
  await page.fill({ css: '.paste textarea' }, text)
  await page.click({ role: 'button', name: '读取' })
  await page.waitFor({ css: '.draft-row.current' })
}

/** The old browser does the same with fewer: it is three times as slow. */
const COUNTS = { floor: 20, current: 100 } as const

describe.each(BROWSER_KINDS)('a review by keys, in the %s browser', (kind) => {
  test('a hundred tasks are confirmed with little more than a key each', async () => {
    const count = COUNTS[kind]
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    await paste(page, planOf(count))
    expect(await page.text('.review .title')).toContain(`识别 ${count} 项`)
    // Hands that do not wait for pictures: every key is done with the row as the one before it left it.
    let keys = 0
    for (let at = 0; at < count; at += 1) {
      for (const key of isUndated(at) ? ['1', 'a'] : ['a']) {
        await page.press(key)
        keys += 1
      }
      if (at % 10 === 9) await page.waitFor({ text: `识别 ${count} 项，已采用 ${at + 1} 项` })
    }
    expect(keys).toBe(count * 1.05)
  })

  test('words that were not read become a task: L finds them, T makes it, Z takes it back', async () => {
    const { as } = await district()
    const page = await as('supervisionOffice', kind, '/imports')
    const LEFT = '要盘活沿街闲置商铺26间，冬月前完成。'
    await paste(
      page,
      `清源区2026年街区更新任务分解\n\n一、平安稳区\n1.更换老旧路灯58盏。（牵头单位：区城市管理局；完成时限：11月底前）\n${LEFT}\n`,
    )
    expect(await page.text('.review .title')).toContain('识别 1 项')
    await page.press('l')
    await page.waitFor({ css: '.document .chosen' })
    expect(await page.text('.document .chosen')).toContain('盘活沿街闲置商铺')
    expect(await page.axe()).toEqual([])
    await page.press('t')
    await page.waitFor({ text: '识别 2 项' })
    await page.waitFor({ css: '.lit.current' })
    expect(await page.text('.lit.current')).toContain('盘活沿街闲置商铺')
    await page.waitFor({ css: '.doubt-card' })
    await page.press('z')
    await page.waitFor({ text: '识别 1 项' })
    await page.click({ css: '.document .unread', nth: 0 })
    await page.click({ role: 'button', name: '立为任务' })
    await page.waitFor({ text: '识别 2 项' })
  })
})
