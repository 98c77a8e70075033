// Written by scripts/db-types.ts from the migrated catalogue; not edited by hand.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

type Json = ColumnType<unknown, string, string>
type Timestamp = ColumnType<Date, Date | string, Date | string>
type SetTimestamp = ColumnType<Date, Date | string | undefined, Date | string>

export type AccountRow = {
  organizationId: string
  personId: string
  passwordDigest: string
  formerDigests: Generated<string[]>
  mustChange: Generated<boolean>
  changedAt: SetTimestamp
  failureCount: Generated<number>
  lockedUntil: Timestamp | null
}

export type ApiTokenRow = {
  organizationId: string
  id: Generated<string>
  personId: string
  name: string
  digest: Buffer
  createdAt: Timestamp
  expiresAt: Timestamp
  usedOn: string | null
  revokedAt: Timestamp | null
}

export type BenchmarkRow = {
  organizationId: string
  id: Generated<string>
  taskId: string
  peer: string
  value: number
  asOn: string
  source: string
  namedBy: string
  namedOn: string
  droppedOn: string | null
  droppedBy: string | null
}

export type CalendarDayRow = {
  organizationId: string
  dayOn: string
  workday: boolean
  name: Generated<string>
  since: Timestamp
}

export type CalendarDayFormerRow = {
  until: Timestamp
  organizationId: string
  dayOn: string
  workday: boolean
  name: string
  since: Timestamp
}

export type CalendarFeedRow = {
  organizationId: string
  personId: string
  digest: Buffer
  createdAt: Timestamp
}

export type DeliveryMessageRow = {
  organizationId: string
  messageId: string
  channel: string
  toId: string
  deliveryId: string
}

export type DeliveryRulesRow = {
  organizationId: string
  allowed: string[]
  digestAt: string
  quietFrom: string
  quietTo: string
  workdaysOnly: boolean
}

export type DifficultyRow = {
  organizationId: string
  id: Generated<string>
  taskId: string
  kind: 'pain' | 'hard' | 'blockage'
  cause: 'land' | 'funds' | 'approval' | 'staffing' | 'data' | 'law' | 'counterpart' | 'contractor' | 'other'
  title: string
  ask: string
  consequence: string
  tried: string
  wantedOn: string
  raisedUnitId: string
  raisedBy: string
  raisedByHead: boolean
  raisedOn: string
  lightAtRaising: 'red' | 'yellow' | 'green' | 'blue' | 'grey'
  state: 'raised' | 'triaged' | 'ruled' | 'inExecution' | 'solved' | 'confirmedByRaiser' | 'closed' | 'withdrawn'
  level: number
  enteredOn: string
  counterpartId: string | null
  askedUnitIds: Generated<string[]>
  answerKind: 'accept' | 'onCondition' | 'refuse' | 'noResponse' | null
  answerWords: Generated<string>
  answerDueOn: string | null
  rulingUnitId: string | null
  rulingWords: Generated<string>
  rulingDueOn: string | null
  solvedWords: Generated<string>
  reopened: Generated<boolean>
  since: Timestamp
}

export type DifficultyEventRow = {
  organizationId: string
  difficultyId: string
  ordinal: number
  kind:
    | 'raised'
    | 'triaged'
    | 'accepted'
    | 'acceptedOnCondition'
    | 'refused'
    | 'noResponse'
    | 'passedOn'
    | 'ringFound'
    | 'levelRaised'
    | 'settledInUnit'
    | 'conditionTaken'
    | 'ruled'
    | 'takenUp'
    | 'solved'
    | 'objected'
    | 'confirmed'
    | 'reopened'
    | 'withdrawn'
    | 'closed'
  happenedOn: string
  happenedAt: Timestamp
  level: number
  cause: 'noResponse' | 'unsettled' | 'notDone' | 'byHand' | 'refused' | 'ring' | null
  personId: string | null
  unitId: string | null
  silentPost: 'supervisionOffice' | 'unitHead' | 'leaderInCharge' | 'principalLeader' | null
  silentUnitId: string | null
  silentPersonId: string | null
  toUnitId: string | null
  words: Generated<string>
  dueOn: string | null
}

