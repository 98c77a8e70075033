import { readIndicators } from '../targets/indicators.ts'
import type { TaskKind } from '../tasks/task.ts'
import type { DraftTarget } from './draft.ts'
import { evenWidth } from '../width.ts'

/** The first quantity with its unit as written: 增长8%左右 → 8 %, 1.2万亩 → 1.2 万亩. Null where there is none. */
export function readTarget(text: string): DraftTarget | null {
  const [first] = readIndicators(text, 1)
  return first ? { value: first.value, unit: first.unit, text: first.text } : null
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
