import type { Outcome } from './run.ts'

/** So many of the lines that are lost or doubled are shown. */
const SHOWN = 20

/** What an outcome comes to: whether all is right, the lines to read, and the figures of the last line. */
export function verdictOf({ faults, traffic, clocks, expected, differences, journal, endedInOrder }: Outcome) {
  const every = Object.values(differences)
  const lost = every.flatMap((difference) => difference.lost)
  const doubled = every.flatMap((difference) => difference.doubled)
  const isChained = journal.brokenAt === null && journal.unsealed === 0 && journal.sealed === expected.journal
  const isRight =
    lost.length + doubled.length + traffic.unexpected + traffic.refused.length === 0 && isChained && endedInOrder
  const { acknowledged, sentAgain, unexpected, refused } = traffic
  const wrong = ({ lost: gone, doubled: twice }: (typeof every)[number]) => gone.length + twice.length
  return {
    isRight,
    lines: [
      ...lost.slice(0, SHOWN).map((line) => `lost: ${line}`),
      ...doubled.slice(0, SHOWN).map((line) => `doubled or not due: ${line}`),
      ...refused.slice(0, SHOWN).map((line) => `refused: ${line}`),
      `${acknowledged} changes acknowledged (${sentAgain} requests sent again); ${lost.length} lost, ${doubled.length} doubled`,
      `${clocks} clocks, ${expected.messages} messages and ${expected.letters} letters: ${wrong(differences.clocks)}, ${wrong(differences.messages)} and ${wrong(differences.letters)} wrong`,
      `journal: ${chainOf(journal, expected.journal)}`,
    ],
    figures: {
      right: isRight,
      faults,
      acknowledged,
      sentAgain,
      unexpected,
      refused: refused.length,
      lost: lost.length,
      doubled: doubled.length,
      expected,
      wrong: {
        changes: wrong(differences.changes),
        clocks: wrong(differences.clocks),
        journal: wrong(differences.journal),
        messages: wrong(differences.messages),
        letters: wrong(differences.letters),
      },
      clocks,
      journal,
      endedInOrder,
    },
  }
}

const chainOf = ({ sealed, unsealed, brokenAt }: Outcome['journal'], due: number): string => {
  if (brokenAt !== null) return `the chain breaks at ${brokenAt}`
  if (unsealed > 0) return `${unsealed} entries are outside the chain`
  return sealed === due ? `the chain of ${sealed} entries holds` : `${sealed} entries where ${due} are due`
}
