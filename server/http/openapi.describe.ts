import { ACCESS } from '#domain/access/access.ts'
import type { Endpoint } from '#domain/endpoint.ts'
import { REFUSALS } from '#domain/refusal.ts'

/** A piece of an OpenAPI document. */
export type Piece = { [key: string]: unknown }

/** The slices a reader looks for, each with the beginnings of its addresses. */
const TAGS: readonly { name: string; description: string; of: readonly string[] }[] = [
  { name: 'account', description: 'Signing in, the own account, tokens.', of: ['sessions', 'account', 'tokens'] },
  { name: 'setup', description: 'The first run.', of: ['setup'] },
  {
    name: 'organization',
    description: 'The organization, its units, people, posts, portfolios and accounts.',
    of: ['organization', 'units', 'people', 'accounts', 'portfolios'],
  },
  { name: 'plan', description: 'Plan years, pillars and the working calendar.', of: ['plans', 'calendar-days'] },
  {
    name: 'tasks',
    description: 'Tasks, their life and the ledger.',
    of: [
      'tasks',
      'task-registrations',
      'task-assignments',
      'task-completion-acceptances',
      'task-close-outs',
      'task-sign-offs',
      'task-completions',
      'task-suspensions',
      'task-resumptions',
      'task-totals',
      'task-export',
      'saved-views',
      'search',
    ],
  },
  {
    name: 'difficulties',
    description: 'Difficulties of tasks, their four levels, answers and rulings.',
    of: ['difficulties', 'difficulty-totals'],
  },
  {
    name: 'directives',
    description: 'Leaders’ written instructions: pages, limits, answers and what is written on them.',
    of: ['directives', 'directive-pages', 'directive-limits', 'directive-export'],
  },
  { name: 'supports', description: 'What supporting units owe.', of: ['supports'] },
  { name: 'requests', description: 'Requests for later dates and for changes.', of: ['requests', 'request-decisions'] },
  { name: 'imports', description: 'Documents in: drafts, doubts, confirmation, undoing.', of: ['imports'] },
  { name: 'requests', description: 'Requests for later dates and for changes.', of: ['requests'] },
  {
    name: 'imports',
    description: 'Documents in: drafts, doubts, confirmation, undoing.',
    of: ['imports', 'import-readings', 'reading-quality'],
  },
  { name: 'reports', description: 'Periods, sheets and their review.', of: ['periods', 'sheets', 'report-reviews'] },
  { name: 'messages', description: 'What people are told.', of: ['messages', 'message-readings'] },
  {
    name: 'channels',
    description: 'How people are reached outside the inbox.',
    of: ['delivery-rules', 'deliveries', 'feeds'],
  },
  {
    name: 'webhooks',
    description: 'Telling other systems what happens, and how that went.',
    of: ['webhooks', 'pushes'],
  },
  {
    name: 'urging',
    description: 'Rules of urging, urging by hand, and supervision notices.',
    of: ['urge-rules', 'urge-previews', 'task-urges', 'notices', 'notice-issues', 'notice-dismissals', 'task-notices'],
  },
  { name: 'desk', description: 'The office’s queues.', of: ['desk'] },
  { name: 'burden', description: 'What units are asked, and when.', of: ['burden', 'burden-previews'] },
  {
    name: 'meetings',
    description: 'Joint meetings: preparing, the session and its rulings, the minutes, papers and their templates.',
    of: ['meetings', 'paper-templates'],
  },
  {
    name: 'highlights',
    description: 'Practices worth copying, and who copies them.',
    of: ['highlights'],
  },
  { name: 'feedback', description: 'Complaints and suggestions to the office, and its answers.', of: ['feedback'] },
  {
    name: 'rules',
    description: 'The office’s rules of lights, later dates and difficulties.',
    of: ['supervision-rules', 'supervision-rule-previews'],
  },
  { name: 'my day', description: 'What waits for the one who asks.', of: ['my-day'] },
  { name: 'board', description: 'The board and the four rates.', of: ['board'] },
  { name: 'changes', description: 'That something changed, as it changes.', of: ['changes'] },
  { name: 'journal', description: 'Who changed what, and the chain of digests.', of: ['journal'] },
]

/** The tag of an address; its first part where it belongs to no slice that is known here. */
export const tagOf = (path: string): string => {
  const first = path.split('/')[2] ?? 'api'
  return TAGS.find(({ of }) => of.includes(first))?.name ?? first
}

