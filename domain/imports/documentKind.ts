import type { DocumentKind } from './draft.ts'
import type { Sketch } from './sketch.ts'
import { evenWidth } from '../width.ts'

const NO_TASKS =
  /(?:联席会议|会议|工作|管理)制度(?:的通知)?$|(?:管理|暂行|奖励|考核|评价)办法|(?:工作|议事)规则|实施细则|章程|条例|解读|分工的通知$|领导.{0,6}(?:同志)?(?:工作)?分工|工作总结|完成情况|进展情况|落实情况(?:的)?(?:通报|报告|汇报)?|情况(?:的)?(?:通报|报告|汇报|公示)|述职|自评|自查|公示$|主要职责|机构设置|机构职能|权力清单|下放|招聘|任免|任职|人事|答复|起草说明|政策问答|一图读懂|图解|讲话|致辞|公报|公开说明|预算|决算|公告|值班|招标|中标|采购|名单公布|简介|放假|工作动态|要闻|快讯|名单的通知|成立.{0,30}(?:领导小组|委员会)的通知/

// …重点工作完成情况的通报, whatever it is about; a list with a column of progress ends otherwise.
// Where to be and when, and what holds from now on.
const CALLS_OR_RULES =
  /(?:召开|举办|举行|组织开展|参加).{0,40}(?:会|会议|培训班|培训|讲座|论坛|大赛|比赛|活动|仪式)的(?:紧急|预备|补充|预)?通知$|(?:规定|规程|守则|公约|须知|指南|章程|通告|启事|感谢信|倡议书|公开信|贺信|慰问信|悼词|简历|标语)$/

const TELLS_WHAT_WAS_DONE = /(?:完成|进展|落实|推进|执行|办理)情况(?:的)?(?:通报|报告|汇报|公示)$/

// 印发《…任务分工》的通知 is a task document all the same.
const TASKS_AFTER_ALL =
  /(?:民生|为民办?)实事(?:项目)?(?:清单|目录)?的?公[示告]$|总结(?:及|和|暨|、)[^，。]{0,12}(?:打算|计划|安排|要点|思路|谋划)|任务(?:的)?(?:责任)?(?:分解|分工)|责任(?:分工|分解)|工作要点|重点(?:工作|任务)|目标任务|措施分工|实施方案/

export function kindOf(title: string | null, sketches: readonly Sketch[]): DocumentKind {
  const even = title ? evenWidth(title) : ''
  const opening = sketches
    .slice(0, 10)
    .map((sketch) => sketch.even)
    .join('\n')
  if (/解读|图解|一图读懂|政策问答/.test(even) || TELLS_WHAT_WAS_DONE.test(even) || CALLS_OR_RULES.test(even))
    return 'none'
  if (NO_TASKS.test(even) && !TASKS_AFTER_ALL.test(even)) return 'none'
  if (
    /纪要/.test(even) ||
    /(?:现将|现)?(?:会议)?(?:议定|决定|明确)?(?:的)?(?:有关)?事项纪要如下|现纪要如下|会议纪要/.test(opening)
  )
    return 'minutes'
  if (isNews(even, opening, sketches)) return 'news'
  if (/分解|分工|责任清单|任务清单|任务分配|责任书/.test(even)) return 'breakdown'
  return 'plan'
}

// Lines of a slip or a register: 承办单位：… ⏎ 办结时限：…. What a reporter writes has none.
const SAYS_WHO_OR_WHEN =
  /^(?:牵头|主办|主责|责任|承办|协办|配合|办结|办理|完成|整改)(?:责任)?(?:单位|部门|时限|期限|时间)：/

function isNews(title: string, opening: string, sketches: readonly Sketch[]): boolean {
  if (sketches.filter(({ even }) => SAYS_WHO_OR_WHEN.test(even)).length >= 2) return false
  if (/(?:方案|要点|计划|通知|清单|措施|意见|台账|分工|分解|表)(?:（[^）]*）)?$/.test(title)) return false
  const met = /(?:召开|举行|主持召开|调研|督导|检查|视察|部署|调度|出席|参加会议|推进会|座谈会)/.test(
    `${title}\n${opening}`,
  )
  const reported =
    /本报讯|记者|通讯员|编辑[：]|来源[：]|会议(?:强调|指出|要求)|强调[，：]|指出[，：]/.test(opening) ||
    sketches.some(({ even }) => /(?:会议|[\u4e00-\u9fff]{2,3})(?:强调|指出|要求)[，：]/.test(even))
  const dated = sketches
    .slice(0, 8)
    .some(({ even }) => /^(?:.{0,14}[讯电](?:（[^）]{0,30}）)? ?)?(?:\d{4}年)?\d{1,2}月\d{1,2}日/.test(even))
  return met && (reported || dated) && (dated || /讯|来源|编辑/.test(opening))
}

const PLAN_LIKE =
  /计划|打算|思路|要点|方案|实事|项目|任务|清单|安排|措施|目标|意见|行动|工程|分解|分工|责任|台账|通知|攻坚|规划|部署|重点|工作$|表$|办法/
const ANNOUNCED =
  /(?:办好|做好|抓好|完成|实施|开展|落实)?(?:以下|下列)[\u4e00-\u9fff\d]{0,8}(?:实事|工作|任务|项目|事项)|(?:提出|制定)(?:如下|以下|本)|(?:分解|安排|下达)如下|工作要点|目标任务/

/** Whether the document sets itself up as a list of things to do; one without a title is taken at its word. */
export function isPlanLike(title: string | null, sketches: readonly Sketch[]): boolean {
  if (title === null || PLAN_LIKE.test(evenWidth(title))) return true
  return sketches.slice(0, 8).some(({ even }) => ANNOUNCED.test(even))
}
