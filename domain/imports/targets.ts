import type { TaskKind } from '../tasks/task.ts'
import type { DraftTarget } from './draft.ts'
import { evenWidth } from './width.ts'

const UNIT =
  '个百分点|百分点|万平方米|平方公里|平方米|万平方公里|立方米|微克/立方米|毫克/升|人次|公里|千米|万亩|公顷|公斤|万吨|亿元|万元|万人|万户|万人次|亿|千瓦|兆瓦|小时|分钟|工作日|个工作日|课时|位次|%|‰|家|户|人|名|场|次|项|件|座|处|条|所|套|台|辆|米|亩|吨|元|床|张|间|口|部|例|批|期|班|门|类|种|头|只|株|棵|栋|幢|片|村|镇|倍|位|度|天|列|架|艘|盏|块|份|册|支|对|组|店|园|点|站|个|万|段|宗|轮'
const QUANTITY = new RegExp(
  `(?<about>不少于|不低于|不超过|不高于|控制在|压缩至|下降至?|提高(?:到|至)|增长|突破|达到?|达|超过|完成)?(?<number>\\d[\\d,]*(?:\\.\\d+)?) ?(?<ten>[万亿千百]?) ?(?<unit>${UNIT})(?<more>左右|以上|以内|以下)?`,
)

/** The first quantity with its unit as written: 增长8%左右 → 8 %, 1.2万亩 → 1.2 万亩. Null where there is none. */
export function readTarget(text: string): DraftTarget | null {
  const found = QUANTITY.exec(evenWidth(text).replace(/(?:第|年|月)\d+/g, (words) => ' '.repeat(words.length)))
  const groups = found?.groups
  if (!found || !groups?.['number']) return null
  const value = Number(groups['number'].replaceAll(',', ''))
  const unit = `${groups['ten'] ?? ''}${groups['unit'] ?? ''}`
  return { value, unit, text: text.slice(found.index, found.index + found[0].length) }
}

const INDICATOR =
  /(?:增长|增速|达到?|达|控制在|提高(?:到|至)|降至|下降|保持在|稳定在|不低于|不高于|突破|占比|压缩至|提升(?:到|至))[^，。；]{0,8}\d|(?:率|值|额|收入|产值|总值|投资|总量|浓度|比重|指数)[^，。；]{0,10}(?:\d|清零|持续下降)/
const BUILD =
  /建设|新建|改建|扩建|改造|建成|开工|动工|竣工|工程|项目|修建|硬化|铺设|搬迁|施工|安装|建立健全|园区|厂房|道路|管网/
const DO = /^(?:开展|举办|组织|制定|出台|修订|编制|发放|印发|推行|健全|建立|培训)/

/** Indicator: a figure to reach. Project: something to build. Action: anything else. */
export function kindOfTask(text: string): TaskKind {
  const even = evenWidth(text)
  const first = /^[^，。；]*/.exec(even)?.[0] ?? even
  if (/完成.{0,6}投资/.test(even) && BUILD.test(even)) return 'project'
  if (INDICATOR.test(first) && !BUILD.test(first.slice(0, 4)) && !DO.test(first)) return 'indicator'
  return BUILD.test(first) && !DO.test(first) ? 'project' : 'action'
}
