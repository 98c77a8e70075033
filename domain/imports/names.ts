import { cutAt, evenAt, type Page, strippedOf, trimmed } from './page.ts'
import type { Span } from './source.ts'

/*
 * Names of bodies: departments, towns, companies, and collective names for several of them.
 * A name stays as written; `等` and `等部门` behind a list are dropped; a bracket inside a name keeps its 、.
 */

const TAIL = new RegExp(
  `(?:${[
    '政府|政府办|党委|工委|党组|支部|纪委|监委|纪委监委|人大|政协|法院|检察院|管委会|委员会|联合会|工会|工商联|妇联|残联|科协|文联|侨联|社科联|供销社|联社',
    '团[省市区县]?委|共青团|红十字会|协会|学会|商会|基金会|党校|[\u4e00-\u9fff]办|办公室|办事处|指挥部|专班|领导小组|工作组|小组|委办局|部委',
    '局|委|部|厅|院|处|所|站|中心|公司|集团|企业|银行|行|支行|分行|信用社|大队|支队|总队|中队|馆|署|校|学院|大学|医院|幼儿园',
    '街道|社区|村|镇|乡|县|区|市|州|盟|旗|园区|开发区|高新区|新区|场|单位|部门|科|股|室|组|海关|段|台|报社|队|会|社|厂',
    '城投|国投|交投|水投|文旅投|平台|移动|联通|电信|铁塔|邮政|烟草|机构|主体|高校|院校|属地|街镇|镇街|乡镇|乡街|乡|矿|港|商行|媒体|银监|保险|电网|公积金|纪检组|事业部|战区|[东西南北中]部战区',
  ].join('|')})$`,
)
const NO_BODY =
  /(?:社会|城市|全部|内部|外部|机会|大会|会议|厕所|执行|进行|推行|实行|运行|发行|试行|银行卡|场所|住所|处所|中部|东部|西部|北部|南部|干部|支委会|晚会|展会|赛会|超市|都市|门市|上市|全市|全区|全县|我市|我区|我县|我镇|本市|本区|本县|市场|农场主|现场|立场|广场|停车场|机场|会场|工场|主体|体会|学会了|只会|才会|都会|协同会|车站|网站|电站|换电站|加油站|充电站|泵站|公园|学区|小区|片区|社区|景区|库区|灾区|山区|牧区|郊区|城区|厂区|校区|辖区|地区|老区|阶段|路段|河段|时段|手段|平台|舞台|出台|讲台|队伍|教室|到位|就位|岗位)$/
const STRONG_TAIL =
  /(?:政府|党委|工委|纪委|法院|检察院|高新区|经开区|开发区|管委会|委员会|联合会|工会|工商联|妇联|残联|科协|文联|供销社|团[市区县]?委|红十字会|[\u4e00-\u9fff]办|办公室|办事处|指挥部|专班|领导小组|局|委|厅|公司|集团|银行|支行|分行|大队|支队|总队|中心|街道|乡镇|镇街|街镇|单位|部门|宣传部|组织部|统战部|社会工作部|学院|大学|医院|股|科|[一-龥]{2}[镇乡]|(?:财政|教育|科技|科学技术|民政|司法|公安|自然资源|生态环境|住房(?:和)?城乡建设|交通运输|水利|农业农村|商务|文化和旅游|应急管理|退役军人事务|人力资源(?:和)?社会保障|工业和信息化|政法|武装)部|(?:电力|电网|燃气|供[水热电]|通信|公交|物业|运营|施工|建设|国有)企业)(?:（[^（）]{1,14}）)?$/
const BODY_CHARS = /^[\u4e00-\u9fffA-Za-z0-9·\-/（）、“”]+$/
const COLLECTIVE =
  /^(?:各|全体|所有|沿[线江河海湖]|相关|有关|其他|其它|涉及|涉[改事]|承担|[省市区县州]直(?:各|有关|相关|部门|单位)|[省市区县州](?:级|属)(?:各|有关|相关|部门|单位|国有))|(?:各|有关|相关|成员)(?:部门|单位|乡镇|街道|镇街|企业|科室|股室)?$|(?:各|有关|相关).{0,6}(?:部门|单位|企业|机构)$/
