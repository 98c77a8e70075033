import type { CellName, Cells, ReviewDoubt } from './cells.ts'
import type { Doubt, Draft, DraftField } from './draft.ts'
import { type Office, peopleNamed, pillarNamed } from './office.ts'
import { proposeEvidence } from '../targets/evidence.ts'
import { type Review, withLeader } from './review.ts'
import { isOnlySome, membersOf } from './collective.ts'
import { differencesSaid } from './twinsWithin.ts'
import { matchList, type UnitMatch, type UnitMatcher } from './unitMatch.ts'
import { upTo } from '../wholeSigns.ts'

/** A task that a row is like; `score` 0 to 1; `year` where it is of an earlier plan and not done. */
export type Likeness = { id: string; label: string; score: number; text: string; year: number | null }
/** The row of another document under review that a row is like; `document` is its file's name. */
export type LikeRow = { document: string; text: string; score: number }
/** What a row is held against: the office's names, the plan's tasks, and what else is under review. */
export type Known = {
  office: Office
  matchUnit: UnitMatcher
  likeTasks: (text: string) => readonly Likeness[]
  likeRows: (text: string) => LikeRow | null
}

type NewDoubt = Omit<ReviewDoubt, 'id'>
/** What reading one side of the responsibility gives. */
type Matched = { name: string; kind: UnitMatch['kind']; unitIds: readonly string[]; level?: string }

/** Holds a draft against the organization: names become ids, and what stays open becomes a doubt. Guesses nothing. */
export function prepareReview(draft: Draft, known: Known): Review {
  const lead = matchedAll(draft.lead, known)
  const supporting = matchedAll(draft.supporting, known)
  const pillarId = pillarOf(draft, known.office)
  const leadUnitId = onlyLead(lead)
  const people = peopleOf(draft, known.office, leadUnitId)
  const evidence = draft.evidence ?? proposeEvidence(draft.text) ?? ''
  const cells: Cells = {
    title: upTo(draft.title, 500),
    pillarId,
    kind: draft.kind,
    leadUnitId,
    supports: supportsOf(supporting, leadUnitId),
    leaderId: people.leaderId,
    assigneeId: people.assigneeId,
    dueOn: draft.deadline ?? lastTurn(draft),
    milestones: draft.milestones.slice(0, 60).map(({ title, dueOn }) => ({ title: stepTitle(title, draft), dueOn })),
    target: draft.target && { value: draft.target.value, measure: upTo(draft.target.unit, 30) || '项' },
    evidence: upTo(evidence, 500),
  }
  const proposed: CellName[] = draft.evidence === null && evidence !== '' ? ['evidence'] : []
  if (draft.deadline === null && cells.dueOn !== null) proposed.push('dueOn')
  const doubts = numbered([
    ...leadDoubts(draft, lead, known.office),
    ...supporting.flatMap((one) => nameDoubt('supporting', one, known.office)),
    ...people.doubts,
    ...draft.doubts.filter(({ field }) => field !== 'lead').map((doubt) => asNew(doubt)),
    ...(pillarId === null ? [pillarDoubt(draft, known.office)] : []),
    ...(draft.code === null ? likeDoubts(draft, known) : []),
  ])
  const doubtCount = doubts.length
  const review = { cells, proposed, edited: [], doubts, doubtCount, takes: null, said: null, apart: null }
  return withLeader(review, known.office)
}

/** A recurring duty without a day of its own ends with its last turn. */
const lastTurn = ({ ongoing, milestones }: Draft): string | null =>
  ongoing ? (milestones.at(-1)?.dueOn ?? null) : null

const stepTitle = (title: string, draft: Draft): string => upTo(title.trim() || draft.title || '完成', 200)

const matchedAll = (names: readonly string[], { matchUnit }: Known): Matched[] =>
  matchList(names, matchUnit).map((match, index) => matched(names[index] ?? '', match))

function matched(name: string, match: UnitMatch): Matched {
  if (match.kind === 'unit') return { name, kind: match.kind, unitIds: [match.unitId] }
  const level = match.kind === 'unknown' && match.level !== undefined ? { level: match.level } : {}
  return { name, kind: match.kind, unitIds: match.kind === 'several' ? match.unitIds : [], ...level }
}

