import { needsSignOff } from '#domain/tasks/inLife.ts'
import type { DemoFact, DemoReportRow, DemoScenario } from './demo.types.ts'
import { TURN_HANDLERS } from './fold.turns.ts'
import { at, completedOf, dayAt, type Folded, type Handler, into, note, taskOf, type Year } from './folding.ts'
import { idOf } from './ids.ts'
import { entryRow, milestoneRow, supportRow, taskRow } from './rows.ts'
import { Versions } from './versions.ts'

/** Turns the scenario's facts, one after the other, into the rows they leave behind. */
export function foldScenario(scenario: DemoScenario): Folded {
  const folded: Folded = {
    tasks: new Versions(),
    milestones: new Versions(),
    supports: new Versions(),
    entries: new Versions(),
    sheets: new Map(),
    disputes: [],
    transfers: [],
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

const milestoneKey = (task: string, ordinal: number) => `${task} ${ordinal}`
const entryKey = (period: number, task: string) => `${period} ${task}`

const HANDLERS: { [Type in DemoFact['type']]: Handler<Type> } = {
  taskDrafted(folded, fact, year) {
    const task = taskOf(year, fact.task)
    folded.tasks.begin(task.key, taskRow(task, dayAt(fact)), at(fact))
    for (const milestone of task.milestones)
      folded.milestones.begin(milestoneKey(task.key, milestone.ordinal), milestoneRow(task, milestone), at(fact))
    // Supporting units take part from the day the task was written down.
    for (const support of task.supports)
      folded.supports.begin(`${task.key} ${support.unit}`, supportRow(task, support), at(fact))
    note(folded, fact, 'task.created', fact.task, { after: { title: task.result } })
  },
  taskRegistered(folded, fact) {
    folded.tasks.change(fact.task, { ...into(fact, 'registered'), registeredAt: at(fact) }, at(fact))
    note(folded, fact, 'task.registered', fact.task)
  },
  taskAssigned(folded, fact) {
    folded.tasks.change(fact.task, { ...into(fact, 'assigned'), assignedAt: at(fact), startsOn: dayAt(fact) }, at(fact))
    note(folded, fact, 'task.assigned', fact.task)
  },
  taskAcknowledged(folded, fact) {
    const assigneeId = idOf('person', fact.assignee)
    folded.tasks.change(fact.task, { ...into(fact, 'inProgress'), acknowledgedAt: at(fact), assigneeId }, at(fact))
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
  supportDelivered(folded, fact) {
    const { what: delivery, evidence } = fact
    const delivered = { deliveredOn: dayAt(fact), deliveredBy: idOf('person', fact.by), delivery, evidence }
    folded.supports.change(`${fact.task} ${fact.unit}`, { state: 'delivered', ...delivered }, at(fact))
    note(folded, fact, 'support.delivered', fact.task, {
      after: { unitId: idOf('unit', fact.unit), delivery, evidence },
    })
  },
  supportConfirmed(folded, fact) {
    const { rating, note: decisionNote } = fact
    const decided = { decidedOn: dayAt(fact), decidedBy: idOf('person', fact.by), rating, decisionNote }
    folded.supports.change(`${fact.task} ${fact.unit}`, { state: 'confirmed', ...decided }, at(fact))
    const after = { unitId: idOf('unit', fact.unit), rating }
    note(folded, fact, 'support.confirmed', fact.task, { after, ...(decisionNote && { reason: decisionNote }) })
  },
  supportReturned(folded, fact) {
    const decided = { decidedOn: dayAt(fact), decidedBy: idOf('person', fact.by), decisionNote: fact.reason }
    folded.supports.change(`${fact.task} ${fact.unit}`, { state: 'returned', ...decided }, at(fact))
    const after = { unitId: idOf('unit', fact.unit), state: 'returned' }
    note(folded, fact, 'support.returned', fact.task, { after, reason: fact.reason })
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
    folded.tasks.change(fact.task, { ...into(fact, 'completionReview'), ...requested }, at(fact))
    note(folded, fact, 'task.completionRequested', fact.task)
  },
  completionReturned(folded, fact) {
    folded.tasks.change(
      fact.task,
      { ...into(fact, 'inProgress'), completionRequestedAt: null, completionRequestedBy: null },
      at(fact),
    )
    note(folded, fact, 'task.returned', fact.task, { reason: fact.reason })
  },
  completionAccepted(folded, fact, year) {
    if (needsSignOff({ sourceKind: taskOf(year, fact.task).source.kind, hasRedNotice: false })) {
      folded.tasks.change(fact.task, into(fact, 'leaderSignOff'), at(fact))
      note(folded, fact, 'task.accepted', fact.task)
      return
    }
    folded.tasks.change(fact.task, { ...into(fact, 'completed'), ...completedOf(folded, fact.task) }, at(fact))
    note(folded, fact, 'task.completed', fact.task)
  },
  taskSignedOff(folded, fact) {
    const signed = { signedOffOn: dayAt(fact), signedOffBy: idOf('person', fact.by) }
    const done = { ...into(fact, 'completed'), ...completedOf(folded, fact.task), ...signed }
    folded.tasks.change(fact.task, done, at(fact))
    note(folded, fact, 'task.signedOff', fact.task)
  },
  ...TURN_HANDLERS,
  taskClosedOut(folded, fact) {
    folded.tasks.change(fact.task, { ...into(fact, 'closedOut'), closedOutOn: dayAt(fact) }, at(fact))
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
