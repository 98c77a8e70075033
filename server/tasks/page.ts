import { hasRole } from '#domain/access/actor.ts'
import { standMilestone } from '#domain/standing/milestone-standing.ts'
import { shareOf, spokenOn } from '#domain/standing/progress.ts'
import type { Standing } from '#domain/standing/standing.ts'
import { trajectoryOf } from '#domain/lights/trajectory.ts'
import { Refusal, refusalSentence, type Language } from '#domain/refusal.ts'
import { editableFields } from '#domain/tasks/editing.ts'
import { canTake, stepDueOn, stepRule, TASK_STEPS } from '#domain/tasks/lifecycle.ts'
import { missingForRegistration } from '#domain/tasks/registration.ts'
import { isActive, isDone } from '#domain/tasks/task.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import type { Asking, Reading } from '../http/context.ts'
import { viewSupport } from './supportView.ts'
import { namesFor, type Names, pillarOf, refOf } from '../org/names.queries.ts'
import { type Frame, keptFrame, type KnownTask } from './facts.queries.ts'
import { lifeOf } from './life.ts'
import { findTaskPage, type StoredReport, type TaskPageRow } from './page.queries.ts'
import { flagKnown, rulesOf, standKnown } from './standing.ts'

/** What the task's page shows to the one who asks. Refuses not_found for a task that is none of theirs to see. */
export async function readTask(asking: Reading, taskId: string): Promise<TaskView> {
  const { actor, db } = asking
  const [row, frame] = await Promise.all([findTaskPage(db, actor, taskId), keptFrame(db, asking)])
  if (!row) throw new Refusal('not_found')
  const ids = [row.pillarId, row.leadUnitId, row.leaderId, row.assigneeId, row.completionAuthorId, row.signedOffBy]
  const names = await namesFor(db, asking, [...ids, ...idsInReports(row.pageReports)])
  return viewTask(row, frame, names, asking)
}

function viewTask(row: TaskPageRow, frame: Frame, names: Names, asking: Asking): TaskView {
  const plan = frame.plans.get(row.planId)
  if (!plan) throw new Refusal('not_found')
  const isOffice = hasRole(asking.actor, 'supervisionOffice')
  const lightRules = rulesOf(row, frame, asking.today)
  const standing = standKnown(row, frame, asking.today)
  const sight = { ...asking, calendar: frame.calendar, rules: lightRules }
  return {
    ...headOf(row, names),
    supports: row.supports.map((support) => viewSupport(support, row, sight)),
    plan: { id: plan.id, year: plan.year, state: plan.state },
    flags: flagKnown(row, frame, asking.today),
    standing,
    lightRules,
    milestones: milestonesOf(row, frame, standing, asking.today),
    trajectory: { given: row.trajectory.length > 0, planned: trajectoryOf(row), actual: actualOf(row) },
    reports: viewReports(row.pageReports, names),
    missing: isOffice && row.state === 'draft' ? missingForRegistration(lifeOf(row, asking.timeZone)) : [],
    editable: isOffice ? editableFields({ state: row.state, plan }) : [],
    steps: stepsOf(row, frame, asking),
  }
}

/** Whom reports name. */
export const idsInReports = (reports: readonly StoredReport[]) =>
  reports.flatMap(({ unitId, submittedById }) => [unitId, submittedById])

export const viewReports = (reports: readonly StoredReport[], names: Names): TaskView['reports'] =>
  reports.map(({ unitId, submittedById, ...report }) => ({
    ...report,
    unit: refOf(names, unitId),
    submittedBy: refOf(names, submittedById),
  }))

const iso = (instant: Date | null): string | null => instant?.toISOString() ?? null

const headOf = (row: TaskPageRow, names: Names) => ({
  id: row.id,
  code: row.code,
  title: row.title,
  kind: row.kind,
  state: row.state,
  version: row.version,
  weight: row.weight,
  restricted: row.restricted,
  targetAsWorded: row.targetAsWorded,
  pillar: pillarOf(names, row.pillarId),
  evidence: row.evidence,
  target: row.target === null ? null : { value: row.target, measure: row.targetUnit ?? '' },
  source: {
    type: row.sourceType,
    title: row.sourceTitle,
    number: row.sourceNumber,
    quote: row.sourceQuote,
    documentId: row.documentId,
    importId: row.importId,
  },
  directive: row.directive && { id: row.directive.id, year: row.directive.year, number: row.directive.number },
  leadUnit: refOf(names, row.leadUnitId),
  heads: row.heads,
  leader: refOf(names, row.leaderId),
  assignee: refOf(names, row.assigneeId),
  startsOn: row.startsOn,
  originalDueOn: row.originalDueOn,
  currentDueOn: row.currentDueOn,
  registeredAt: iso(row.registeredAt),
  assignedAt: iso(row.assignedAt),
  acknowledgedAt: iso(row.acknowledgedAt),
  completion: row.completionRequestedAt && {
    requestedAt: row.completionRequestedAt.toISOString(),
    requestedBy: refOf(names, row.completionAuthorId),
    note: row.completionNote ?? '',
  },
  completedOn: row.completedOn,
  firstCompletedOn: row.firstCompletedOn,
  reopenCount: row.reopenCount,
  signedOff: row.signedOffOn === null ? null : { on: row.signedOffOn, by: refOf(names, row.signedOffBy) },
  closedOutOn: row.closedOutOn,
  stateOn: row.stateOn,
  deferredUntil: row.deferredUntil,
  redo:
    row.redoSince === null || row.redoDueOn === null
      ? null
      : { since: row.redoSince, dueOn: row.redoDueOn, reason: row.redoReason },
  disputes: row.disputes,
  formerLeads: row.formerLeads,
})

/** Milestones with their own light; grey, for the task's own reason, while its clock does not run. */
function milestonesOf(
  row: KnownTask,
  frame: Frame,
  { why: [taskWhy] }: Pick<Standing, 'why'>,
  today: string,
): TaskView['milestones'] {
  const runs = (isActive(row.state) && row.startsOn <= today) || isDone(row.state)
  const rest = { light: 'grey' as const, why: taskWhy ?? { code: 'not_assigned' as const, facts: {} } }
  return row.milestones.map((milestone) => ({
    ...milestone,
    ...(runs ? standMilestone(milestone, today, frame.calendar, rulesOf(row, frame, today)) : rest),
  }))
}

/** The accepted reports as points of the chart, each on the day it speaks of. */
const actualOf = ({ reports, target }: KnownTask): TaskView['trajectory']['actual'] =>
  reports.flatMap((report) => {
    const share = report.acceptedOn === null ? null : shareOf(report, target)
    return share === null ? [] : [{ on: spokenOn(report), share, periodId: report.periodId }]
  })

function stepsOf(row: KnownTask, frame: Frame, { actor, language, timeZone, today }: Asking): TaskView['steps'] {
  const life = lifeOf(row, timeZone)
  return TASK_STEPS.map((step) => {
    const verdict = canTake(actor, life, step, { today, ...frame })
    return {
      step,
      allowed: verdict.allowed,
      refusal: verdict.allowed ? null : sentenceOf(verdict.refusal, language),
      dueOn: stepRule(step).from.includes(row.state) ? stepDueOn(step, row.stateOn, frame) : null,
    }
  })
}

/** A refusal as part of an answer: its code and its sentence. */
export const sentenceOf = ({ code, facts }: Refusal, language: Language) => ({
  code,
  message: refusalSentence(code, facts, language),
})
