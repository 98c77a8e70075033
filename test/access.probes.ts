import type { EndpointName } from '#domain/access/access.ts'
import type { Role } from '#domain/access/actor.ts'
import type { AccessWorld, Asked, Whose } from './access.world.ts'

/**
 * What an endpoint is about: `unit` or `task` (own or another unit's), something `personal` that nobody else may
 * touch, something `absent`, or `none` in particular.
 */
export type Subject = 'none' | 'unit' | 'task' | 'personal' | 'absent'
export type Probe = { subject: Subject; asked: (world: AccessWorld, role: Role, whose: Whose) => Asked }

const NOBODY = '00000000-0000-4000-8000-000000000000'
const nothing: Probe = { subject: 'none', asked: () => ({}) }
const sends = (body: object): Probe => ({ subject: 'none', asked: () => ({ body }) })
const absent = (params: Record<string, string>, body?: object): Probe => ({
  subject: 'absent',
  asked: () => ({ params, ...(body && { body }) }),
})
const ofTask = (body?: object): Probe => ({
  subject: 'task',
  asked: ({ task }, _role, whose) => ({ params: { taskId: task[whose] }, ...(body && { body }) }),
})
const ofDifficulty = (body?: object): Probe => ({
  subject: 'task',
  asked: ({ difficulty }, _role, whose) => ({ params: { difficultyId: difficulty[whose] }, ...(body && { body }) }),
})
const ofSheet = (body?: object): Probe => ({
  subject: 'unit',
  asked: ({ unit, periodId, task }, _role, whose) => ({
    params: { periodId, unitId: unit[whose], taskId: task[whose] },
    ...(body && { body }),
  }),
})
const ofNotice = (body?: object): Probe => ({
  subject: 'task',
  asked: ({ notice }, _role, whose) => ({ params: { noticeId: notice[whose] }, ...(body && { body }) }),
})
const ofPlan = (rest: Omit<Asked, 'params'> = {}): Probe => ({
  subject: 'none',
  asked: ({ planId }) => ({ params: { planId }, ...rest }),
})
const searching = (query: Record<string, string>): Probe => ({ subject: 'none', asked: () => ({ query }) })
/** A person's account as seen by an administrator: whose it is makes no difference. */
const ofPerson = (body?: object): Probe => ({
  subject: 'none',
  asked: ({ personOf }) => ({ params: { personId: personOf('assignee') }, ...(body && { body }) }),
})

