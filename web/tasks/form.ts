import type { Day } from '#domain/calendar/calendar.ts'
import { deriveTrajectory, type TrajectoryPoint, trajectoryOf } from '#domain/lights/trajectory.ts'
import { TASK_FIELDS, type TaskField } from '#domain/tasks/editing.ts'
import { equalWeights, missingForRegistration, type RegistrationNeed, weightSum } from '#domain/tasks/registration.ts'
import type { SourceKind, TaskKind } from '#domain/tasks/task.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import type { Ref, TaskChanges } from '#domain/tasks/tasks.contract.ts'
import { type Repeat, turnsIn } from '#domain/tasks/turns.ts'
import { type TrajectoryFault, trajectoryFault } from '#domain/tasks/trajectory.ts'

export type MilestoneForm = { key: string; id?: string | undefined; title: string; dueOn: Day | null; weight: string }
export type SupportForm = { key: string; unitId: string | null; deliverable: string; dueOn: Day | null }
export type PointForm = { key: string; on: Day | null; share: string }

/** A task as it is typed: numbers as text, days that may be missing. */
export type TaskFormState = {
  title: string
  kind: TaskKind
  pillarId: string | null
  leadUnitId: string | null
  leader: Ref | null
  assignee: Ref | null
  evidence: string
  weight: string
  sourceType: SourceKind
  sourceTitle: string
  sourceNumber: string
  sourceQuote: string
  targetValue: string
  targetMeasure: string
  startsOn: Day
  dueOn: Day | null
  restricted: boolean
  targetAsWorded: boolean
  milestones: MilestoneForm[]
  supports: SupportForm[]
  /** A given trajectory; empty: it follows from the milestones. */
  points: PointForm[]
}

/** A new task's form; the work begins today unless said. */
export const emptyForm = (pillarId: string | null, today: Day): TaskFormState => ({
  title: '',
  kind: 'action',
  pillarId,
  leadUnitId: null,
  leader: null,
  assignee: null,
  evidence: '',
  weight: '1',
  sourceType: 'annualPlan',
  sourceTitle: '',
  sourceNumber: '',
  sourceQuote: '',
  targetValue: '',
  targetMeasure: '',
  startsOn: today,
  dueOn: null,
  restricted: false,
  targetAsWorded: false,
  milestones: [newMilestone()],
  supports: [],
  points: [],
})

/** An existing task as a form. */
export const formOf = (task: TaskView): TaskFormState => ({
  title: task.title,
  kind: task.kind,
  pillarId: task.pillar.id,
  leadUnitId: task.leadUnit?.id ?? null,
  leader: task.leader,
  assignee: task.assignee,
  evidence: task.evidence,
  weight: String(task.weight),
  sourceType: task.source.type,
  sourceTitle: task.source.title,
  sourceNumber: task.source.number,
  sourceQuote: task.source.quote,
  targetValue: task.target === null ? '' : String(task.target.value),
  targetMeasure: task.target?.measure ?? '',
  startsOn: task.startsOn,
  dueOn: task.originalDueOn,
  restricted: task.restricted,
  targetAsWorded: task.targetAsWorded,
  milestones: task.milestones.map(({ id, title, originalDueOn, weight }) => ({
    key: id,
    id,
    title,
    dueOn: originalDueOn,
    weight: String(weight),
  })),
  supports: task.supports.map(({ unit, deliverable, dueOn }) => ({
    key: unit.id,
    unitId: unit.id,
    deliverable,
    dueOn,
  })),
  points: task.trajectory.given ? pointsOf(task.trajectory.planned, task.startsOn) : [],
})

/** The most milestones a task takes. */
export const MOST_MILESTONES = 60
const TURN = 'turn-'

/**
 * The turns of a recurring duty as milestones, behind the written ones and in the place of turns laid out before: in the
 * year the work begins, up to the due date, which follows the last turn where none is set.
 */
export function layOutTurns(
  form: TaskFormState,
  repeat: Repeat,
  nameOf: (title: string, number: number) => string,
): Pick<TaskFormState, 'milestones' | 'dueOn'> {
  const written = writtenMilestones(form).filter(({ key }) => !key.startsWith(TURN))
  const within = { from: form.startsOn, until: form.dueOn }
  const turns = turnsIn(Number(form.startsOn.slice(0, 4)), repeat, within)
    .slice(0, MOST_MILESTONES - written.length)
    .map(({ number, dueOn }) => ({
      key: `${TURN}${nextKey()}`,
      title: nameOf(form.title.trim(), number),
      dueOn,
      weight: '',
    }))
  return { milestones: [...written, ...turns], dueOn: form.dueOn ?? turns[turns.length - 1]?.dueOn ?? null }
}

