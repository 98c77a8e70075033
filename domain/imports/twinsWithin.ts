import type { Draft, Doubt } from './draft.ts'
import { indexTasks, meaningOf, sameWords } from './similar.ts'
import { twinDifferences } from './twin.ts'
import { upTo } from '../wholeSigns.ts'

/** Above so many rows only the very same words are found: a ledger as long as that is a list of like things. */
const MOST_COMPARED = 1500
/** Within a document rows stand beside each other and share much; what is asked about must share nearly all. */
const LEAST_WITHIN = 0.85

/** Marks drafts that the document says twice, in the same words or nearly; the later one points at the earlier by its index. */
export function markTwins(drafts: readonly Draft[]): Draft[] {
  const like = drafts.length <= MOST_COMPARED ? nearlySame(drafts) : () => null
  const seen = new Map<string, number>()
  return drafts.map((draft, index) => {
    const key = sameWords(draft.text)
    const first = seen.get(key)
    if (first === undefined) seen.set(key, index)
    const twin = first === undefined ? like(index) : same(first)
    return twin ? { ...draft, doubts: [...draft.doubts, twin] } : draft
  })
}

const same = (index: number): Doubt => ({ field: 'text', code: 'same_in_document', facts: { index } })

/** Whether each says a word where the other says another: 甲片区, 乙片区. More words on one side alone swap nothing. */
function isSwapped(a: string, b: string): boolean {
  const left = [...meaningOf(b)]
  const onlyHere = [...meaningOf(a)].filter((char) => {
    const at = left.indexOf(char)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  return onlyHere.length > 0 && left.length > 0
}

function nearlySame(drafts: readonly Draft[]): (index: number) => Doubt | null {
  const index = indexTasks(drafts.map(({ text }, at) => ({ id: String(at), text })))
  return (at) => {
    const text = drafts[at]?.text ?? ''
    const found = index
      .find(text, 4)
      .find(
        ({ id, score }) => Number(id) < at && score >= LEAST_WITHIN && !isSwapped(text, drafts[Number(id)]?.text ?? ''),
      )
    if (!found) return null
    const earlier = Number(found.id)
    const facts = { index: earlier, score: Math.round(found.score * 100) }
    const differs = differencesSaid(text, drafts[earlier]?.text ?? '')
    return { field: 'text', code: 'same_in_document', facts: { ...facts, ...differs } }
  }
}

/** What differs, as facts of a doubt: what is not there is left out. */
export function differencesSaid(here: string, there: string): Record<string, string> {
  const { numbers, onlyHere, onlyThere } = twinDifferences(here, there)
  const said = { numbers, here: onlyHere, there: onlyThere }
  return Object.fromEntries(
    Object.entries(said).flatMap(([name, words]) => (words.length > 0 ? [[name, upTo(words.join('；'), 200)]] : [])),
  )
}
