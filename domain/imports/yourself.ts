import { evenWidth } from '../width.ts'
import { addressed } from './addressed.ts'
import type { Candidate } from './candidate.ts'
import type { SourceLine } from './source.ts'

const YOU = /^由?[你贵](?:单位|局|委|办|厅|镇|乡|街道|公司|中心|院|校)$/

/** 平阳县住建局：, alone on a line: the one unit that a paper speaks to; null where there are several or none. */
function addresseeOf(lines: readonly SourceLine[]): string | null {
  const named = lines.flatMap(({ text }) => {
    const even = evenWidth(text).trim()
    return even.endsWith('：') && !even.includes('、') && addressed(even) ? [even.slice(0, -1)] : []
  })
  return named.length === 1 ? (named[0] ?? null) : null
}

/** Candidates that charge 你局 charge whom the paper is written to. */
export function meaningThemselves(candidates: readonly Candidate[], lines: readonly SourceLine[]): Candidate[] {
  const addressee = addresseeOf(lines)
  const nameOf = (name: string) => (addressee !== null && YOU.test(name) ? addressee : name)
  return candidates.map((candidate) =>
    candidate.who === null
      ? candidate
      : {
          ...candidate,
          who: {
            ...candidate.who,
            lead: candidate.who.lead.map(nameOf),
            supporting: candidate.who.supporting.map(nameOf),
          },
        },
  )
}
