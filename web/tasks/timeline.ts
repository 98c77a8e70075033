import { z } from 'zod'
import { formatOn, isDay } from '#domain/calendar/calendar.ts'
import { wordFor } from '#domain/glossary.ts'
import { listed } from '#domain/listed.ts'
import type { Language } from '#domain/refusal.ts'
import { periodName } from '#domain/reports/period.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import { fieldWord, timelineText } from './timeline.text.ts'

/** An entry of a task's journal, as far as it is put into words. */
export type Entry = {
  action: string
  before: Record<string, unknown> | null
  after: Record<string, unknown> | null
}
/** What is known beside the entry: whom ids name, and the task's own milestones and reports. */
export type Telling = {
  language: Language
  planYear: number
  names: Readonly<Record<string, string>>
  milestones: readonly { id: string; title: string }[]
  reports: readonly { period: TaskView['reports'][number]['period'] }[]
}

const Milestones = z.array(
  z.object({ id: z.string().optional(), title: z.string(), dueOn: z.string(), weight: z.number().optional() }),
)
const Supports = z.array(z.object({ unitId: z.string(), deliverable: z.string(), dueOn: z.string().nullable() }))
const Points = z.array(z.unknown())
const Source = z.object({ type: z.string(), title: z.string(), number: z.string() })
const Target = z.object({ value: z.number(), measure: z.string() })
const Words = z.array(z.string())
const LaterDates = z.array(
  z.object({ milestoneId: z.string().nullable(), from: z.string(), asked: z.string(), granted: z.string().nullable() }),
)

const IDS = new Set(['pillarId', 'leadUnitId', 'leaderId', 'assigneeId', 'unitId', 'suggestedUnitId'])
const WORDS = new Set(['kind', 'state', 'reason', 'decider', 'rating'])
/** Said by the action itself, or of no meaning to a reader. */
const SILENT = new Set([
  'state',
  'periodId',
  'milestoneId',
  'planId',
  'documentId',
  'importId',
  'period',
  'milestone',
  'actualShare',
  'unitId',
  'taskId',
  'requestId',
  'ordinal',
  'dates',
])

/** What only programs know by: which notice it was, which kind of urging. */
const isUnspeakable = (field: string, value: unknown, language: Language): boolean =>
  (field.endsWith('Id') && !IDS.has(field)) ||
  (WORDS.has(field) && typeof value === 'string' && wordFor(value, language) === value && /^[a-z]/.test(value))

/** One value in words. */
function said(field: string, value: unknown, telling: Telling): string {
  const { language, planYear, names } = telling
  const text = timelineText[language]
  if (value === null || value === undefined || value === '') return text.none
  if (typeof value === 'boolean') return value ? text.yes : text.no
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') {
    if (IDS.has(field)) return names[value] ?? value
    if (field === 'level' && value in text.levels) return text.levels[value] ?? value
    if (WORDS.has(field)) return wordFor(value, language)
    return isDay(value) ? formatOn(value, planYear, language) : value
  }
  const source = Source.safeParse(value)
  if (source.success)
    return [source.data.title || wordFor(source.data.type, language), source.data.number].join(' ').trim()
  const target = Target.safeParse(value)
  if (target.success) return `${target.data.value} ${target.data.measure}`
  const words = Words.safeParse(value)
  return words.success
    ? listed(
        language,
        words.data.map((word) => wordFor(word, language)),
      )
    : ''
}

function milestoneLines(before: unknown, after: unknown, telling: Telling): string[] {
  const text = timelineText[telling.language]
  const [was, is] = [Milestones.safeParse(before), Milestones.safeParse(after)]
  if (!was.success || !is.success) return [fieldWord('milestones', telling.language)]
  const day = (on: string) => formatOn(on, telling.planYear, telling.language)
  const lines = is.data.flatMap((next) => {
    const old = was.data.find(({ id, title }) => (next.id === undefined ? title === next.title : id === next.id))
    if (!old) return [text.added(next.title, day(next.dueOn))]
    return [
      ...(old.title === next.title ? [] : [text.retitled(old.title, next.title)]),
      ...(old.dueOn === next.dueOn ? [] : [text.moved(next.title, day(old.dueOn), day(next.dueOn))]),
      ...(old.weight === next.weight
        ? []
        : [text.reweighed(next.title, String(old.weight ?? text.none), String(next.weight ?? text.none))]),
    ]
  })
  const gone = was.data.filter(({ id, title }) =>
    is.data.every((next) => (next.id === undefined ? next.title !== title : next.id !== id)),
  )
  lines.push(...gone.map(({ title }) => text.removed(title)))
  return lines.length === 0 ? [text.reordered] : lines
}

