import type { Draft } from '../draft.ts'
import type { TrueRow } from './ledgers.ts'

const bare = (words: string) => words.replace(/[\s\p{P}]/gu, '')
const asLine = (row: Pick<TrueRow, 'lead' | 'supporting' | 'leaders' | 'deadline' | 'ongoing'>) =>
  [
    row.lead.join('、'),
    [...row.supporting].sort().join('、'),
    row.leaders.join('、'),
    row.deadline ?? (row.ongoing ? '∞' : '-'),
  ].join(' | ')

/** How the drafts of a ledger stand against what it says. */
export interface LedgerScore {
  readonly right: number
  readonly wrong: readonly string[]
  /** Drafts that are no row. */
  readonly extra: readonly string[]
  /** Unclear cells that were not queued. */
  readonly unasked: readonly string[]
}

export function differencesFrom(truth: readonly TrueRow[], drafts: readonly Draft[]): LedgerScore {
  const left = [...drafts]
  const wrong: string[] = []
  const unasked: string[] = []
  let right = 0
  for (const row of truth) {
    const at = left.findIndex(({ text }) => bare(text).includes(bare(row.text)))
    const [draft] = at < 0 ? [] : left.splice(at, 1)
    if (!draft) {
      wrong.push(`${row.text} is missing`)
      continue
    }
    if (asLine(draft) === asLine(row)) right++
    else wrong.push(`${row.text}: ${asLine(row)} read as ${asLine(draft)}`)
    const asked = new Set<string>(draft.doubts.map(({ code }) => code))
    for (const code of row.doubts) if (!asked.has(code)) unasked.push(`${row.text}: ${code}`)
  }
  return { right, wrong, extra: left.map(({ text }) => text), unasked }
}