export const PROBES: Record<EndpointName, Probe> = {
  getSetup: nothing,
  createSetup: sends({}),
  createSession: sends({ userName: 'nobody', password: 'nothing' }),
  getSession: nothing,
  endSession: nothing,
  listSessions: nothing,
  endOtherSessions: nothing,
  changePassword: sends({ current: 'x', next: 'y' }),
  changeLanguage: sends({ language: 'zh' }),
  followChanges: nothing,
  listTokens: nothing,
  createToken: sends({}),
  revokeToken: absent({ tokenId: NOBODY }),
  updateOrganization: sends({ name: '清源区' }),
  listUnits: nothing,
  createUnit: sends({}),
  updateUnit: {
    subject: 'none',
    asked: ({ unit }) => ({ params: { unitId: unit.other }, body: { groupName: '政府部门' } }),
  },
  listPeople: nothing,
  listAccounts: nothing,
  createPerson: sends({}),
  updatePerson: ofPerson({ phone: null }),
  resetPassword: ofPerson({}),
  unlockAccount: ofPerson(),
  listPortfolios: nothing,
  updatePortfolio: {
    subject: 'none',
    asked: ({ personOf }) => ({ params: { personId: personOf('leaderInCharge') }, body: {} }),
  },
  getOrgTemplate: nothing,
  previewOrgImport: { subject: 'none', asked: () => ({ query: { name: 'a.csv' }, bytes: Buffer.from('x') }) },
  createOrgImport: { subject: 'none', asked: () => ({ query: { name: 'a.csv' }, bytes: Buffer.from('x') }) },
  search: searching({ find: '项目' }),
  listCalendarDays: nothing,
  setCalendarDay: {
    subject: 'none',
    asked: () => ({ params: { on: '2026-12-31' }, body: { workday: false, name: '本地假日' } }),
  },
  listPlans: nothing,
  createPlan: sends({}),
  updatePlan: ofPlan({ body: {} }),
  listTasks: searching({ limit: '200' }),
  getTask: ofTask(),
  getTaskTotals: nothing,
  listTaskJournal: ofTask(),
  createTask: sends({}),
  updateTask: ofTask({ version: 1, changes: {} }),
  registerTask: ofTask({}),
  assignTask: ofTask({}),
  acknowledgeTask: ofTask({ assigneeId: null }),
  requestCompletion: ofTask({ note: '' }),
  acceptCompletion: ofTask({ checks: [] }),
  returnCompletion: ofTask({ reason: '请补充验收材料' }),
  closeOutTask: ofTask({ verification: '现场核验' }),
  cancelTask: ofTask({ reason: '' }),
  registerTasks: { subject: 'none', asked: ({ task }) => ({ body: { taskIds: [task.other] } }) },
  assignTasks: { subject: 'none', asked: ({ task }) => ({ body: { taskIds: [task.other] } }) },
  exportTasks: nothing,
  listViews: nothing,
  createView: sends({ name: '我的视图', search: '' }),
  updateView: absent({ viewId: NOBODY }, { name: '别人的' }),
  retireView: absent({ viewId: NOBODY }),
  listDifficulties: searching({ limit: '200' }),
  getDifficultyTotals: nothing,
  getDifficulty: ofDifficulty(),
  raiseDifficulty: ofTask({
    kind: 'hard',
    cause: 'funds',
    title: '尾款没有着落',
    ask: '请协调资金',
    counterpartId: null,
    wantedOn: '2026-12-31',
    consequence: '年内不能竣工',
    tried: '已与两家银行接洽',
  }),
  triageDifficulty: ofDifficulty({ level: 2 }),
  settleInUnit: ofDifficulty({ words: '内部调剂' }),
  answerDifficulty: ofDifficulty({ kind: 'refuse', words: '不属本单位职责' }),
  passDifficultyOn: ofDifficulty({ words: '请主管单位办理' }),
  takeCondition: ofDifficulty({}),
  raiseDifficultyLevel: ofDifficulty({ words: '' }),
  ruleOnDifficulty: ofDifficulty({ words: '月底前解决' }),
  takeUpRuling: ofDifficulty({}),
  reportSolved: ofDifficulty({ words: '已接通' }),
  objectToSolution: ofDifficulty({ words: '还没有通' }),
  confirmSolution: ofDifficulty({}),
  reopenDifficulty: ofDifficulty({ words: '又断了' }),
  withdrawDifficulty: ofDifficulty({ words: '' }),
  askExtension: ofTask({
    dates: [{ milestoneId: null, dueOn: '2027-03-01' }],
    reason: '许可未下',
    progress: '已建六层',
  }),
  askChange: ofTask({ changes: { weight: 9 }, reason: '用地调整', benefit: '园区企业' }),
  listRequests: searching({ limit: '200' }),
  listTaskRequests: ofTask(),
  reviewRequest: absent({ requestId: NOBODY }, { agrees: true }),
  decideRequest: absent({ requestId: NOBODY }, { approves: true }),
  withdrawRequest: absent({ requestId: NOBODY }, {}),
  getRequestPaper: absent({ requestId: NOBODY }),
  createImport: {
    subject: 'none',
    asked: () => ({ query: { name: '会议纪要.txt' }, bytes: Buffer.from('会议研究了有关工作。') }),
  },
  listImports: nothing,
  getImport: absent({ importId: NOBODY }),
  listDrafts: absent({ importId: NOBODY }),
  findDraftPlace: absent({ importId: NOBODY }),
  listDoubts: absent({ importId: NOBODY }),
  countAlikeDoubts: absent({ importId: NOBODY, draftId: NOBODY, doubtId: 'lead.no_lead' }),
  getSourcePage: absent({ importId: NOBODY }),
  getReceivedPage: absent({ importId: NOBODY }),
  foreseeConfirmation: absent({ importId: NOBODY }),
  getImportOriginal: absent({ importId: NOBODY }),
  updateDraft: { subject: 'none', asked: () => ({ params: { importId: NOBODY, draftId: NOBODY }, body: {} }) },
  decideDrafts: { subject: 'none', asked: () => ({ params: { importId: NOBODY }, body: {} }) },
  confirmImport: absent({ importId: NOBODY }, {}),
  undoImport: absent({ importId: NOBODY }, {}),
  listPeriods: nothing,
  listSheets: nothing,
  getWaitingReports: nothing,
  getSheet: ofSheet(),
  saveReportEntry: ofSheet({ version: 0, changes: { nextStep: '继续推进' } }),
  requestSignature: ofSheet({}),
  signSheet: ofSheet({}),
  reviewEntries: sends({}),
  listMessages: nothing,
  getUnreadCount: nothing,
  readMessages: sends({ upTo: '2026-01-01T00:00:00Z' }),
  getUrgeRules: nothing,
  saveUrgeRules: sends({}),
  previewUrges: sends({}),
  urgeTasks: { subject: 'none', asked: ({ task }) => ({ body: { taskIds: [task.other] } }) },
  listTaskUrges: ofTask(),
  listNotices: searching({ limit: '200' }),
  getNotice: ofNotice(),
  createNotice: sends({}),
  issueNotices: sends({ noticeIds: [NOBODY] }),
  dismissNotices: sends({ noticeIds: [NOBODY], reason: '已报送' }),
  replyToNotice: ofNotice({ text: '已加派人手' }),
  closeNotice: ofNotice({ note: '已整改' }),
  getBoard: nothing,
  getBoardCell: { subject: 'none', asked: ({ unit }) => ({ params: { unitId: unit.other } }) },
  getBoardAttention: nothing,
  listRateItems: {
    subject: 'none',
    asked: () => ({ params: { rate: 'trajectoryAttainment' }, query: { limit: '200' } }),
  },
  listJournal: nothing,
  verifyJournal: nothing,
}
