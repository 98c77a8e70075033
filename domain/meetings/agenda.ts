/** What an agenda is made of, in the order of a meeting (PRODUCT.md, Joint meeting); `written` is not spoken to. */
export const AGENDA_SECTIONS = ['rulings', 'red', 'asks', 'highlights', 'written', 'own'] as const
export type AgendaSection = (typeof AGENDA_SECTIONS)[number]

/** One point: a ruling of the last meeting (`ruling:…`), a unit's turn (`unit:…`), or one the office added (`own:…`). */
export type AgendaItem = {
  key: string
  section: AgendaSection
  /** Whose turn it is. */
  unitId: string | null
  rulingId: string | null
  /** Empty where the unit's name or the ruling's sentence says it. */
  title: string
  /** Whole minutes; 0: in writing. */
  minutes: number
}

/** What the agenda needs of a unit that takes part, given in the official order. */
export type AgendaUnit = {
  unitId: string
  redCount: number
  yellowCount: number
  /** Open difficulties in which it asks somebody for something. */
  askCount: number
  /** Of these, at the level of the joint meeting. */
  topLevelCount: number
  earlyCount: number
  /** Practices worth copying that it shared lately. */
  highlightCount: number
}

export type OpenRuling = { id: string; leadUnitId: string }

/** Of the planned length, what the chair needs to open and to sum up. */
const CHAIR_SHARE = 0.1

/** Of the planned minutes, those that points have: a tenth, rounded up, is the chair’s. */
export const minutesForItems = (plannedMinutes: number): number =>
  plannedMinutes - Math.ceil(plannedMinutes * CHAIR_SHARE)

/** The agenda as the facts write it, before it is made to fit: last rulings, red, asking, highlights, in writing. */
export function deriveAgenda(openRulings: readonly OpenRuling[], units: readonly AgendaUnit[]): AgendaItem[] {
  const rulings = openRulings.map(({ id, leadUnitId }) => ({
    key: `ruling:${id}`,
    section: 'rulings' as const,
    unitId: leadUnitId,
    rulingId: id,
    title: '',
    minutes: RULING_MINUTES,
  }))
  const turns = units.map((unit) => turnOf(unit))
  return [...rulings, ...AGENDA_SECTIONS.flatMap((section) => turns.filter((item) => item.section === section))]
}

function turnOf(unit: AgendaUnit): AgendaItem {
  const section = sectionOf(unit)
  return {
    key: `unit:${unit.unitId}`,
    section,
    unitId: unit.unitId,
    rulingId: null,
    title: '',
    minutes: WISHES[section](unit),
  }
}

function sectionOf({
  redCount,
  yellowCount,
  askCount,
  topLevelCount,
  earlyCount,
  highlightCount,
}: AgendaUnit): AgendaSection {
  if (redCount > 0) return 'red'
  if (topLevelCount > 0 || (yellowCount > 0 && askCount > 0)) return 'asks'
  return earlyCount + highlightCount > 0 ? 'highlights' : 'written'
}

/** Minutes of an open ruling, and of a point that the office added. */
const RULING_MINUTES = 2
const OWN_MINUTES = 5

/** Minutes that a turn would have if there were time enough. */
const WISHES: Record<AgendaSection, (unit: AgendaUnit) => number> = {
  rulings: () => RULING_MINUTES,
  red: ({ redCount, askCount }) => 3 + Math.min(redCount, 3) + Math.min(askCount, 2),
  asks: ({ askCount }) => 2 + Math.min(askCount, 3),
  highlights: () => 2,
  written: () => 0,
  own: () => OWN_MINUTES,
}

/** What the office made of the derived agenda; kept beside it, so that later facts still come in. */
export type Arrangement = {
  /** Keys in the office's order; what is not named stands where it is derived. */
  order: string[]
  minutes: Record<string, number>
  titles: Record<string, string>
  own: { key: string; title: string; unitId: string | null }[]
}
/** An agenda as it was derived: the office has changed nothing. */
export const NO_ARRANGEMENT: Arrangement = { order: [], minutes: {}, titles: {}, own: [] }

