import { yearOf, type WorkingCalendar } from '#domain/calendar/calendar.ts'
import type { WaitingItem } from '#domain/myday/myday.contract.ts'
import {
  byDay,
  groupOf,
  noticeWaitOf,
  requestWaitOf,
  taskWaitOf,
  type Wait,
  workdaysLeft,
} from '#domain/myday/waiting.ts'
import { sheetWaitOf } from '#domain/reports/waiting.ts'
import { wordFor } from '#domain/glossary.ts'
import { meetingTitle } from '#domain/meetings/title.ts'
import { stepDueOn } from '#domain/tasks/lifecycle.ts'
import type { StepDays } from '#domain/tasks/limits.ts'
import { periodName } from '#domain/reports/period.ts'
import { findDifficultiesWaitingFor } from '../difficulties/waiting.ts'
import { findDirectivesWaitingFor } from '../directives/waiting.ts'
import type { Reading } from '../http/context.ts'
import { findMeetingsWaitingFor } from '../meetings/waiting.ts'
import { findNoticesWaitingFor } from '../notices/waiting.ts'
import { findOpenSheets } from '../reports/open.ts'
import { findRequestsWaitingFor } from '../requests/waiting.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import { countLedger, findLedgerRows } from '../tasks/ledger.queries.ts'
import { findSupportsWaitingFor } from '../tasks/listedSupports.ts'
import { ensureStandings } from '../tasks/standing.ts'
import { findWaitingTasks } from './tasks.queries.ts'

/** So many of each kind are shown; the total says how many there are. */
const SHOWN_OF_EACH = 8
const TROUBLED_SHOWN = 8

type Found = Omit<WaitingItem, 'group' | 'workdaysLeft'>
/** What was found, and how many of a kind there are beyond what was fetched. */
type Part = { found: Found[]; counts?: Map<Wait, number> }

/** Everything that waits for the one who asks, and their red and yellow tasks. */
export async function viewMyDay(reading: Reading) {
  const { db, actor, today } = reading
  await ensureStandings(db, reading)
  const days = await loadClockDays(db, actor.organizationId)
  const { calendar } = days
  const parts = await Promise.all([
    waitingTasks(reading, days),
    waitingSheets(reading),
    waitingRequests(reading),
    waitingDifficulties(reading),
    waitingSupports(reading),
    waitingNotices(reading),
    waitingDirectives(reading, days),
    waitingMeetings(reading, calendar),
  ])
  const found = parts.flatMap((part) => part.found).sort(byDay)
  const counts = totalsOf(found, parts)
  return {
    today,
    planYear: yearOf(today),
    items: firstOfEach(found).map((item) => ({
      ...item,
      group: groupOf(item.kind),
      workdaysLeft: workdaysLeft(item.dueOn, today, calendar),
    })),
    totals: [...counts].map(([kind, count]) => ({ kind, count })),
    troubled: await troubledTasks(reading),
  }
}

function totalsOf(found: readonly Found[], parts: readonly Part[]): Map<Wait, number> {
  const counts = new Map<Wait, number>()
  for (const { kind } of found) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  for (const { counts: known } of parts) for (const [kind, count] of known ?? []) counts.set(kind, count)
  return counts
}

function firstOfEach(found: readonly Found[]): Found[] {
  const seen = new Map<Wait, number>()
  return found.filter(({ kind }) => {
    const place = (seen.get(kind) ?? 0) + 1
    seen.set(kind, place)
    return place <= SHOWN_OF_EACH
  })
}

async function waitingTasks({ db, actor }: Reading, days: StepDays): Promise<Part> {
  const rows = await findWaitingTasks(db, actor, SHOWN_OF_EACH)
  const counts = new Map<Wait, number>()
  const found = rows.flatMap((task): Found[] => {
    const kind = taskWaitOf(actor, task)
    if (kind === null) return []
    counts.set(kind, task.stateCount)
    const dueOn = stepDueOn(kind, task.stateOn, days)
    // What was answered to a leader is read whole, on the directive's page.
    const subject =
      kind === 'signOff' && task.directiveId !== null
        ? { type: 'directive' as const, id: task.directiveId }
        : { type: 'task' as const, id: task.id }
    return [{ kind, subject, code: task.code, title: task.title, from: task.leadUnit ?? '', dueOn }]
  })
  return { found, counts }
}

