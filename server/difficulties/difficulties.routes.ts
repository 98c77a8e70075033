import { clockOf, workdaysLeft } from '#domain/difficulties/clock.ts'
import {
  getDifficulty,
  getDifficultyTotals,
  listDifficulties,
  raiseDifficulty,
} from '#domain/difficulties/difficulties.contract.ts'
import { LEVELS } from '#domain/difficulties/difficulty.ts'
import {
  answerDifficulty,
  confirmSolution,
  objectToSolution,
  passDifficultyOn,
  raiseDifficultyLevel,
  reopenDifficulty,
  reportSolved,
  ruleOnDifficulty,
  settleInUnit,
  takeCondition,
  takeUpRuling,
  triageDifficulty,
  withdrawDifficulty,
} from '#domain/difficulties/steps.contract.ts'
import type { DifficultyInput, DifficultyStep } from '#domain/difficulties/table.ts'
import { readCursor, writeCursor } from '#domain/paging.ts'
import { Refusal } from '#domain/refusal.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import type { Db } from '../db/db.ts'
import type { Asking, Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { countClocks, findDifficulties, findDifficulty, findPrincipals, type ListKey } from './list.queries.ts'
import { raiseOfTask } from './raising.ts'
import { takeStep } from './steps.ts'
import { findStory } from './story.queries.ts'
import { viewDifficulty, type ViewFrame, viewPage } from './view.ts'

/** Difficulties: raising them, the steps of their life, and what of them is open. */
export function difficultyRoutes(served: Served): void {
  read(served, listDifficulties, async (asking) => {
    const { db, actor, query } = asking
    const { after, limit, ...filter } = query
    const rows = await findDifficulties(db, actor, filter, keyOf(after), limit + 1)
    const frame = await frameOf(db, asking)
    const items = rows.slice(0, limit).map((row) => viewDifficulty(row, frame))
    const last = rows[limit - 1]
    const next = rows.length > limit && last ? writeCursor([last.level, last.enteredOn, last.id]) : null
    return { items, next }
  })
  read(served, getDifficultyTotals, (asking) => readTotals(asking.db, asking))
  read(served, getDifficulty, (asking) => readPage(asking.db, asking, asking.params.difficultyId))
  change(served, raiseDifficulty, async (changing) => {
    const id = await raiseOfTask(changing, changing.params.taskId, changing.body)
    return readPage(changing.tx, changing, id)
  })
  stepRoutes(served)
}

function stepRoutes(served: Served): void {
  type OfDifficulty = Changing & { params: { difficultyId: string } }
  const take = (changing: OfDifficulty, step: DifficultyStep, said: Partial<DifficultyInput>) =>
    takeStep(changing, changing.params.difficultyId, step, said)
  change(served, triageDifficulty, (changing) => take(changing, 'triage', changing.body))
  change(served, settleInUnit, (changing) => take(changing, 'settleInUnit', changing.body))
  change(served, answerDifficulty, (changing) => {
    const { kind, ...said } = changing.body
    return take(changing, kind === 'onCondition' ? 'acceptOnCondition' : kind, said)
  })
  change(served, passDifficultyOn, (changing) => take(changing, 'passOn', changing.body))
  change(served, takeCondition, (changing) => take(changing, 'takeCondition', {}))
  change(served, raiseDifficultyLevel, (changing) => take(changing, 'raiseLevel', changing.body))
  change(served, ruleOnDifficulty, (changing) => take(changing, 'rule', changing.body))
  change(served, takeUpRuling, (changing) => take(changing, 'takeUp', {}))
  change(served, reportSolved, (changing) => take(changing, 'reportSolved', changing.body))
  change(served, objectToSolution, (changing) => take(changing, 'object', changing.body))
  change(served, confirmSolution, (changing) => take(changing, 'confirm', changing.body))
  change(served, reopenDifficulty, (changing) => take(changing, 'reopen', changing.body))
  change(served, withdrawDifficulty, (changing) => take(changing, 'withdraw', changing.body))
}

const keyOf = (after: string | undefined): ListKey | null => {
  const [level, enteredOn, id] = (after !== undefined && readCursor(after, 3)) || []
  return typeof level === 'number' && typeof enteredOn === 'string' && typeof id === 'string'
    ? { level, enteredOn, id }
    : null
}

const frameOf = async (db: Db, { actor, today }: Asking): Promise<ViewFrame> => ({
  actor,
  today,
  days: await loadClockDays(db, actor.organizationId),
  principals: await findPrincipals(db, actor),
})

async function readPage(db: Db, asking: Asking, difficultyId: string) {
  const row = await findDifficulty(db, asking.actor, difficultyId)
  if (!row) throw new Refusal('not_found')
  const frame = await frameOf(db, asking)
  return viewPage(row, await findStory(db, asking.actor, difficultyId), frame, asking)
}

async function readTotals(db: Db, { actor, today }: Asking) {
  const groups = await countClocks(db, actor)
  const days = await loadClockDays(db, actor.organizationId)
  const { levelWorkdays } = days.rulesOn(today)
  const sum = (holds: (group: (typeof groups)[number]) => boolean) =>
    groups.reduce((total, group) => total + (holds(group) ? group.count : 0), 0)
  const isClimbing = ({ state }: (typeof groups)[number]) => state === 'raised' || state === 'triaged'
  const leftOf = (group: (typeof groups)[number]): number => {
    const clock = clockOf({ ...group, ruling: group.rulingDueOn === null ? null : { dueOn: group.rulingDueOn } }, days)
    return clock === null ? 0 : workdaysLeft(clock, today, days.calendar)
  }
  return {
    climbing: sum(isClimbing),
    dueToday: sum((group) => isClimbing(group) && leftOf(group) === 0),
    overdue: sum((group) => group.state !== 'solved' && leftOf(group) < 0),
    inExecution: sum(({ state }) => state === 'ruled' || state === 'inExecution'),
    awaitingConfirmation: sum(({ state }) => state === 'solved'),
    levels: LEVELS.map((level) => ({
      level,
      count: sum((group) => isClimbing(group) && group.level === level),
      limitWorkdays: levelWorkdays[level],
    })),
  }
}
