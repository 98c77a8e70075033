import { expect, test } from 'vitest'
import type { Actor } from '#domain/access/actor.ts'
import { DEMO_ORGANIZATION, demoPerson, demoWorld } from '#test/world.demo.ts'
import { findBoardPlans } from './board.queries.ts'
import { countSight, type Parts } from './standing-tasks.ts'

const TODAY = '2026-11-20'

test.each([TODAY, '2026-09-30'])(
  'a board of %s is the same whether it is read at once or a few tasks at a time',
  async (asOn) => {
    const { db, as } = await demoWorld()
    // The office's first look works the standings of the day out.
    await (await as('supervisionOffice')).get('/api/board')
    const actor: Actor = {
      organizationId: DEMO_ORGANIZATION,
      personId: demoPerson('supervisionOffice').id,
      name: '',
      posts: [{ role: 'supervisionOffice', unitId: null }],
      portfolio: { unitIds: [], pillarIds: [] },
    }
    const [plan] = await findBoardPlans(db, actor)
    if (!plan) throw new Error('the demo has no plan')
    const sight = { actor, plan, asOn, today: TODAY, timeZone: 'Asia/Shanghai' }
    const read = (parts: Parts) => countSight(db, sight, parts)
    const whole = await read({ today: 10_000, past: 10_000 })
    expect(whole.board.total.taskCount).toBeGreaterThan(200)
    expect(await read({ today: 7, past: 7 })).toEqual(whole)
  },
)