async function waitingSheets(reading: Reading): Promise<Part> {
  const { actor, language } = reading
  const { sheets, periods } = await findOpenSheets(reading)
  const found = sheets.flatMap((sheet): Found[] => {
    const kind = sheetWaitOf(actor, sheet)
    const period = periods.get(sheet.periodId)
    if (kind === null || !period) return []
    const subject = { type: 'sheet' as const, id: `${sheet.periodId}/${sheet.unit.id}` }
    const name = periodName({ ...period, every: period.kind }, language)
    const title = `${name}${language === 'zh' ? '' : ' '}${wordFor('sheet', language)}`
    const dueOn = kind === 'reviewSheet' ? null : (sheet.signAgainBy ?? period.closesOn)
    return [{ kind, subject, code: null, title, from: sheet.unit.name, dueOn }]
  })
  return { found }
}

async function waitingRequests({ db, actor }: Reading): Promise<Part> {
  const requests = await findRequestsWaitingFor(db, actor)
  const found = requests.flatMap((request): Found[] => {
    const kind = requestWaitOf(request)
    const subject = { type: 'request' as const, id: request.id }
    const { task, unit } = request
    return kind === null ? [] : [{ kind, subject, code: task.code, title: task.title, from: unit.name, dueOn: null }]
  })
  return { found }
}

async function waitingNotices({ db, actor }: Reading): Promise<Part> {
  const notices = await findNoticesWaitingFor(db, actor)
  const found = notices.flatMap((notice): Found[] => {
    const { id, task, unit, answerBy } = notice
    const kind = noticeWaitOf(actor, notice)
    const subject = { type: 'notice' as const, id }
    return kind === null
      ? []
      : [{ kind, subject, code: task.code, title: task.title, from: unit.name, dueOn: answerBy }]
  })
  return { found }
}

async function waitingDirectives({ db, actor }: Reading, days: StepDays): Promise<Part> {
  const waiting = await findDirectivesWaitingFor(db, actor, days)
  return {
    found: waiting.map(({ directiveId, ...rest }) => ({
      ...rest,
      subject: { type: 'directive' as const, id: directiveId },
    })),
  }
}

async function waitingMeetings({ db, actor, today, language }: Reading, calendar: WorkingCalendar): Promise<Part> {
  const waiting = await findMeetingsWaitingFor(db, actor, { today, calendar })
  return {
    found: waiting.map(({ kind, meeting: { id, year, number }, dueOn }) => ({
      kind,
      subject: { type: 'meeting' as const, id },
      code: null,
      title: meetingTitle(year, number, language),
      from: '',
      dueOn,
    })),
  }
}

async function waitingDifficulties({ db, actor }: Reading): Promise<Part> {
  const difficulties = await findDifficultiesWaitingFor(db, actor)
  return {
    found: difficulties.map(({ kind, subject, title, facts, dueOn }) => ({
      kind,
      subject: { type: 'difficulty' as const, id: subject.id },
      code: facts.code,
      title,
      from: facts.unit,
      dueOn,
    })),
  }
}

async function waitingSupports(reading: Reading): Promise<Part> {
  const supports = await findSupportsWaitingFor(reading)
  return {
    found: supports.map(({ kind, support: { task, unit, leadUnit, deliverable }, dueOn }) => ({
      kind,
      subject: { type: 'support' as const, id: `${task.id}/${unit.id}` },
      code: task.code,
      title: deliverable || task.title,
      from: kind === 'deliver' ? leadUnit.name : unit.name,
      dueOn,
    })),
  }
}

async function troubledTasks({ db, actor, today }: Reading) {
  const asked = { filter: { mine: 'true' as const, light: ['red' as const, 'yellow' as const] }, year: yearOf(today) }
  const page = { asked, sort: 'light' as const, direction: 'asc' as const, after: null, limit: TROUBLED_SHOWN }
  const [rows, groups] = await Promise.all([findLedgerRows(db, actor, page), countLedger(db, actor, asked, 'none')])
  return {
    items: rows.slice(0, TROUBLED_SHOWN).map(({ id, code, title, light, why }) => ({ id, code, title, light, why })),
    count: groups.reduce((sum, { taskCount }) => sum + taskCount, 0),
  }
}