/** The one unit that leads, where exactly one was named and it is known. */
function onlyLead(lead: readonly Matched[]): string | null {
  const ids = new Set(lead.map(({ unitIds }) => (unitIds.length === 1 ? unitIds[0] : undefined)))
  const [id] = ids
  return ids.size === 1 ? (id ?? null) : null
}

function supportsOf(supporting: readonly Matched[], leadUnitId: string | null): Cells['supports'] {
  const ids = supporting.flatMap(({ unitIds }) => (unitIds.length === 1 ? unitIds : []))
  return [...new Set(ids)]
    .filter((unitId) => unitId !== leadUnitId)
    .slice(0, 60)
    .map((unitId) => ({ unitId, deliverable: '', dueOn: null }))
}

function leadDoubts(draft: Draft, lead: readonly Matched[], office: Office): NewDoubt[] {
  const read = draft.doubts.filter(({ field }) => field === 'lead')
  const names = lead.flatMap((one) =>
    one.kind === 'collective' ? [] : nameDoubt('lead', one, office).map((doubt) => among(doubt, lead.length)),
  )
  const rest = read.filter(({ code }) => code !== 'several_leads' || onlyLead(lead) === null)
  return [...rest.map((doubt) => ({ ...asNew(doubt), choices: leadChoices(doubt, lead, office) })), ...names]
}

/** One of several names that lead: choosing another lead makes it a supporting one, and it stays open. */
const among = (doubt: NewDoubt, count: number): NewDoubt =>
  count > 1 ? { ...doubt, facts: { ...doubt.facts, of: count } } : doubt

function leadChoices(doubt: Doubt, lead: readonly Matched[], office: Office): ReviewDoubt['choices'] {
  if (doubt.code === 'collective_lead')
    return membersOf(String(doubt.facts['name'] ?? ''), office).map(({ id, shortName }) => ({
      value: id,
      label: shortName,
    }))
  return (doubt.choices ?? []).map((name) => {
    const unitIds = lead.find((one) => one.name === name)?.unitIds ?? []
    const [id] = unitIds
    return id !== undefined && unitIds.length === 1
      ? { value: id, label: shortOf(id, office) }
      : { value: null, label: name }
  })
}

const shortOf = (id: string, { units }: Office): string => units.find((unit) => unit.id === id)?.shortName ?? ''

/** A name that means no unit, or more than one. */
function nameDoubt(field: 'lead' | 'supporting', { name, kind, unitIds, level }: Matched, office: Office): NewDoubt[] {
  const facts = { name, ...(level !== undefined && { level }) }
  if (kind === 'unit') return []
  if (kind === 'several') {
    const choices = unitIds.map((id) => ({ value: id, label: shortOf(id, office) }))
    return [{ field, code: 'several_units', choices, facts }]
  }
  // A body outside the organization may support without being one of its units; leading it cannot.
  if (kind === 'outside' && field === 'supporting') return []
  if (kind !== 'collective') return [{ field, code: 'unknown_unit', choices: nearest(name, office), facts }]
  const members = membersOf(name, office).map(({ id, shortName }) => ({ value: id, label: shortName }))
  // Of a kind of which none is listed (各村), a person says who it is, or leaves it to the quotation.
  return members.length === 0 && isOnlySome(name)
    ? []
    : [{ field, code: 'collective_support', choices: members, facts }]
}

/** Units whose names share most characters with an unknown one, best first: to choose from, never taken. */
function nearest(name: string, { units }: Office): ReviewDoubt['choices'] {
  const wanted = new Set(name.replace(/^[市区县省]/, ''))
  return units
    .map(({ id, name: full, shortName }) => ({
      id,
      shortName,
      shared: Math.max(shareOf(wanted, full), shareOf(wanted, shortName)),
    }))
    .filter(({ shared }) => shared >= 0.5)
    .sort((a, b) => b.shared - a.shared)
    .slice(0, 3)
    .map(({ id, shortName }) => ({ value: id, label: shortName }))
}

const COMMON = new Set('局办委部区市县镇街道中心人民政府和与及')
function shareOf(wanted: ReadonlySet<string>, name: string): number {
  const telling = [...new Set(name)].filter((char) => !COMMON.has(char))
  const wantedTelling = [...wanted].filter((char) => !COMMON.has(char))
  const shared = telling.filter((char) => wanted.has(char)).length
  return shared / Math.max(1, Math.min(telling.length, wantedTelling.length))
}

