import { COMPLETION_CHECKS, type CompletionCheck } from '#domain/tasks/inLife.ts'
import { stepRule, type TaskStep } from '#domain/tasks/lifecycle.ts'
import { issueTaskNotices } from '#domain/notices/notices.contract.ts'
import { decideRequests } from '#domain/requests/requests.contract.ts'
import {
  acceptCompletions,
  assignTasks,
  closeOutTasks,
  registerTasks,
  resumeTasks,
  signOffTasks,
  suspendTasks,
} from '#domain/tasks/steps.contract.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { URGED_STATES } from '#domain/urging/byHand.ts'
import { urgeTasks } from '#domain/urging/urging.contract.ts'
import { call } from '../api.ts'

/** What can be done with several things at once, in the order of the dock. */
export const DEEDS = [
  'register',
  'assign',
  'acceptCompletion',
  'signOff',
  'closeOut',
  'grantRequest',
  'rejectRequest',
  'issueNotice',
  'resume',
  'suspend',
  'urge',
] as const
export type Deed = (typeof DEEDS)[number]

/** Those of the ledger, which knows tasks by their state; the others are of the office's queues. */
export const LEDGER_DEEDS: readonly Deed[] = [
  'register',
  'assign',
  'acceptCompletion',
  'signOff',
  'closeOut',
  'resume',
  'suspend',
  'urge',
]

export type Refused = { id: string; code: string; message: string }
type Answer = { done: string[]; refused: Refused[] }

/** What is said once for all that is meant. */
export type DeedWords = { text: string; checks: CompletionCheck[] }
export const NO_WORDS: DeedWords = { text: '', checks: [] }

type DeedFacts = {
  by: 'office' | 'leaders'
  /** In which states a task can be meant; null for whatever is picked. */
  from: readonly TaskState[] | null
  /** The state after it; null where it stays. */
  to: TaskState | null
  /** What is to be said with it; `confirm` for what goes out at once and is not taken back. */
  asks: 'reason' | 'verification' | 'checks' | 'confirm' | null
  /** What the units said of each is shown before it is done. */
  showsAnswers?: true
  /** It takes back or stops something, so it never stands out. */
  isQuiet?: true
  send: (ids: string[], words: DeedWords) => Promise<Answer>
}

const stepped = (step: TaskStep): Pick<DeedFacts, 'from' | 'to'> => ({
  from: stepRule(step).from,
  to: stepRule(step).to,
})

export const DEED_FACTS: Record<Deed, DeedFacts> = {
  register: {
    ...stepped('register'),
    by: 'office',
    asks: null,
    send: (taskIds) => call(registerTasks, { body: { taskIds } }),
  },
  assign: {
    ...stepped('assign'),
    by: 'office',
    asks: null,
    send: (taskIds) => call(assignTasks, { body: { taskIds } }),
  },
  acceptCompletion: {
    ...stepped('acceptCompletion'),
    by: 'office',
    asks: 'checks',
    showsAnswers: true,
    send: (taskIds, { checks }) => call(acceptCompletions, { body: { taskIds, checks } }),
  },
  signOff: {
    ...stepped('signOff'),
    by: 'leaders',
    asks: 'confirm',
    showsAnswers: true,
    send: (taskIds) => call(signOffTasks, { body: { taskIds } }),
  },
  closeOut: {
    ...stepped('closeOut'),
    by: 'office',
    asks: 'verification',
    send: (taskIds, { text }) => call(closeOutTasks, { body: { taskIds, verification: text } }),
  },
  grantRequest: {
    from: null,
    to: null,
    by: 'office',
    asks: 'confirm',
    send: (requestIds) => call(decideRequests, { body: { requestIds, approves: true } }),
  },
  rejectRequest: {
    from: null,
    to: null,
    by: 'office',
    asks: 'reason',
    isQuiet: true,
    send: (requestIds, { text }) => call(decideRequests, { body: { requestIds, approves: false, note: text } }),
  },
  issueNotice: {
    from: URGED_STATES,
    to: null,
    by: 'office',
    asks: 'confirm',
    send: (taskIds) => call(issueTaskNotices, { body: { taskIds } }),
  },
  resume: {
    ...stepped('resume'),
    by: 'office',
    asks: 'reason',
    send: (taskIds, { text }) => call(resumeTasks, { body: { taskIds, reason: text } }),
  },
  suspend: {
    ...stepped('suspend'),
    by: 'leaders',
    asks: 'reason',
    isQuiet: true,
    send: (taskIds, { text }) => call(suspendTasks, { body: { taskIds, reason: text } }),
  },
  urge: {
    from: URGED_STATES,
    to: null,
    by: 'office',
    asks: null,
    isQuiet: true,
    send: (taskIds) => call(urgeTasks, { body: { taskIds } }),
  },
}

/** Whether everything is said that the deed asks for. */
export function isSaid(deed: Deed, { text, checks }: DeedWords): boolean {
  const { asks } = DEED_FACTS[deed]
  if (asks === 'checks') return checks.length === COMPLETION_CHECKS.length
  return asks === null || asks === 'confirm' || text.trim() !== ''
}

/** How many the API takes at once. */
const AT_ONCE = 200

/** Does it for any number, and says of each what came of it. */
export async function doForAll(deed: Deed, ids: readonly string[], words: DeedWords): Promise<Answer> {
  const outcome: Answer = { done: [], refused: [] }
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const { done, refused } = await DEED_FACTS[deed].send(ids.slice(from, from + AT_ONCE), words)
    outcome.done.push(...done)
    outcome.refused.push(...refused)
  }
  return outcome
}
