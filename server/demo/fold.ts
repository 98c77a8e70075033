import { dayOf } from '#domain/calendar/calendar.ts'
import type { DemoFact, DemoReportRow, DemoScenario, DemoTask } from './demo.types.ts'
import { idOf } from './ids.ts'
import { entryRow, milestoneRow, taskRow, type EntryRow, type MilestoneRow, type TaskRow } from './rows.ts'
import { Versions } from './versions.ts'

/** A line of the journal, by the demo's own keys. */
export type DemoEntry = {
  at: Date
  by: string
  action: string
  subjectType: string
  subjectId: string
  after: object | null
  reason: string | null
}
type SheetRow = { period: number; unit: string; signedAt: Date | null; signedBy: string | null }

/** The year as rows: every version of every fact, the sheets and the journal. */
export type Folded = {
  tasks: Versions<TaskRow>
  milestones: Versions<MilestoneRow>
  entries: Versions<EntryRow>
  sheets: Map<string, SheetRow>
  journal: DemoEntry[]
}

type Handler<Type extends DemoFact['type']> = (
  folded: Folded,
  fact: Extract<DemoFact, { type: Type }>,
  year: Year,
) => void
type Year = { tasks: Map<string, DemoTask> }

/** Turns the scenario's facts, one after the other, into the rows they leave behind. */
export function foldScenario(scenario: DemoScenario): Folded {
  const folded: Folded = {
    tasks: new Versions(),
    milestones: new Versions(),
    entries: new Versions(),
    sheets: new Map(),
    journal: [],
  }
  const year = { tasks: new Map(scenario.tasks.map((task) => [task.key, task])) }
  for (const fact of scenario.facts) {
    const handle = HANDLERS[fact.type] as (folded: Folded, fact: DemoFact, year: Year) => void
    handle(folded, fact, year)
  }
  settleClaims(folded)
  return folded
}

/** A claim that no submitted row carries waits for nobody: the office has looked at it on its day. */
function settleClaims({ milestones, entries }: Folded): void {
  const carried = new Set(
    entries.current().flatMap(({ state, claimedMilestoneIds }) => (state === 'submitted' ? claimedMilestoneIds : [])),
  )
  for (const key of milestones.keys()) {
    const claim = milestones.latest(key)
    if (claim?.state !== 'submitted' || carried.has(claim.id)) continue
    const acceptedAt = new Date(claim.since.getTime() + 1000)
    milestones.change(key, { state: 'accepted', doneOn: claim.submittedOn, acceptedAt }, acceptedAt)
  }
}

const at = (fact: DemoFact): Date => new Date(fact.at)
const dayAt = (fact: DemoFact): string => dayOf(at(fact), 'Asia/Shanghai')

const note = (
  folded: Folded,
  fact: DemoFact,
  action: string,
  task: string,
  more: { after?: object; reason?: string } = {},
) =>
  folded.journal.push({
    at: at(fact),
    by: fact.by,
    action,
    subjectType: 'task',
    subjectId: idOf('task', task),
    after: more.after ?? null,
    reason: more.reason ?? null,
  })

const taskOf = (year: Year, key: string): DemoTask => {
  const task = year.tasks.get(key)
  if (!task) throw new Error(`the demo has no task ${key}`)
  return task
}

const milestoneKey = (task: string, ordinal: number) => `${task} ${ordinal}`
const entryKey = (period: number, task: string) => `${period} ${task}`