function peopleOf(draft: Draft, office: Office, leadUnitId: string | null) {
  const doubts: NewDoubt[] = []
  const pick = (names: readonly string[], field: 'leaders' | 'assignee'): string | null => {
    const [name] = names
    if (name === undefined) return null
    const place = field === 'leaders' ? ({ kind: 'leader' } as const) : ({ kind: 'assignee', leadUnitId } as const)
    const found = peopleNamed(office, name, place)
    const choices = found.map(({ id, name: label, posts }) => ({ value: id, label: unitsOf(label, posts, office) }))
    if (found.length !== 1)
      doubts.push({ field, code: found.length === 0 ? 'unknown_person' : 'several_people', choices, facts: { name } })
    return found.length === 1 ? (found[0]?.id ?? null) : null
  }
  return { leaderId: pick(draft.leaders, 'leaders'), assigneeId: pick(draft.assignees, 'assignee'), doubts }
}

const unitsOf = (name: string, posts: Office['people'][number]['posts'], office: Office): string => {
  const units = posts.flatMap(({ unitId }) => (unitId === null ? [] : [shortOf(unitId, office)]))
  return [name, ...new Set(units)].join(' ')
}

/** By the ledger's own column, else by the nearest heading that names a pillar. */
function pillarOf(draft: Draft, office: Office): string | null {
  const words = [...(draft.pillar === null ? [] : [draft.pillar]), ...[...draft.sectionPath].reverse()]
  for (const word of words) {
    const found = pillarNamed(office, word)
    if (found !== null) return found
  }
  return null
}

const pillarDoubt = (draft: Draft, { pillars }: Office): NewDoubt => ({
  field: 'pillar',
  code: 'no_pillar',
  choices: pillars.map(({ id, name }) => ({ value: id, label: name })),
  facts: { section: upTo(draft.pillar ?? draft.sectionPath.at(-1) ?? '', 60) },
})

function rowDoubts(draft: Draft, { likeRows }: Known): NewDoubt[] {
  const like = likeRows(draft.text)
  if (!like) return []
  const { document: name, score, text } = like
  const facts = { name: upTo(name, 80), score: Math.round(score * 100), ...differencesSaid(draft.text, text) }
  return [{ field: 'text', code: 'in_other_import', choices: [], facts }]
}

const likeDoubts = (draft: Draft, known: Known): NewDoubt[] => {
  const { likeTasks } = known
  const like = likeTasks(draft.text)
  const [best] = like
  if (!best) return rowDoubts(draft, known)
  const score = Math.round(best.score * 100)
  const differs = differencesSaid(draft.text, best.text)
  const { year, label } = best
  if (year !== null)
    return [{ field: 'text', code: 'carried_over', choices: [], facts: { year, name: label, score, ...differs } }]
  const choices = like.flatMap(({ id, label: named, year: of }) => (of === null ? [{ value: id, label: named }] : []))
  return [{ field: 'text', code: 'similar_task', choices, facts: { taskId: best.id, score, ...differs } }]
}

const FIELDS: Record<DraftField, ReviewDoubt['field']> = {
  text: 'text',
  lead: 'lead',
  supporting: 'supporting',
  leaders: 'leaders',
  deadline: 'deadline',
  milestones: 'milestones',
  kind: 'kind',
  target: 'target',
  evidence: 'evidence',
  code: 'code',
}
const asNew = ({ field, code, choices = [], facts }: Doubt): NewDoubt => ({
  field: FIELDS[field],
  code,
  choices: choices.map((choice) => ({ value: choice, label: choice })),
  facts: { ...facts },
})

/** Ids that stay: what the doubt is about and its turn among those. */
function numbered(doubts: readonly NewDoubt[]): ReviewDoubt[] {
  const turns = new Map<string, number>()
  return doubts.map((doubt) => {
    const name = `${doubt.field}.${doubt.code}`
    const turn = (turns.get(name) ?? 0) + 1
    turns.set(name, turn)
    return { id: turn === 1 ? name : `${name}.${turn}`, ...doubt }
  })
}
