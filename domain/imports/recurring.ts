import { yearRange } from '../calendar/calendar.ts'
import { type Repeat, turnName, turnsIn } from '../tasks/turns.ts'
import type { Candidate } from './candidate.ts'
import type { DraftMilestone } from './draft.ts'
import type { TimeFrame } from './times.ts'
import { evenWidth } from '../width.ts'

// 每月, 按季度, 每半年, with what comes round behind it: 每季度召开1次, 每半年会商. Not 每月25日前报送 and not 每月新增.
const TURN =
  /(?:每|按|逐)(?:个)?(?<every>半年|季度?|月份?)(?:度)?(?:至少|不少于|不低于|定期|集中|分别|组织|召开|开展|举办|进行|实施|调度|通报|会商|巡查|检查|督查|排查|评估|分析|研究|发布|公布|更新|清理|演练|走访|监测|抽查|培训|考核|听取|推进|落实|[一二两三四五\d]+(?:次|场|期|轮|例))/
const REPEAT: Readonly<Record<string, Repeat>> = { 月: 'monthly', 季: 'quarterly', 半: 'halfYearly' }
/** Nothing but the turn: a ledger's 完成时限 says 每月. */
const ONLY_TURN =
  /^(?:每|按|逐)(?:个)?(?<every>半年|季度?|月份?)(?:度)?(?:持续|长期)?(?:推进|开展|坚持|进行|实施|一次|1次)?$/

/** How often the words say a duty comes round; null where they do not. */
export function repeatIn(words: string, deadlineText: string | null): Repeat | null {
  const found = TURN.exec(evenWidth(words)) ?? ONLY_TURN.exec(evenWidth(deadlineText ?? '').trim())
  return REPEAT[found?.groups?.['every']?.[0] ?? ''] ?? null
}

/**
 * The milestones of a recurring duty: one a turn of the plan year, from the document's own day on, up to its deadline
 * where it has one. None where stages with days of their own are named: the turn is then how they are followed.
 */
export function turnsOf(candidate: Candidate, title: string, frame: TimeFrame): DraftMilestone[] {
  const read = candidate.deadline
  if (frame.year === null || (read !== null && (read.stages.length > 1 || read.yearMissing))) return []
  const repeat = repeatIn(candidate.text, read?.deadlineText ?? null)
  if (repeat === null) return []
  const { startsOn } = yearRange(frame.year)
  const from = frame.on !== null && frame.on > startsOn ? frame.on : startsOn
  return turnsIn(frame.year, repeat, { from, until: read?.deadline ?? null }).map(({ number, dueOn }) => {
    const turn = turnName(repeat, number)
    return { title: `${title}（${turn}）`, dueOn, text: turn }
  })
}