const STARTS_NO_BODY =
  /^(?:[你贵我](?:单位|部门|[局委办厅镇乡区县市院])|(?:所需)?(?:费用|经费|资金)|全[市区县镇乡]|本|我[市区县镇]|该|这|那|其中|对(?!外|口)|把|将|在|与|和|为(?!民)|以|并|也|要|可|能(?!源)|不|是|有|到|从|按|经(?!开|信|济|发|贸|管)|于|完成|推进|加快|建立|开展|实施|新建|改造|整治|清理|改建|新增|建成|扩建|打造|更新|维修|修建|举办|启动|拆除|安装)/

const withoutBracket = (name: string) => name.replace(/（[^（）]*）$/, '')

/** Whether the words can be the name of a body or of several. `even` is in even width. */
export function isBody(even: string): boolean {
  const core = withoutBracket(even)
  if (core.length < 2 || core.length > 26 || !BODY_CHARS.test(even)) return false
  if (isCollective(even)) return true
  if (/\d/.test(core) && !/^\d{3,5}[\u4e00-\u9fff]/.test(core)) return false
  if (/[^自]由|.从(?!化)/.test(core)) return false
  if (STARTS_NO_BODY.test(core) && !/^(?:和|中|与)?[\u4e00-\u9fff]+(?:区|县|市)(?:人民)?政府$/.test(core)) return false
  return TAIL.test(core) && !(NO_BODY.test(core) && !/(?:局|委|办)$/.test(core))
}

/** A body by a tail that hardly anything else has: enough to take a bare list in a bracket for a list of units. */
export const isStrongBody = (even: string): boolean => isBody(even) && (isCollective(even) || STRONG_TAIL.test(even))

/** 各镇（街道）, 各有关单位, 区直各部门, 沿线乡镇: several units by one name. */
export function isCollective(even: string): boolean {
  if (even.length > 24 || !BODY_CHARS.test(even) || !COLLECTIVE.test(even)) return false
  const core = withoutBracket(even)
  return /(?:各地|各级|各方|基层)$/.test(core) || (TAIL.test(core) && !/[要将把应须]/.test(core))
}

const AND_OTHERS =
  /等(?:(?:\d+|[一二三四五六七八九十]+)?(?:个|家)?(?:市直|区直|县直|省直|有关|相关|职能|责任|成员|各)*(?:部门|单位|部门和单位|部门、单位|部门（单位）|单位（部门）|企业|乡镇|街道|镇街|科室|地)?(?:按(?:照)?职责分工)?)?$/
const BY_DUTY =
  /(?:按(?:照)?(?:各自)?(?:职责|职能|分工|任务)(?:职责)?(?:分工)?|根据职责分工?|分别|共同|联合|具体|抓紧|予以|给予|积极|全力|密切)+$/

// What those words end with: a cheap gate before a pattern that starts anywhere.
const BY_DUTY_ENDS = '责能工务别同合体紧以予极力切'

/** Takes words off the end of a name that are no part of it. */
function withoutTail(page: Page, span: Span): Span {
  let { start, end } = span
  for (;;) {
    const even = page.even.slice(start, end)
    const last = even.at(-1) ?? ''
    const tail =
      (BY_DUTY_ENDS.includes(last) ? BY_DUTY.exec(even)?.[0] : undefined) ??
      (even.includes('等') ? AND_OTHERS.exec(even)?.[0] : undefined) ??
      (/[，。；、：\s]/.test(last) ? /[，。；、：\s]+$/.exec(even)?.[0] : undefined)
    if (!tail || tail.length >= even.length) break
    end -= tail.length
  }
  return { start, end }
}

// 生态环境局和川分局: the place is called 和川, nobody is called 川分局.
const PLACE_CUT = /^[\u4e00-\u9fff](?:分局|支局|支队|大队|支行|分行|分公司)/

/** `A和B`, `A及B`, `A与B`: two names where both halves are bodies; 发展和改革局 stays whole. */
function splitAtAnd(page: Page, span: Span): Span[] {
  const even = evenAt(page, span)
  if (!/[和及与并]/.test(even)) return [span]
  for (const found of even.matchAll(/以及|和|及|与|并/g)) {
    const left = { start: span.start, end: span.start + found.index }
    const right = { start: left.end + found[0].length, end: span.end }
    if (PLACE_CUT.test(evenAt(page, right))) continue
    if (isStrongBody(evenAt(page, left)) && isBody(evenAt(page, right))) return [left, ...splitAtAnd(page, right)]
  }
  return [span]
}

