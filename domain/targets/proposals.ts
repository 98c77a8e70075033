import { proposeEvidence } from './evidence.ts'
import { evenWidth } from '../width.ts'
import type { Indicator } from './indicators.ts'
import type { Lack, Stated } from './lint.ts'

/**
 * Something that could be written into a cell. `target` is a number that the sentence has; `measure` what could be
 * counted where it has none; `steps` its stages, each still without a day unless the sentence names one; `evidence`
 * what would prove it.
 */
export type Proposal =
  | { readonly kind: 'target'; readonly value: number; readonly measure: string; readonly words: string }
  | { readonly kind: 'measure'; readonly thing: string; readonly measure: string }
  | { readonly kind: 'steps'; readonly titles: readonly string[] }
  | { readonly kind: 'evidence'; readonly words: string }

/** What is counted in what: the first that the sentence names decides. */
const COUNTED: readonly { readonly thing: RegExp; readonly measure: string }[] = [
  { thing: /(?:普惠|公办)?(?:幼儿园|中小学|学校|养老院|敬老院|卫生院|医院)/, measure: '所' },
  { thing: /(?:农村)?(?:公路|道路|管网|管道|河道|绿道|渠道|步道|护栏|堤防|线路)/, measure: '公里' },
  { thing: /(?:老旧)?(?:小区|村庄|社区)/, measure: '个' },
  { thing: /(?:规上|小微|民营|高新技术|科技型)?企业|市场主体|农户|家庭农场|合作社|商户/, measure: '家' },
  { thing: /(?:高标准)?(?:农田|耕地|林地|湿地|造林|绿化)/, measure: '亩' },
  { thing: /培训|宣讲|招聘会|展会|比赛|论坛|活动|演练/, measure: '场' },
  { thing: /检查|巡查|排查|督查|执法|抽查|走访|调研/, measure: '次' },
  { thing: /制度|办法|方案|细则|规划|标准|预案|清单|机制/, measure: '份' },
  { thing: /项目|工程|试点|基地|平台|站点|中心|园区/, measure: '个' },
  { thing: /干部|人才|教师|医生|学员|就业|志愿者|群众|人员|队伍/, measure: '人' },
  { thing: /资金|投资|贷款|税收|补贴|收入/, measure: '万元' },
  { thing: /隐患|问题|矛盾|纠纷|案件|投诉|诉求/, measure: '件' },
  { thing: /设备|设施|车辆|充电桩|路灯/, measure: '台' },
]

const MANNER =
  '进一步|持续|不断|大力|全面|积极|深入|扎实|切实|着力|加强|推进|深化|强化|推动|提升|完善|优化|促进|加快|巩固|抓好|做好|落实|提高|加大|规范|健全|开展|实施|组织|全[市区县镇]|我[市区县]'
const WHAT = new RegExp(`^(?:${MANNER})+`)

/** The thing with the words before it in its clause: 加强农村公路养护 → 农村公路. */
function measureFor(even: string): Proposal[] {
  for (const { thing, measure } of COUNTED) {
    const found = thing.exec(even)
    if (!found) continue
    const before = /[^，。；：、和及与]*$/.exec(even.slice(0, found.index))?.[0] ?? ''
    const words = `${before.replace(WHAT, '')}${found[0]}`
    return [{ kind: 'measure', thing: words.length <= 14 ? words : found[0], measure }]
  }
  return []
}

/** Stages in the order in which work passes through them. */
const STAGES: readonly RegExp[] = [
  /摸底|调研|摸排/,
  /选址|立项|可研(?:批复)?/,
  /规划设计|方案设计|设计/,
  /征地|征收|拆迁/,
  /招标|采购/,
  /起草|编制|制定/,
  /征求意见|论证|评审/,
  /印发|出台|公布/,
  /签约/,
  /开工|动工|启动/,
  /主体(?:完工|封顶)|封顶/,
  /安装调试|试运行/,
  /竣工|建成|完工/,
  /验收/,
  /投入使用|投用|投产|通车|开放|启用/,
]

/** 完成选址、设计和开工 → 选址, 设计, 开工: a step for each stage that the sentence itself names. */
const stagesIn = (even: string): string[] => STAGES.flatMap((stage) => stage.exec(even)?.[0] ?? [])

interface Found {
  readonly lacks: readonly Lack[]
  readonly indicators: readonly Indicator[]
}

/** What could be written into the cells of a task, from its own words. */
export function proposalsFor(stated: Stated, { lacks, indicators }: Found): Proposal[] {
  const even = evenWidth(stated.text)
  const [first] = indicators
  const number: Proposal[] =
    stated.target === null && first
      ? [{ kind: 'target', value: first.value, measure: first.unit, words: first.text }]
      : lacks.includes('number')
        ? measureFor(even)
        : []
  const titles = stated.steps.length <= 1 ? stagesIn(even) : []
  const proof = lacks.includes('evidence') ? proposeEvidence(stated.text) : null
  return [
    ...number,
    ...(titles.length > 1 ? [{ kind: 'steps' as const, titles }] : []),
    ...(proof === null ? [] : [{ kind: 'evidence' as const, words: proof }]),
  ]
}