let made = 0
const nextKey = (): string => `new-${(made += 1)}`
export const newMilestone = (): MilestoneForm => ({ key: nextKey(), title: '', dueOn: null, weight: '' })
export const newSupport = (): SupportForm => ({ key: nextKey(), unitId: null, deliverable: '', dueOn: null })
export const newPoint = (): PointForm => ({ key: nextKey(), on: null, share: '' })

/** Points as rows to be written in; the nothing of the first day goes without saying. */
const pointsOf = (points: readonly TrajectoryPoint[], startsOn: Day): PointForm[] =>
  points
    .filter(({ on, share }) => on !== startsOn || share !== 0)
    .map(({ on, share }) => ({ key: nextKey(), on, share: String(Math.round(share * 100) / 100) }))

const isBlank = (text: string): boolean => text.trim() === ''
/** What a field says as a number; null where it says none. */
export const numberOf = (text: string): number | null => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? Number(text) : null)

/** Milestones in which anything was written; rows nobody has written in do not count. */
export const writtenMilestones = ({ milestones }: TaskFormState): MilestoneForm[] =>
  milestones.filter(({ title, dueOn }) => !isBlank(title) || dueOn !== null)
const writtenSupports = ({ supports }: TaskFormState): SupportForm[] =>
  supports.filter(({ unitId, deliverable }) => unitId !== null || !isBlank(deliverable))

const writtenPoints = ({ points }: TaskFormState): PointForm[] =>
  points.filter(({ on, share }) => on !== null || !isBlank(share))
/** The points that can be read already. */
const readPoints = (form: TaskFormState): TrajectoryPoint[] =>
  form.points
    .flatMap(({ on, share }) => (on !== null && isShare(share) ? [{ on, share: Number(share) }] : []))
    .sort((a, b) => (a.on < b.on ? -1 : 1))
/** Whether a typed share can be read: points of 100. */
export const isShare = (text: string): boolean => {
  const value = numberOf(text)
  return value !== null && value >= 0 && value <= 100
}

/** The weights in effect: as typed, 0 where it cannot be read; equal shares where none is typed. */
function weightsOf(form: TaskFormState): number[] {
  const rows = writtenMilestones(form)
  if (rows.length > 0 && rows.every(({ weight }) => isBlank(weight))) return equalWeights(rows.length)
  return rows.map(({ weight }) => numberOf(weight) ?? 0)
}
export const weightTotal = (form: TaskFormState): number => weightSum(weightsOf(form).map((weight) => ({ weight })))

/** The plan as it is typed: the one in effect, and what follows from the milestones. */
export function plansOf(form: TaskFormState): { planned: TrajectoryPoint[]; derived: TrajectoryPoint[] } {
  const weights = weightsOf(form)
  const milestones = writtenMilestones(form).flatMap(({ dueOn }, index) =>
    dueOn === null ? [] : [{ originalDueOn: dueOn, weight: weights[index] ?? 0 }],
  )
  const { startsOn } = form
  return {
    planned: trajectoryOf({ startsOn, trajectory: readPoints(form), milestones }),
    derived: deriveTrajectory(startsOn, milestones),
  }
}

/** Rows to begin a given trajectory with: what follows from the milestones, or one that is blank. */
export function startPoints(form: TaskFormState): PointForm[] {
  const rows = pointsOf(plansOf(form).derived, form.startsOn)
  return rows.length > 0 ? rows : [newPoint()]
}

/** What must be put right before anything can be saved. */
export type FormProblem =
  | 'title'
  | 'pillar'
  | 'weight'
  | 'milestoneTitle'
  | 'milestoneDate'
  | 'supportUnit'
  | 'target'
  | 'milestoneWeight'
  | 'point'
  | `trajectory_${TrajectoryFault}`

const hasFault = (fault: TrajectoryFault) => (form: TaskFormState) =>
  trajectoryFault(readPoints(form), form.dueOn) === fault
