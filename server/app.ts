import { randomUUID } from 'node:crypto'
import Fastify, { type FastifyInstance } from 'fastify'
import { validatorCompiler } from 'fastify-type-provider-zod'
import { guardEndpoints, knowAskers } from './auth/asking.ts'
import { authRoutes } from './auth/auth.routes.ts'
import { boardRoutes } from './board/board.routes.ts'
import { burdenRoutes } from './burden/burden.routes.ts'
import type { Channels } from './channels/channel.ts'
import { channelRoutes } from './channels/channels.routes.ts'
import { feedRoutes } from './channels/feed.routes.ts'
import { sendInRounds } from './channels/send.ts'
import type { Db } from './db/db.ts'
import { deskRoutes } from './desk/desk.routes.ts'
import { difficultyRoutes } from './difficulties/difficulties.routes.ts'
import { directiveRoutes } from './directives/directives.routes.ts'
import { answerCompiler } from './http/answers.ts'
import { JSON_LIMIT, receiveBytes } from './http/bytes.ts'
import { answerErrors, answerFrameworkError } from './http/errors.ts'
import { serveHealth } from './http/health.ts'
import { forgetKeysInRounds } from './http/idempotency.ts'
import { describeApi } from './http/openapi.ts'
import { limitRate, protect } from './http/protection.ts'
import { closeUnusedConnections } from './http/stopping.ts'
import type { Served } from './http/route.ts'
import { refuseUnstorableText } from './http/text.ts'
import { serveWeb } from './http/web.ts'
import { myDayRoutes } from './myday/myday.routes.ts'
import { orgImportRoutes } from './org-import/org-import.routes.ts'
import { orgRoutes } from './org/org.routes.ts'
import { noticeRoutes } from './notices/notices.routes.ts'
import { feedbackRoutes } from './feedback/feedback.routes.ts'
import { benchmarkRoutes } from './highlights/benchmarks.routes.ts'
import { highlightRoutes } from './highlights/highlights.routes.ts'
import { openSessionHub } from './meetings/followers.ts'
import { meetingRoutes } from './meetings/meetings.routes.ts'
import { sessionRoutes } from './meetings/session.routes.ts'
import { messageRoutes } from './messages/messages.routes.ts'
import { paperRoutes } from './papers/papers.routes.ts'
import { importRoutes } from './imports/imports.routes.ts'
import type { ModelSettings } from './imports/model.ts'
import { inRounds, type Round } from './rounds/rounds.ts'
import { reportRoutes } from './reports/reports.routes.ts'
import { requestRoutes } from './requests/requests.routes.ts'
import { supportRoutes } from './tasks/supports.routes.ts'
import { searchRoutes } from './search/search.routes.ts'
import { setupRoutes } from './setup/setup.routes.ts'
import { openHub } from './live/hub.ts'
import { liveRoutes } from './live/live.routes.ts'
import { journalRoutes } from './journal/journal.routes.ts'
import { sealInRounds, sealSoon, sealWith, type DigestAlgorithm } from './journal/seal.ts'
import { calendarRoutes } from './plan/calendar.routes.ts'
import { planRoutes } from './plan/plan.routes.ts'
import { ledgerRoutes } from './tasks/ledger.routes.ts'
import { standInRounds } from './tasks/standing.ts'
import { stepRoutes } from './tasks/steps.routes.ts'
import { taskRoutes } from './tasks/tasks.routes.ts'
import { viewRoutes } from './tasks/views.routes.ts'
import { visibleTo } from './tasks/visible.queries.ts'
import { ruleRoutes } from './rules/rules.routes.ts'
import { urgingRoutes } from './urging/urging.routes.ts'
import { pushInRounds } from './webhooks/send.ts'
import { webhookRoutes } from './webhooks/webhooks.routes.ts'

