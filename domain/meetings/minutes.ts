import type { Day } from '../calendar/calendar.ts'
import { Refusal } from '../refusal.ts'
import type { MeetingState } from './life.ts'
import type { Attendance } from './session.ts'
import { chineseNumber } from './title.ts'

/** What the minutes are written from; all of it is in the meeting already. */
export type MinutesFacts = {
  heldOn: Day
  place: string
  chair: string
  members: readonly { name: string; as: Attendance; words: string }[]
  observers: readonly { name: string; as: Attendance; words: string }[]
  rulings: readonly {
    id: string
    number: number
    sentence: string
    lead: string
    supports: readonly string[]
    dueOn: Day
    /** What it is about: the difficulty's or task's title, or the sentence's own beginning. */
    about: string
  }[]
  /** Rulings of the meeting before: how many there were, and how many are done. */
  last: { count: number; doneCount: number } | null
  unitCount: number
}

/**
 * What minutes say besides the rulings. It is kept when they are circulated: who holds a post and how the last meeting's
 * rulings stand go on changing, the minutes do not.
 */
export type MinutesCircumstances = Omit<MinutesFacts, 'rulings'>

/** A part of the minutes: a heading and its text, each in the office's own words where it changed them. */
export type MinutesPart = { key: string; heading: string; text: string }
/** Who was there, as minutes list it. */
export type MinutesPeople = { present: string[]; leave: string[]; absent: string[]; observers: string[] }

/** The ruling that a part is about, by its id; null for the opening and the last meeting's. */
export const rulingOfPart = ({ key }: Pick<MinutesPart, 'key'>): string | null => /^ruling:(.+)$/.exec(key)?.[1] ?? null

/** A heading with its number (0: none) and the part that stands beneath it. */
export type MinutesLine<Part> = { key: string; level: 0 | 1 | 2; heading: string; part: Part | null }

/** The minutes as they are numbered on screen and on paper: 一、 for sections, （一） for the rulings in theirs. */
export function outlineMinutes<Part extends MinutesPart>(parts: readonly Part[]): MinutesLine<Part>[] {
  const ruled = parts.filter((part) => rulingOfPart(part) !== null)
  const others = parts.filter((part) => rulingOfPart(part) === null)
  const titled = others.filter(({ heading }) => heading !== '')
  const lineOf = (part: Part): MinutesLine<Part> =>
    part.heading === ''
      ? { key: part.key, level: 0, heading: '', part }
      : { key: part.key, level: 1, heading: `${chineseNumber(titled.indexOf(part) + 1)}、${part.heading}`, part }
  const rulings = `${chineseNumber(titled.length + 1)}、关于本次会议议定事项`
  return [
    ...others.map(lineOf),
    ...(ruled.length > 0 ? [{ key: 'rulings', level: 1 as const, heading: rulings, part: null }] : []),
    ...ruled.map((part, index): MinutesLine<Part> => ({
      key: part.key,
      level: 2,
      heading: `（${chineseNumber(index + 1)}）${part.heading}`,
      part,
    })),
  ]
}

/** What the office wrote over a derived part; kept beside it. */
export type MinutesEdits = Readonly<Record<string, { heading?: string | undefined; text?: string | undefined }>>

const monthDay = (day: Day): string => {
  const [, month, date] = day.split('-')
  return `${Number(month)}月${Number(date)}日`
}
const fullDay = (day: Day): string => `${day.slice(0, 4)}年${monthDay(day)}`

/**
 * The minutes as the session wrote them: the opening, the last meeting's rulings, then each ruling with its lead and
 * date. Minutes are an official paper, so they are Chinese in every language. `edits` come over what is derived.
 */
export function writeMinutes(facts: MinutesFacts, edits: MinutesEdits = {}): MinutesPart[] {
  return [openingOf(facts), ...lastOf(facts), ...facts.rulings.map((ruling) => partOf(ruling, facts.heldOn))].map(
    (part) => ({
      ...part,
      heading: edits[part.key]?.heading ?? part.heading,
      text: edits[part.key]?.text ?? part.text,
    }),
  )
}

const openingOf = ({ heldOn, place, chair, unitCount }: MinutesFacts): MinutesPart => ({
  key: 'opening',
  heading: '',
  text:
    `${fullDay(heldOn)}，${chair === '' ? '' : `${chair}主持`}召开联席会议${place === '' ? '' : `（${place}）`}，` +
    `听取 ${unitCount} 家单位汇报年度任务推进情况和需要协调的困难，研究议定有关事项。纪要如下。`,
})

const lastOf = ({ last }: MinutesFacts): MinutesPart[] =>
  last === null
    ? []
    : [
        {
          key: 'last',
          heading: '关于上次会议议定事项',
          text:
            `上次会议议定 ${last.count} 项，已办结 ${last.doneCount} 项` +
            (last.count === last.doneCount ? '。' : `，其余 ${last.count - last.doneCount} 项继续督办。`),
        },
      ]

const partOf = (ruling: MinutesFacts['rulings'][number], heldOn: Day): MinutesPart => ({
  key: `ruling:${ruling.id}`,
  heading: `关于${ruling.about}`,
  text: wordsOf(ruling, heldOn),
})

