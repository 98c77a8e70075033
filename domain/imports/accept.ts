import type { Candidate } from './candidate.ts'
import type { DocumentKind } from './draft.ts'
import { hasConcreteVerb, hasMeasure, isCheckable, isGeneralDuty, isPast, vagueVerb } from './duties.ts'
import { isCollective } from './names.ts'
import { evenWidth } from './width.ts'

/*
 * Which candidates are tasks. A bracket, a label or a table row that names somebody is one. A sentence that only
 * urges needs something to check. An item that names nobody is a task where the whole document names nobody.
 */

const isMarked = (candidate: Candidate) => candidate.who !== null && candidate.who.rule !== 'running_text'

function namesOne(candidate: Candidate): boolean {
  return (candidate.who?.lead ?? []).some((name) => !isCollective(evenWidth(name)))
}

function isTaskInRunningText(candidate: Candidate, even: string): boolean {
  if (isGeneralDuty(even) || isPast(even)) return false
  const dated = candidate.deadline?.deadline != null || candidate.deadline?.yearMissing === true
  if (candidate.charge === 'stated')
    return namesOne(candidate) ? isCheckable(even) || hasConcreteVerb(even) : hasMeasure(even) || dated
  if (!namesOne(candidate)) return hasMeasure(even) && (dated || hasConcreteVerb(even))
  const result = evenWidth(candidate.result ?? candidate.text)
  return (
    (hasMeasure(even) || dated || candidate.deadline?.ongoing === true || isCheckable(result)) && hasConcreteVerb(even)
  )
}

// Each of these happens once and can be seen.
const DONE_ONCE = /(?:建成|开工|竣工|启用|投入使用|通车|开通|出台|印发|设立|成立|完成|创建|启动)[^，。；]{3,}/

function isBareTask(candidate: Candidate, even: string): boolean {
  if (candidate.general || isGeneralDuty(even) || isPast(even)) return false
  if (hasMeasure(even)) return true
  if (DONE_ONCE.test(even)) return true
  return hasConcreteVerb(even) && isCheckable(even) && (vagueVerb(even) === null || even.length >= 14)
}

/** The candidates that are tasks, in the document's order. */
export function acceptTasks(candidates: readonly Candidate[], kind: DocumentKind): Candidate[] {
  if (kind === 'none') return []
  const marked = candidates.filter(isMarked).length
  const named = candidates.filter((candidate) => candidate.who !== null && candidate.charge === 'stated').length
  const bareCount = candidates.filter((candidate) => candidate.who === null && !candidate.general).length
  const inList = kind !== 'news' && kind !== 'minutes'
  // Where running words name bodies, an item beside them that names nobody needs a figure.
  const bare = !inList
    ? 'no'
    : named < Math.max(1, 0.3 * (named + bareCount))
      ? 'yes'
      : marked === 0
        ? 'measured'
        : 'no'
  return candidates.filter((candidate) => {
    const even = evenWidth(candidate.text)
    if (isMarked(candidate)) return true
    if (candidate.who !== null && !(candidate.general && candidate.charge === 'urged')) {
      if (inList && marked > 2 && candidate.charge === 'urged') return false
      return isTaskInRunningText(candidate, even)
    }
    return (
      bare !== 'no' && candidate.who === null && isBareTask(candidate, even) && (bare === 'yes' || hasMeasure(even))
    )
  })
}