export type DifficultyFormerRow = {
  until: Timestamp
  organizationId: string
  id: string
  taskId: string
  kind: 'pain' | 'hard' | 'blockage'
  cause: 'land' | 'funds' | 'approval' | 'staffing' | 'data' | 'law' | 'counterpart' | 'contractor' | 'other'
  title: string
  ask: string
  consequence: string
  tried: string
  wantedOn: string
  raisedUnitId: string
  raisedBy: string
  raisedByHead: boolean
  raisedOn: string
  lightAtRaising: 'red' | 'yellow' | 'green' | 'blue' | 'grey'
  state: 'raised' | 'triaged' | 'ruled' | 'inExecution' | 'solved' | 'confirmedByRaiser' | 'closed' | 'withdrawn'
  level: number
  enteredOn: string
  counterpartId: string | null
  askedUnitIds: string[]
  answerKind: 'accept' | 'onCondition' | 'refuse' | 'noResponse' | null
  answerWords: string
  answerDueOn: string | null
  rulingUnitId: string | null
  rulingWords: string
  rulingDueOn: string | null
  solvedWords: string
  reopened: boolean
  since: Timestamp
}

export type DirectiveRow = {
  organizationId: string
  id: Generated<string>
  year: number
  number: number
  parentId: string | null
  writtenBy: string
  writtenOn: string
  text: string
  paperTitle: Generated<string>
  paperNumber: Generated<string>
  urgency: 'extraUrgent' | 'urgent' | 'pressing' | 'ordinary' | 'complex'
  limitBy: 'urgency' | 'text'
  dueOn: string
  restricted: Generated<boolean>
  registeredOn: string
  registeredAt: Timestamp
  registeredBy: string
}

export type DirectiveAnswerRow = {
  organizationId: string
  taskId: string
  number: number
  directiveId: string
  done: string
  result: string
  answeredBy: string
  answeredOn: string
  answeredAt: Timestamp
}

export type DirectivePageRow = {
  organizationId: string
  directiveId: string
  position: number
  documentId: string
  addedBy: string
  addedAt: Timestamp
}

export type DirectiveSequenceRow = {
  organizationId: string
  year: number
  lastNumber: number
}

export type DirectiveStandingRow = {
  organizationId: string
  directiveId: string
  state: 'received' | 'inHand' | 'toLeader' | 'continued' | 'closed' | 'withdrawn'
  currentDueOn: string
  closedOn: string | null
}

export type DirectiveTaskRow = {
  organizationId: string
  directiveId: string
  taskId: string
  since: Timestamp
}

export type DirectiveWithdrawalRow = {
  organizationId: string
  directiveId: string
  reason: string
  withdrawnBy: string
  withdrawnOn: string
  withdrawnAt: Timestamp
}

export type DocumentRow = {
  organizationId: string
  id: Generated<string>
  name: string
  mediaType: string
  bytes: Buffer
  digest: Buffer
  uploadedBy: string
  uploadedAt: Timestamp
}

export type FeedbackRow = {
  organizationId: string
  id: Generated<string>
  kind: 'complaint' | 'suggestion'
  text: string
  taskId: string | null
  unitId: string | null
  writtenBy: string
  writtenOn: string
  writtenAt: Timestamp
}

export type FeedbackAnswerRow = {
  organizationId: string
  feedbackId: string
  words: string
  answeredBy: string
  answeredOn: string
  answeredAt: Timestamp
}

export type HighlightRow = {
  organizationId: string
  id: Generated<string>
  unitId: string
  title: string
  practice: string
  evidence: string
  sharedBy: string
  sharedOn: string
  sharedAt: Timestamp
  withdrawnOn: string | null
  withdrawnBy: string | null
  withdrawnReason: Generated<string>
}

export type HighlightAdoptionRow = {
  organizationId: string
  highlightId: string
  unitId: string
  adoptedBy: string
  adoptedOn: string
}

export type IdempotencyKeyRow = {
  organizationId: string
  personId: string
  key: string
  requestDigest: Buffer
  status: number
  answer: string
  createdAt: Timestamp
}

export type ImportRow = {
  organizationId: string
  id: Generated<string>
  documentId: string
  planId: string
  kind: 'document' | 'ledger'
  state: Generated<'review' | 'confirmed' | 'undone'>
  reading: Json
  createdBy: string
  createdAt: Timestamp
  confirmedAt: Timestamp | null
  undoneAt: Timestamp | null
  report: Json | null
}