export const tags = TAGS.map(({ name, description }) => ({ name, description }))

export const DESCRIPTION = `The same API the browser uses.

**Who asks.** A browser has a session cookie; a program sends a personal token: \`Authorization: Bearer …\`. What one may not see does not exist (404).

**Changes.** Send an \`Idempotency-Key\` of your own making (up to 200 characters) with every change: the same request with the same key is carried out once and answered alike, so it can be sent again when an answer was lost. Another request under a used key is refused (\`key_reused\`). Answers that hold a secret are not kept and do not take part.

**Lists** come in pages: \`limit\` (1 to 200), and \`after\` with the \`next\` of the page before; \`next\` is null on the last page.

**Days** are ISO dates of the office's time zone, instants ISO date-times in UTC, shares points of 100.

**Refusals** have one shape: \`code\` for programs, \`message\` for people in the language of \`Accept-Language\` (Chinese or English), \`requestId\` for the administrator, \`fields\` where something must be corrected.`

const refusal: Piece = {
  type: 'object',
  description: 'Why it was not done, and what to do about it.',
  required: ['code', 'message', 'requestId', 'facts'],
  properties: {
    code: { type: 'string', enum: Object.keys(REFUSALS) },
    message: { type: 'string', description: 'A sentence for the person who asked, in their language.' },
    requestId: { type: 'string', description: 'Names the request in the server’s log.' },
    facts: { type: 'object', description: 'What the sentence speaks of.', additionalProperties: true },
    fields: {
      type: 'array',
      description: 'What must be corrected.',
      items: {
        type: 'object',
        required: ['at', 'message'],
        properties: {
          at: { type: 'string', examples: ['milestones/0/dueOn'] },
          message: { type: 'string' },
        },
      },
    },
  },
}

export const components = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: 'yipanqi' },
    token: { type: 'http', scheme: 'bearer' },
  },
  schemas: { Refusal: refusal },
} as const

const content = (schema: Piece, type = 'application/json'): Piece => ({ [type]: { schema } })
const BYTES = 'application/octet-stream'
const ANSWERED = { file: BYTES, stream: 'text/event-stream' } as const

const ANSWERS: Record<number, string> = {
  400: 'What was sent does not fit.',
  401: 'Nobody is signed in.',
  403: 'Not allowed to the one who asks.',
  404: 'Absent, or not to be seen by the one who asks.',
  409: 'Something stands against it now.',
  413: 'Too large.',
  422: 'A rule says no.',
  429: 'Too often.',
}

function refusalsOf({ operationId, method, path, params }: Endpoint): Piece {
  const isPublic = ACCESS[operationId] === 'public'
  const statuses = [
    '400',
    ...(isPublic ? [] : ['401', '403']),
    ...(params || path.includes(':') ? ['404'] : []),
    ...(method === 'GET' ? [] : ['409', '413', '422']),
    '429',
    'default',
  ]
  const refused = (status: string): Piece => ({
    description: ANSWERS[Number(status)] ?? 'Any other refusal.',
    content: content({ $ref: '#/components/schemas/Refusal' }),
  })
  return Object.fromEntries(statuses.map((status) => [status, refused(status)]))
}

const idempotencyKey: Piece = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Carries the change out once, however often it is sent.',
  schema: { type: 'string', minLength: 1, maxLength: 200 },
}

/** One operation with what its contract does not say in schemas: refusals, keys, files, who needs no session. */
export function completed(operation: Piece, contract: Endpoint): Piece {
  const { method, receives, answers, secret, status = 200 } = contract
  const responses = operation['responses'] as Record<string, Piece> // as @fastify/swagger wrote them
  const answer = responses[status] ?? {}
  const isChange = method !== 'GET' && ACCESS[contract.operationId] !== 'public'
  const parameters = Array.isArray(operation['parameters']) ? operation['parameters'] : []
  return {
    ...operation,
    ...(isChange && !secret && { parameters: [...parameters, idempotencyKey] }),
    ...(receives === 'bytes' && { requestBody: { required: true, content: content({}, BYTES) } }),
    ...(ACCESS[contract.operationId] === 'public' && { security: [] }),
    responses: {
      [status]: {
        ...answer,
        description: status === 201 ? 'Made.' : 'Done.',
        ...(answers && { content: content({}, ANSWERED[answers]) }),
      },
      ...refusalsOf(contract),
    },
  }
}
