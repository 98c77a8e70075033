import type { WorkingCalendar } from '#domain/calendar/calendar.ts'
import type { Light } from '#domain/lights/light.ts'
import { STANDARD_LIGHT_RULES } from '#domain/lights/rules.ts'
import { closedPeriods } from '#domain/reports/period.ts'
import type { ReportFact } from '#domain/standing/progress.ts'
import { standTask } from '#domain/standing/standing.ts'
import { acceptMilestone, claimMilestone, returnMilestone } from '#domain/tasks/milestone.ts'
import { needsSignOff } from '#domain/tasks/inLife.ts'
import { stepRule, type TaskStep } from '#domain/tasks/lifecycle.ts'
import { standardStepDays } from '#domain/tasks/limits.ts'
import type { Milestone, TaskState } from '#domain/tasks/task.ts'
import type { DemoFact, DemoReportRow, DemoScenario, DemoTask } from './demo.types.ts'

type Told = {
  state: TaskState
  stateOn: string
  declineCount: number
  deferredUntil: string | null
  redo: { since: string; dueOn: string } | null
  startsOn: string | null
  milestones: Milestone[]
  reports: Map<number, ReportFact>
}

type SheetRow = { row: DemoReportRow; state: 'draft' | 'submitted' | 'accepted' | 'returned'; signedOn: string }

const untold = ({ milestones }: DemoTask): Told => ({
  state: 'draft',
  stateOn: '',
  declineCount: 0,
  deferredUntil: null,
  redo: null,
  startsOn: null,
  milestones: milestones.map(({ ordinal, title, dueOn, weight }) => ({
    id: String(ordinal),
    title,
    originalDueOn: dueOn,
    currentDueOn: dueOn,
    weight,
    state: 'pending',
    submittedOn: null,
    doneOn: null,
  })),
  reports: new Map(),
})

/** Which step of a task's life a fact is. */
const STEPS: Partial<Record<DemoFact['type'], TaskStep>> = {
  taskRegistered: 'register',
  taskAssigned: 'assign',
  taskAcknowledged: 'acknowledge',
  completionRequested: 'requestCompletion',
  completionReturned: 'returnCompletion',
  completionAccepted: 'acceptCompletion',
  taskSignedOff: 'signOff',
  taskClosedOut: 'closeOut',
  taskReopened: 'reopen',
  taskTransferred: 'transfer',
  taskDeclined: 'decline',
  assignmentUpheld: 'upholdAssignment',
  taskSuspended: 'suspend',
  taskDeferred: 'defer',
}

const impossible = (fact: DemoFact, state: string): Error => new Error(`${fact.at} ${fact.type} from ${state}`)

function tellMilestone(told: Told, fact: DemoFact & { milestone: number }, step: (milestone: Milestone) => Milestone) {
  const milestone = told.milestones[fact.milestone - 1]
  if (!milestone || told.state !== 'inProgress') throw impossible(fact, told.state)
  told.milestones[fact.milestone - 1] = step(milestone)
}

function tellTask(told: Told, task: DemoTask, fact: DemoFact): void {
  const on = fact.at.slice(0, 10)
  const step = STEPS[fact.type]
  if (step) {
    const { from, to, or } = stepRule(step)
    if (!from.includes(told.state)) throw impossible(fact, told.state)
    const isUnready = step === 'requestCompletion' && told.milestones.some(({ state }) => state !== 'accepted')
    if (isUnready) throw impossible(fact, 'open milestones')
    const isForked = step === 'acceptCompletion' && needsSignOff({ sourceKind: task.source.kind, hasRedNotice: false })
    told.state = or && isForked ? or.to : to
    told.stateOn = on
  }
  if (fact.type === 'taskDeclined') told.declineCount += 1
  if (fact.type === 'taskDeferred') told.deferredUntil = fact.until
  if (fact.type === 'taskReopened') told.redo = { since: on, dueOn: fact.redoDueOn }
  if (fact.type === 'taskAssigned') told.startsOn = on
  if (fact.type === 'milestoneSubmitted') tellMilestone(told, fact, (milestone) => claimMilestone(milestone, on))
  if (fact.type === 'milestoneReturned') tellMilestone(told, fact, returnMilestone)
  if (fact.type === 'milestoneAccepted') tellMilestone(told, fact, acceptMilestone)
}

function tellSheet(sheet: Map<string, SheetRow>, fact: DemoFact): void {
  const on = fact.at.slice(0, 10)
  if (fact.type === 'sheetSaved')
    for (const row of fact.rows) sheet.set(row.task, { row, state: 'draft', signedOn: on })
  if (fact.type === 'sheetSigned')
    for (const entry of sheet.values())
      if (entry.state !== 'accepted') Object.assign(entry, { state: 'submitted', signedOn: on })
  const answered = fact.type === 'rowAccepted' ? 'accepted' : fact.type === 'rowReturned' ? 'returned' : null
  if (answered !== null && 'task' in fact) {
    const entry = sheet.get(fact.task)
    if (entry?.state !== 'submitted') throw impossible(fact, entry?.state ?? 'no row')
    entry.state = answered
  }
  if (fact.type === 'rowCorrected') {
    const entry = sheet.get(fact.row.task)
    if (entry?.state !== 'returned') throw impossible(fact, entry?.state ?? 'no row')
    Object.assign(entry, { state: 'draft', row: fact.row })
  }
}

const reportOf = ({ row, state, signedOn }: SheetRow, periodEndsOn: string): ReportFact => ({
  periodEndsOn,
  reportedOn: signedOn,
  acceptedOn: state === 'accepted' ? signedOn : null,
  actualShare: row.actualShare,
  actualValue: row.actualValue,
})

/**
 * Plays a scenario through the domain's own rules: throws where a fact cannot follow the ones before it, and gives
 * each task's state and light on the scenario's day.
 */
export function replay({ today, tasks, facts, periods }: DemoScenario, calendar: WorkingCalendar) {
  const told = new Map(tasks.map((task) => [task.key, untold(task)]))
  const sheets = new Map<string, Map<string, SheetRow>>()
  for (const fact of facts) {
    if ('period' in fact) {
      const key = `${fact.period} ${fact.unit}`
      const sheet = sheets.get(key) ?? new Map<string, SheetRow>()
      sheets.set(key, sheet)
      tellSheet(sheet, fact)
    } else {
      const one = told.get(fact.task)
      const task = tasks.find(({ key }) => key === fact.task)
      if (!one || !task) throw impossible(fact, 'no task')
      tellTask(one, task, fact)
    }
  }
  for (const [key, sheet] of sheets) {
    const period = periods.find(({ number }) => key.startsWith(`${number} `))
    for (const entry of sheet.values())
      if (period && (entry.state === 'submitted' || entry.state === 'accepted'))
        told.get(entry.row.task)?.reports.set(period.number, reportOf(entry, period.endsOn))
  }
  const closed = closedPeriods(periods, today)
  return tasks.map((task): { task: DemoTask; state: TaskState; light: Light } => {
    const one = told.get(task.key) ?? untold(task)
    const { light } = standTask(
      {
        ...one,
        startsOn: one.startsOn ?? today,
        trajectory: [],
        reports: [...one.reports.values()],
        target: task.target?.value ?? null,
        closedPeriods: closed,
      },
      today,
      standardStepDays(calendar),
      STANDARD_LIGHT_RULES,
    )
    return { task, state: one.state, light }
  })
}