export type ImportDecisionRow = {
  organizationId: string
  importId: string
  seq: GeneratedAlways<number>
  kind: 'edit' | 'accept' | 'discard' | 'reopen' | 'merge' | 'split' | 'answer' | 'nameUnit' | 'make'
  before: Json
  decidedBy: string
  decidedAt: Timestamp
  undoneAt: Timestamp | null
}

export type ImportDraftRow = {
  organizationId: string
  importId: string
  id: Generated<string>
  position: number
  draft: Json
  fields: Json
  state: Generated<'pending' | 'accepted' | 'discarded' | 'merged' | 'withdrawn'>
  taskId: string | null
  before: Json | null
  version: Generated<number>
  changedBy: string | null
  changedAt: Timestamp | null
  decisionSeq: number | null
  same: Generated<boolean>
  doubtCount: GeneratedAlways<number | null>
  sourceStart: GeneratedAlways<number | null>
  sourceEnd: GeneratedAlways<number | null>
}

export type JointMeetingRow = {
  organizationId: string
  id: Generated<string>
  year: number
  number: number
  state:
    | 'planned'
    | 'collecting'
    | 'prepFrozen'
    | 'inSession'
    | 'minutesDraft'
    | 'circulated'
    | 'issued'
    | 'followedUp'
    | 'calledOff'
  heldOn: string
  startsAt: string
  plannedMinutes: number
  place: Generated<string>
  chairId: string | null
  planId: string
  periodId: string | null
  arrangement: Json
  freezeOrdinal: Generated<number>
  beganAt: Timestamp | null
  endedAt: Timestamp | null
  minutesEdits: Json
  minutesNumber: number | null
  minutesNumberText: string | null
  issuedOn: string | null
  version: Generated<number>
  createdBy: string
  since: Timestamp
  circulatedAt: Timestamp | null
  minutesKept: Json | null
}

export type JournalEntryRow = {
  organizationId: string
  seq: GeneratedAlways<number>
  xid: Generated<string>
  happenedAt: Timestamp
  personId: string | null
  personName: string
  origin: string
  requestId: string
  action: string
  subjectType: string
  subjectId: string
  before: Json | null
  after: Json | null
  reason: string | null
}

export type JournalSealRow = {
  organizationId: string
  position: number
  entrySeq: number
  entryXid: string
  algorithm: 'sha256' | 'sm3'
  digest: Buffer
  sealedAt: Timestamp
}

export type MeetingCardRow = {
  organizationId: string
  meetingId: string
  ordinal: number
  unitId: string
  position: number
  card: Json
}

export type MeetingEventRow = {
  organizationId: string
  meetingId: string
  seq: number
  key: string
  kind:
    | 'itemCalled'
    | 'timerStarted'
    | 'timerPaused'
    | 'attended'
    | 'rulingDrafted'
    | 'rulingShown'
    | 'rulingConfirmed'
    | 'rulingDropped'
    | 'rulingMade'
    | 'noted'
  said: Json
  happenedAt: Timestamp
  receivedAt: Timestamp
  byId: string
}

export type MeetingFreezeRow = {
  organizationId: string
  meetingId: string
  ordinal: number
  frozenAt: Timestamp
  asOn: string
  agenda: Json
  digest: string
  frozenBy: string
}

export type MeetingParticipantRow = {
  organizationId: string
  id: Generated<string>
  meetingId: string
  part: 'member' | 'observer'
  unitId: string | null
  personId: string | null
  onLeave: Generated<boolean>
  leaveReason: Generated<string>
  standIn: Generated<string>
  retired: Generated<boolean>
}

export type MeetingRulingRow = {
  organizationId: string
  id: string
  meetingId: string
  number: number
  sentence: string
  leadUnitId: string
  dueOn: string
  becomes: 'task' | 'directive' | 'difficultyAnswer' | 'dateChange'
  itemKey: string | null
  difficultyId: string | null
  taskId: string | null
  subjectTaskId: string | null
  confirmedBy: string
  readBack: boolean
  madeBy: string
  madeAt: Timestamp
  madeOn: string
}

export type MeetingRulingSupportRow = {
  organizationId: string
  rulingId: string
  unitId: string
  deliverable: Generated<string>
  dueOn: string | null
}

