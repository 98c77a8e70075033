import {
  type ColumnKind,
  DAYS,
  DUTIES,
  LEADERS,
  NAMES,
  PEOPLE,
  TOGETHER,
  UNCLEAR_DAYS,
  UNITS,
  type Written,
} from './ledgerPool.ts'
import { type Drawn, type LedgerSheet, sheetOf } from './ledgerLayout.ts'
import { chanceOf, type Traits, traitsOf } from './ledgerTraits.ts'

/*
 * Messy ledgers with known truth. The same seed gives the same ledger. Every trait of `traitsOf` comes up within sixty
 * seeds, each beside others.
 */

/** What a careful officer reads in one row; `doubts` are those that must wait for a person. */
export interface TrueRow {
  readonly text: string
  readonly lead: readonly string[]
  readonly supporting: readonly string[]
  readonly leaders: readonly string[]
  readonly deadline: string | null
  readonly ongoing: boolean
  readonly doubts: readonly string[]
}

export interface Ledger {
  readonly traits: Traits
  readonly sheets: readonly LedgerSheet[]
  readonly truth: readonly TrueRow[]
}

const OTHERS: readonly LedgerSheet[] = [
  {
    name: '汇总',
    rows: [
      ['单位', '任务数', '已完成', '完成率'],
      ['区工信局', '6', '2', '33%'],
      ['区住建局', '5', '1', '20%'],
    ],
    merges: [],
  },
  {
    name: '联系表',
    rows: [
      ['序号', '单位', '联系人', '联系电话'],
      ['1', '区工信局', '李明', '66001001'],
      ['2', '区住建局', '王芳', '66001002'],
    ],
    merges: [],
  },
]

/** A ledger of about sixteen tasks. */
export function ledgerOf(seed: number): Ledger {
  const traits = traitsOf(seed)
  const chance = chanceOf(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T
  const columns = columnsOf(traits)
  const names = new Map<ColumnKind, string>(columns.map((kind) => [kind, pick(NAMES[kind])]))
  if (traits.personBehind) names.set('owner', '责任单位及责任人')
  const drawn = drawRows(traits, pick, chance)
  const groups = [...new Set(drawn.map(({ group }) => group))]
  const parts =
    traits.groups === 'a sheet each'
      ? groups.map((group) => ({ name: group, rows: drawn.filter((row) => row.group === group) }))
      : [{ name: '台账', rows: drawn }]
  const own = parts.map(({ name, rows }) => sheetOf(name, rows, { traits, columns, names }))
  const sheets = traits.otherSheets ? [...own, ...OTHERS] : own
  return { traits, sheets, truth: parts.flatMap(({ rows }) => rows.map((row) => truthOf(row, traits))) }
}

const STAGES: readonly ColumnKind[] = ['quarter1', 'quarter2', 'quarter3', 'quarter4']

function columnsOf(traits: Traits): ColumnKind[] {
  const who: ColumnKind[] = traits.who === 'two columns' ? ['lead', 'support'] : ['owner']
  const grouped = traits.groups === 'merged column' || traits.groups === 'first row only'
  const people: ColumnKind[] = [
    ...(traits.person ? (['person'] as const) : []),
    ...(traits.phone ? (['phone'] as const) : []),
  ]
  return [
    ...(traits.numberless ? [] : (['number'] as const)),
    ...(grouped ? (['pillar'] as const) : []),
    'task',
    ...(traits.target ? (['target'] as const) : []),
    ...(traits.money ? (['money'] as const) : []),
    ...(traits.leadersFirst ? (['leader'] as const) : []),
    ...who,
    ...(traits.leadersFirst ? [] : (['leader'] as const)),
    ...people,
    ...(traits.stages ? STAGES : (['deadline'] as const)),
    ...(traits.progress ? (['progress'] as const) : []),
    ...(traits.remark ? (['remark'] as const) : []),
  ]
}

function drawRows(traits: Traits, pick: <T>(list: readonly T[]) => T, chance: () => number): Drawn[] {
  const start = Math.floor(chance() * 4)
  const duties = DUTIES.filter((_, at) => (at + start) % 5 !== 0)
  let leader = pick(LEADERS)
  let group = ''
  let before: Drawn | null = null
  return duties.map(([of, task, target], at) => {
    if (of !== group || !traits.sharedLeader) leader = pick(LEADERS)
    const again: boolean = before !== null && of === group && at % 4 === 2 && before.doubts.length === 0
    group = of
    const [first = '', second = '', third = ''] = shuffled(UNITS, chance)
    const unclear = at % 8 === 5
    const day = unclear ? pick(UNCLEAR_DAYS) : (DAYS[(at * 5 + traits.seed * 3) % DAYS.length] as Written)
    const who = whoOf(traits, at, [first, second, third], pick(TOGETHER))
    const late = unclear && 'code' in day ? [String(day.code)] : []
    const fresh: Drawn = {
      group,
      task,
      target,
      ...who,
      leader,
      person: pick(PEOPLE),
      day,
      doubts: [...who.doubts, ...late],
      again,
    }
    before = again && before ? { ...before, task, target, leader, again } : fresh
    return before
  })
}

/** Mostly one that leads and some that support; sometimes nobody, two that lead, or all of them together. */
function whoOf({ who }: Traits, at: number, [first, second, third]: readonly [string, string, string], all: string) {
  if (at % 9 === 4) return { lead: [], supporting: [], doubts: ['no_lead'] }
  if (at % 9 === 7) return { lead: [all], supporting: [], doubts: ['collective_lead'] }
  if (at % 9 === 8 && who === 'two columns')
    return { lead: [first, second], supporting: [third], doubts: ['several_leads'] }
  if (at % 3 === 0) return { lead: [first], supporting: [], doubts: [] }
  return { lead: [first], supporting: at % 2 === 0 ? [second, third] : [second, all], doubts: [] }
}

const shuffled = (list: readonly string[], chance: () => number): string[] =>
  list
    .map((name) => ({ name, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ name }) => name)

function truthOf(row: Drawn, { stages }: Traits): TrueRow {
  const quarter = row.day.on === null ? 0 : Math.ceil(Number(row.day.on.slice(5, 7)) / 3)
  const ends = ['', '2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31']
  const unclear = ['no_date', 'vague_date', 'unread_cell']
  const { task: text, lead, supporting, leader, day } = row
  const read = { text, lead, supporting, leaders: [leader] }
  if (!stages) return { ...read, deadline: day.on, ongoing: day.ongoing ?? false, doubts: row.doubts }
  const doubts = row.doubts.filter((code) => !unclear.includes(code))
  const deadline = ends[quarter] || null
  return { ...read, deadline, ongoing: false, doubts: deadline ? doubts : [...doubts, 'no_date'] }
}