/** Blanks separate names only where the parts are bodies: 市交通运输局 市自然资源局. */
function splitAtBlanks(page: Page, span: Span): Span[] {
  if (!/\s/.test(evenAt(page, span))) return [span]
  const parts = cutAt(page, span, /\s/)
  return parts.length > 1 && parts.every((part) => evenAt(page, part).length >= 2) ? parts : [span]
}

// 区直各部门, 沿线各乡镇, and behind a body or a place (区政府各部门): whose they are belongs to the name.
const WHOSE = /(?:[直属级线岸辖内的]|沿[\u4e00-\u9fff]{1,3}|系统|行业)$/
const OCCASION = /^([\u4e00-\u9fff\d]{2,})(?=各[\u4e00-\u9fff（）、]{2,}$)/

/** 下雪天各街道, 采暖季各镇（街道）: the collective name alone; what stands in front of it says when. */
function withoutOccasion(page: Page, span: Span): Span {
  const even = evenAt(page, span)
  const front = OCCASION.exec(even)?.[1]
  if (front === undefined || WHOSE.test(front) || TAIL.test(front) || !isCollective(even.slice(front.length)))
    return span
  return { start: span.start + front.length, end: span.end }
}

/** The names in a list, as spans. Separators: 、 ， ； / \\ + & | blanks and line breaks, outside brackets. */
export function nameSpans(page: Page, span: Span): Span[] {
  const whole = withoutTail(page, trimmed(page, span))
  return cutAt(page, whole, /[、，；/\\＼+&\n|。]/)
    .flatMap((piece) => splitAtBlanks(page, piece))
    .flatMap((piece) => splitAtAnd(page, piece))
    .map((piece) => strippedOf(page, withoutTail(page, piece), '、，；。：'))
    .map((piece) => withoutOccasion(page, piece))
    .filter((piece) => piece.end > piece.start && !/^(?:等|无|-+|\/|其他|有关部门等)$/.test(evenAt(page, piece)))
}

// 县委常委、常务副县长石磊; 副区长、公安分局局长周明.
const TITLE =
  /^(?:由|[\u4e00-\u9fff]{0,12}?(?:(?:常务)?副?(?:书记|区长|县长|市长|省长|镇长|乡长|主任|局长|主席|部长|院长|检察长|秘书长|专员|州长|总工程师|调研员|指挥长|组长|董事长|总经理)|常委|党组成员)[、 ]?)+(?=[\u4e00-\u9fff·]{2,13}$)/
const TITLE_BEHIND =
  /(?:（[^（）]*）|同志|(?:常务)?副?(?:书记|区长|县长|市长|省长|镇长|乡长|主任|局长|主席|部长|秘书长|院长))+$/

/** A person's name without title and 同志; null where the words are no name of two to four characters. */
export function readPerson(even: string): string | null {
  const bare = even
    .replace(/\s+/g, '')
    .replace(TITLE, '')
    .replace(TITLE_BEHIND, '')
    .replace(/^[：、]+/, '')
  if (/^各|[河湖林链路田街]长$/.test(bare)) return null
  return /^[\u4e00-\u9fff]{2,4}$/.test(bare) || /^[\u4e00-\u9fff]{1,6}·[\u4e00-\u9fff]{1,6}$/.test(bare) ? bare : null
}

/** A person by title or 同志 (陆明远副区长, 赵启同志); null for a body and for a bare name, which could be either. */
export function personTitled(even: string): string | null {
  if (!/[志长记任席员委理政]/.test(even)) return null
  if (!even.endsWith('同志') && !TITLE.test(even) && !TITLE_BEHIND.test(even)) return null
  const name = readPerson(even)
  return name !== null && name !== even && !isBody(even) && !isBody(name) ? name : null
}

/** The people in a list of names: 罗永康、沈国良; 周 启明 keeps together. */
export function readPeople(page: Page, span: Span): string[] {
  const even = evenAt(page, span)
  const joined = /^[\u4e00-\u9fff] [\u4e00-\u9fff]$/.test(even.trim())
    ? [span]
    : cutAt(page, span, /[、，；/\\＼+&\n|。 ]|\s/)
  return joined.map((piece) => readPerson(evenAt(page, piece))).filter((name): name is string => name !== null)
}
