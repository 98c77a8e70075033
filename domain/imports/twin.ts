import { readIndicators } from '../targets/indicators.ts'
import { cutAt, pageOf } from './page.ts'
import { sameWords } from './similar.ts'

/** What tells two tasks that are alike from one another: their numbers, and the clauses that only one of them has. */
export interface TwinDifferences {
  /** `12个 → 15个` for every unit in which both count and not the same. */
  readonly numbers: readonly string[]
  readonly onlyHere: readonly string[]
  readonly onlyThere: readonly string[]
}

const clausesOf = (text: string): string[] =>
  cutAt(pageOf(text), { start: 0, end: text.length }, /[，。；：]/).map(({ start, end }) =>
    text.slice(start, end).trim(),
  )

const pairsOf = (text: string): Set<string> => {
  const words = sameWords(text).replace(/\d+(?:\.\d+)?/g, '')
  return new Set(Array.from({ length: Math.max(0, words.length - 1) }, (_, at) => words.slice(at, at + 2)))
}

/** Clauses of which less than half stands in the other text. */
function missingFrom(other: string, text: string): string[] {
  const known = pairsOf(other)
  return clausesOf(text).filter((clause) => {
    const pairs = [...pairsOf(clause)]
    return pairs.length > 1 && pairs.filter((pair) => known.has(pair)).length < pairs.length / 2
  })
}

function numbersOf(here: string, there: string): string[] {
  const others = readIndicators(there)
  const used = new Set<number>()
  return readIndicators(here).flatMap(({ unit, value }) => {
    const at = others.findIndex((other, index) => other.unit === unit && !used.has(index))
    const other = others[at]
    if (!other) return []
    used.add(at)
    return other.value === value ? [] : [`${other.value}${unit} → ${value}${unit}`]
  })
}

/** What a task says otherwise than one that is like it (`there`). */
export const twinDifferences = (here: string, there: string): TwinDifferences => ({
  numbers: numbersOf(here, there),
  onlyHere: missingFrom(there, here),
  onlyThere: missingFrom(here, there),
})
