import { Refusal } from '#domain/refusal.ts'
import { rulesOn, STANDARD_URGE_RULES, stagesTwice, type UrgeRules } from '#domain/urging/rules.ts'
import {
  getUrgeRules,
  listTaskUrges,
  previewUrges,
  saveUrgeRules,
  type UrgeRuleSetView,
  urgeTasks,
} from '#domain/urging/urging.contract.ts'
import type { Changing } from '../http/context.ts'
import { issueTaskNotices } from '#domain/notices/notices.contract.ts'
import { change, read, type Served } from '../http/route.ts'
import { record } from '../journal/record.ts'
import { sentenceOf } from '../tasks/page.ts'
import { refusalsOf, urgeByHand } from './byHand.ts'
import { previewUrging } from './preview.ts'
import { issueByRule } from './ruleNotices.ts'
import { addRuleVersion } from '../db/ruleSets.ts'
import { loadRuleSets, loadRun, type StoredRuleSet } from './rules.queries.ts'
import { findIsVisible, findUrges } from './urges.queries.ts'

/** Urging: its rules and what they would send, urging by hand, and how a task was urged. */
export function urgingRoutes(served: Served): void {
  read(served, getUrgeRules, async ({ db, actor, today }) => {
    const sets = await loadRuleSets(db, actor.organizationId)
    const current = viewOf(rulesOn(sets, today), sets)
    const latest = sets.at(-1)
    const run = await loadRun(db, actor.organizationId, today)
    return {
      current,
      upcoming: latest && latest.version > current.version ? viewOf(latest, sets) : null,
      sentToday: run?.urgeCount ?? null,
    }
  })
  change(served, saveUrgeRules, ({ body, ...changing }) => saveRules(changing, body))
  read(served, previewUrges, ({ body, ...reading }) => previewUrging(reading, body))
  change(served, urgeTasks, ({ body, ...changing }) => urgeByHand(changing, [...new Set(body.taskIds)], body.note))
  change(served, issueTaskNotices, ({ body, ...changing }) => issueByRule(changing, [...new Set(body.taskIds)]))
  read(served, listTaskUrges, async ({ params, query, ...asking }) => {
    const { db, actor, language } = asking
    if (!(await findIsVisible(db, actor, params.taskId))) throw new Refusal('not_found')
    const [{ items, next }, refusals] = await Promise.all([
      findUrges(db, actor, params.taskId, query),
      refusalsOf(db, asking, [params.taskId]),
    ])
    const refusal = refusals.get(params.taskId)
    return {
      items: items.map(({ urgedAt, ...urge }) => ({ ...urge, urgedAt: urgedAt.toISOString() })),
      next,
      refusal: refusal ? sentenceOf(refusal, language) : null,
    }
  })
}

const viewOf = (
  { version, effectiveOn, rules }: typeof STANDARD_URGE_RULES,
  sets: readonly StoredRuleSet[],
): UrgeRuleSetView => {
  const stored = sets.find((set) => set.version === version)
  return {
    version,
    effectiveOn,
    rules,
    savedBy: stored?.savedBy ?? null,
    savedAt: stored?.savedAt?.toISOString() ?? null,
  }
}

type Saved = { version: number; effectiveOn: string; rules: UrgeRules }

async function saveRules(changing: Changing, { version, effectiveOn, rules }: Saved) {
  const { tx, actor, now, today } = changing
  if (effectiveOn < today) throw new Refusal('urge_rules_past')
  if (stagesTwice(rules.stages).length > 0) throw new Refusal('urge_stage_twice')
  if (rules.stages.some(({ subject, level }) => subject === 'answer' && level === null))
    throw new Refusal('urge_level_missing')
  const former = (await loadRuleSets(tx, actor.organizationId)).at(-1) ?? STANDARD_URGE_RULES
  const next = { version: version + 1, effectiveOn, rules }
  if (former.version !== version || !(await addRuleVersion(tx, 'urgeRuleSet', actor, next, now)))
    throw new Refusal('urge_rules_changed')
  await record(changing, {
    action: 'urgeRules.saved',
    subjectType: 'urgeRules',
    subjectId: String(next.version),
    before: { version: former.version, rules: former.rules },
    after: { version: next.version, effectiveOn, rules },
  })
  return { version: next.version, effectiveOn }
}