function supportLines(before: unknown, after: unknown, telling: Telling): string[] {
  const text = timelineText[telling.language]
  const [was, is] = [Supports.safeParse(before), Supports.safeParse(after)]
  if (!was.success || !is.success) return [fieldWord('supports', telling.language)]
  const nameOf = (unitId: string) => telling.names[unitId] ?? unitId
  const inWords = ({ deliverable, dueOn }: z.infer<typeof Supports>[number]) =>
    [deliverable, dueOn && formatOn(dueOn, telling.planYear, telling.language)].filter(Boolean).join(' ') || text.none
  return [
    ...is.data.flatMap((next) => {
      const old = was.data.find(({ unitId }) => unitId === next.unitId)
      if (!old) return [text.supportAdded(nameOf(next.unitId), next.deliverable)]
      const [from, to] = [inWords(old), inWords(next)]
      return from === to ? [] : [text.supportChanged(nameOf(next.unitId), from, to)]
    }),
    ...was.data
      .filter(({ unitId }) => is.data.every((next) => next.unitId !== unitId))
      .map(({ unitId }) => text.supportRemoved(nameOf(unitId))),
  ]
}

function changeLines(field: string, before: unknown, after: unknown, telling: Telling): string[] {
  const { language } = telling
  const text = timelineText[language]
  if (field === 'milestones') return milestoneLines(before, after, telling)
  if (field === 'supports') return supportLines(before, after, telling)
  if (field === 'trajectory') {
    const points = Points.safeParse(after)
    return [points.success && points.data.length > 0 ? text.trajectoryGiven : text.trajectoryDerived]
  }
  return [text.changed(fieldWord(field, language), said(field, before, telling), said(field, after, telling))]
}

const ALL_CHECKS = 6

/** What an entry names: the milestone, the period, the unit, the share. */
function subjectOf(after: Record<string, unknown>, telling: Telling): string[] {
  const { language, names, milestones, reports } = telling
  const text = timelineText[language]
  const { milestone, milestoneId, title, period, periodId, unitId, actualShare } = after
  const named = milestones.find(({ id }) => id === milestoneId) ?? milestones[Number(milestone) - 1]
  const told = typeof milestone === 'string' ? milestone : named?.title
  const milestoneTitle = typeof title === 'string' && milestoneId !== undefined ? title : told
  const reported = reports.find((report) => report.period.id === periodId || report.period.number === period)
  return [
    ...(milestoneTitle && (milestone !== undefined || milestoneId !== undefined)
      ? [text.milestone(milestoneTitle)]
      : []),
    ...(reported && (period !== undefined || periodId !== undefined)
      ? [text.period(periodName({ ...reported.period, every: reported.period.kind }, language))]
      : []),
    ...(typeof unitId === 'string' && periodId === undefined ? [names[unitId] ?? ''].filter(Boolean) : []),
    ...(typeof actualShare === 'number' ? [text.share(String(Math.round(actualShare * 10) / 10))] : []),
  ]
}

/** Dates that a request moves, or has moved. */
function dateLines(dates: unknown, { language, planYear, milestones }: Telling): string[] {
  const text = timelineText[language]
  const day = (on: string) => formatOn(on, planYear, language)
  return (LaterDates.safeParse(dates).data ?? []).map(({ milestoneId, from, asked, granted }) => {
    const title = milestones.find(({ id }) => id === milestoneId)?.title
    const moved = [day(from), day(granted ?? asked)] as const
    return title === undefined ? text.taskMoved(...moved) : text.moved(title, ...moved)
  })
}

/** What an entry says besides its action, a line each. */
export function detailsOf({ action, before, after }: Entry, telling: Telling): string[] {
  const { language } = telling
  const text = timelineText[language]
  if (action === 'task.created') return []
  if (action === 'task.updated')
    return Object.keys(after ?? {}).flatMap((field) => changeLines(field, before?.[field], after?.[field], telling))
  if (!after) return []
  if (action === 'task.transferred')
    return [
      text.transferred(
        said('leadUnitId', before?.['leadUnitId'], telling),
        said('leadUnitId', after['leadUnitId'], telling),
      ),
    ]
  const subject = subjectOf(after, telling)
  const isNamed = after['milestoneId'] !== undefined || after['milestone'] !== undefined
  const rest = Object.entries(after)
    .filter(([field, value]) => !SILENT.has(field) && value !== null && !(field === 'title' && isNamed))
    .filter(([field, value]) => !isUnspeakable(field, value, language))
    .map(([field, value]) =>
      field === 'checks' && Array.isArray(value) && value.length === ALL_CHECKS
        ? text.allChecks
        : text.field(fieldWord(field, language), said(field, value, telling)),
    )
  return [...(subject.length > 0 ? [subject.join(text.join)] : []), ...dateLines(after['dates'], telling), ...rest]
}
