import type { Candidate } from './candidate.ts'
import type { DocumentHead } from './documentHead.ts'
import { hasMeasure, isCheckable } from '../targets/checkable.ts'
import { hasConcreteVerb, isGeneralDuty, isPast } from './duties.ts'
import { isCollective } from './names.ts'
import { evenWidth } from '../width.ts'

/*
 * Which candidates are tasks. A bracket, a label or a table row that names somebody is one. A sentence that only
 * urges needs something to check. An item that names nobody is a task where the whole document names nobody.
 */

const isMarked = (candidate: Candidate) => candidate.who !== null && candidate.who.rule !== 'running_text'

/** A bracket or a label gives it a date, though nobody: it was meant as a task. */
const isTimed = ({ deadline, deadlineRule }: Candidate) => deadline !== null && deadlineRule !== 'date_in_sentence'

const namesOne = (candidate: Candidate): boolean =>
  (candidate.who?.lead ?? []).some((name) => !isCollective(evenWidth(name)))

// 请各单位于3月10日前报送方案: what everybody sends in is not the work itself.
const FILING =
  /(?:请|各|有关|相关)[^，。；]{0,24}(?:前|内|日)[^，。；]{0,30}(?:报|报送|上报|反馈|报至|发至|送至|报到)(?:[^，。；]{0,24})(?:[，。；]|$)/

const isFiling = (candidate: Candidate, even: string) =>
  !namesOne(candidate) && FILING.test(even) && !hasMeasure(even.replace(FILING, ''))

function isTaskInRunningText(candidate: Candidate, even: string): boolean {
  if (GROUPS.test(even)) return false
  const dated = candidate.deadline?.deadline != null || candidate.deadline?.yearMissing === true
  if (isFiling(candidate, even)) return false
  if ((isGeneralDuty(even) && !(dated && namesOne(candidate))) || isPast(even)) return false
  if (candidate.charge === 'stated') {
    return namesOne(candidate) ? isCheckable(even) || hasConcreteVerb(even) || dated : hasMeasure(even) || dated
  }
  if (!namesOne(candidate)) return hasMeasure(even) && (dated || hasConcreteVerb(even))
  const result = evenWidth(candidate.result ?? candidate.text)
  if (hasMeasure(even)) return true
  return (dated || candidate.deadline?.ongoing === true || isCheckable(result)) && hasConcreteVerb(even)
}

// Each of these happens once and can be seen.
const DONE_ONCE = /(?:建成|开工|竣工|启用|投入使用|通车|开通|出台|印发|设立|成立|完成|创建|启动)[^，。；]{3,}/
const RESULT =
  /(?:制定|编制|修订|建立|健全|完善|搭建|开展|举办|组织|实施|推行|打造|建设|推出)[^，。；]{0,24}(?:方案|办法|细则|规划|清单|台账|目录|名录|制度|机制|平台|系统|行动|活动|培训|演练|试点|整治|排查|普查|评估|比赛|论坛|品牌|体系|基地|园区|道路|公园|医院|学校|大桥|工程|项目)|《[^》]+》/

// 十件民生实事推进情况: what is looked at, not what is to be done.
const LOOKED_AT =
  /(?:完成|推进|落实|进展|建设|执行|办理|开展|实施|整改|管理|使用|运行|履行|履职|工作)的?(?:进度|情况)[。；]?$/

function isBareTask(candidate: Candidate, even: string): boolean {
  if (LOOKED_AT.test(even) && !/，/.test(even)) return false
  if (candidate.general || isGeneralDuty(even) || isPast(even)) return false
  if (candidate.deadline?.deadline != null && hasConcreteVerb(even)) return true
  // Behind the item's own heading: 深化移风易俗。持续推进乡风文明建设 has no result.
  return hasMeasure(even) || DONE_ONCE.test(even) || RESULT.test(even.replace(/^[^。]{0,14}。(?=.)/, ''))
}

// Beside items that name somebody, the figures of 一、年度目标 are what those items add up to.
const isMeasuredItem = (candidate: Candidate, even: string) =>
  hasMeasure(even) &&
  !/^[\u4e00-\u9fff]{0,4}目标(?:任务)?：/.test(even) &&
  !candidate.sectionPath.some((heading) => /目标(?:任务)?$/.test(heading))

// 第一组由区政府办牵头，负责督查东片区6个镇: who goes where is the inspection's own order.
const GROUPS = /(?:^|[：。；])第[一二三四五六七八九十\d]+(?:督查|检查|督导|考核|巡查|工作|专项|小)*组(?:由|：|，)/

type Bare = 'none' | 'measured' | 'all'

/** Which items that name nobody count: all where the document names nobody, those with figures beside running words. */
function bareOf(candidates: readonly Candidate[]): Bare {
  const named = candidates.filter((candidate) => candidate.who !== null && candidate.charge === 'stated').length
  const unnamed = candidates.filter((candidate) => candidate.who === null && !candidate.general).length
  if (named < Math.max(1, 0.3 * (named + unnamed))) return 'all'
  return candidates.some(isMarked) ? 'none' : 'measured'
}

/** The candidates that are tasks, in the document's order. */
export function acceptTasks(
  candidates: readonly Candidate[],
  { kind, planLike }: Pick<DocumentHead, 'kind' | 'planLike'>,
): Candidate[] {
  if (kind === 'none') return []
  const spoken = kind === 'news' || kind === 'minutes'
  const bare = spoken || !planLike ? 'none' : bareOf(candidates)
  const marked = candidates.filter(isMarked).length
  return candidates.filter((candidate) => {
    const even = evenWidth(candidate.text)
    if (isMarked(candidate)) return true
    if (candidate.who !== null) {
      const urged = candidate.charge === 'urged'
      if (urged && (candidate.general || (!spoken && marked > 2))) return false
      return isTaskInRunningText(candidate, even)
    }
    if (isTimed(candidate) && !spoken && planLike) return isBareTask(candidate, even)
    if (spoken) return candidate.charge === 'urged' && !isGeneralDuty(even)
    if (bare === 'none' || !isBareTask(candidate, even)) return false
    return bare === 'all' || isMeasuredItem(candidate, even)
  })
}
