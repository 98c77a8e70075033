import { yearOf } from '#domain/calendar/calendar.ts'
import { Refusal } from '#domain/refusal.ts'
import {
  getSupervisionRules,
  previewSupervisionRules,
  type RuleSetView,
  saveSupervisionRules,
} from '#domain/rules/rules.contract.ts'
import { ruleClash, ruleSetOn, standardRules, type SupervisionRules } from '#domain/rules/rules.ts'
import { forgetStandings } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { loadFrame } from '../tasks/facts.queries.ts'
import { previewRules } from './preview.ts'
import { loadSupervisionRules, type StoredRuleSet } from '../calendar/clockDays.queries.ts'
import { addRuleVersion } from '../db/ruleSets.ts'

/** The rules of lights, later dates and difficulties: their versions, what others would change, the next version. */
export function ruleRoutes(served: Served): void {
  read(served, getSupervisionRules, async ({ db, actor, today }) => {
    const sets = await loadSupervisionRules(db, actor.organizationId)
    const held = ruleSetOn(sets, today)
    const current = sets.find(({ version }) => version === held?.version)
    const versions = [...sets].reverse().map(viewOf)
    if (current) return { current: viewOf(current), versions }
    const { plans } = await loadFrame(db, actor.organizationId)
    const plan = [...plans.values()].find(({ year }) => year === yearOf(today))
    return { current: { ...PRODUCT, rules: standardRules(plan?.lightPreset ?? 'standard') }, versions }
  })
  read(served, previewSupervisionRules, ({ body, ...reading }) => previewRules(reading, body))
  change(served, saveSupervisionRules, ({ body, ...changing }) => saveRules(changing, body))
}

const PRODUCT: RuleSetView = {
  version: 0,
  effectiveOn: null,
  rules: standardRules('standard'),
  savedBy: null,
  savedAt: null,
}

const viewOf = ({ savedAt, ...set }: StoredRuleSet): RuleSetView => ({ ...set, savedAt: savedAt.toISOString() })

type Saved = { version: number; effectiveOn: string; rules: SupervisionRules }

async function saveRules(changing: Changing, { version, effectiveOn, rules }: Saved) {
  const { tx, actor, now, today } = changing
  if (effectiveOn < today) throw new Refusal('rules_past')
  if (ruleClash(rules) !== null) throw new Refusal('rules_clash')
  const former = (await loadSupervisionRules(tx, actor.organizationId)).at(-1) ?? PRODUCT
  const next = { version: version + 1, effectiveOn, rules }
  const isNext = former.version === version && (await addRuleVersion(tx, 'supervisionRuleSet', actor, next, now))
  if (!isNext) throw new Refusal('rules_changed')
  // Today's lights are worked out again by whoever reads next; rules of a day to come turn with that day.
  await forgetStandings(tx, actor.organizationId)
  await record(changing, {
    action: 'supervisionRules.saved',
    subjectType: 'supervisionRules',
    subjectId: String(next.version),
    before: { version: former.version, rules: former.rules },
    after: { version: next.version, effectiveOn, rules },
  })
  return { version: next.version, effectiveOn }
}