const HANDLERS: { [Type in DemoFact['type']]: Handler<Type> } = {
  taskDrafted(folded, fact, year) {
    const task = taskOf(year, fact.task)
    folded.tasks.begin(task.key, taskRow(task, dayAt(fact)), at(fact))
    for (const milestone of task.milestones)
      folded.milestones.begin(milestoneKey(task.key, milestone.ordinal), milestoneRow(task, milestone), at(fact))
    note(folded, fact, 'task.created', fact.task, { after: { title: task.result } })
  },
  taskRegistered(folded, fact) {
    folded.tasks.change(fact.task, { state: 'registered', registeredAt: at(fact) }, at(fact))
    note(folded, fact, 'task.registered', fact.task)
  },
  taskAssigned(folded, fact) {
    folded.tasks.change(fact.task, { state: 'assigned', assignedAt: at(fact), startsOn: dayAt(fact) }, at(fact))
    note(folded, fact, 'task.assigned', fact.task)
  },
  taskAcknowledged(folded, fact) {
    const assigneeId = idOf('person', fact.assignee)
    folded.tasks.change(fact.task, { state: 'inProgress', acknowledgedAt: at(fact), assigneeId }, at(fact))
    note(folded, fact, 'task.acknowledged', fact.task, { after: { assigneeId } })
  },
  milestoneSubmitted(folded, fact) {
    folded.milestones.change(
      milestoneKey(fact.task, fact.milestone),
      { state: 'submitted', submittedOn: dayAt(fact) },
      at(fact),
    )
    note(folded, fact, 'milestone.submitted', fact.task, { after: { milestone: fact.milestone, note: fact.note } })
  },
  milestoneReturned(folded, fact) {
    folded.milestones.change(milestoneKey(fact.task, fact.milestone), { state: 'pending', submittedOn: null }, at(fact))
    note(folded, fact, 'milestone.returned', fact.task, { after: { milestone: fact.milestone }, reason: fact.reason })
  },
  milestoneAccepted(folded, fact) {
    const key = milestoneKey(fact.task, fact.milestone)
    const doneOn = folded.milestones.latest(key)?.submittedOn ?? dayAt(fact)
    folded.milestones.change(key, { state: 'accepted', submittedOn: doneOn, doneOn, acceptedAt: at(fact) }, at(fact))
    note(folded, fact, 'milestone.accepted', fact.task, { after: { milestone: fact.milestone, doneOn } })
  },
  supportConfirmed(folded, fact) {
    note(folded, fact, 'support.confirmed', fact.task, { after: { unitId: idOf('unit', fact.unit) } })
  },
  sheetSaved(folded, fact) {
    for (const row of fact.rows) saveEntry(folded, fact, row)
    const key = `${fact.period} ${fact.unit}`
    if (!folded.sheets.has(key))
      folded.sheets.set(key, { period: fact.period, unit: fact.unit, signedAt: null, signedBy: null })
  },
  sheetSigned(folded, fact) {
    const key = `${fact.period} ${fact.unit}`
    folded.sheets.set(key, { period: fact.period, unit: fact.unit, signedAt: at(fact), signedBy: fact.by })
    for (const entry of folded.entries.keys()) submitEntry(folded, fact, entry)
  },
  rowAccepted(folded, fact) {
    const decided = { state: 'accepted', decidedOn: dayAt(fact), decidedBy: idOf('person', fact.by) } as const
    folded.entries.change(entryKey(fact.period, fact.task), decided, at(fact))
    note(folded, fact, 'report.accepted', fact.task, { after: { period: fact.period } })
  },
  rowReturned(folded, fact) {
    const decided = { state: 'returned', decidedOn: dayAt(fact), decidedBy: idOf('person', fact.by) } as const
    folded.entries.change(
      entryKey(fact.period, fact.task),
      { ...decided, returnCode: fact.reason, returnNote: fact.note },
      at(fact),
    )
    note(folded, fact, 'report.returned', fact.task, { after: { period: fact.period }, reason: fact.note })
  },
  rowCorrected(folded, fact) {
    saveEntry(folded, fact, fact.row)
    submitEntry(folded, fact, entryKey(fact.period, fact.row.task))
  },
  completionRequested(folded, fact) {
    const requested = { completionRequestedAt: at(fact), completionRequestedBy: idOf('person', fact.by) }
    folded.tasks.change(fact.task, { state: 'completionReview', ...requested }, at(fact))
    note(folded, fact, 'task.completionRequested', fact.task)
  },
  completionReturned(folded, fact) {
    folded.tasks.change(
      fact.task,
      { state: 'inProgress', completionRequestedAt: null, completionRequestedBy: null },
      at(fact),
    )
    note(folded, fact, 'task.returned', fact.task, { reason: fact.reason })
  },
  completionAccepted(folded, fact) {
    folded.tasks.change(fact.task, { state: 'completed', completedOn: dayAt(fact) }, at(fact))
    note(folded, fact, 'task.completed', fact.task)
  },
  taskClosedOut(folded, fact) {
    folded.tasks.change(fact.task, { state: 'closedOut', closedOutOn: dayAt(fact) }, at(fact))
    note(folded, fact, 'task.closedOut', fact.task, { reason: fact.note })
  },
}

function saveEntry(
  folded: Folded,
  fact: Extract<DemoFact, { type: 'sheetSaved' | 'rowCorrected' }>,
  row: DemoReportRow,
): void {
  const key = entryKey(fact.period, row.task)
  const saved = { ...entryRow(row, fact.period, fact.unit), savedAt: at(fact), savedBy: idOf('person', fact.by) }
  if (folded.entries.latest(key)) folded.entries.change(key, saved, at(fact))
  else folded.entries.begin(key, saved, at(fact))
}

/** Signing submits what is still a draft, and claims the milestones that wait for the office. */
function submitEntry(
  folded: Folded,
  fact: Extract<DemoFact, { type: 'sheetSigned' | 'rowCorrected' }>,
  key: string,
): void {
  const entry = folded.entries.latest(key)
  if (entry?.state !== 'draft' || entry.period !== fact.period || entry.unit !== fact.unit) return
  const claimedMilestoneIds = folded.milestones
    .current()
    .filter(({ taskId, state }) => taskId === entry.taskId && state === 'submitted')
    .map(({ id }) => id)
  const submitted = {
    state: 'submitted',
    submittedOn: dayAt(fact),
    submittedBy: idOf('person', fact.by),
    claimedMilestoneIds,
  } as const
  folded.entries.change(key, submitted, at(fact))
}
