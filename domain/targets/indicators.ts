import { evenWidth } from '../width.ts'

/** What the number is: what there shall be, or by how much it rises or falls. */
export type Change = 'reach' | 'growBy' | 'fallBy'
/** How strictly it is meant. */
export type Bound = 'exactly' | 'atLeast' | 'atMost' | 'about'

/** A number with its unit: 增长8%左右, 5.6公里, 不少于20场, 3所. */
export interface Indicator {
  /** What is counted or measured, where its name stands before the number: 固定资产投资; '' otherwise. */
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly change: Change
  readonly bound: Bound
  /** As written, with the words that say how it is meant. */
  readonly text: string
  /** Where it stands in the words given; half-open. */
  readonly start: number
  readonly end: number
}

const UNIT =
  '公尺|微克/立方米|毫克/升|个百分点|百分点|万平方米|平方公里|平方米|万平方公里|万立方米|立方米|蒸吨|人次|公里|千米|万亩|公顷|公斤|万吨|亿元|万元|万人次|万人|万户|千瓦时|千瓦|兆瓦|小时|分钟|个?工作日|课时|学时|位次|平方|%|‰|家|户|人|名|场|次|项|件|座|处|条|所|套|台|辆|米|亩|吨|元|床|张|间|口|部|例|批|期|班|门|类|种|头|只|株|棵|栋|幢|片|村|镇|倍|位|度|天|列|架|艘|盏|块|份|册|支|对|组|店|园|点|站|个|亿|万|段|宗|轮|起|路|P'
const BEFORE =
  '不少于|不低于|不小于|至少|不超过|不高于|不多于|不突破|控制在|稳定在|保持在|压缩(?:至|到)?|压减(?:至|到)?|缩短(?:至|到)?|下降(?:至|到)?|降低(?:至|到)?|减少(?:至|到)?|降(?:至|到)|提高(?:至|到)?|提升(?:至|到)?|增加(?:至|到)?|扩大(?:至|到)?|增长|突破|超过|达到|达|力争(?:达到)?|约|新增|完成'
// No number begins within another: what fails from its first digit is not tried from the next.
const QUANTITY = new RegExp(
  `(?<before>(?:${BEFORE})*)(?<sign>[≥≤≧≦><])?(?<!\\d,?)(?<number>\\d[\\d,]*(?:\\.\\d+)?) ?(?<more>余|多)? ?(?<ten>[万亿千百]?)(?<odd>余|多)? ?(?<unit>${UNIT})(?<behind>左右|上下|以上|以内|以下|之内)?`,
  'g',
)
/** Dates, ordinals and numbers of papers count nothing. */
const NO_COUNT =
  /(?:\d{4}年(?:度)?)?\d{1,2}月(?:份)?(?:\d{1,2}日?)?|(?:19|20)\d{2}年(?:度|代)?|第\d+|〔\d{4}〕\d*号?|\d{1,2}[.、](?!\d)|\d{4}[-./]\d{1,2}[-./]\d{1,2}|24小时|365天|(?<!\d)\d+日(?=前|之前|以前)/g

const AT_LEAST = /不少于|不低于|不小于|至少|突破|超过|≥|≧|>|以上|余|多/
const AT_MOST = /不超过|不高于|不多于|不突破|控制在|≤|≦|<|以内|以下|之内/
const ABOUT = /左右|上下|约|力争/
const TO = /(?:压缩|压减|缩短|下降|降低|减少|降)(?:至|到)/

function boundOf(words: string): Bound {
  if (ABOUT.test(words)) return 'about'
  if (AT_MOST.test(words)) return 'atMost'
  if (AT_LEAST.test(words)) return 'atLeast'
  return TO.test(words) ? 'atMost' : 'exactly'
}

/** 增长8%, 提高3个百分点; 提高到98% is a figure to reach. */
function changeOf(before: string): Change {
  if (/(?:增长|(?:提高|提升|增加|扩大)(?![至到]))(?:不少于|不低于|不超过|约|至少|力争)*$/.test(before)) return 'growBy'
  return /(?:下降|降低|减少|压减|压缩|缩短)(?![至到])(?:不少于|不低于|不超过|约|至少)*$/.test(before)
    ? 'fallBy'
    : 'reach'
}

const NAME =
  /([\u4e00-\u9fff“”（）]{2,24}?(?:率|值|额|收入|产值|总值|投资|总量|浓度|比重|指数|人数|面积|里程|规模|占比|用时|时间|时限|数量|增加值|用量|用电量|产量|密度|总数|天数|覆盖))(?:分别|平均|均|为|：|再|同比|年均|力争|要|需|全部)*$/

/** Further back than any name reaches: what a whole document says before is not searched again at each of its numbers. */
const REACH = 60

function nameBefore(even: string): string {
  const clause = /[^，。；：、]*$/.exec(even)?.[0] ?? ''
  return (NAME.exec(clause)?.[1] ?? '').replace(/^(?:确保|力争|实现|推动|完成|使|全[市区县年]|推进)+/, '')
}

/** The numbers with units in some words, in their order; at most `limit` of them. */
export function readIndicators(text: string, limit = Infinity): Indicator[] {
  if (!/[\d\uff10-\uff19]/.test(text)) return []
  const even = evenWidth(text).replace(NO_COUNT, (words) => '·'.repeat(words.length))
  const indicators: Indicator[] = []
  for (const found of even.matchAll(QUANTITY)) {
    if (indicators.length >= limit) break
    indicators.push(indicatorOf(text, even, found))
  }
  return indicators
}

function indicatorOf(text: string, even: string, found: RegExpExecArray): Indicator {
  const {
    before = '',
    sign = '',
    number = '',
    more = '',
    ten = '',
    odd = '',
    unit = '',
    behind = '',
  } = found.groups ?? {}
  const start = found.index
  const end = start + found[0].length
  return {
    name: nameBefore(even.slice(Math.max(0, start - REACH), start)),
    value: Number(number.replaceAll(',', '')),
    unit: `${ten}${unit === '公尺' ? '米' : unit}`,
    change: changeOf(before),
    bound: boundOf([before, sign, more, odd, behind].join(' ')),
    text: text.slice(start, end),
    start,
    end,
  }
}
