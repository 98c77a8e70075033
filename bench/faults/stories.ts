import { addDays } from '#domain/calendar/calendar.ts'
import { answerDirective, createDirective } from '#domain/directives/directives.contract.ts'
import { confirmSupport, deliverSupport } from '#domain/tasks/supports.contract.ts'
import { raiseDifficulty } from '#domain/difficulties/difficulties.contract.ts'
import {
  answerDifficulty,
  confirmSolution,
  reportSolved,
  ruleOnDifficulty,
  takeUpRuling,
  triageDifficulty,
} from '#domain/difficulties/steps.contract.ts'
import { askExtension, decideRequest } from '#domain/requests/requests.contract.ts'
import { saveReportEntry } from '#domain/reports/reports.contract.ts'
import { acknowledgeTask, assignTask, registerTask } from '#domain/tasks/steps.contract.ts'
import { createTask } from '#domain/tasks/tasks.contract.ts'
import type { Change } from './clients.ts'
import type { District, Unit } from './district.ts'
import {
  directiveLine,
  supportLine,
  difficultyLine,
  enter,
  type Ledger,
  reportLine,
  requestLine,
  storyLine,
  taskLine,
  told,
} from './ledger.ts'

/** Who plays: the district, a client that makes changes, and where what it was answered is kept. */
export type Play = { district: District; change: Change; ledger: Ledger }
type Task = { id: string; title: string; dueOn: string; unit: Unit; other: Unit }

const DUE_IN_DAYS = 90

/** One task from its draft to work, with reports, a difficulty and a request for a later date; every one is another. */
export async function playStory(play: Play, number: number): Promise<void> {
  const { units } = play.district
  const [unit, other] = number % 2 === 0 ? [units[0], units[1]] : [units[1], units[2]]
  const task = await begin(play, `演练任务${number}`, unit, other)
  await support(play, task)
  await report(play, task, number)
  await difficulty(play, task, number)
  await extend(play, task, number)
  await directive(play, task, number)
}

/** A task of the unit from its draft to work, to which the other unit owes something. */
export async function begin({ district, change, ledger }: Play, title: string, unit: Unit, other: Unit): Promise<Task> {
  const { office, leader, pillarId, today } = district
  const dueOn = addDays(today, DUE_IN_DAYS)
  const body = {
    pillarId,
    kind: 'project' as const,
    title,
    evidence: '验收单',
    leadUnitId: unit.id,
    leaderId: leader.id,
    source: { title: '政府工作报告', number: '演府〔2026〕3号', quote: title },
    dueOn,
    milestones: [{ title: '投入使用', dueOn, weight: 100 }],
    supports: [{ unitId: other.id, deliverable: '红线图', dueOn }],
  }
  const { id } = await change(createTask, office, { body })
  const now = (state: string) => ledger.facts.set(id, taskLine(title, state, dueOn))
  now('draft')
  ledger.facts.set(`support ${id}`, supportLine(id, other.id, 'pending'))
  enter(ledger, 'task.created', id, office)
  const params = { taskId: id }
  await change(registerTask, office, { params, body: {} })
  now('registered')
  enter(ledger, 'task.registered', id, office)
  await change(assignTask, office, { params, body: {} })
  now('assigned')
  enter(ledger, 'task.assigned', id, office)
  told(ledger, 'taskAssigned', id, unit.head, unit.liaison)
  told(ledger, 'supportAsked', id, other.head, other.liaison)
  await change(acknowledgeTask, unit.head, { params, body: { assigneeId: unit.assignee.id } })
  now('inProgress')
  enter(ledger, 'task.acknowledged', id, unit.head)
  told(ledger, 'taskAcknowledged', id, unit.assignee)
  return { id, title, dueOn, unit, other }
}

/** The other unit delivers, and the lead's head confirms. */
async function support({ change, ledger }: Play, { id: taskId, unit, other }: Task): Promise<void> {
  const params = { taskId, unitId: other.id }
  const now = (state: string) => ledger.facts.set(`support ${taskId}`, supportLine(taskId, other.id, state))
  await change(deliverSupport, other.liaison, { params, body: { what: '红线图已移交' } })
  now('delivered')
  enter(ledger, 'support.delivered', taskId, other.liaison)
  told(ledger, 'supportDelivered', taskId, unit.head)
  await change(confirmSupport, unit.head, { params, body: { rating: 'satisfactory' } })
  now('confirmed')
  enter(ledger, 'support.confirmed', taskId, unit.head)
  told(ledger, 'supportConfirmed', taskId, other.head, other.liaison)
}

/** A leader's instruction: registered and handed to the unit at once, taken on, answered by its head. */
async function directive({ district, change, ledger }: Play, { unit }: Task, number: number): Promise<void> {
  const { office, leader, pillarId, today } = district
  const title = `演练批示${number}`
  const dueOn = addDays(today, DUE_IN_DAYS)
  const assignment = { leadUnitIds: [unit.id], leaderId: leader.id, pillarId, title }
  const { id, taskIds } = await change(createDirective, office, {
    body: {
      writerId: leader.id,
      writtenOn: today,
      text: `${title}：请抓紧办理`,
      urgency: 'ordinary',
      dueOn,
      assignment,
    },
  })
  const taskId = taskIds[0] ?? ''
  const now = (state: string) => ledger.facts.set(taskId, taskLine(title, state, dueOn))
  now('assigned')
  ledger.facts.set(id, directiveLine(id, 0))
  for (const action of ['directive.registered', 'directive.assigned']) enter(ledger, action, id, office)
  for (const action of ['task.created', 'task.registered', 'task.assigned']) enter(ledger, action, taskId, office)
  told(ledger, 'taskAssigned', taskId, unit.head, unit.liaison)
  told(ledger, 'directiveAssigned', id, leader)
  await change(acknowledgeTask, unit.head, { params: { taskId }, body: { assigneeId: unit.assignee.id } })
  now('inProgress')
  enter(ledger, 'task.acknowledged', taskId, unit.head)
  told(ledger, 'taskAcknowledged', taskId, unit.assignee)
  const answer = { taskId, done: '已逐项落实', result: '见附表' }
  await change(answerDirective, unit.head, { params: { directiveId: id }, body: answer })
  now('completionReview')
  ledger.facts.set(id, directiveLine(id, 1))
  for (const action of ['milestone.submitted', 'task.completionRequested']) enter(ledger, action, taskId, unit.head)
  enter(ledger, 'directive.answered', id, unit.head)
  told(ledger, 'completionRequested', taskId, office)
}