export type ArrangedItem = AgendaItem & {
  /** The office set its minutes itself. */
  isFixed: boolean
}

/**
 * The agenda as it is held: the derived one and what the office added, in the office's order, with its words and
 * minutes, the other minutes made to fit what is left of `plannedMinutes`. Nothing derived is ever lost by it.
 */
export function arrangeAgenda(
  derived: readonly AgendaItem[],
  arrangement: Arrangement,
  plannedMinutes: number,
): ArrangedItem[] {
  const own = arrangement.own.map(({ key, title, unitId }) => ({
    key,
    section: 'own' as const,
    unitId,
    rulingId: null,
    title,
    minutes: OWN_MINUTES,
  }))
  const items = inOrder([...derived, ...own], arrangement.order).map((item) => ({
    ...item,
    title: arrangement.titles[item.key] ?? item.title,
    minutes: arrangement.minutes[item.key] ?? item.minutes,
    isFixed: arrangement.minutes[item.key] !== undefined,
  }))
  return fitMinutes(items, minutesForItems(plannedMinutes))
}

/** Named items in their order; each other one stays behind the item it is derived behind. */
function inOrder<Item extends { key: string }>(items: readonly Item[], order: readonly string[]): Item[] {
  const byKey = new Map(items.map((item) => [item.key, item]))
  const named = [...new Set(order)].flatMap((key) => byKey.get(key) ?? [])
  const placed = [...named]
  const isNamed = new Set(named.map(({ key }) => key))
  items.forEach((item, index) => {
    if (isNamed.has(item.key)) return
    const before = items[index - 1]
    const at = before ? placed.findIndex(({ key }) => key === before.key) + 1 : 0
    placed.splice(at, 0, item)
  })
  return placed
}

const priorityOf = ({ section }: AgendaItem): number => (section === 'own' ? 0 : AGENDA_SECTIONS.indexOf(section))

/**
 * Cuts wished minutes down until they fit: one minute each in the order of the sections while there is any, the rest in
 * proportion to the wishes. Fixed minutes stay as they are. Never more than `available`, unless the fixed ones are.
 */
export function fitMinutes(items: readonly ArrangedItem[], available: number): ArrangedItem[] {
  const sum = (list: readonly ArrangedItem[]) => list.reduce((total, { minutes }) => total + minutes, 0)
  const free = items.filter(({ isFixed, minutes }) => !isFixed && minutes > 0)
  const left = Math.max(0, available - sum(items.filter(({ isFixed }) => isFixed)))
  if (sum(free) <= left) return [...items]
  const byPriority = [...free].sort((a, b) => priorityOf(a) - priorityOf(b))
  const given = new Map(byPriority.slice(0, left).map(({ key }) => [key, 1]))
  const rest = left - given.size
  const wished = byPriority.filter(({ key, minutes }) => given.has(key) && minutes > 1)
  const wishes = wished.reduce((total, { minutes }) => total + minutes - 1, 0)
  for (const { key, minutes } of wished)
    given.set(key, 1 + (wishes === 0 ? 0 : Math.floor((rest * (minutes - 1)) / wishes)))
  let over = left - [...given.values()].reduce((total, minutes) => total + minutes, 0)
  for (const { key, minutes } of wished) {
    const now = given.get(key) ?? 0
    if (over > 0 && now < minutes) {
      given.set(key, now + 1)
      over -= 1
    }
  }
  return items.map((item) =>
    item.isFixed || item.minutes === 0 ? item : { ...item, minutes: given.get(item.key) ?? 0 },
  )
}

/** Minutes that all points take together. */
export const agendaMinutes = (items: readonly Pick<AgendaItem, 'minutes'>[]): number =>
  items.reduce((total, { minutes }) => total + minutes, 0)

/** The points that are spoken to, in order: those a presenter steps through. */
export const spokenItems = <Item extends Pick<AgendaItem, 'minutes'>>(items: readonly Item[]): Item[] =>
  items.filter(({ minutes }) => minutes > 0)