/** A ruling that is still being written, as minutes will have it; what it lacks stands in brackets. */
export const draftWords = (
  ruling: { sentence: string; lead: string; supports: readonly string[]; dueOn: Day | null },
  heldOn: Day,
): string => {
  const { sentence, lead } = ruling
  return wordsOf({ ...ruling, sentence: unended(sentence) || '（议定事项）', lead: lead || '（牵头单位）' }, heldOn)
}

type Who = Pick<MinutesFacts['rulings'][number], 'sentence' | 'lead' | 'supports'>

/** A ruling in words: its sentence, then who does it and by when, as far as the sentence does not say so itself. */
function wordsOf(ruling: Who & { dueOn: Day | null }, heldOn: Day): string {
  const terms = [whoWords(ruling), dueWords(ruling, heldOn)].filter((one) => one !== '')
  return `会议议定：${unended(ruling.sentence)}。${terms.length === 0 ? '' : `${terms.join('，')}。`}`
}

/** Who does it, unless the sentence says so itself. */
const whoWords = ({ sentence, lead, supports }: Who): string => {
  if (sentence.includes('牵头')) return ''
  return `由${lead}牵头${supports.length === 0 ? '' : `，${supports.join('、')}配合`}`
}

const unended = (sentence: string): string => sentence.replace(/[。；，.;,\s]+$/u, '')

/** By when, unless the sentence says so itself. */
function dueWords({ sentence, dueOn }: { sentence: string; dueOn: Day | null }, heldOn: Day): string {
  if (dueOn === null) return '（时限）前办结'
  if (namesOf(dueOn).some((name) => name.test(sentence))) return ''
  return `${dueOn.slice(0, 4) === heldOn.slice(0, 4) ? monthDay(dueOn) : fullDay(dueOn)}前办结`
}

/** How a sentence may name a day: by month and day, or, of a month's or the year's last, as its end. */
function namesOf(day: Day): RegExp[] {
  const [year, month, date] = day.split('-').map(Number)
  const [last] = [new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()]
  return [
    new RegExp(`(?<!\\d)0?${month}\\s*月\\s*0?${date}\\s*日`),
    ...(date === last ? [new RegExp(`(?<!\\d)0?${month}\\s*月(?:底|末)`)] : []),
    ...(date === last && month === 12 ? [/年底|年末|年内/] : []),
  ]
}

/** Who was there: those whom nobody noted are taken as present unless they asked for leave. */
export function peopleOf({ members, observers }: MinutesFacts): MinutesPeople {
  const named = (people: MinutesFacts['members'], as: readonly Attendance[]) =>
    people
      .filter((one) => as.includes(one.as))
      .map(({ name, as: how, words }) => (how === 'standIn' && words !== '' ? `${name}（${words}代）` : name))
  return {
    present: named(members, ['present', 'late', 'standIn']),
    leave: named([...members, ...observers], ['leave']),
    absent: named([...members, ...observers], ['absent']),
    observers: named(observers, ['present', 'late', 'standIn']),
  }
}

/** How a unit answered circulated minutes. */
export const MINUTES_ANSWERS = ['commented', 'noComments', 'silent'] as const
export type MinutesAnswer = (typeof MINUTES_ANSWERS)[number]

/** Comments are open while minutes are circulated. Refuses `comment_closed`. */
export function ensureOpenForComments(state: MeetingState): void {
  if (state !== 'circulated') throw new Refusal('comment_closed')
}

/** How each unit answered: a comment says more than having none, whichever came last. */
export const answersOf = <Unit extends { id: string }>(
  units: readonly Unit[],
  said: readonly { id: string; isComment: boolean }[],
): { unit: Unit; answer: MinutesAnswer }[] =>
  units.map((unit) => {
    const own = said.filter(({ id }) => id === unit.id)
    const answer = own.some(({ isComment }) => isComment) ? 'commented' : own.length > 0 ? 'noComments' : 'silent'
    return { unit, answer }
  })

const ABOUT_MOST = 20
/** What a ruling is about where nothing names it: the beginning of its sentence, up to the first stop. */
export const aboutOf = (sentence: string): string => {
  const [first = ''] = sentence.split(/[，。；,;]/u)
  const letters = [...first]
  return letters.length <= ABOUT_MOST ? first : `${letters.slice(0, ABOUT_MOST).join('')}…`
}

/** What the meeting asks of each unit: what it leads, and what it delivers to others, by date. */
export type UnitAsk = {
  unitId: string
  rulingId: string
  number: number
  role: 'lead' | 'support'
  words: string
  dueOn: Day
}

/**
 * What rulings ask of each unit, by date and then by number; a support without words or date of its own has the
 * ruling’s.
 */
export function asksOf(
  rulings: readonly {
    id: string
    number: number
    sentence: string
    leadUnitId: string
    dueOn: Day
    supports: readonly { unitId: string; deliverable: string; dueOn: Day | null }[]
  }[],
): UnitAsk[] {
  return rulings
    .flatMap(({ id, number, sentence, leadUnitId, dueOn, supports }): UnitAsk[] => [
      { unitId: leadUnitId, rulingId: id, number, role: 'lead', words: sentence, dueOn },
      ...supports.map((support) => ({
        unitId: support.unitId,
        rulingId: id,
        number,
        role: 'support' as const,
        words: support.deliverable === '' ? sentence : support.deliverable,
        dueOn: support.dueOn ?? dueOn,
      })),
    ])
    .sort((a, b) => a.dueOn.localeCompare(b.dueOn) || a.number - b.number)
}
