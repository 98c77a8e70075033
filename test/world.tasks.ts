import type { TaskChanges } from '#domain/tasks/tasks.contract.ts'
import { world } from './world.ts'

type World = Awaited<ReturnType<typeof world>>
export type Somebody = Awaited<ReturnType<World['person']>>

/** Throws what the server answered where it is not what a builder needs. */
const needed = ({ status, body }: { status: number; body: any }) => {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/**
 * A district with a plan year (two pillars), two units with their people, the office and leaders:
 * `const { office, head, task } = await district()`. `task()` gives a draft that can be registered; `inProgress()`
 * one that its unit works on.
 */
export async function district(start: Parameters<typeof world>[0] = {}) {
  const w = await world(start)
  const [lead, other] = [await w.unit('科工信局'), await w.unit('教育局')]
  const office = await w.person('林晓岚', 'supervisionOffice')
  const officer = await w.person('周明', 'supervisionOffice')
  const principal = await w.person('沈书记', 'principalLeader')
  const leader = await w.person('郭建川', 'leaderInCharge')
  const head = await w.person('梁志恒', 'unitHead', lead)
  const liaison = await w.person('高远', 'liaison', lead)
  const assignee = await w.person('韩磊', 'assignee', lead)
  const otherHead = await w.person('魏晴', 'unitHead', other)
  const plan = await planOf(office)
  const [industry, culture] = plan.pillars

  const draft = (changes: TaskChanges = {}) => ({
    pillarId: industry.id,
    kind: 'project',
    title: '建成二期标准厂房并投入使用',
    evidence: '竣工验收备案表',
    leadUnitId: lead,
    leaderId: leader.id,
    weight: 3,
    source: { type: 'annualPlan', title: '政府工作报告', number: '清府〔2026〕3号', quote: '年内建成二期标准厂房' },
    dueOn: '2026-12-25',
    milestones: [
      { title: '主体结构封顶', dueOn: '2026-11-27', weight: 60 },
      { title: '竣工验收备案', dueOn: '2026-12-25', weight: 40 },
    ],
    ...changes,
  })
  const task = async (changes: TaskChanges = {}): Promise<{ id: string; code: string }> =>
    needed(await office.post('/api/tasks', draft(changes)))
  const registered = async (changes: TaskChanges = {}) => {
    const made = await task(changes)
    needed(await office.post(`/api/tasks/${made.id}/registration`))
    return made
  }
  const assigned = async (changes: TaskChanges = {}) => {
    const made = await registered(changes)
    needed(await office.post(`/api/tasks/${made.id}/assignment`))
    return made
  }
  const inProgress = async (changes: TaskChanges = {}) => {
    const made = await assigned(changes)
    needed(await head.post(`/api/tasks/${made.id}/acknowledgement`, { assigneeId: assignee.id }))
    return made
  }
  const read = async (taskId: string, who = office) => needed(await who.get(`/api/tasks/${taskId}`))
  const milestones = { acceptAll: (taskId: string) => acceptAll(w, taskId) }

  return {
    ...w,
    units: { lead, other },
    office,
    officer,
    principal,
    leader,
    head,
    liaison,
    assignee,
    otherHead,
    plan,
    pillars: { industry, culture },
    draft,
    task,
    registered,
    assigned,
    inProgress,
    read,
    milestones,
  }
}

/** The plan year 2026 with two pillars. */
export const planOf = async (office: Somebody, year = 2026) =>
  needed(
    await office.post('/api/plans', {
      year,
      pillars: [
        { name: '工业强区', mark: '工' },
        { name: '文教兴区', mark: '文' },
      ],
    }),
  )

/** What accepted reports leave behind: every milestone claimed and accepted, one report with evidence. */
async function acceptAll({ db, organizationId, clock }: World, taskId: string): Promise<void> {
  const now = clock.now
  const today = '2026-11-20'
  await db
    .updateTable('milestone')
    .set({ state: 'accepted', submittedOn: today, doneOn: today, acceptedAt: now, since: now })
    .where('taskId', '=', taskId)
    .execute()
  const period = await db
    .selectFrom('period')
    .select('id')
    .where('organizationId', '=', organizationId)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const { leadUnitId } = await db
    .selectFrom('task')
    .select('leadUnitId')
    .where('id', '=', taskId)
    .executeTakeFirstOrThrow()
  if (leadUnitId === null) throw new Error('the task has no lead unit')
  await db
    .insertInto('reportEntry')
    .values({
      organizationId,
      periodId: period.id,
      unitId: leadUnitId,
      taskId,
      actualShare: 100,
      evidence: '竣工验收备案表',
      state: 'accepted',
      submittedOn: today,
      decidedOn: today,
      since: now,
    })
    .execute()
}
