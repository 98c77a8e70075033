import { type Answerer, answererOf, type ClockDays, clockOf, workdaysLeft } from '#domain/difficulties/clock.ts'
import type { Day } from '#domain/calendar/calendar.ts'
import { type Difficulty, protectsRaiser, ringOf } from '#domain/difficulties/difficulty.ts'
import type { DifficultyPage, DifficultyView, StoryLine } from '#domain/difficulties/difficulties.contract.ts'
import { isBeforeYellow } from '#domain/difficulties/raising.ts'
import { canTakeDifficultyStep, isStepHere } from '#domain/difficulties/steps.ts'
import { DIFFICULTY_STEP_NAMES } from '#domain/difficulties/table.ts'
import type { Actor } from '#domain/access/actor.ts'
import { waitOf } from '#domain/difficulties/waiting.ts'
import type { Asking } from '../http/context.ts'
import { sentenceOf } from '../tasks/page.ts'
import { factsOf } from './difficulties.queries.ts'
import type { DifficultyRow, PageRow, Person } from './list.queries.ts'

/** What all difficulties of a page share. */
export type ViewFrame = { actor: Actor; today: Day; days: ClockDays; principals: readonly Person[] }

/** A difficulty as lists and the board show it. */
export function viewDifficulty(row: DifficultyRow, frame: ViewFrame): DifficultyView {
  const facts = factsOf(row)
  const answerer = answererOf(facts)
  return {
    id: row.id,
    title: row.title,
    kind: row.kind,
    cause: row.cause,
    state: row.state,
    level: row.level,
    task: row.taskVisible ? { id: row.taskId, code: row.taskCode, title: row.taskTitle } : null,
    raisedUnit: row.raisedUnit,
    raisedBy: row.raiser,
    raisedOn: row.raisedOn,
    counterpart: row.counterpart,
    wantedOn: row.wantedOn,
    answerer: answerer && viewAnswerer(answerer, row, frame),
    clock: viewClock(facts, frame),
    answer: facts.answer,
    ruling: row.rulingUnit && facts.ruling && { unit: row.rulingUnit, ...rulingWords(facts.ruling) },
    solvedWords: row.solvedWords,
    ring: ringUnits(row),
    wait: waitOf(frame.actor, facts),
    isProtected: protectsRaiser({ raisedBeforeYellow: isBeforeYellow(row.lightAtRaising), state: row.state }),
  }
}

const rulingWords = ({ words, dueOn }: { words: string; dueOn: Day }) => ({ words, dueOn })

function viewClock(facts: Difficulty, { today, days }: ViewFrame): DifficultyView['clock'] {
  const clock = clockOf(facts, days)
  return clock && { ...clock, workdaysLeft: workdaysLeft(clock, today, days.calendar) }
}

function viewAnswerer(answerer: Answerer, row: DifficultyRow, { principals }: ViewFrame): DifficultyView['answerer'] {
  const { post } = answerer
  if (post === 'unitHead') {
    const unit = [row.raisedUnit, row.counterpart, row.rulingUnit].find((one) => one?.id === answerer.unitId) ?? null
    const people = row.heads.filter(({ unitId }) => unitId === answerer.unitId)
    return { post, unit, people: people.map(({ id, name, title }) => ({ id, name, title })) }
  }
  if (post === 'leaderInCharge') return { post, unit: null, people: row.leader ? [row.leader] : [] }
  return { post, unit: null, people: post === 'principalLeader' ? principals.slice(0, 1) : [] }
}

function ringUnits({ raisedUnitId, askedUnitIds, askedUnits }: DifficultyRow): DifficultyView['ring'] {
  const names = new Map(askedUnits.map((unit) => [unit.id, unit]))
  return (ringOf(raisedUnitId, askedUnitIds) ?? []).flatMap((id) => names.get(id) ?? [])
}

/** Everything the page shows to the one who asks. */
export function viewPage(
  row: PageRow,
  story: readonly (Omit<StoryLine, 'at'> & { at: Date })[],
  frame: ViewFrame,
  { actor, language }: Asking,
): DifficultyPage {
  const facts = factsOf(row)
  return {
    ...viewDifficulty(row, frame),
    ask: row.ask,
    consequence: row.consequence,
    tried: row.tried,
    lightAtRaising: row.lightAtRaising,
    story: story.map((line) => ({ ...line, at: line.at.toISOString() })),
    steps: DIFFICULTY_STEP_NAMES.filter((step) => isStepHere(facts, step)).map((step) => {
      const verdict = canTakeDifficultyStep(actor, facts, step)
      return { step, allowed: verdict.allowed, refusal: verdict.allowed ? null : sentenceOf(verdict.refusal, language) }
    }),
  }
}