export type MessageRow = {
  organizationId: string
  id: Generated<string>
  personId: string
  kind: string
  subjectType: string
  subjectId: string
  facts: Json
  key: string
  toldAt: Timestamp
  readAt: Timestamp | null
  plannedAt: Timestamp | null
}

export type MessageDeliveryRow = {
  organizationId: string
  id: Generated<string>
  personId: string | null
  channel: string
  address: string
  state: Generated<'waiting' | 'delivered' | 'failed'>
  attempts: Generated<number>
  nextTryAt: Timestamp
  lastError: string | null
  plannedAt: Timestamp
  digestOn: string | null
  deliveredAt: Timestamp | null
}

export type MilestoneRow = {
  organizationId: string
  id: Generated<string>
  taskId: string
  position: number
  title: string
  weight: number
  originalDueOn: string
  currentDueOn: string
  state: Generated<'pending' | 'submitted' | 'accepted'>
  submittedOn: string | null
  doneOn: string | null
  acceptedAt: Timestamp | null
  retired: Generated<boolean>
  since: Timestamp
}

export type MilestoneFormerRow = {
  until: Timestamp
  organizationId: string
  id: string
  taskId: string
  position: number
  title: string
  weight: number
  originalDueOn: string
  currentDueOn: string
  state: 'pending' | 'submitted' | 'accepted'
  submittedOn: string | null
  doneOn: string | null
  acceptedAt: Timestamp | null
  retired: boolean
  since: Timestamp
}

export type MinutesAgreementRow = {
  organizationId: string
  id: Generated<string>
  meetingId: string
  unitId: string | null
  personId: string
  saidAt: Timestamp
}

export type MinutesCommentRow = {
  organizationId: string
  id: Generated<string>
  meetingId: string
  unitId: string | null
  personId: string
  partKey: string | null
  words: string
  saidAt: Timestamp
  answer: string | null
  adopted: boolean | null
  answeredBy: string | null
  answeredAt: Timestamp | null
}

export type MinutesSequenceRow = {
  organizationId: string
  year: number
  lastNumber: number
}

export type NoticeSequenceRow = {
  organizationId: string
  year: number
  lastNumber: number
}

export type OrganizationRow = {
  id: Generated<string>
  name: string
  timeZone: Generated<string>
  standingOn: string | null
  createdAt: SetTimestamp
}

export type PaperTemplateRow = {
  organizationId: string
  kind: 'agenda' | 'brief' | 'minutes' | 'asks'
  ordinal: number
  name: string
  bytes: Buffer
  size: number
  digest: string
  addedBy: string
  addedAt: Timestamp
}

export type PaperTemplateChoiceRow = {
  organizationId: string
  kind: 'agenda' | 'brief' | 'minutes' | 'asks'
  ordinal: number | null
  since: Timestamp
}

export type PeriodRow = {
  organizationId: string
  id: Generated<string>
  planId: string
  kind: 'quarter' | 'month'
  number: number
  startsOn: string
  endsOn: string
  opensOn: string
  closesOn: string
}

export type PersonRow = {
  organizationId: string
  id: Generated<string>
  name: string
  userName: string
  language: Generated<'zh' | 'en'>
  phone: string | null
  position: Generated<number>
  searchKeys: Generated<string>
  disabledAt: Timestamp | null
}

export type PersonChannelRow = {
  organizationId: string
  personId: string
  channel: 'email' | 'weCom' | 'dingTalk' | 'feishu' | 'sms'
  address: string
  secret: string | null
  shown: string
}

export type PersonQuietRow = {
  organizationId: string
  personId: string
  quietFrom: string
  quietTo: string
  workdaysOnly: boolean
}

export type PillarRow = {
  organizationId: string
  id: Generated<string>
  planId: string
  position: number
  name: string
  mark: string
  retiredAt: Timestamp | null
  lastNumber: Generated<number>
}

export type PlanRow = {
  organizationId: string
  id: Generated<string>
  year: number
  state: Generated<'drafting' | 'approved' | 'closed'>
  reportEvery: Generated<'quarter' | 'month'>
  opensOnLastWorkday: Generated<number>
  closesAfterWorkdays: Generated<number>
  lightPreset: Generated<'standard' | 'wide'>
  createdAt: Timestamp
}

