import { yearOf } from '#domain/calendar/calendar.ts'
import type { DirectiveRef, Registration } from '#domain/directives/directives.contract.ts'
import { ensureWords, registerDirective } from '#domain/directives/directive.ts'
import { Refusal } from '#domain/refusal.ts'
import { shortText } from '#domain/messages/shortText.ts'
import { loadCalendar } from '../calendar/calendar.queries.ts'
import type { Changing } from '../http/context.ts'
import { record } from '../journal/record.ts'
import { loadPosts } from '../messages/recipients.queries.ts'
import { refreshDirectives } from '../tasks/directiveStanding.ts'
import { assignLocked } from './assign.ts'
import {
  addDirective,
  findIsLeader,
  lockDirective,
  type NewDirective,
  takeDirectiveNumber,
} from './directives.queries.ts'
import { attachPages } from './pages.ts'
import { tellOfDirective } from './telling.ts'

/** Registers a directive, with its pages and, where lead units are named, its tasks: all of it or nothing. */
export async function register(
  changing: Changing,
  written: Registration,
): Promise<DirectiveRef & { taskIds: string[] }> {
  const { tx, actor, today } = changing
  ensureWords(written.text)
  const isWriterLeader = await findIsLeader(tx, actor, written.writerId)
  const calendar = await loadCalendar(tx, actor.organizationId, null)
  const facts = { ...written, isWriterLeader, hasLeads: written.assignment !== null }
  const limit = registerDirective(actor, facts, { today, calendar })
  const { writerId: writtenBy, writtenOn, text, paperTitle, paperNumber, urgency, restricted } = written
  const kept = { parentId: null, writtenBy, writtenOn, text, paperTitle, paperNumber, urgency, restricted, ...limit }
  const made = await keepDirective(changing, kept)
  await attachPages(changing, { id: made.id, pageCount: 0 }, written.pageIds)
  if (written.assignment === null) await tellOfRegistration(changing, made, kept)
  const directive = await lockDirective(tx, actor, made.id)
  if (!directive) throw new Refusal('unexpected')
  const taskIds = written.assignment ? await assignLocked(changing, directive, written.assignment, 'assignment/') : []
  return { ...made, taskIds }
}

/** Writes a directive down under the year's next number. */
export async function keepDirective(
  changing: Changing,
  written: Omit<NewDirective, 'year' | 'number'>,
): Promise<DirectiveRef> {
  const { tx, actor, now, today } = changing
  const year = yearOf(today)
  const number = await takeDirectiveNumber(tx, actor.organizationId, year)
  const id = await addDirective(tx, actor, { ...written, year, number }, { on: today, at: now })
  await refreshDirectives(tx, actor.organizationId, [id])
  await record(changing, {
    action: 'directive.registered',
    subjectType: 'directive',
    subjectId: id,
    after: { year, number, ...written },
  })
  return { id, year, number }
}

/** A leader's own is told to the office, which names the lead units; what the office registers, to whoever wrote it. */
async function tellOfRegistration(
  changing: Changing,
  { id, year, number }: DirectiveRef,
  { writtenBy, urgency, dueOn, text }: Omit<NewDirective, 'year' | 'number'>,
): Promise<void> {
  const { tx, actor } = changing
  const isOwn = writtenBy === actor.personId
  const posts = isOwn ? await loadPosts(tx, actor.organizationId, []) : []
  const office = posts.filter(({ role }) => role === 'supervisionOffice').map(({ personId }) => personId)
  const facts = { by: actor.name, urgency: `@urgency.${urgency}`, dueOn, year, number, text: shortText(text) }
  await tellOfDirective(changing, isOwn ? 'directiveReceived' : 'directiveRegistered', {
    id,
    to: isOwn ? office : [writtenBy],
    facts,
  })
}
