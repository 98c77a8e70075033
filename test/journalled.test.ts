import { expect, test } from 'vitest'
import { ACCESS, type EndpointName } from '#domain/access/access.ts'
import { DEFAULT_RULES } from '#domain/channels/rules.ts'
import { standardRules } from '#domain/rules/rules.ts'
import { allContracts } from './contracts.ts'
import { district, type Somebody } from './world.tasks.ts'

type World = Awaited<ReturnType<typeof district>> & { sysAdmin: Somebody; securityAdmin: Somebody }
type Change = { action: string; by: (world: World) => Promise<{ status: number; body: unknown }> }

/** Changes outside a task's and a report's life, each with the entry that it must leave. */
const CHANGES: Partial<Record<EndpointName, Change>> = {
  updateOrganization: {
    action: 'organization.renamed',
    by: ({ sysAdmin }) => sysAdmin.patch('/api/organization', { name: '清河区' }),
  },
  createUnit: {
    action: 'unit.created',
    by: ({ sysAdmin }) => sysAdmin.post('/api/units', { name: '气象局', kind: 'government' }),
  },
  updateUnit: {
    action: 'unit.changed',
    by: ({ sysAdmin, units }) => sysAdmin.patch(`/api/units/${units.other}`, { aliases: ['教体局'] }),
  },
  createPerson: {
    action: 'person.created',
    by: ({ sysAdmin }) =>
      sysAdmin.post('/api/people', { name: '彭小雨', userName: 'pengxy', posts: [{ role: 'auditAdmin' }] }),
  },
  updatePerson: {
    action: 'person.changed',
    by: ({ sysAdmin, liaison }) => sysAdmin.patch(`/api/people/${liaison.id}`, { phone: '0371-5550101' }),
  },
  updatePortfolio: {
    action: 'portfolio.changed',
    by: ({ sysAdmin, leader, units }) =>
      sysAdmin.put(`/api/people/${leader.id}/portfolio`, { unitIds: [units.lead], pillarIds: [] }),
  },
  resetPassword: {
    action: 'password.reset',
    by: ({ securityAdmin, liaison }) => securityAdmin.post(`/api/accounts/${liaison.id}/initial-password`),
  },
  unlockAccount: {
    action: 'account.unlocked',
    by: ({ securityAdmin, liaison }) => securityAdmin.delete(`/api/accounts/${liaison.id}/lock`),
  },
  setCalendarDay: {
    action: 'calendarDay.set',
    by: ({ office }) => office.put('/api/calendar-days/2026-12-30', { workday: false, name: '停电检修' }),
  },
  createPlan: {
    action: 'plan.created',
    by: ({ office }) => office.post('/api/plans', { year: 2027, pillars: [{ name: '工业强区', mark: '工' }] }),
  },
  updatePlan: {
    action: 'plan.approved',
    by: ({ office, plan }) => office.patch(`/api/plans/${plan.id}`, { state: 'approved' }),
  },
  createToken: {
    action: 'token.created',
    by: ({ head }) => head.post('/api/tokens', { name: '导出', expiresOn: '2026-12-31' }),
  },
  setDeliveryRules: {
    action: 'deliveryRules.changed',
    by: ({ office }) => office.put('/api/delivery-rules', { ...DEFAULT_RULES, digestAt: '09:00' }),
  },
  saveSupervisionRules: {
    action: 'supervisionRules.saved',
    by: ({ office }) =>
      office.put('/api/supervision-rules', { version: 0, effectiveOn: '2027-01-04', rules: standardRules('wide') }),
  },
  endSession: { action: 'session.ended', by: ({ officer }) => officer.delete('/api/sessions/current') },
}

