import { TOLD, type Telling } from '#domain/messages/events.ts'
import { MESSAGE_KINDS, type MessageKind, periodFact } from '#domain/messages/kinds.ts'
import { type HeldPost, recipientsOf } from '#domain/messages/recipients.ts'
import type { SentenceFacts } from '#domain/sentence.ts'
import { stepDueOn } from '#domain/tasks/lifecycle.ts'
import type { Changing } from '../http/context.ts'
import { loadClockDays } from '../calendar/clockDays.queries.ts'
import {
  loadPosts,
  loadSheetsToTell,
  loadTasksToTell,
  type SheetToTell,
  type TaskToTell,
} from './recipients.queries.ts'
import { type Message, tell } from './tell.ts'

/** Something that was recorded, as the journal takes it. */
type Happened = {
  action: string
  subjectId: string
  before?: object | null
  after?: object | null
  reason?: string | null
}
type ToTell = { happened: Happened; telling: Telling }

/**
 * Tells those whom it concerns of what was recorded, in the same transaction, as domain/messages/events.ts says. Who did
 * it is not told.
 */
export async function tellConcerned(changing: Changing, entries: readonly Happened[]): Promise<void> {
  const told = entries.flatMap((happened) => tellingsOf(happened).map((telling) => ({ happened, telling })))
  if (told.length === 0) return
  const ofSheets = told.filter(({ telling }) => MESSAGE_KINDS[telling.kind].group === 'report')
  const ofTasks = told.filter((one) => !ofSheets.includes(one))
  await tell(changing, ...(await taskMessages(changing, ofTasks)), ...(await sheetMessages(changing, ofSheets)))
}

const tellingsOf = ({ action, after }: Happened): Telling[] =>
  (TOLD[action] ?? []).filter(({ state }) => state === undefined || state === valueOf(after, 'state'))

const valueOf = (facts: object | null | undefined, name: string): string | null => {
  const value: unknown = facts && new Map(Object.entries(facts)).get(name)
  return typeof value === 'string' ? value : null
}

async function taskMessages(changing: Changing, told: readonly ToTell[]): Promise<Message[]> {
  if (told.length === 0) return []
  const { tx, actor } = changing
  const tasks = await loadTasksToTell(
    tx,
    actor.organizationId,
    told.map(({ happened }) => happened.subjectId),
  )
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const formerUnits = told.flatMap(({ happened }) => valueOf(happened.before, 'leadUnitId') ?? [])
  const units = tasks.flatMap(({ unitId }) => unitId ?? [])
  const posts = await loadPosts(tx, actor.organizationId, [...units, ...formerUnits])
  const shared = await sharedFacts(changing, told)
  return told.flatMap(({ happened, telling }) => {
    const task = byId.get(happened.subjectId)
    if (!task) return []
    return messageOf(changing, telling, happened, {
      subject: { type: 'task', id: task.id },
      to: taskRecipients(telling, happened, task, posts),
      facts: { ...shared, ...factsOf(task), reason: happened.reason ?? valueOf(happened.after, 'instruction') ?? '' },
    })
  })
}

const factsOf = ({ code, title, unit, assignee }: TaskToTell): SentenceFacts => ({
  code,
  title,
  unit: unit ?? '',
  assignee: assignee ?? '',
})

function taskRecipients({ to, ofFormerUnit }: Telling, { before }: Happened, task: TaskToTell, posts: HeldPost[]) {
  if (!ofFormerUnit) return recipientsOf(to, task, posts)
  const unitId = valueOf(before, 'leadUnitId')
  return unitId === null ? [] : recipientsOf(to, { unitId, leaderId: null, assigneeId: null }, posts)
}

/** Kinds that name the day by which the lead unit acknowledges. */
const LIMITED: readonly MessageKind[] = ['taskAssigned', 'assignmentUpheld']

/** What is the same for all of them; the limits are asked for only where a limit is named. */
async function sharedFacts({ tx, actor, today }: Changing, told: readonly ToTell[]): Promise<SentenceFacts> {
  const by = actor.name
  if (!told.some(({ telling }) => LIMITED.includes(telling.kind))) return { by }
  return { by, acknowledgeBy: stepDueOn('acknowledge', today, await loadClockDays(tx, actor.organizationId)) }
}

async function sheetMessages(changing: Changing, told: readonly ToTell[]): Promise<Message[]> {
  const places = told.flatMap(({ happened: { after } }) => placeOf(after) ?? [])
  if (places.length === 0) return []
  const { tx, actor } = changing
  const sheets = await loadSheetsToTell(tx, actor.organizationId, uniquePlaces(places))
  const posts = await loadPosts(
    tx,
    actor.organizationId,
    sheets.map(({ unitId }) => unitId),
  )
  return sheets.flatMap((sheet) => sheetTellings(changing, sheet, told, posts))
}

type Place = { periodId: string; unitId: string }

function placeOf(after: object | null | undefined): Place | null {
  const [periodId, unitId] = [valueOf(after, 'periodId'), valueOf(after, 'unitId')]
  return periodId === null || unitId === null ? null : { periodId, unitId }
}

const keyOf = ({ periodId, unitId }: Place): string => `${periodId}/${unitId}`
const uniquePlaces = (places: readonly Place[]): Place[] => [
  ...new Map(places.map((place) => [keyOf(place), place])).values(),
]

/** One message of a kind for a sheet, however many of its rows it is about. */
function sheetTellings(changing: Changing, sheet: SheetToTell, told: readonly ToTell[], posts: HeldPost[]): Message[] {
  const own = told.filter(({ happened: { after } }) => {
    const place = placeOf(after)
    return place !== null && keyOf(place) === keyOf(sheet)
  })
  const kinds = new Map(own.map((one) => [one.telling.kind, one]))
  return [...kinds.values()].flatMap(({ telling, happened }) => {
    const count = own.filter((one) => one.telling.kind === telling.kind).length
    const { unitId, unit, closesOn } = sheet
    return messageOf(changing, telling, happened, {
      subject: { type: 'reportSheet', id: keyOf(sheet) },
      to: recipientsOf(telling.to, { unitId, leaderId: null, assigneeId: null }, posts),
      facts: { by: changing.actor.name, unit, closesOn, count, period: periodFact(sheet) },
    })
  })
}

function messageOf(
  { actor, now, requestId }: Changing,
  { kind, ofFormerUnit }: Telling,
  { action }: Happened,
  { subject, to, facts }: Pick<Message, 'subject' | 'to' | 'facts'>,
): Message[] {
  const others = to.filter((personId) => personId !== actor.personId)
  const key = `${action}${ofFormerUnit ? ' former' : ''} ${subject.id} ${now.getTime()} ${requestId}`
  return others.length === 0 ? [] : [{ kind, to: others, subject, facts, key }]
}
