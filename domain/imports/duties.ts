/*
 * What tells a task from the rest of an official text: general duties, slogans, reports of what is done, and the
 * signs of something that can be checked. All functions take even-width text.
 */

import { hasMeasure } from '../targets/checkable.ts'

const CONCRETE_VERB =
  /(?:建成|建设|新建|改建|扩建|改造|完成|实施|开工|启动|竣工|制定|出台|印发|编制|修订|制订|起草|开展|举办|组织|召开|承办|设立|成立|组建|建立|健全|搭建|打造|创建|争创|创成|培育|引进|招引|引育|新增|增设|增加|配备|购置|安装|铺设|硬化|绿化|修复|修缮|修建|整治|治理|清理|排查|拆除|搬迁|淘汰|关停|关闭|发放|兑付|落实|推出|推广|推行|布设|上线|开通|开放|投放|投入|拨付|转移|培训|资助|救助|帮扶|免费|解决|化解|办结|销号|整改|消除|压缩|压减|减少|降低|提高|提升|达到|实现|增长|突破|保持|控制|稳定|公布|公开|发布|提交|提出|提请|上报|报送|签订|签约|认定|评选|评定|开发|优化|完善|更新|更换|升级|盘活|清收|征收|收储|供应|出让|挂牌|申报|争取|对接|谋划|储备|播种|种植|疏浚|加固|除险|维修|养护|覆盖|督促|统筹安排|划定|归集|统一纳入|纳入|比选|论证|查处|严查|打击|建好|抓好|做好|推进|推动|深化|加快|加强|强化|巩固|扩大|拓展|规范|健全|支持|鼓励|促进)/

const GENERAL =
  /提高(?:政治)?站位|提高(?:思想)?认识|统一思想|高度重视|加强(?:组织)?领导|切实(?:加强|提高)|形成(?:工作)?合力|齐抓共管|密切(?:协作|配合)|积极(?:主动|配合)|各司其职|各负其责|履职尽责|压实.{0,8}责任|落实.{0,6}责任制?$|抓好(?:工作)?落实|狠抓落实|真抓实干|信息共享|及时报告|推诿|扯皮|敷衍|一把手|第一责任人|亲自(?:抓|部署|研究)|责任感|紧迫感|大局意识|一盘棋|思想准备|营造.{0,16}氛围|舆论氛围|宣传报道|统筹协调|督促检查|督导检查|跟踪(?:督办|问效)|通报批评|严肃问责|追责问责|约谈|考核(?:结果|评估|评价|奖惩)|评先评优|倒排工期|挂图作战|工作台账|时间表、路线图|细化(?:工作)?措施|明确.{0,10}责任人|联络员|每(?:月|季度?|周)(?:定期)?通报|开展(?:专项)?督查|报送(?:进展|情况|信息)|总结推广|解放思想|真抓实效|求真务实|开拓创新|再上新台阶|新篇章|凝心聚力|担当作为|敢于担当|对照.{0,8}清单/g
const PAST =
  /^(?:我[市区县]|全[市区县])?[^，。]{0,12}(?:已(?:经)?(?:完成|建成|开工|竣工|投入|累计|有|全部|于)|累计(?:完成|实现|整改|排查|投入)|今年以来|去年|一年来|过去(?:一年|五年)|同比(?:增长|下降|提高))|(?:已|均已|全部)(?:完成|建成|竣工|落实到位|办结|整改到位)[。；]?$/

// …由市教育局牵头建设，已完成投资的70%: a status at the end is a report, whatever stands before it.
const ENDS_DONE =
  /，(?:目前|现|现已|均)?已(?:经)?(?:全部|累计|基本)?(?:完成|建成|开工|竣工|投入|投用|启用|办结)[^，。；]*[。；]?$/
// 共检查餐饮场所86家, 劝导违规停车310余起: counts of what was done.
const COUNTED =
  /(?:^|，)(?:累计|共|先后)(?:检查|排查|出动|发放|走访|培训|整改|查处|劝导|收缴)|(?:检查|排查|劝导|走访|发放|出动|查处|受理|处置|收缴|清理)[^，。；]{0,12}\d余/