/** Why a change is not among these. */
const ELSEWHERE: Partial<Record<EndpointName, string>> = {
  createWebhook: 'server/webhooks',
  updateWebhook: 'server/webhooks',
  retireWebhook: 'server/webhooks',
  renewWebhookSecret: 'server/webhooks',
  testWebhook: 'server/webhooks',
  resendPush: 'server/webhooks',
  chooseChannel: 'server/channels',
  createFeed: 'server/channels',
  revokeFeed: 'server/channels',
  dropChannel: 'server/channels',
  setOwnQuiet: 'server/channels',
  createSetup: 'server/setup',
  createSession: 'server/auth',
  endOtherSessions: 'server/auth',
  changePassword: 'server/auth',
  changeLanguage: 'a convenience of one person',
  revokeToken: 'server/auth',
  acceptCompletions: 'server/desk',
  decideRequests: 'server/desk',
  issueTaskNotices: 'server/desk',
  addPaperTemplate: 'server/papers',
  choosePaperTemplate: 'server/papers',
  createOrgImport: 'server/org-import',
  previewBurden: 'changes nothing',
  previewOrgImport: 'changes nothing',
  createTask: 'server/tasks',
  updateTask: 'server/tasks',
  registerTask: 'server/tasks',
  assignTask: 'server/tasks',
  acknowledgeTask: 'server/tasks',
  requestCompletion: 'server/tasks',
  acceptCompletion: 'server/tasks',
  returnCompletion: 'server/tasks',
  closeOutTask: 'server/tasks',
  declineTask: 'server/tasks',
  upholdAssignment: 'server/tasks',
  transferTask: 'server/tasks',
  signOffTask: 'server/tasks',
  instructFurther: 'server/tasks',
  failVerification: 'server/tasks',
  revisitTask: 'server/tasks',
  reopenTask: 'server/tasks',
  suspendTask: 'server/tasks',
  deferTask: 'server/tasks',
  resumeTask: 'server/tasks',
  cancelTask: 'server/tasks',
  registerTasks: 'server/tasks',
  assignTasks: 'server/tasks',
  raiseDifficulty: 'server/difficulties',
  triageDifficulty: 'server/difficulties',
  settleInUnit: 'server/difficulties',
  answerDifficulty: 'server/difficulties',
  passDifficultyOn: 'server/difficulties',
  takeCondition: 'server/difficulties',
  raiseDifficultyLevel: 'server/difficulties',
  ruleOnDifficulty: 'server/difficulties',
  takeUpRuling: 'server/difficulties',
  reportSolved: 'server/difficulties',
  objectToSolution: 'server/difficulties',
  confirmSolution: 'server/difficulties',
  reopenDifficulty: 'server/difficulties',
  withdrawDifficulty: 'server/difficulties',
  closeOutTasks: 'server/tasks',
  signOffTasks: 'server/tasks',
  suspendTasks: 'server/tasks',
  resumeTasks: 'server/tasks',
  createView: 'a convenience of one person',
  updateView: 'a convenience of one person',
  retireView: 'a convenience of one person',
  readMessages: 'a convenience of one person',
  saveUrgeRules: 'server/urging',
  previewUrges: 'changes nothing',
  previewSupervisionRules: 'changes nothing',
  urgeTasks: 'server/urging',
  createNotice: 'server/notices',
  issueNotices: 'server/notices',
  dismissNotices: 'server/notices',
  replyToNotice: 'server/notices',
  closeNotice: 'server/notices',
  uploadDirectivePage: 'server/directives',
  createDirective: 'server/directives',
  assignDirective: 'server/directives',
  addDirectivePages: 'server/directives',
  withdrawDirective: 'server/directives',
  answerDirective: 'server/directives',
  instructOnDirective: 'server/directives',
  askExtension: 'server/requests',
  askChange: 'server/requests',
  reviewRequest: 'server/requests',
  decideRequest: 'server/requests',
  withdrawRequest: 'server/requests',
  deliverSupport: 'server/tasks',
  confirmSupport: 'server/tasks',
  returnSupport: 'server/tasks',
  goWithoutSupport: 'server/tasks',
  createMeeting: 'server/meetings',
  updateMeeting: 'server/meetings',
  arrangeMeeting: 'server/meetings',
  openCollecting: 'server/meetings',
  freezeMeeting: 'server/meetings',
  thawMeeting: 'server/meetings',
  beginMeeting: 'server/meetings',
  endMeeting: 'server/meetings',
  goOnWithMeeting: 'server/meetings',
  callMeetingOff: 'server/meetings',
  addMeetingEvents: 'server/meetings',
  makeRuling: 'server/meetings',
  editMinutes: 'server/meetings',
  circulateMinutes: 'server/meetings',
  takeMinutesBack: 'server/meetings',
  issueMinutes: 'server/meetings',
  closeFollowUp: 'server/meetings',
  commentOnMinutes: 'server/meetings',
  agreeToMinutes: 'server/meetings',
  answerComment: 'server/meetings',
  writeFeedback: 'server/feedback',
  answerFeedback: 'server/feedback',
  shareHighlight: 'server/highlights',
  withdrawHighlight: 'server/highlights',
  adoptHighlight: 'server/highlights',
  nameBenchmark: 'server/highlights',
  dropBenchmark: 'server/highlights',
  createImport: 'server/imports',
  stopImportReading: 'ends a reading of which nothing is kept',
  updateDraft: 'server/imports',
  createProposals: 'server/imports',
  decideDrafts: 'server/imports',
  confirmImport: 'server/imports',
  undoImport: 'server/imports',
  saveReportEntry: 'server/reports',
  saveSheetDelivery: 'server/reports',
  requestSignature: 'server/reports',
  signSheet: 'server/reports',
  reviewEntries: 'server/reports',
}

test('every endpoint that changes something is tried here, or says where its entry is tested', async () => {
  const changing = (await allContracts()).filter(({ method }) => method !== 'GET').map(({ operationId }) => operationId)
  expect([...Object.keys(CHANGES), ...Object.keys(ELSEWHERE)].sort()).toEqual([...changing].sort())
  expect(Object.keys(ACCESS)).toEqual(expect.arrayContaining(changing))
})

test('a change leaves an entry with its author: what is not journalled is not seen by kept answers', async () => {
  const places = await district()
  const world: World = {
    ...places,
    sysAdmin: await places.person('高明', 'sysAdmin'),
    securityAdmin: await places.person('许安', 'securityAdmin'),
  }
  for (const [name, { action, by }] of Object.entries(CHANGES)) {
    const before = (await world.journal()).length
    const { status, body } = await by(world)
    expect({ name, status, body }).toMatchObject({ name, status: status < 300 ? status : 200 })
    const entries = (await world.journal()).slice(before)
    expect({ name, actions: entries.map((entry) => entry.action) }).toEqual({ name, actions: [action] })
    expect(entries[0]?.personName).not.toBe('')
  }
})
