import { tellApart } from './tellApart.ts'
import { evenWidth } from '../width.ts'

/*
 * The same task twice, found by the words that carry meaning. Precision first: what is shown as a likely duplicate
 * should be one. Measured over pairs of neighbouring characters, with figures and set phrases left out.
 */

const EMPTY_WORDS =
  /(?:进一步|积极|大力|全面|切实|着力|扎实|加快|持续|深入|不断|完成|推进|推动|开展|实施|组织|加强|确保|力争|实现|达到|以上|左右|以内|不少于|不低于|全[市区县镇年]|[市区县]级|工作|任务|项目|建设|新增|新建|建成|改造|提升|做好|年底前|月底前)/g
const COUNT =
  /\d[\d,.]* ?[万亿千百]?(?:余|多)?(?:个百分点|平方米|公里|公顷|人次|万元|亿元|[个家户人名场次项件座处条所套台辆米亩吨元床张间口部例批期班门类种头只株棵栋幢片倍位天盏份册组%])?/g
const KEEP = /[^\u4e00-\u9fffA-Za-z]/g

/** The words alone, for finding the very same text: no blanks, no marks. */
export const sameWords = (text: string): string => evenWidth(text).replace(/[\s，。；：、！？“”（）〔〕《》.,;:]/g, '')

/** The words that carry a task's meaning: without figures, marks and set phrases. */
export const meaningOf = (text: string): string =>
  evenWidth(text).replace(COUNT, '').replace(KEEP, '').replace(EMPTY_WORDS, '')

function bigramsOf(text: string): Set<string> {
  const pairs = new Set<string>()
  for (let i = 0; i + 1 < text.length; i++) pairs.add(text.slice(i, i + 2))
  return pairs
}

export interface KnownTask {
  readonly id: string
  readonly text: string
}

interface SimilarTask {
  readonly id: string
  /** 0 to 1; 1 means the same meaning-bearing words. */
  readonly score: number
}

export interface SimilarityIndex {
  /** Tasks like this text, best first, at most `limit` (3). */
  readonly find: (text: string, limit?: number) => SimilarTask[]
}

const LEAST = 0.6
/** Of so many of the best it is asked whether they are something else; a list of like things is not searched to its end. */
const MOST_TOLD_APART = 20

/** An index over known tasks: built once, asked for each draft. 100 drafts against 10,000 tasks take well under a second. */
export function indexTasks(tasks: readonly KnownTask[]): SimilarityIndex {
  const pairsOf = tasks.map((task) => bigramsOf(meaningOf(task.text)))
  const postings = new Map<string, number[]>()
  for (const [at, pairs] of pairsOf.entries()) {
    for (const pair of pairs) {
      const list = postings.get(pair)
      if (list) list.push(at)
      else postings.set(pair, [at])
    }
  }
  // A pair that every tenth task has says nothing.
  const common = Math.max(50, tasks.length / 10)
  const weightOf = (pair: string) => {
    const count = postings.get(pair)?.length ?? 0
    return count > common ? 0 : Math.log2(1 + (tasks.length + 8) / (count + 1))
  }
  const weights = pairsOf.map((pairs) => sum(pairs, weightOf))
  return {
    find: (text, limit = 3) => {
      const pairs = bigramsOf(meaningOf(text))
      const own = sum(pairs, weightOf)
      if (pairs.size < 3 || own === 0) return []
      const shared = new Map<number, number>()
      for (const pair of pairs) {
        const weight = weightOf(pair)
        if (weight > 0) for (const at of postings.get(pair) ?? []) shared.set(at, (shared.get(at) ?? 0) + weight)
      }
      const best = [...shared]
        .map(([at, weight]) => ({ at, score: (2 * weight) / (own + (weights[at] ?? 0)) }))
        .filter(({ score }) => score >= LEAST)
        .sort((a, b) => b.score - a.score)
      const found: SimilarTask[] = []
      // The best first, and no more than are asked for: telling apart is what costs.
      for (const { at, score } of best.slice(0, MOST_TOLD_APART)) {
        const task = tasks[at]
        if (found.length >= limit) break
        if (task && !tellApart(text, task.text)) found.push({ id: task.id, score: Number(score.toFixed(3)) })
      }
      return found
    },
  }
}

function sum(pairs: ReadonlySet<string>, weightOf: (pair: string) => number): number {
  let total = 0
  for (const pair of pairs) total += weightOf(pair)
  return total
}
