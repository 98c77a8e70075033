import { SEPARATORS } from './ledgerPool.ts'

/** A sequence of numbers in 0…1 that a seed decides. */
export function chanceOf(seed: number): () => number {
  let state = (seed + 1) * 0x9e3779b1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const WHO = ['two columns', 'one column', 'said in the cell', 'marked in the cell', 'labels in the cell'] as const
const GROUPS = ['none', 'section rows', 'merged column', 'first row only', 'a sheet each', 'two levels'] as const
const AGAIN = ['written out', 'merged', 'ditto'] as const
const HEADERS = ['one row', 'two rows', 'repeated', 'two rows, merged upright'] as const

const NUMBERS: readonly ((n: number) => string)[] = [
  (n) => String(n),
  (n) => String(n).padStart(2, '0'),
  (n) => `${n}、`,
  (n) => `（${n}）`,
  (n) => `${n}.0`,
  (n) => `1-${n}`,
]

/** How a ledger is messy. */
export interface Traits {
  readonly seed: number
  readonly who: (typeof WHO)[number]
  readonly groups: (typeof GROUPS)[number]
  readonly header: (typeof HEADERS)[number]
  readonly separator: string
  readonly titleRows: number
  readonly fromColumn: number
  readonly blankRows: boolean
  readonly notes: boolean
  readonly totals: boolean
  readonly wraps: boolean
  readonly restarts: boolean
  readonly sharedLeader: boolean
  readonly target: boolean
  readonly person: boolean
  readonly phone: boolean
  readonly progress: boolean
  readonly remark: boolean
  readonly money: boolean
  readonly leadersFirst: boolean
  /** How a row says that it has the same units and day as the one above. */
  readonly again: (typeof AGAIN)[number]
  /** The quarters have columns of their own instead of one for the day. */
  readonly stages: boolean
  /** 责任单位及责任人: the person stands behind the units. */
  readonly personBehind: boolean
  readonly number: (n: number) => string
  readonly numberless: boolean
  /** A sheet of sums and one of telephone numbers beside the ledger. */
  readonly otherSheets: boolean
}

/** The traits of a seed: the first five come round in turn, so that all are met; the others fall as they may. */
export function traitsOf(seed: number): Traits {
  const chance = chanceOf(seed * 7919)
  const turn = <T>(list: readonly T[], step: number): T => list[Math.floor(seed / step) % list.length] as T
  const flip = () => chance() < 0.5
  return {
    seed,
    who: turn(WHO, 1),
    groups: turn(GROUPS, 2),
    header: turn(HEADERS, 3),
    separator: turn(SEPARATORS, 1),
    titleRows: seed % 4,
    fromColumn: seed % 7 === 3 ? 2 : seed % 7 === 5 ? 1 : 0,
    blankRows: flip(),
    notes: flip(),
    totals: flip(),
    wraps: flip(),
    restarts: flip(),
    sharedLeader: flip(),
    target: flip(),
    person: flip(),
    phone: flip(),
    progress: flip(),
    remark: flip(),
    money: flip(),
    leadersFirst: flip(),
    again: turn(AGAIN, 1),
    stages: seed % 8 === 6,
    personBehind: seed % 11 === 6,
    number: turn(NUMBERS, 1),
    numberless: seed % 13 === 7,
    otherSheets: seed % 5 === 2,
  }
}