export type PortfolioPillarRow = {
  organizationId: string
  personId: string
  pillarId: string
  endedAt: Timestamp | null
}

export type PortfolioUnitRow = {
  organizationId: string
  personId: string
  unitId: string
  endedAt: Timestamp | null
}

export type PostRow = {
  organizationId: string
  id: Generated<string>
  personId: string
  unitId: string | null
  role:
    | 'supervisionOffice'
    | 'principalLeader'
    | 'leaderInCharge'
    | 'unitHead'
    | 'liaison'
    | 'assignee'
    | 'sysAdmin'
    | 'securityAdmin'
    | 'auditAdmin'
  title: Generated<string>
  endedAt: Timestamp | null
}

export type PushRow = {
  organizationId: string
  id: Generated<string>
  webhookId: string
  event: string
  taskId: string | null
  ids: Generated<Json>
  occurredAt: Timestamp
  state: Generated<'waiting' | 'delivered' | 'failed'>
  attempts: Generated<number>
  nextTryAt: Timestamp
  lastError: string | null
  endedAt: Timestamp | null
}

export type ReadingRow = {
  organizationId: string
  personId: string
  id: string
  step: 'waiting' | 'opening' | 'reading' | 'comparing'
  rowsRead: Generated<number>
  rowsOf: number | null
  toldAt: SetTimestamp
  stoppedAt: Timestamp | null
}

export type ReportEntryRow = {
  organizationId: string
  id: Generated<string>
  periodId: string
  unitId: string
  taskId: string
  actualShare: number | null
  actualValue: number | null
  done: Generated<string[]>
  nextStep: Generated<string>
  difficulty: Generated<string>
  suggestion: Generated<string>
  evidence: Generated<string>
  confidence: 'green' | 'amber' | 'red' | null
  claimedMilestoneIds: Generated<string[]>
  checked: Generated<boolean>
  state: Generated<'draft' | 'submitted' | 'accepted' | 'returned'>
  returnCode: string | null
  returnNote: Generated<string>
  submittedOn: string | null
  submittedBy: string | null
  decidedOn: string | null
  decidedBy: string | null
  version: Generated<number>
  since: Timestamp
  savedAt: Timestamp | null
  savedBy: string | null
}

export type ReportEntryFormerRow = {
  until: Timestamp
  organizationId: string
  id: string
  periodId: string
  unitId: string
  taskId: string
  actualShare: number | null
  actualValue: number | null
  done: string[]
  nextStep: string
  difficulty: string
  suggestion: string
  evidence: string
  confidence: 'green' | 'amber' | 'red' | null
  claimedMilestoneIds: string[]
  checked: boolean
  state: 'draft' | 'submitted' | 'accepted' | 'returned'
  returnCode: string | null
  returnNote: string
  submittedOn: string | null
  submittedBy: string | null
  decidedOn: string | null
  decidedBy: string | null
  version: number
  since: Timestamp
  savedAt: Timestamp | null
  savedBy: string | null
}

export type ReportSheetRow = {
  organizationId: string
  periodId: string
  unitId: string
  preparedAt: Timestamp | null
  preparedBy: string | null
  signedAt: Timestamp | null
  signedBy: string | null
}

export type SavedViewRow = {
  organizationId: string
  id: Generated<string>
  personId: string
  name: string
  search: string
  position: number
  retiredAt: Timestamp | null
}

export type SessionRow = {
  organizationId: string
  digest: Buffer
  personId: string
  createdAt: Timestamp
  seenAt: Timestamp
  expiresAt: Timestamp
  endedAt: Timestamp | null
  address: Generated<string>
  browser: Generated<string>
}

export type SetupLinkRow = {
  digest: Buffer
  createdAt: SetTimestamp
  usedAt: Timestamp | null
}

export type SheetDeliveryRow = {
  organizationId: string
  periodId: string
  unitId: string
  taskId: string
  what: string
  evidence: string
  version: number
  savedAt: Timestamp
  savedBy: string
  deliveredOn: string | null
}

export type SignInFailureRow = {
  key: Buffer
  failureCount: number
  since: Timestamp
  lockedUntil: Timestamp | null
}

