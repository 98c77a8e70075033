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

function isBareTask(candidate: Candidate, even: string): boolean {
  if (candidate.general || isGeneralDuty(even) || isPast(even)) return false
  if (hasMeasure(even)) return true
  return hasConcreteVerb(even) && isCheckable(even) && (vagueVerb(even) === null || even.length >= 14)
}

/** The candidates that are tasks, in the document's order. */
export function acceptTasks(candidates: readonly Candidate[], kind: DocumentKind): Candidate[] {
  if (kind === 'none') return []
  const marked = candidates.filter(isMarked).length
  const named = candidates.filter((candidate) => candidate.who !== null && candidate.charge === 'stated').length
  const bareCount = candidates.filter((candidate) => candidate.who === null && !candidate.general).length
  const allowBare = kind !== 'news' && kind !== 'minutes' && named < Math.max(1, 0.3 * (named + bareCount))
  return candidates.filter((candidate) => {
    const even = evenWidth(candidate.text)
    if (isMarked(candidate)) return true
    if (candidate.who !== null && !(candidate.general && candidate.charge === 'urged')) {
      const inList = kind !== 'news' && kind !== 'minutes'
      if (inList && marked > 2 && candidate.charge === 'urged') return false
      return isTaskInRunningText(candidate, even)
    }
    return allowBare && candidate.who === null && isBareTask(candidate, even)
  })
}
