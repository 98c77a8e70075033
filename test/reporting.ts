import { refreshStandings } from '#server/tasks/standing.ts'
import { world } from './world.ts'

/** In the window of the third quarter, whose sheets these tests fill; a working Monday. */
const IN_WINDOW = new Date('2026-09-28T10:00:00+08:00')
/** The day after the window has closed. */
export const AFTER_WINDOW = new Date('2026-10-15T10:00:00+08:00')

/**
 * A small district in the window of its third quarter: the office, a leader, two units, and one task at work of the
 * works bureau (工信局) with two milestones: one due on 20 September, one in December.
 */
export async function reporting(start: { at?: Date } = {}) {
  const district = await world({ at: start.at ?? IN_WINDOW })
  const { db, organizationId, unit, person } = district
  const works = await unit('工信局')
  const finance = await unit('财政局')
  const people = {
    office: await person('林晓岚', 'supervisionOffice'),
    officeToo: await person('周明', 'supervisionOffice'),
    leader: await person('何立群', 'leaderInCharge'),
    head: await person('梁志恒', 'unitHead', works),
    liaison: await person('苏雨桐', 'liaison', works),
    assignee: await person('许文博', 'assignee', works),
    neighbour: await person('黎小满', 'liaison', finance),
  }
  const since = new Date('2026-01-05T09:00:00+08:00')
  const plan = await db
    .insertInto('plan')
    .values({ organizationId, year: 2026, state: 'approved', createdAt: since })
    .returning('id')
    .executeTakeFirstOrThrow()
  const pillar = await db
    .insertInto('pillar')
    .values({ organizationId, planId: plan.id, position: 1, name: '工业强区', mark: '工' })
    .returning('id')
    .executeTakeFirstOrThrow()
  const period = async (number: number, days: [string, string, string, string]) => {
    const [startsOn, endsOn, opensOn, closesOn] = days
    const { id } = await db
      .insertInto('period')
      .values({ organizationId, planId: plan.id, kind: 'quarter', number, startsOn, endsOn, opensOn, closesOn })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const second = await period(2, ['2026-04-01', '2026-06-30', '2026-06-24', '2026-07-07'])
  const third = await period(3, ['2026-07-01', '2026-09-30', '2026-09-24', '2026-10-14'])
  const fourth = await period(4, ['2026-10-01', '2026-12-31', '2026-12-25', '2027-01-08'])

  let taskCount = 0
  const task = async (title: string, leadUnitId = works) => {
    taskCount += 1
    const { id } = await db
      .insertInto('task')
      .values({
        organizationId,
        planId: plan.id,
        code: `26-工-${String(taskCount).padStart(3, '0')}`,
        pillarId: pillar.id,
        kind: 'project',
        title,
        leadUnitId,
        leaderId: people.leader.id,
        assigneeId: people.assignee.id,
        startsOn: '2026-01-05',
        originalDueOn: '2026-12-20',
        currentDueOn: '2026-12-20',
        state: 'inProgress',
        registeredAt: since,
        since,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    const milestones = await db
      .insertInto('milestone')
      .values(
        [
          { title: '主体封顶', weight: 60, on: '2026-09-20' },
          { title: '竣工验收', weight: 40, on: '2026-12-20' },
        ].map(({ title: name, weight, on }, index) => ({
          organizationId,
          taskId: id,
          position: index + 1,
          title: name,
          weight,
          originalDueOn: on,
          currentDueOn: on,
          since,
        })),
      )
      .returning('id')
      .execute()
    const { today } = district.asking
    await db.transaction().execute((tx) => refreshStandings(tx, organizationId, [id], today))
    return { id, milestoneIds: milestones.map((milestone) => milestone.id) }
  }

  /** A row as an earlier period left it, accepted. */
  const accepted = (
    taskId: string,
    periodId: string,
    values: { actualShare: number; done: string[]; nextStep: string },
  ) =>
    db
      .insertInto('reportEntry')
      .values({
        organizationId,
        periodId,
        unitId: works,
        taskId,
        ...values,
        confidence: 'green',
        state: 'accepted',
        checked: true,
        submittedOn: '2026-06-26',
        submittedBy: people.head.id,
        decidedOn: '2026-06-29',
        decidedBy: people.office.id,
        since: new Date('2026-06-29T09:00:00+08:00'),
      })
      .execute()

  const sheetPath = (periodId = third, unitId = works) => `/api/periods/${periodId}/sheets/${unitId}`
  const rowPath = (taskId: string) => `${sheetPath()}/rows/${taskId}`
  const sheet = async () => (await people.liaison.get(sheetPath())).body
  const row = async (taskId: string) =>
    (await sheet()).rows.find((candidate: { taskId: string }) => candidate.taskId === taskId)
  /** The liaison writes a row that is ready to be signed. */
  const fill = async (taskId: string, changes: object = {}) =>
    people.liaison.put(rowPath(taskId), {
      version: (await row(taskId)).version,
      changes: { actualShare: 55, done: ['完成四层结构施工'], nextStep: '组织封顶', ...changes },
      checked: true,
    })
  const light = async (taskId: string) =>
    await db
      .selectFrom('taskStanding')
      .select(['light', 'actualShare', 'why'])
      .where('taskId', '=', taskId)
      .executeTakeFirstOrThrow()

  return {
    ...district,
    ...people,
    works,
    finance,
    planId: plan.id,
    second,
    third,
    fourth,
    task,
    accepted,
    sheetPath,
    rowPath,
    sheet,
    row,
    fill,
    light,
  }
}