export type SupervisionNoticeRow = {
  organizationId: string
  id: Generated<string>
  key: string
  level: 'blue' | 'yellow' | 'red'
  state: 'proposed' | 'dismissed' | 'issued' | 'answered' | 'closed'
  year: number | null
  number: number | null
  numberText: string | null
  taskId: string
  milestoneId: string | null
  unitId: string
  reason: Json
  ask: Generated<string>
  answerWithinWorkdays: number
  proposedOn: string
  issuedOn: string | null
  issuedBy: string | null
  answerBy: string | null
  reply: Generated<string>
  repliedAt: Timestamp | null
  repliedBy: string | null
  closeNote: Generated<string>
  closedAt: Timestamp | null
  closedBy: string | null
  since: Timestamp
}

export type SupervisionRuleSetRow = {
  organizationId: string
  version: number
  effectiveOn: string
  rules: Json
  savedBy: string
  savedAt: Timestamp
}

export type TaskRow = {
  organizationId: string
  id: Generated<string>
  planId: string
  code: string
  pillarId: string
  kind: 'indicator' | 'project' | 'action'
  title: string
  evidence: Generated<string>
  leadUnitId: string | null
  leaderId: string | null
  assigneeId: string | null
  weight: Generated<number>
  sourceType: Generated<'annualPlan' | 'meeting' | 'directive' | 'superiorDocument' | 'proposal' | 'difficulty'>
  sourceTitle: Generated<string>
  sourceNumber: Generated<string>
  sourceQuote: Generated<string>
  documentId: string | null
  importId: string | null
  targetValue: number | null
  targetUnit: string | null
  startsOn: string
  originalDueOn: string | null
  currentDueOn: string | null
  state:
    | 'draft'
    | 'registered'
    | 'assigned'
    | 'inProgress'
    | 'completionReview'
    | 'leaderSignOff'
    | 'completed'
    | 'closedOut'
    | 'disputed'
    | 'suspended'
    | 'deferred'
    | 'cancelled'
  restricted: Generated<boolean>
  registeredAt: Timestamp | null
  assignedAt: Timestamp | null
  acknowledgedAt: Timestamp | null
  completionRequestedAt: Timestamp | null
  completionRequestedBy: string | null
  completionNote: string | null
  completedOn: string | null
  closedOutOn: string | null
  searchGrams: Generated<string[]>
  version: Generated<number>
  since: Timestamp
  stateOn: string | null
  declineCount: Generated<number>
  declinedBy: string | null
  firstCompletedOn: string | null
  reopenCount: Generated<number>
  signedOffOn: string | null
  signedOffBy: string | null
  deferredUntil: string | null
  redoSince: string | null
  redoDueOn: string | null
  redoReason: Generated<string>
  targetAsWorded: Generated<boolean>
}

export type TaskDisputeRow = {
  organizationId: string
  taskId: string
  number: number
  unitId: string
  declinedAt: Timestamp
  declinedBy: string
  reason: string
  suggestedUnitId: string
  legalBasis: string
  decidedAt: Timestamp | null
  decidedBy: string | null
  decision: 'upheld' | 'transferred' | 'cancelled' | null
  decisionReason: Generated<string>
}

export type TaskFormerRow = {
  until: Timestamp
  organizationId: string
  id: string
  planId: string
  code: string
  pillarId: string
  kind: 'indicator' | 'project' | 'action'
  title: string
  evidence: string
  leadUnitId: string | null
  leaderId: string | null
  assigneeId: string | null
  weight: number
  sourceType: 'annualPlan' | 'meeting' | 'directive' | 'superiorDocument' | 'proposal' | 'difficulty'
  sourceTitle: string
  sourceNumber: string
  sourceQuote: string
  documentId: string | null
  importId: string | null
  targetValue: number | null
  targetUnit: string | null
  startsOn: string
  originalDueOn: string | null
  currentDueOn: string | null
  state:
    | 'draft'
    | 'registered'
    | 'assigned'
    | 'inProgress'
    | 'completionReview'
    | 'leaderSignOff'
    | 'completed'
    | 'closedOut'
    | 'disputed'
    | 'suspended'
    | 'deferred'
    | 'cancelled'
  restricted: boolean
  registeredAt: Timestamp | null
  assignedAt: Timestamp | null
  acknowledgedAt: Timestamp | null
  completionRequestedAt: Timestamp | null
  completionRequestedBy: string | null
  completionNote: string | null
  completedOn: string | null
  closedOutOn: string | null
  searchGrams: string[]
  version: number
  since: Timestamp
  stateOn: string | null
  declineCount: number | null
  declinedBy: string | null
  firstCompletedOn: string | null
  reopenCount: number | null
  signedOffOn: string | null
  signedOffBy: string | null
  deferredUntil: string | null
  redoSince: string | null
  redoDueOn: string | null
  redoReason: string | null
  targetAsWorded: Generated<boolean>
}