export type AppSettings = {
  db: Db
  /** What time it is; a test brings its own. */
  clock: () => Date
  digest: DigestAlgorithm
  secureCookies: boolean
  logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug'
  /** Requests a minute of one person. */
  requestsPerMinute: number
  /** Addresses and networks of reverse proxies whose word about who asks is taken; `loopback` is this machine. */
  trustedProxies: readonly string[]
  /** What the passing of time makes due: a running server's `ALL_ROUNDS`; a test runs by hand what it is about. */
  rounds: readonly Round[]
  /** Who sends it may read `/metrics` from anywhere; without it only this machine may. */
  metricsToken?: string | undefined
  /** The ways out of the inbox; with none, nothing is sent. */
  channels: Channels
  /** Hosts that may be called though they are inner ones or without https. */
  namedHosts: readonly string[]
  /** The model that may be asked about doubts; without it nobody asks one. */
  model?: ModelSettings | undefined
  /** Where people open the system; null where nobody said. */
  publicUrl: string | null
}

/** The whole server but the listening: every route joined to the database. */
export async function buildApp(settings: AppSettings): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: JSON_LIMIT,
    genReqId: requestId,
    logger: settings.logLevel === 'silent' ? false : { level: settings.logLevel, serializers: { req: loggedRequest } },
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: answerFrameworkError,
    trustProxy: [...settings.trustedProxies],
    // Given, though never called, because Fastify loads its own two compilers where none are.
    schemaController: { compilersFactory: { buildValidator: notAsked, buildSerializer: notAsked } },
  })
  sealWith(settings.digest)
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(answerCompiler)
  answerErrors(app)
  receiveBytes(app)
  closeUnusedConnections(app)
  await protect(app, settings)
  await describeApi(app)
  const hub = openHub({ app, db: settings.db })
  const served = {
    app,
    db: settings.db,
    clock: settings.clock,
    afterChange: (organizationId: string) => {
      hub.announce(organizationId)
      sealSoon({ app, db: settings.db }, organizationId)
    },
  }
  serveHealth(app, settings.db, settings.metricsToken)
  knowAskers(served, settings)
  await limitRate(app, settings.requestsPerMinute)
  guardEndpoints(app)
  refuseUnstorableText(app)
  authRoutes(served, settings)
  setupRoutes(served)
  orgRoutes(served)
  orgImportRoutes(served)
  searchRoutes(served)
  boardRoutes(served)
  deskRoutes(served)
  burdenRoutes(served)
  myDayRoutes(served)
  reportRoutes(served)
  messageRoutes(served, visibleTo)
  channelRoutes(served, settings)
  feedRoutes(served)
  webhookRoutes(served, settings)
  urgingRoutes(served)
  ruleRoutes(served)
  noticeRoutes(served)
  journalRoutes(served)
  calendarRoutes(served)
  planRoutes(served)
  taskRoutes(served)
  difficultyRoutes(served)
  stepRoutes(served)
  ledgerRoutes(served)
  viewRoutes(served)
  requestRoutes(served)
  directiveRoutes(served)
  supportRoutes(served)
  importRoutes(served, settings)
  highlightRoutes(served)
  benchmarkRoutes(served)
  feedbackRoutes(served)
  liveRoutes(served, hub)
  joinMeetings(served)
  paperRoutes(served)
  await serveWeb(app)
  sealInRounds({ app, db: settings.db, onFound: hub.announce })
  forgetKeysInRounds(app, settings.db, settings.clock)
  standInRounds(app, settings.db, settings.clock)
  inRounds(served, settings.rounds)
  // A test runs by hand what it is about, sending too.
  if (settings.rounds.length > 0) pushInRounds(served, settings)
  if (Object.keys(settings.channels).length > 0) sendInRounds(served, settings)
  await app.ready()
  return app
}

/** Meetings tell their own screens as well, at once and of each event. */
function joinMeetings(served: Served): void {
  const sessions = openSessionHub(served)
  const heard = {
    ...served,
    afterChange: (organizationId: string) => {
      sessions.announce(organizationId)
      served.afterChange(organizationId)
    },
  }
  meetingRoutes(heard)
  sessionRoutes(heard, sessions)
}

// The path without its query: queries can hold names. A calendar’s address is a secret itself.
const loggedRequest = (request: { method: string; url: string }) => ({
  method: request.method,
  path: request.url.split('?')[0]?.replace(/^(\/api\/feeds\/).*/, '$1…'),
})

const notAsked = (): never => {
  throw new Error('every schema is zod’s')
}

// The first twelve of its hexadecimal digits are random; they come from bytes drawn for many at once.
const requestId = (): string => randomUUID().replace('-', '').slice(0, 12)
