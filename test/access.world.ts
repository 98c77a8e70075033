import { text } from 'node:stream/consumers'
import type { LightMyRequestResponse as Response } from 'fastify'
import { z } from 'zod'
import { ROLES, type Role } from '#domain/access/actor.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { DISTRICT } from '#server/demo/district.ts'
import { idOf } from '#server/demo/ids.ts'
import type { Db } from '#server/db/db.ts'
import { digestOf, newSecret } from '#server/auth/secrets.ts'
import { DEMO_NOW } from './database.setup.ts'
import { DEMO_ORGANIZATION, demoPerson, demoWorld } from './world.demo.ts'

export type Whose = 'own' | 'other'
export type Asked = {
  params?: Record<string, string>
  query?: Record<string, string>
  body?: object
  bytes?: Uint8Array
}

export type AccessWorld = Awaited<ReturnType<typeof accessWorld>>

/** The demo district with somebody signed in for every role, and a subject of their own unit's and of another's. */
export async function accessWorld() {
  const { db, app, as, session } = await demoWorld()
  const ownUnitKey = demoPerson('unitHead').unitKey ?? ''
  const unit = {
    own: idOf('unit', ownUnitKey),
    other: idOf('unit', DISTRICT.units.find(({ key }) => key !== ownUnitKey)?.key ?? ''),
  }
  const taskOf = (unitId: string) =>
    db
      .selectFrom('task as t')
      .select(['t.id', 't.code', 't.pillarId'])
      .where('t.leadUnitId', '=', unitId)
      .where('t.state', '=', 'inProgress')
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('taskSupport as s')
              .select('s.taskId')
              .whereRef('s.taskId', '=', 't.id')
              .where('s.unitId', '=', unit.own),
          ),
        ),
      )
      .orderBy('t.code')
      .executeTakeFirstOrThrow()
  const [own, other] = [await taskOf(unit.own), await taskOf(unit.other)]
  const supported = await supportedBy(db, unit)
  const former = await formerlyLed(db, unit)
  const notice = { own: await noticeFor(db, unit.own, own.id), other: await noticeFor(db, unit.other, other.id) }
  const directive = {
    own: await directiveFor(db, { number: 901, taskId: own.id, writtenBy: demoPerson('leaderInCharge').id }),
    other: await directiveFor(db, { number: 902, taskId: other.id, writtenBy: demoPerson('principalLeader').id }),
  }
  const period = await db.selectFrom('period').select('id').where('number', '=', 4).executeTakeFirstOrThrow()
  const plan = await db.selectFrom('plan').select('id').executeTakeFirstOrThrow()

  const troubled = async (task: { id: string }, raisedUnitId: string) => {
    const { id } = await db
      .insertInto('difficulty')
      .values({
        organizationId: DEMO_ORGANIZATION,
        taskId: task.id,
        kind: 'hard',
        cause: 'funds',
        title: '尾款没有着落',
        ask: '请协调资金',
        consequence: '年内不能竣工',
        tried: '已与两家银行接洽',
        wantedOn: '2026-12-31',
        raisedUnitId,
        raisedBy: demoPerson('liaison').id,
        raisedByHead: false,
        raisedOn: '2026-11-20',
        lightAtRaising: 'green',
        state: 'raised',
        level: 1,
        enteredOn: '2026-11-20',
        since: DEMO_NOW,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return id
  }
  const difficulty = { own: await troubled(own, unit.own), other: await troubled(other, unit.other) }

  const meeting = {
    own: await meetingOf(db, unit.own, { planId: plan.id, number: 98 }),
    other: await meetingOf(db, unit.other, { planId: plan.id, number: 99 }),
  }

  const ids: Record<string, string> = {
    meetingId: meeting.own,
    difficultyId: difficulty.own,
    unitId: unit.own,
    leadUnitId: unit.own,
    taskId: own.id,
    planId: plan.id,
    periodId: period.id,
    pillarId: own.pillarId,
    leaderId: demoPerson('leaderInCharge').id,
    assigneeId: demoPerson('assignee').id,
    personId: demoPerson('liaison').id,
  }

  const secrets = new Map<Role, string | null>()
  for (const role of ROLES) secrets.set(role, (await as(role)).secret)

  const ask = async (role: Role | null, contract: Endpoint, asked: Asked) => {
    const path = contract.path.replace(/:(\w+)/g, (_, name: string) => asked.params?.[name] ?? '')
    const reply = await app.inject({
      payloadAsStream: contract.answers === 'stream',
      method: contract.method,
      url: asked.query ? `${path}?${new URLSearchParams(asked.query).toString()}` : path,
      ...(asked.bytes ? { payload: Buffer.from(asked.bytes) } : asked.body && { payload: asked.body }),
      headers: {
        ...(role && { cookie: `yipanqi=${secrets.get(role)}` }),
        ...(asked.bytes && { 'content-type': 'application/octet-stream' }),
      },
    })
    if (contract.answers === 'stream') return headOf(reply)
    const json = String(reply.headers['content-type']).includes('json')
    const code = json ? (reply.json<{ code?: string } | null>()?.code ?? undefined) : undefined
    return { status: reply.statusCode, code, text: json ? reply.body : '' }
  }

  const feed = newSecret()
  await db
    .insertInto('calendarFeed')
    .values({
      organizationId: DEMO_ORGANIZATION,
      personId: demoPerson('securityAdmin').id,
      digest: digestOf(feed),
      createdAt: DEMO_NOW,
    })
    .execute()

  return {
    app,
    db,
    feed,
    ask,
    session,
    unit,
    task: { own: own.id, other: other.id },
    former,
    supported,
    notice,
    meeting,
    directive,
    code: { own: own.code, other: other.code },
    difficulty,
    pillarId: own.pillarId,
    periodId: period.id,
    planId: plan.id,
    personOf: (role: Role) => demoPerson(role).id,
    secretOf: (role: Role) => secrets.get(role) ?? '',
    /** The id of something that exists, by the name of the field it belongs into. */
    idOf: (name: string): string | undefined => ids[name.replace(/Ids$/, 'Id')],
  }
}

/** What a stream begins with: it goes on by itself, and only a refusal is read to its end. */
async function headOf(reply: Response) {
  const events = reply.stream()
  if (reply.statusCode !== 200) {
    const body = await text(events)
    return { status: reply.statusCode, code: z.object({ code: z.string() }).parse(JSON.parse(body)).code, text: body }
  }
  events.destroy()
  return { status: 200, code: undefined, text: '' }
}

/** A task of a third unit to which both units owe something. */
async function supportedBy(db: Db, unit: Record<Whose, string>): Promise<string> {
  const { id } = await db
    .selectFrom('task')
    .select('id')
    .where('leadUnitId', 'not in', [unit.own, unit.other])
    .where('state', '=', 'inProgress')
    .where('restricted', '=', false)
    .orderBy('code', 'desc')
    .limit(1)
    .executeTakeFirstOrThrow()
  const owed = (unitId: string) => ({
    organizationId: DEMO_ORGANIZATION,
    taskId: id,
    unitId,
    deliverable: '红线图',
    dueOn: '2026-11-27',
    since: DEMO_NOW,
  })
  await db
    .insertInto('taskSupport')
    .values([owed(unit.own), owed(unit.other)])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  return id
}

/** Tasks that were transferred to a third unit: from one's own, and from another that is not one's own. */
async function formerlyLed(db: Db, unit: Record<Whose, string>): Promise<Record<Whose, string>> {
  const [own, other] = await db
    .selectFrom('task')
    .select(['id', 'leadUnitId'])
    .where('leadUnitId', 'not in', [unit.own, unit.other])
    .where('state', '=', 'inProgress')
    .where('restricted', '=', false)
    .orderBy('code')
    .limit(2)
    .execute()
  if (!own?.leadUnitId || !other?.leadUnitId) throw new Error('the demo has no two tasks of third units')
  const given = (taskId: string, fromUnitId: string, toUnitId: string) => ({
    organizationId: DEMO_ORGANIZATION,
    taskId,
    // Beside what the demo tells of it.
    number: 90,
    fromUnitId,
    toUnitId,
    transferredAt: DEMO_NOW,
    transferredBy: demoPerson('supervisionOffice').id,
    reason: '职责调整',
  })
  await db
    .insertInto('taskTransfer')
    .values([given(own.id, unit.own, own.leadUnitId), given(other.id, unit.other, other.leadUnitId)])
    .execute()
  return { own: own.id, other: other.id }
}

/** A yellow notice that the unit has been sent. */
async function noticeFor(db: Db, unitId: string, taskId: string): Promise<string> {
  const { id } = await db
    .insertInto('supervisionNotice')
    .values({
      organizationId: DEMO_ORGANIZATION,
      key: `probe ${taskId}`,
      level: 'yellow',
      state: 'issued',
      year: 2026,
      number: unitId.charCodeAt(0) * 256 + unitId.charCodeAt(1),
      numberText: '清督〔2026〕1号',
      taskId,
      unitId,
      reason: JSON.stringify({ code: 'written', facts: { text: '进度落后' } }),
      answerWithinWorkdays: 3,
      proposedOn: '2026-11-19',
      issuedOn: '2026-11-19',
      answerBy: '2026-11-24',
      since: DEMO_NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** A meeting whose minutes are circulated, in which this one unit takes part. */
async function meetingOf(db: Db, unitId: string, numbered: { planId: string; number: number }): Promise<string> {
  const organizationId = DEMO_ORGANIZATION
  const by = demoPerson('supervisionOffice').id
  const { id } = await db
    .insertInto('jointMeeting')
    .values({
      ...numbered,
      organizationId,
      year: 2026,
      state: 'circulated',
      heldOn: '2026-11-19',
      startsAt: '14:30',
      plannedMinutes: 120,
      arrangement: JSON.stringify({ order: [], minutes: {}, titles: {}, own: [] }),
      minutesEdits: JSON.stringify({}),
      freezeOrdinal: 1,
      beganAt: DEMO_NOW,
      createdBy: by,
      since: DEMO_NOW,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('meetingParticipant').values({ organizationId, meetingId: id, part: 'member', unitId }).execute()
  await db
    .insertInto('meetingFreeze')
    .values({
      organizationId,
      meetingId: id,
      ordinal: 1,
      frozenAt: DEMO_NOW,
      asOn: '2026-11-19',
      agenda: JSON.stringify([]),
      digest: '0',
      frozenBy: by,
    })
    .execute()
  return id
}

async function directiveFor(
  db: Db,
  { number, taskId, writtenBy }: { number: number; taskId: string; writtenBy: string },
): Promise<string> {
  const organizationId = DEMO_ORGANIZATION
  const { id } = await db
    .insertInto('directive')
    .values({
      organizationId,
      year: 2026,
      number,
      writtenBy,
      writtenOn: '2026-11-19',
      text: '请抓紧办理并报告结果。',
      urgency: 'urgent',
      limitBy: 'urgency',
      dueOn: '2026-11-24',
      registeredOn: '2026-11-19',
      registeredAt: DEMO_NOW,
      registeredBy: demoPerson('supervisionOffice').id,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await db.insertInto('directiveTask').values({ organizationId, directiveId: id, taskId, since: DEMO_NOW }).execute()
  await db
    .insertInto('directiveStanding')
    .values({ organizationId, directiveId: id, state: 'inHand', currentDueOn: '2026-11-24' })
    .execute()
  return id
}