export type TaskRequestRow = {
  organizationId: string
  id: Generated<string>
  taskId: string
  kind: 'extensionRequest' | 'changeRequest'
  state: 'asked' | 'reviewed' | 'approved' | 'rejected' | 'withdrawn'
  decider: 'supervisionOffice' | 'leaderInCharge' | 'principalLeader'
  rulesVersion: string
  ordinal: number
  isLate: boolean
  unitId: string
  askedBy: string
  askedOn: string
  askedAt: Timestamp
  reason: string
  account: string
  dates: Json
  before: Json | null
  after: Json | null
  opinionAgrees: boolean | null
  opinionNote: Generated<string>
  reviewedBy: string | null
  reviewedOn: string | null
  decisionNote: Generated<string>
  decidedBy: string | null
  decidedOn: string | null
}

export type TaskStandingRow = {
  organizationId: string
  taskId: string
  standingOn: string
  light: 'red' | 'yellow' | 'green' | 'blue' | 'grey'
  lightRank: number
  deadlineLight: 'red' | 'yellow' | 'green' | 'blue' | 'grey'
  trajectoryLight: 'red' | 'yellow' | 'green' | 'blue' | 'grey'
  plannedShare: number
  actualShare: number | null
  why: Json
  measuredOn: string
  onPlan: boolean
  planId: string
  taskCode: string
  pillarPosition: number
  unitPosition: number
  acknowledgeLate: Generated<boolean>
  verification: 'wasRed' | 'sampled' | null
}

export type TaskSupportRow = {
  organizationId: string
  taskId: string
  unitId: string
  deliverable: Generated<string>
  dueOn: string | null
  retired: Generated<boolean>
  since: Timestamp
  state: Generated<'pending' | 'delivered' | 'returned' | 'confirmed' | 'undelivered'>
  deliveredOn: string | null
  deliveredBy: string | null
  delivery: Generated<string>
  evidence: Generated<string>
  decidedOn: string | null
  decidedBy: string | null
  rating: 'satisfactory' | 'partial' | 'insufficient' | null
  decisionNote: Generated<string>
  silentOn: string | null
}

export type TaskSupportFormerRow = {
  until: Timestamp
  organizationId: string
  taskId: string
  unitId: string
  deliverable: string
  dueOn: string | null
  retired: boolean
  since: Timestamp
  state: 'pending' | 'delivered' | 'returned' | 'confirmed' | 'undelivered' | null
  deliveredOn: string | null
  deliveredBy: string | null
  delivery: string | null
  evidence: string | null
  decidedOn: string | null
  decidedBy: string | null
  rating: 'satisfactory' | 'partial' | 'insufficient' | null
  decisionNote: string | null
  silentOn: string | null
}

export type TaskTransferRow = {
  organizationId: string
  taskId: string
  number: number
  fromUnitId: string
  toUnitId: string
  assigneeId: string | null
  assignedAt: Timestamp | null
  transferredAt: Timestamp
  transferredBy: string
  reason: string
  actualShare: number | null
}

export type TrajectoryPointRow = {
  organizationId: string
  taskId: string
  pointOn: string
  share: number
  retired: Generated<boolean>
  since: Timestamp
}

export type TrajectoryPointFormerRow = {
  until: Timestamp
  organizationId: string
  taskId: string
  pointOn: string
  share: number
  retired: boolean
  since: Timestamp
}

export type UnitRow = {
  organizationId: string
  id: Generated<string>
  name: string
  shortName: string
  aliases: Generated<string[]>
  kind: 'party' | 'government' | 'town' | 'street' | 'enterprise' | 'other'
  groupName: Generated<string>
  position: number
  searchKeys: Generated<string>
  retiredAt: Timestamp | null
}

