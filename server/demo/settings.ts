import { randomBytes, randomUUID } from 'node:crypto'
import { type Day, yearOf } from '#domain/calendar/calendar.ts'
import { PART_PRESETS, standardRules, type SupervisionRules } from '#domain/rules/rules.ts'
import type { Tx } from '../db/db.ts'
import type { Workdays } from './days.ts'
import { idOf } from './ids.ts'
import { SUPERVISION_OFFICE } from './leaders.ts'
import type { Into } from './load.queries.ts'

const CHIEF = SUPERVISION_OFFICE[0][3]
/** An address that no machine answers to (RFC 2606), so that the demo never tells anybody anything. */
const OA = { name: '区政府协同办公系统', url: 'https://oa.qingyuan.example/yipanqi', kinds: ['task', 'notice'] }

/** What the office has set: the rules of the year, those that the next one begins with, and a webhook that is off. */
export async function insertSettings(tx: Tx, into: Into, { today, days }: { today: Day; days: Workdays }) {
  const year = yearOf(today)
  const standard = standardRules('standard')
  const first = days.shift(`${year}-01-01`, 0)
  // Before the year's first working day nothing has been set yet.
  if (first >= today) return
  await insertRules(tx, into, { version: 1, savedOn: first, effectiveOn: first, rules: standard })
  const late = days.shift(`${year}-11-02`, 0)
  const next = { ...standard, ladder: PART_PRESETS.ladder.short }
  if (late < today)
    await insertRules(tx, into, { version: 2, savedOn: late, effectiveOn: `${year + 1}-01-01`, rules: next })
  await insertWebhook(tx, into, first)
}

type SavedRules = { version: number; savedOn: Day; effectiveOn: Day; rules: SupervisionRules }

async function insertRules(tx: Tx, into: Into, { version, savedOn, effectiveOn, rules }: SavedRules): Promise<void> {
  const { organizationId } = into
  const savedBy = idOf('person', CHIEF)
  const saved = { version, effectiveOn, rules: JSON.stringify(rules), savedBy, savedAt: at(savedOn) }
  await tx
    .insertInto('supervisionRuleSet')
    .values({ organizationId, ...saved })
    .execute()
  await insertEntry(tx, into, savedOn, {
    action: 'supervisionRules.saved',
    subjectType: 'supervisionRules',
    subjectId: String(version),
    after: { version, effectiveOn, rules },
  })
}

async function insertWebhook(tx: Tx, into: Into, on: Day): Promise<void> {
  const id = idOf('webhook', OA.name)
  const { organizationId } = into
  const secret = randomBytes(32).toString('hex')
  await tx
    .insertInto('webhook')
    .values({ organizationId, id, ...OA, secret, state: 'off', stateAt: at(on), createdAt: at(on) })
    .execute()
  await insertEntry(tx, into, on, {
    action: 'webhook.created',
    subjectType: 'webhook',
    subjectId: id,
    after: { name: OA.name, host: new URL(OA.url).host, kinds: OA.kinds.join(' ') },
  })
}

type Entry = { action: string; subjectType: string; subjectId: string; after: object }

/** An entry of the chief of the supervision office on a day. */
export async function insertEntry(
  tx: Tx,
  { organizationId, names }: Into,
  on: Day,
  { after, ...entry }: Entry,
): Promise<void> {
  await tx
    .insertInto('journalEntry')
    .values({
      organizationId,
      happenedAt: at(on),
      personId: idOf('person', CHIEF),
      personName: names.get(CHIEF) ?? CHIEF,
      origin: 'demo',
      requestId: randomUUID().slice(0, 8),
      ...entry,
      after: JSON.stringify(after),
    })
    .execute()
}

const at = (on: Day): Date => new Date(`${on}T09:20:00+08:00`)
