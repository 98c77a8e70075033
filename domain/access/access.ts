import { hasRole, type Actor, type Role } from './actor.ts'

/**
 * How far a role reaches through an endpoint: `all` subjects of the organization, or only its `own`
 * (its units' or its portfolio's). A role that is not named does not reach it at all.
 */
type Reach = 'all' | 'own'
export type Access = 'public' | 'signedIn' | Partial<Record<Role, Reach>>

const everyBusinessRole = {
  supervisionOffice: 'all',
  principalLeader: 'all',
  leaderInCharge: 'all',
  unitHead: 'own',
  liaison: 'own',
  assignee: 'own',
} as const satisfies Access
const office = { supervisionOffice: 'all' } as const satisfies Access
const managers = { sysAdmin: 'all', supervisionOffice: 'all' } as const satisfies Access
const leaders = { principalLeader: 'all', leaderInCharge: 'all' } as const satisfies Access
const officeOrLeaders = { ...office, ...leaders } as const satisfies Access
/** Who takes part in a joint meeting: the office, leaders, and the desks of the units that do. */
const meetingFollowers = { ...officeOrLeaders, unitHead: 'own', liaison: 'own' } as const satisfies Access
const unitDesk = { unitHead: 'own', liaison: 'own' } as const satisfies Access

/**
 * The access table: every endpoint of the API, and who reaches what through it. Nothing is served that has no
 * row here (an endpoint's operationId is a key of it), and a test walks endpoint × role × own or other unit.
 */
