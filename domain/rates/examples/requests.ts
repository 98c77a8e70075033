import type { Actor } from '../../access/actor.ts'
import type { Day } from '../../calendar/calendar.ts'
import { askChange, grantChange, type PromisedChanges } from '../../requests/change.ts'
import { askExtension, grantDates, type LaterDate } from '../../requests/extension.ts'
import { LADDER_PRESETS } from '../../requests/ladder.ts'
import { canReview, canWithdraw, decideRequest, OPEN_REQUEST_STATES, type RequestKind } from '../../requests/request.ts'
import { ensure } from '../../verdict.ts'
import { CALENDAR, standOn, type Walked, type WalkedRequest } from './walk.ts'

const RULES = LADDER_PRESETS.standard
const SAID = { reason: '资金未到位', progress: '已完成一半', benefit: '群众' }

const isOpen = ({ state }: WalkedRequest): boolean => OPEN_REQUEST_STATES.includes(state)
export const openRequests = ({ requests }: Walked): WalkedRequest[] => requests.filter(isOpen)
const grantedCount = ({ requests }: Walked, kind: RequestKind): number =>
  requests.filter((request) => request.kind === kind && request.state === 'approved').length

/** What a request needs to know of the task. */
const facts = (walked: Walked, kind: RequestKind, today: Day) => ({
  ...walked.promised,
  state: walked.life.state,
  leadUnitId: walked.life.leadUnitId,
  currentDueOn: walked.currentDueOn,
  light: standOn(walked, today).light,
  milestones: walked.milestones,
  grantedCount: grantedCount(walked, kind),
  hasOpenRequest: openRequests(walked).length > 0,
})
const inLife = ({ life: { leadUnitId, leaderInChargeId: leaderId } }: Walked, request: WalkedRequest) => ({
  ...request,
  leadUnitId,
  leaderId,
})

/** The task after somebody asks for later dates; throws the refusal. */
export function walkExtension(walked: Walked, actor: Actor, dates: LaterDate[], today: Day): Walked {
  const frame = { today, calendar: CALENDAR, rules: RULES }
  const asked = askExtension(actor, facts(walked, 'extensionRequest', today), { ...SAID, dates }, frame)
  return ask(walked, { ...asked, kind: 'extensionRequest', state: 'asked', askedBy: actor.personId })
}

/** The task after somebody asks for another promise; throws the refusal. */
export function walkChange(walked: Walked, actor: Actor, changes: PromisedChanges, today: Day): Walked {
  const asked = askChange(actor, facts(walked, 'changeRequest', today), { ...SAID, changes }, RULES)
  return ask(walked, { ...asked, kind: 'changeRequest', state: 'asked', askedBy: actor.personId })
}

const ask = (walked: Walked, request: WalkedRequest): Walked => ({
  ...walked,
  requests: [...walked.requests, request],
})

/** What becomes of the request that was made last. */
export const REQUEST_STEPS = ['review', 'approve', 'reject', 'withdraw'] as const
export type RequestStep = (typeof REQUEST_STEPS)[number]

/** The task after somebody reviews, decides or takes back the latest request; throws the refusal. */
export function walkRequest(walked: Walked, actor: Actor, step: RequestStep, today: Day): Walked {
  const request = walked.requests.at(-1)
  if (!request) return walked
  const life = inLife(walked, request)
  if (step === 'review') {
    ensure(canReview(actor, life))
    return after(walked, { ...request, state: 'reviewed' })
  }
  if (step === 'withdraw') {
    ensure(canWithdraw(actor, life))
    return after(walked, { ...request, state: 'withdrawn' })
  }
  const state = decideRequest(actor, life, { approves: step === 'approve', note: '按程序办' })
  const decided = after(walked, { ...request, state })
  return state === 'approved' ? granted(decided, request, today) : decided
}

const after = (walked: Walked, request: WalkedRequest): Walked => ({
  ...walked,
  requests: [...walked.requests.slice(0, -1), request],
})

function granted(walked: Walked, request: WalkedRequest, today: Day): Walked {
  if (request.kind === 'changeRequest') {
    const changed = grantChange(facts(walked, request.kind, today), request.after)
    const { title, target, weight } = { ...walked.promised, ...changed }
    const { promised } = walked
    return {
      ...walked,
      promised: {
        title: title ?? promised.title,
        target: target === undefined ? promised.target : target,
        weight: weight ?? promised.weight,
      },
    }
  }
  const dates = grantDates(facts(walked, request.kind, today), request.dates, [])
  const dueOn = (milestoneId: string | null) => dates.find((date) => date.milestoneId === milestoneId)?.dueOn
  return {
    ...walked,
    currentDueOn: dueOn(null) ?? walked.currentDueOn,
    milestones: walked.milestones.map((one) => ({ ...one, currentDueOn: dueOn(one.id) ?? one.currentDueOn })),
  }
}