export type UrgeRow = {
  organizationId: string
  id: Generated<string>
  key: string
  kind: string
  facts: Json
  taskId: string | null
  toldTo: string[]
  urgedOn: string
  urgedAt: Timestamp
  urgedBy: string | null
}

export type UrgeRuleSetRow = {
  organizationId: string
  version: number
  effectiveOn: string
  rules: Json
  savedBy: string
  savedAt: Timestamp
}

export type UrgeRunRow = {
  organizationId: string
  runOn: string
  rulesVersion: number
  ranAt: Timestamp
  urgeCount: number
}

export type WebhookRow = {
  organizationId: string
  id: Generated<string>
  name: string
  url: string
  secret: string
  kinds: string[]
  state: Generated<'on' | 'off' | 'paused' | 'retired'>
  stateAt: Timestamp
  createdAt: Timestamp
}

export type DB = {
  account: AccountRow
  apiToken: ApiTokenRow
  benchmark: BenchmarkRow
  calendarDay: CalendarDayRow
  calendarDayFormer: CalendarDayFormerRow
  calendarFeed: CalendarFeedRow
  deliveryMessage: DeliveryMessageRow
  deliveryRules: DeliveryRulesRow
  difficulty: DifficultyRow
  difficultyEvent: DifficultyEventRow
  difficultyFormer: DifficultyFormerRow
  directive: DirectiveRow
  directiveAnswer: DirectiveAnswerRow
  directivePage: DirectivePageRow
  directiveSequence: DirectiveSequenceRow
  directiveStanding: DirectiveStandingRow
  directiveTask: DirectiveTaskRow
  directiveWithdrawal: DirectiveWithdrawalRow
  document: DocumentRow
  feedback: FeedbackRow
  feedbackAnswer: FeedbackAnswerRow
  highlight: HighlightRow
  highlightAdoption: HighlightAdoptionRow
  idempotencyKey: IdempotencyKeyRow
  import: ImportRow
  importDecision: ImportDecisionRow
  importDraft: ImportDraftRow
  jointMeeting: JointMeetingRow
  journalEntry: JournalEntryRow
  journalSeal: JournalSealRow
  meetingCard: MeetingCardRow
  meetingEvent: MeetingEventRow
  meetingFreeze: MeetingFreezeRow
  meetingParticipant: MeetingParticipantRow
  meetingRuling: MeetingRulingRow
  meetingRulingSupport: MeetingRulingSupportRow
  message: MessageRow
  messageDelivery: MessageDeliveryRow
  milestone: MilestoneRow
  milestoneFormer: MilestoneFormerRow
  minutesAgreement: MinutesAgreementRow
  minutesComment: MinutesCommentRow
  minutesSequence: MinutesSequenceRow
  noticeSequence: NoticeSequenceRow
  organization: OrganizationRow
  paperTemplate: PaperTemplateRow
  paperTemplateChoice: PaperTemplateChoiceRow
  period: PeriodRow
  person: PersonRow
  personChannel: PersonChannelRow
  personQuiet: PersonQuietRow
  pillar: PillarRow
  plan: PlanRow
  portfolioPillar: PortfolioPillarRow
  portfolioUnit: PortfolioUnitRow
  post: PostRow
  push: PushRow
  reading: ReadingRow
  reportEntry: ReportEntryRow
  reportEntryFormer: ReportEntryFormerRow
  reportSheet: ReportSheetRow
  savedView: SavedViewRow
  session: SessionRow
  setupLink: SetupLinkRow
  sheetDelivery: SheetDeliveryRow
  signInFailure: SignInFailureRow
  supervisionNotice: SupervisionNoticeRow
  supervisionRuleSet: SupervisionRuleSetRow
  task: TaskRow
  taskDispute: TaskDisputeRow
  taskFormer: TaskFormerRow
  taskRequest: TaskRequestRow
  taskStanding: TaskStandingRow
  taskSupport: TaskSupportRow
  taskSupportFormer: TaskSupportFormerRow
  taskTransfer: TaskTransferRow
  trajectoryPoint: TrajectoryPointRow
  trajectoryPointFormer: TrajectoryPointFormerRow
  unit: UnitRow
  urge: UrgeRow
  urgeRuleSet: UrgeRuleSetRow
  urgeRun: UrgeRunRow
  webhook: WebhookRow
}