export const ACCESS = {
  // Sign-in and the account
  getSetup: 'public',
  createSetup: 'public',
  createSession: 'public',
  getSession: 'signedIn',
  endSession: 'signedIn',
  listSessions: 'signedIn',
  endOtherSessions: 'signedIn',
  changePassword: 'signedIn',
  changeLanguage: 'signedIn',
  followChanges: 'signedIn',
  listTokens: 'signedIn',
  createToken: 'signedIn',
  revokeToken: 'signedIn',
  // Reaching people outside the inbox
  listOwnChannels: 'signedIn',
  chooseChannel: 'signedIn',
  dropChannel: 'signedIn',
  setOwnQuiet: 'signedIn',
  getFeed: 'signedIn',
  createFeed: 'signedIn',
  revokeFeed: 'signedIn',
  readFeed: 'public',
  getDeliveryRules: managers,
  setDeliveryRules: managers,
  listDeliveries: managers,
  listWebhooks: managers,
  createWebhook: managers,
  updateWebhook: managers,
  retireWebhook: managers,
  renewWebhookSecret: managers,
  testWebhook: managers,
  listPushes: managers,
  resendPush: managers,
  // Organization
  updateOrganization: { sysAdmin: 'all' },
  listUnits: 'signedIn',
  createUnit: managers,
  updateUnit: managers,
  listPeople: 'signedIn',
  listAccounts: { sysAdmin: 'all', securityAdmin: 'all' },
  createPerson: { sysAdmin: 'all' },
  updatePerson: { sysAdmin: 'all' },
  resetPassword: { sysAdmin: 'all', securityAdmin: 'all' },
  unlockAccount: { securityAdmin: 'all' },
  listPortfolios: 'signedIn',
  updatePortfolio: managers,
  getOrgTemplate: managers,
  previewOrgImport: { sysAdmin: 'all' },
  createOrgImport: { sysAdmin: 'all' },
  search: everyBusinessRole,
  // Calendar
  listCalendarDays: 'signedIn',
  setCalendarDay: managers,
  // The rules of supervision
  getSupervisionRules: everyBusinessRole,
  saveSupervisionRules: office,
  previewSupervisionRules: office,
  // The plan
  listPlans: 'signedIn',
  createPlan: office,
  updatePlan: office,
  // Tasks
  listTasks: everyBusinessRole,
  getTask: everyBusinessRole,
  getFormerTask: { unitHead: 'own', liaison: 'own', assignee: 'own' },
  getTaskTotals: everyBusinessRole,
  listTaskJournal: everyBusinessRole,
  createTask: office,
  updateTask: office,
  registerTask: office,
  assignTask: office,
  acknowledgeTask: unitDesk,
  requestCompletion: { unitHead: 'own' },
  acceptCompletion: office,
  returnCompletion: office,
  closeOutTask: office,
  declineTask: { unitHead: 'own' },
  upholdAssignment: officeOrLeaders,
  transferTask: officeOrLeaders,
  signOffTask: leaders,
  instructFurther: leaders,
  failVerification: office,
  revisitTask: office,
  reopenTask: office,
  suspendTask: leaders,
  deferTask: leaders,
  resumeTask: office,
  cancelTask: officeOrLeaders,
  registerTasks: office,
  assignTasks: office,
  acceptCompletions: office,
  closeOutTasks: office,
  signOffTasks: leaders,
  listCompletions: officeOrLeaders,
  suspendTasks: leaders,
  resumeTasks: office,
  exportTasks: everyBusinessRole,
  listViews: everyBusinessRole,
  createView: everyBusinessRole,
  updateView: everyBusinessRole,
  retireView: everyBusinessRole,
  // Difficulties
  listDifficulties: everyBusinessRole,
  getDifficultyTotals: everyBusinessRole,
  getDifficulty: everyBusinessRole,
  raiseDifficulty: { unitHead: 'own', liaison: 'own', assignee: 'own' },
  triageDifficulty: office,
  settleInUnit: { unitHead: 'own' },
  answerDifficulty: { unitHead: 'own' },
  passDifficultyOn: { unitHead: 'own' },
  takeCondition: unitDesk,
  raiseDifficultyLevel: {
    supervisionOffice: 'all',
    principalLeader: 'all',
    leaderInCharge: 'all',
    unitHead: 'own',
    liaison: 'own',
  },
  ruleOnDifficulty: { principalLeader: 'all', leaderInCharge: 'all' },
  takeUpRuling: unitDesk,
  reportSolved: unitDesk,
  objectToSolution: unitDesk,
  confirmSolution: unitDesk,
  reopenDifficulty: unitDesk,
  withdrawDifficulty: unitDesk,
  // Directives
  listDirectives: everyBusinessRole,
  exportDirectives: everyBusinessRole,
  getDirective: { ...everyBusinessRole, leaderInCharge: 'own' },
  getDirectivePage: { ...everyBusinessRole, leaderInCharge: 'own' },
  foreseeDirectiveLimits: officeOrLeaders,
  uploadDirectivePage: officeOrLeaders,
  createDirective: officeOrLeaders,
  assignDirective: office,
  addDirectivePages: { ...officeOrLeaders, leaderInCharge: 'own' },
  withdrawDirective: { ...officeOrLeaders, leaderInCharge: 'own' },
  answerDirective: { unitHead: 'own' },
  instructOnDirective: { principalLeader: 'all', leaderInCharge: 'own' },
  // Later dates and changes of what was promised
  askExtension: { unitHead: 'own' },
  askChange: { unitHead: 'own', supervisionOffice: 'all' },
  listRequests: everyBusinessRole,
  listTaskRequests: everyBusinessRole,
  reviewRequest: office,
  decideRequests: office,
  decideRequest: { supervisionOffice: 'all', leaderInCharge: 'own', principalLeader: 'all' },
  withdrawRequest: { unitHead: 'own' },
  getRequestPaper: everyBusinessRole,
  // What supporting units owe
  listSupports: everyBusinessRole,
  deliverSupport: unitDesk,
  confirmSupport: { unitHead: 'own' },
  returnSupport: { unitHead: 'own' },
  goWithoutSupport: { unitHead: 'own' },
  // Documents in
  createImport: office,
  getImportReading: office,
  stopImportReading: office,
  listImports: office,
  getImport: office,
  getReadingQuality: office,
  listDrafts: office,
  findDraftPlace: office,
  listDoubts: office,
  countAlikeDoubts: office,
  getSourcePage: office,
  getReceivedPage: office,
  foreseeConfirmation: office,
  getImportOriginal: office,
  updateDraft: office,
  createProposals: office,
  decideDrafts: office,
  confirmImport: office,
  undoImport: office,
  // Periodic reports
  listPeriods: everyBusinessRole,
  listSheets: everyBusinessRole,
  getWaitingReports: everyBusinessRole,
  getSheet: everyBusinessRole,
  saveReportEntry: unitDesk,
  saveSheetDelivery: unitDesk,
  requestSignature: unitDesk,
  signSheet: { unitHead: 'own' },
  reviewEntries: office,
  // What people are told
  listMessages: 'signedIn',
  getUnreadCount: 'signedIn',
  readMessages: 'signedIn',
  // Urging and supervision notices
  getUrgeRules: everyBusinessRole,
  saveUrgeRules: office,
  previewUrges: office,
  urgeTasks: office,
  listTaskUrges: everyBusinessRole,
  listNotices: everyBusinessRole,
  getNotice: everyBusinessRole,
  getNoticePaper: everyBusinessRole,
  createNotice: office,
  issueNotices: office,
  dismissNotices: office,
  replyToNotice: { unitHead: 'own' },
  closeNotice: office,
  issueTaskNotices: office,
  // The office's desk
  getDesk: office,
  listDeskItems: office,
  // What units are asked
  getBurden: office,
  previewBurden: office,
  // The joint meeting
  listMeetings: meetingFollowers,
  getMeeting: meetingFollowers,
  createMeeting: office,
  updateMeeting: office,
  getArrangement: office,
  arrangeMeeting: office,
  getBrief: meetingFollowers,
  openCollecting: office,
  freezeMeeting: office,
  thawMeeting: office,
  beginMeeting: office,
  endMeeting: office,
  goOnWithMeeting: office,
  callMeetingOff: office,
  listMeetingEvents: meetingFollowers,
  addMeetingEvents: officeOrLeaders,
  followMeeting: meetingFollowers,
  listRulings: meetingFollowers,
  makeRuling: office,
  getMinutes: meetingFollowers,
  editMinutes: office,
  circulateMinutes: office,
  takeMinutesBack: office,
  issueMinutes: office,
  closeFollowUp: office,
  commentOnMinutes: { ...leaders, unitHead: 'own', liaison: 'own' },
  agreeToMinutes: { ...leaders, unitHead: 'own', liaison: 'own' },
  answerComment: office,
  // Papers of a meeting and their templates
  getMeetingPaper: meetingFollowers,
  listPaperTemplates: office,
  addPaperTemplate: office,
  choosePaperTemplate: office,
  getPaperTemplate: office,
  // Highlights and benchmarks
  listHighlights: everyBusinessRole,
  shareHighlight: { ...office, ...unitDesk },
  withdrawHighlight: { ...office, ...unitDesk },
  adoptHighlight: unitDesk,
  listBenchmarks: everyBusinessRole,
  nameBenchmark: { ...office, ...unitDesk },
  dropBenchmark: { ...office, ...unitDesk },
  // Complaints and suggestions
  listFeedback: everyBusinessRole,
  getFeedback: everyBusinessRole,
  writeFeedback: everyBusinessRole,
  answerFeedback: office,
  // My day
  getMyDay: everyBusinessRole,
  // The board
  getBoard: everyBusinessRole,
  getBoardCell: everyBusinessRole,
  getBoardAttention: everyBusinessRole,
  listRateItems: everyBusinessRole,
  // The journal
  listJournal: { auditAdmin: 'all' },
  verifyJournal: { auditAdmin: 'all' },
} as const satisfies Record<string, Access>

export type EndpointName = keyof typeof ACCESS

/** Reached before the initial password was changed: only what changing it needs. */
export const BEFORE_CHANGE: readonly EndpointName[] = ['getSession', 'changePassword', 'endSession', 'changeLanguage']

/**
 * What gives or takes access, hands out a secret, or sends things on to an address: done by a person at a page, never by
 * a token that may have leaked, so that nothing it leaves behind outlives it (decision 0008).
 */
export const SESSION_ONLY: readonly EndpointName[] = [
  'endOtherSessions',
  'changePassword',
  'createToken',
  'revokeToken',
  'createFeed',
  'revokeFeed',
  'chooseChannel',
  'createWebhook',
  'updateWebhook',
  'retireWebhook',
  'renewWebhookSecret',
  'createPerson',
  'updatePerson',
  'resetPassword',
  'unlockAccount',
  'updatePortfolio',
  'createOrgImport',
]

/** May this person call the endpoint at all? Whose subjects are reached is decided where they are read. */
export function mayCall(actor: Actor, name: EndpointName): boolean {
  const access: Access = ACCESS[name]
  if (access === 'public' || access === 'signedIn') return true
  return Object.keys(access).some((role) => hasRole(actor, role as Role))
}