// …由市文旅局牵头建设，预计2028年6月建成投用: a forecast tells, it orders nothing.
const FORECAST = /(?:^|，)预计[^，。；]{0,14}(?:建成|投用|投入|完工|竣工|交付|开放|通车|开业)/
// What a reporter heard: 据介绍，项目由…牵头实施.
const REPORTED =
  /^(?:近日|日前|连日来|昨日)，|^(?:据|另据)[\u4e00-\u9fff]{0,6}(?:介绍|悉|了解|统计|说)|^记者|告诉记者|介绍说/

export const hasConcreteVerb = (even: string): boolean => CONCRETE_VERB.test(even)
/** A report of what has happened, not an order. */
export const isPast = (even: string): boolean =>
  PAST.test(even) || COUNTED.test(even) || FORECAST.test(even) || isReported(even) || ENDS_DONE.test(even)
/** What somebody told a reporter: it holds for the whole sentence, up to its stop. */
export const isReported = (even: string): boolean => REPORTED.test(even)

/** Mostly words of general duty, and no number that could be checked. */
export function isGeneralDuty(even: string): boolean {
  const general = even.match(GENERAL)?.length ?? 0
  if (general === 0) return false
  return (
    !hasMeasure(
      even.replace(
        /第?[一二三四五六七八九十]+(?:次|项|个|名|是)|一(?:把手|盘棋|个|批|名|票)|每(?:月|季度?|周)[^，。]{0,8}|\d+(?:月|日|号)|“[^”]*”/g,
        '',
      ),
    ) || general >= 3
  )
}

const GENERAL_HEADING =
  /^(?:督查|检查|督导|考核|巡查|审计|评估|调研|抽查)(?:的)?(?:主要)?(?:内容|范围|重点|对象|方式|分组|安排|时间|步骤)$|(?:加强|强化|完善|健全|落实|严格|压实|明确|细化|严肃|注重|做好|狠抓|切实)?(?:组织领导|组织保障|保障措施|工作要求|有关要求|工作保障|组织实施|责任落实|工作责任|督查考核|督导考核|考核评价|考核奖惩|考核问责|督促检查|监督检查|监督考核|宣传引导|舆论宣传|工作机制|协调配合|工作措施|纪律要求|责任追究|跟踪问效|督查督办|调度督导|督导检查|几点要求|信息报送|统筹协调|协作配合|资金保障|要素保障|工作纪律)$|^(?:总体要求|指导思想|基本原则|工作思路|总体思路|总体目标|工作原则|起草背景|背景情况|主要成效|存在(?:的)?(?:主要)?问题|工作回顾|附则|附件|编制依据|适用范围|主要职责|工作职责|组成人员|成员单位|工作规则|议事规则|会议制度|工作制度|组织机构|领导机构|领导小组|职责分工|机构职责|时间步骤|联系方式|政策解读|加强(?:组织)?领导|细化(?:工作)?措施|严格(?:督查)?考核|狠抓落实|抓好落实|提高认识|提高站位|强化(?:组织)?保障|(?:保障|其他|其它)(?:事项|工作|方面)?$)|解读机关|[保]障机制$/

// 加强跟踪调度, 压实工作责任, 严肃考核问责: a verb of strictness and nothing but management.
const STRICTER =
  /^(?:加强|强化|严格|压实|落实|严肃|狠抓|健全|完善|细化|明确|抓好|注重|从严)(?:工作|任务|组织|统筹|跟踪|督促|监督|督查|全程|日常|协同|部门|主体|属地|宣传|舆论|考核|调度|责任|信息|要素|资金|服务)*(?:责任|领导|调度|督查|督办|督导|督促|考核|问责|检查|保障|协调|协作|宣传|监督|跟踪|通报|追责|统筹|配合|引导|纪律|落实|机制|措施|报送)$/

const LOOKS_BACK =
  /(?:工作)?(?:回顾|总结)$|^(?:\d{4}年|过去一年|去年|上年)?(?:主要)?(?:工作)?(?:成效|成绩|亮点|完成情况|进展情况)$/

// Not by a rule of letters, which would begin again at each of a line's thousand blanks.
function withoutEnd(even: string): string {
  let end = even.length
  while (end > 0 && /[，。；：\s]/.test(even.charAt(end - 1))) end--
  return even.slice(0, end)
}

/** A heading under which no tasks stand unless they name somebody: 保障措施, 总体要求, 加强组织领导. */
export function isGeneralHeading(even: string): boolean {
  const bare = withoutEnd(even)
  return bare.length <= 24 && (GENERAL_HEADING.test(bare) || STRICTER.test(bare) || LOOKS_BACK.test(bare))
}