const PROBLEMS: Record<FormProblem, (form: TaskFormState) => boolean> = {
  title: ({ title }) => isBlank(title),
  pillar: ({ pillarId }) => pillarId === null,
  weight: ({ weight }) => !/^\d{1,3}$/.test(weight.trim()) || Number(weight) < 1 || Number(weight) > 100,
  target: ({ targetValue, targetMeasure }) =>
    isBlank(targetValue) !== isBlank(targetMeasure) || (!isBlank(targetValue) && numberOf(targetValue) === null),
  milestoneTitle: (form) => writtenMilestones(form).some(({ title }) => isBlank(title)),
  milestoneDate: (form) => writtenMilestones(form).some(({ dueOn }) => dueOn === null),
  milestoneWeight: (form) =>
    writtenMilestones(form).some(({ weight }) => {
      const value = isBlank(weight) ? 0 : numberOf(weight)
      return value === null || value < 0 || value > 100
    }),
  point: (form) => writtenPoints(form).some(({ on, share }) => on === null || !isShare(share)),
  trajectory_falls: hasFault('falls'),
  trajectory_open: hasFault('open'),
  trajectory_late: hasFault('late'),
  supportUnit: (form) => writtenSupports(form).some(({ unitId }) => unitId === null),
}
const PROBLEM_ORDER = Object.keys(PROBLEMS) as FormProblem[]

/** What keeps the form from being saved, in its order. */
export const problemsOf = (form: TaskFormState): FormProblem[] => PROBLEM_ORDER.filter((name) => PROBLEMS[name](form))

/** What a new task still wants before it can be registered: first the pillar, without which it cannot even be saved. */
export const wantingOf = (form: TaskFormState): ('pillar' | RegistrationNeed)[] => [
  ...(form.pillarId === null ? (['pillar'] as const) : []),
  ...missingOf(form),
]

/** What registration still needs; the form can be saved as a draft without it. */
export const missingOf = (form: TaskFormState): RegistrationNeed[] =>
  missingForRegistration({
    result: form.title,
    sourceKind: form.sourceType,
    leadUnitId: form.leadUnitId,
    leaderInChargeId: form.leader?.id ?? null,
    originalDueOn: form.dueOn,
    evidenceKind: isBlank(form.evidence) ? null : 'other',
    milestones: writtenMilestones(form).map(({ title, dueOn }, index) => ({
      title,
      originalDueOn: dueOn ?? '',
      weight: weightsOf(form)[index] ?? 0,
    })),
  })

/** The form's fields as the API takes them; only for a form without problems. */
export function fieldsOf(form: TaskFormState) {
  const weights = weightsOf(form)
  const value = numberOf(form.targetValue)
  return {
    pillarId: form.pillarId ?? '',
    kind: form.kind,
    title: form.title.trim(),
    evidence: form.evidence.trim(),
    leadUnitId: form.leadUnitId,
    leaderId: form.leader?.id ?? null,
    assigneeId: form.assignee?.id ?? null,
    weight: Number(form.weight),
    source: {
      type: form.sourceType,
      title: form.sourceTitle.trim(),
      number: form.sourceNumber.trim(),
      quote: form.sourceQuote.trim(),
    },
    target: value === null ? null : { value, measure: form.targetMeasure.trim() },
    startsOn: form.startsOn,
    dueOn: form.dueOn,
    restricted: form.restricted,
    targetAsWorded: form.targetAsWorded,
    milestones: writtenMilestones(form).map(({ id, title, dueOn }, index) => ({
      ...(id !== undefined && { id }),
      title: title.trim(),
      dueOn: dueOn ?? '',
      weight: weights[index] ?? 0,
    })),
    supports: writtenSupports(form).map(({ unitId, deliverable, dueOn }) => ({
      unitId: unitId ?? '',
      deliverable: deliverable.trim(),
      dueOn,
    })),
    trajectory: readPoints(form),
  } satisfies TaskChanges
}

/** The fields that differ between two states of the form; what cannot be read counts as unchanged. */
export function changesBetween(before: TaskFormState, after: TaskFormState): TaskChanges {
  const [was, is]: [TaskChanges, TaskChanges] = [fieldsOf(before), fieldsOf(after)]
  const changed = TASK_FIELDS.filter((field: TaskField) => JSON.stringify(was[field]) !== JSON.stringify(is[field]))
  return Object.fromEntries(changed.map((field) => [field, is[field]]))
}