async function report({ district, change, ledger }: Play, { id, unit }: Task, number: number): Promise<void> {
  const params = { periodId: district.periodId, unitId: unit.id, taskId: id }
  for (const turn of [0, 1]) {
    const actualShare = (number % 50) + turn
    const { entryId, version } = await change(saveReportEntry, unit.liaison, {
      params,
      body: { version: turn, changes: { actualShare } },
    })
    ledger.facts.set(`report ${id}`, reportLine(id, actualShare, version))
    enter(ledger, 'report.saved', entryId, unit.liaison)
  }
}

async function difficulty(play: Play, { id: taskId, title, unit, other }: Task, number: number): Promise<void> {
  const { district, change, ledger } = play
  const { today, office } = district
  const body = {
    kind: 'hard' as const,
    cause: 'land' as const,
    title: `${title}的困难`,
    ask: '请协调用地指标',
    counterpartId: other.id,
    wantedOn: addDays(today, 10),
    consequence: '影响开工',
    tried: '已函商',
  }
  const { id } = await change(raiseDifficulty, unit.liaison, { params: { taskId }, body })
  const params = { difficultyId: id }
  const now = (state: string, level: number) => ledger.facts.set(id, difficultyLine(body.title, state, level))
  const happened = (kind: string, by = office) => {
    enter(ledger, `difficulty.${kind}`, id, by)
    ledger.stories.push(storyLine(id, kind, today))
  }
  now('raised', 1)
  happened('raised', unit.liaison)
  await change(triageDifficulty, office, { params, body: { level: 2 } })
  now('triaged', 2)
  happened('triaged')
  told(ledger, 'difficultyAsksYou', id, other.head)
  const level = number % 3 === 0 ? 2 : 3
  if (level === 2) {
    const answer = { kind: 'accept' as const, words: '七日内办结', dueOn: addDays(today, 7) }
    await change(answerDifficulty, other.head, { params, body: answer })
    now('inExecution', level)
    happened('accepted', other.head)
  } else await refuseAndRule({ ...play, id, other, now, happened })
  await change(reportSolved, other.head, { params, body: { words: '指标已下达' } })
  now('solved', level)
  happened('solved', other.head)
  told(ledger, 'difficultySolved', id, unit.head, unit.liaison)
  await change(confirmSolution, unit.liaison, { params, body: { words: '属实' } })
  now('confirmedByRaiser', level)
  happened('confirmed', unit.liaison)
}

type Climb = Play & {
  id: string
  other: Unit
  now: (state: string, level: number) => unknown
  happened: (kind: string, by?: District['office']) => void
}

/** The counterpart refuses, so it climbs to the leader in charge, who rules. */
async function refuseAndRule({ district, change, ledger, id, other, now, happened }: Climb): Promise<void> {
  const { leader, today } = district
  const params = { difficultyId: id }
  await change(answerDifficulty, other.head, { params, body: { kind: 'refuse', words: '依据土地管理法第五十三条' } })
  now('triaged', 3)
  happened('refused', other.head)
  happened('levelRaised', other.head)
  told(ledger, 'difficultyAsksYou', id, leader)
  const ruling = { words: '由其十日内办结', unitId: other.id, dueOn: addDays(today, 10) }
  await change(ruleOnDifficulty, leader, { params, body: ruling })
  now('ruled', 3)
  happened('ruled', leader)
  told(ledger, 'difficultyIsYours', id, other.head)
  await change(takeUpRuling, other.head, { params, body: {} })
  now('inExecution', 3)
  happened('takenUp', other.head)
}

async function extend({ district, change, ledger }: Play, task: Task, number: number): Promise<void> {
  const { office } = district
  const { id: taskId, title, unit } = task
  const dueOn = addDays(task.dueOn, 7)
  const dates = [{ milestoneId: null, dueOn }]
  const { id } = await change(askExtension, unit.head, {
    params: { taskId },
    body: { dates, reason: '汛期停工', progress: '主体已封顶' },
  })
  ledger.facts.set(id, requestLine(taskId, 'asked'))
  enter(ledger, 'task.extensionAsked', taskId, unit.head)
  const approves = number % 2 === 0
  await change(decideRequest, office, { params: { requestId: id }, body: { approves, note: '按此办理', dates: [] } })
  ledger.facts.set(id, requestLine(taskId, approves ? 'approved' : 'rejected'))
  enter(ledger, approves ? 'task.extensionApproved' : 'task.extensionRejected', taskId, office)
  if (approves) ledger.facts.set(taskId, taskLine(title, 'inProgress', dueOn))
}
