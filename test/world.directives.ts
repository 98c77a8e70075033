import { COMPLETION_CHECKS } from '#domain/tasks/inLife.ts'
import { district, type Somebody } from './world.tasks.ts'

/** A page that was photographed, as far as its kind is told by its first bytes. */
export const PNG = Buffer.concat([
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  Buffer.from('....IHDR........IEND....'),
])

/** A leader’s words as they were written, blanks included. */
export const TEXT = '  请科工信局牵头，三日内查清停工原因，\n拿出复工时间表报我。 '

/** A district where 沈书记 writes directives: `register()` gives one that the unit has. */
export async function directiveDistrict(at?: Date) {
  const w = await district(at ? { at } : {})
  const third = await w.unit('财政局')
  const thirdHead = await w.person('陶然', 'unitHead', third)
  const deputy = await w.person('陈副区长', 'leaderInCharge')
  const written = (changes: object = {}) => ({
    writerId: w.principal.id,
    writtenOn: '2026-11-19',
    text: TEXT,
    paperTitle: '关于重点项目进展的报告',
    paperNumber: '清发改〔2026〕41号',
    urgency: 'urgent',
    ...changes,
  })
  const assignment = (changes: object = {}) => ({
    leadUnitIds: [w.units.lead],
    supports: [{ unitId: third, deliverable: '资金拨付情况' }],
    leaderId: w.leader.id,
    pillarId: w.pillars.industry.id,
    ...changes,
  })
  const needed = ({ status, body }: { status: number; body: any }) => {
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
    return body
  }
  const register = async (changes: object = {}) =>
    needed(await w.office.post('/api/directives', written({ assignment: assignment({ supports: [] }), ...changes })))
  const read = async (who: Somebody, id: string) => needed(await who.get(`/api/directives/${id}`))
  const listed = async (who: Somebody, query = 'show=all') => needed(await who.get(`/api/directives?${query}`))
  const acknowledge = async (taskId: string) =>
    needed(await w.head.post(`/api/tasks/${taskId}/acknowledgement`, { assigneeId: w.assignee.id }))
  const answer = async (id: string, taskId: string) =>
    needed(
      await w.head.post(`/api/directives/${id}/answers`, { taskId, done: '已到现场查明。', result: '12月1日复工。' }),
    )
  const accept = async (taskId: string) =>
    needed(await w.office.post(`/api/tasks/${taskId}/completion-acceptance`, { checks: COMPLETION_CHECKS }))
  /** Registered, worked on, answered and accepted: it lies before the leader. */
  const beforeLeader = async () => {
    const made = await register()
    const [taskId] = made.taskIds
    await acknowledge(taskId)
    await answer(made.id, taskId)
    await accept(taskId)
    return { id: made.id, taskId }
  }
  return {
    ...w,
    third,
    thirdHead,
    deputy,
    written,
    assignment,
    register,
    read,
    listed,
    acknowledge,
    answer,
    accept,
    beforeLeader,
  }
}
