/*
 * What of a task's sentence can be looked at when it is done, and which of its verbs cannot. All functions take
 * even-width text.
 */

const UNIT_WORDS =
  '个|家|户|人次|人|名|场|次|项|件|座|处|条|所|套|台|辆|公里|千米|公尺|米|平方米|平方公里|万平方米|立方米|亩|公顷|平方|吨|亿元|万元|元|亿|万|千瓦|兆瓦|床|张|间|口|部|例|批|期|班|课时|学时|门|类|种|头|只|株|棵|栋|幢|片|村|镇|街道|社区|企业|项目|倍|位|位次|度|天|日|小时|分钟|列|架|艘|盏|块|份|册|篇|支|队|对|组|店|园|点|站|馆|厂|镇街|公斤|微克|毫克|℃|个百分点|百分点|段|里|宗|起|单|轮|道|级|层|孔|眼|枚|节|届|线|星|分|岁|年|月'
// The last sign of a number is enough: a number is looked at once, however long.
const MEASURE = new RegExp(
  `[\\d一二三四五六七八九十百千两] ?(?:余|多|以上)?(?:%|‰|个百分点|[万亿千百]? ?(?:${UNIT_WORDS}))`,
)
const FIGURE = new RegExp(`\\d(?:%|‰|个百分点|[余多万亿千百]?(?:${UNIT_WORDS})(?!的))`)
const CHECKABLE =
  /《[^》]+》|“[^”]{2,20}”|方案|办法|细则|清单|台账|规划|目录|制度|机制|标准|名录|目标|平台|系统|项目|工程|基地|中心|园区|道路|管网|试点|专项整治|活动|培训|演练|检查|排查|招标|评估|调查|普查|招聘|比赛|论坛|展会|补助|资金|报告|协议|改造|建设|验收|问题/
const DATES =
  /(?:\d{4}年)?\d{1,2}月(?:\d{1,2}日?)?|\d{4}年(?:度)?|\d{1,2}日(?=前|之前|以前)|第?[一二三四1-4]季度|第[一二三四五六七八九十\d]+(?:次|届|批|期|项|条|个|轮)/g

/** A number with a unit, a percentage; dates and ordinals are none. */
export const hasMeasure = (even: string): boolean => MEASURE.test(even.replace(DATES, ''))
/** A measure written in digits, round-the-clock duty aside. */
export const hasFigure = (even: string): boolean =>
  FIGURE.test(even.replace(DATES, '').replace(/24小时|365天|7[×*]24/g, ''))
/** Something that can be looked at when it is done: a number, a document, a thing, a named event. */
export const isCheckable = (even: string): boolean => hasMeasure(even) || CHECKABLE.test(even)

const VAGUE_VERB =
  /^(?:进一步|持续|不断|大力|全面|积极|深入|扎实|切实|着力|统筹|有序|稳步|加快)*(加强|推进|深化|强化|推动|提升|完善|优化|促进|加快|巩固|抓好|做好|落实|提高|加大|规范|健全|统筹|拓展|坚持|严格|支持|鼓励|引导)/

/** The vague verb that a result sentence rests on (加强, 推进, 深化 …), or null. */
export const vagueVerb = (even: string): string | null => VAGUE_VERB.exec(even)?.[1] ?? null
