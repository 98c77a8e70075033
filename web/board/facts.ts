import type { BoardView } from '#domain/board/board.contract.ts'
import { compareLights } from '#domain/lights/light.ts'
import { emptyTally, type Tally } from '#domain/rates/board.ts'

/** What the board is drawn from. */
export type BoardFacts = Pick<BoardView, 'units' | 'pillars' | 'cells' | 'unitTallies' | 'pillarTallies' | 'total'>
type BoardUnit = BoardFacts['units'][number]
export type BoardPillar = BoardFacts['pillars'][number]

/** A crossing, or a unit's whole line where `pillarId` is null. */
export type Place = { unitId: string; pillarId: string | null }

const HAN_EM = 12
const LATIN_EM = 7

/** Pixels that a name takes when it is set from top to bottom. */
const lengthDown = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (/\p{Script=Han}|…/u.test(letter) ? HAN_EM : LATIN_EM), 2)

/** As much of a group's name as stands in so many pixels from top to bottom, with a mark where its end is left out. */
export function nameDown(name: string, pixels: number): string {
  if (lengthDown(name) <= pixels) return name
  const letters = [...name]
  const count = letters.filter((_, at) => lengthDown(`${letters.slice(0, at + 1).join('')}…`) <= pixels).length
  return `${letters
    .slice(0, count)
    .join('')
    .replace(/[\p{P}\s]+$/u, '')}…`
}

/** A figure at the board's edge: which tasks of which unit or pillar it counts. All units where neither is given. */
export type Figure = { unitId?: string; pillarId?: string; of: 'tasks' | 'red' | 'yellow' | 'attainment' }

/** Official order is by place and never moves; the other is a look, not remembered. */
export type BoardOrder = 'official' | 'worst'

/** Finds tallies by place. */
export type BoardIndex = {
  cell: (unitId: string, pillarId: string) => Tally | undefined
  unit: (unitId: string) => Tally
  pillar: (pillarId: string) => Tally
}

export function indexBoard(facts: BoardFacts): BoardIndex {
  const cells = new Map(facts.cells.map((cell) => [`${cell.unitId} ${cell.pillarId}`, cell]))
  const units = new Map(facts.unitTallies.map((tally) => [tally.unitId, tally]))
  const pillars = new Map(facts.pillarTallies.map((tally) => [tally.pillarId, tally]))
  const none = emptyTally()
  return {
    cell: (unitId, pillarId) => cells.get(`${unitId} ${pillarId}`),
    unit: (unitId) => units.get(unitId) ?? none,
    pillar: (pillarId) => pillars.get(pillarId) ?? none,
  }
}

/** One line of the board; the first of a group says how many lines the group has, the others say 0. */
export type BoardLine = { unit: BoardUnit; opensGroup: boolean }

const byWorst = (index: BoardIndex) => (a: BoardUnit, b: BoardUnit) => {
  const [left, right] = [index.unit(a.id), index.unit(b.id)]
  return (
    compareLights(left.light, right.light) ||
    right.lightCounts.red - left.lightCounts.red ||
    right.lightCounts.yellow - left.lightCounts.yellow
  )
}

/** The lines in the order asked for. Sorted by worst light there are no groups. */
export function arrangeLines(facts: BoardFacts, index: BoardIndex, order: BoardOrder): BoardLine[] {
  if (order === 'worst') return [...facts.units].sort(byWorst(index)).map((unit) => ({ unit, opensGroup: false }))
  return facts.units.map((unit, row) => ({ unit, opensGroup: unit.groupName !== facts.units[row - 1]?.groupName }))
}

/** How many of the lines from `row` on, and before `to`, belong to one group. */
export function groupSpan(lines: readonly BoardLine[], row: number, to: number): number {
  let end = row + 1
  while (end < to && lines[end]?.opensGroup === false) end += 1
  return end - row
}

const STAR_ROWS = 6

/** A few empty crossings carry a star point to help the eye along; it has no meaning. */
export const isStar = (row: number, pillar: number, pillarCount: number): boolean =>
  row % STAR_ROWS === 3 && [1, Math.floor((pillarCount - 1) / 2), pillarCount - 2].includes(pillar)

/** 工业强区 → 工业, 强区: the places where a pillar's name may break in a narrow column. */
export function nameParts(name: string): string[] {
  if (!/^\p{Script=Han}{4,8}$/u.test(name)) return [name]
  const half = Math.ceil(name.length / 2)
  return [name.slice(0, half), name.slice(half)]
}
