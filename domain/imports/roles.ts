import { LEDGER_COLUMNS, type LedgerColumnKey } from '../tasks/ledger.columns.ts'

/** What the words behind a label are. `owner` is 责任单位: it leads, or supports where somebody else leads. */
export type LabelRole =
  | 'lead'
  | 'owner'
  | 'support'
  | 'split'
  | 'leader'
  | 'person'
  | 'deadline'
  | 'task'
  | 'measure'
  | 'target'
  | 'evidence'
  | 'pillar'
  | 'number'
  | 'code'
  | 'progress'
  | 'remark'
  | 'ignore'

const UNIT = '(?:单位|部门|科室|股室|处室|机构|乡镇|镇街|街道|企业|部室|站所|方)'
const LEVEL = '(?:省|市|州|县|区|镇|街道|工委|管委会|集团|局|院|校)?(?:级|委|政府)?'

/** In order: the first whose pattern fits the whole label decides. */
const LABELS: readonly { readonly role: LabelRole; readonly pattern: string }[] = [
  {
    role: 'ignore',
    pattern: `(?:考核|督查|督办|督导|监督|监管|验收|审核|评价|填报|报送|制表|发文|解读|主管监督|考评|牵头督办)(?:责任)?${UNIT}`,
  },
  {
    role: 'ignore',
    pattern:
      '提案(?:者|人)|第一提案人|领衔代表|代表姓名|提出(?:人|者|代表)|附议人|建议人|办理(?:类别|类型|方式|结果)|联系(?:人|电话|方式)|(?:督办|交办|任务|事项|问题|线索)*来源|电话|邮箱|电子邮箱|传真|地址|网址|来源|编辑|作者|记者|发布(?:时间|日期|机构)|浏览次数|索引号|主题词|主题分类|字体|抄送|报|送|发',
  },
  {
    role: 'leader',
    pattern: `(?:责任|分管|牵头|包保|包抓|包联|联包|包案|挂钩|联系|挂点|主管|督导|带队|督办|领办|领衔|挂帅|总牵头)(?:责任)?(?:${LEVEL})领导(?:同志)?|${LEVEL}(?:责任|分管|牵头|包保|包联|挂钩|联系|包抓|领办)?领导(?:同志)?|(?:牵头|责任|分管)(?:${LEVEL}领导)?(?:负责同志)|(?:责任|牵头|包抓|包保)${LEVEL}(?:河|湖|林|链|路|田|街)长(?:姓名)?`,
  },
  {
    role: 'person',
    pattern: `(?:具体|直接|第一|主要|项目|整改|工作)?(?:责任|负责|承办|经办|落实|主办)人(?:员|及电话|及联系方式|姓名)?|(?:项目)?(?:负责|责任)同志|承办人员`,
  },
  {
    role: 'lead',
    pattern: `(?:总牵头|牵头|主办|主责|主管|主抓|首要责任|主体责任|第一责任|主要责任|责任牵头|牵头组织实施|牵头负责|牵头落实|牵头督导|牵头承办|主要承办|主要牵头)(?:责任)?(?:${UNIT}|主体)?(?:${UNIT})?|(?:牵头|主办|主责)(?:责任)?${UNIT}(?:（[^（）]{1,8}）)|分办(?:${UNIT})?`,
  },
  {
    role: 'support',
    pattern: `(?:参加|参与|参建|支持|共同)(?:责任)?${UNIT}|(?:配合|协办|协同|协助|会办|联办|协作|配合责任|责任配合|协同配合|协同落实|配合落实|配合协同)(?:责任)?${UNIT}?|(?:其他|相关)责任${UNIT}`,
  },
  { role: 'split', pattern: '(?:部门|责任|任务|职责|工作|单位)?(?:责任)?分工|责任落实|任务落实' },
  {
    role: 'owner',
    pattern: `(?:责任|落实|实施|承办|承担|建设|整改|整改责任|整改落实|任务责任|工作责任|项目责任|项目实施|组织实施|主体实施|项目|执行|具体落实|具体实施|责任落实|责任主体|负责|申报|业主|完成|办理|主要负责)(?:责任)?${UNIT}(?:（[^（）]{1,8}）)?|责任主体|责任(?:股|科|处|组)|单位|部门|责任`,
  },
  {
    role: 'deadline',
    pattern:
      '(?:计划|预计|拟|要求|规定|整改|办理|办结|工作|任务|推进|落实|建设|目标|拟定)?(?:完成|办结|答复|整改|竣工|完工|截止|办理|达标|实施|交付|推进|销号|落实|工作|时间)(?:的)?(?:时限|时间|期限|日期|节点|进度|年限)(?:要求|节点|安排)?|(?:开工|开|动工|计划)?(?:及|、|\\/)?(?:竣工|完工|投产|投用|投入使用)(?:时间|日期|节点)|时限(?:要求)?|时间(?:要求|节点|安排|表|进度)?|期限|完成期|进度(?:要求|安排|计划|时限)|时间进度|节点(?:时间|要求)|截止(?:时间|日期)|工期|(?:建设|实施|工作|推进)(?:周期|工期|年限)|推进(?:时限|计划)|起止(?:时间|年限)|阶段(?:时限|安排)|年度',
  },
  {
    role: 'ignore',
    pattern:
      '存在(?:的)?(?:主要)?问题|问题(?:描述|清单|表现|来源|类型)?|反馈问题|具体问题|整改问题|问题及表现|反馈意见',
  },
  {
    role: 'evidence',
    pattern:
      '(?:成果|验收|佐证|评价|衡量|完成)(?:形式|标准|材料|依据|标志|要件)|工作成果|成果(?:形式|体现)?|交付成果|完成标志|评价标准|验收标准|形成成果|成果要求',
  },
  {
    role: 'progress',
    pattern:
      '(?:工作|目前|当前|最新|项目|任务|整改|截至[^，]{0,8}|本?[周月季](?:度)?|实际)?(?:进展|完成|推进|落实|办理|进度|整改)(?:情况|状态|成效|结果|程度|率)(?:说明)?|(?:目前|当前|工作|最新)?进展|是否完成|完成比例|形象进度|工作动态|状态|办结情况|销号情况|存在困难|下一?步(?:工作)?(?:打算|计划|安排|措施)',
  },
  { role: 'remark', pattern: '备注|说明|注|备 注|附注|签字|签名|盖章' },
  {
    role: 'code',
    pattern: '(?:提案|建议|议案|案)号|(?:任务|项目|督办|工作|事项|问题|工单|提案|建议|议案)?(?:编号|编码|代码|台账号)',
  },
  { role: 'number', pattern: '序号|序|号|No\\.?|NO\\.?|编 号|项次|项号|顺序号|排序' },
  {
    role: 'pillar',
    pattern:
      '板块|类别|分类|类型|领域|所属(?:板块|领域|类别)|任务(?:类别|类型|板块)|项目(?:类别|类型)|工作(?:类别|领域|板块)|大类|一级(?:任务|指标)|方面|维度|专项|战线|责任清单类别|目标类别|性质',
  },
  {
    role: 'target',
    pattern:
      '(?:年度|工作|任务|全年|绩效|预期|阶段|整改|整治|治理|创建|本年度|\\d{4}年(?:度)?|量化|建设|改革|推进|攻坚|招商|年度工作)?(?:主要)?目标(?:值|任务|要求|及要求)?|(?:年度|全年|\\d{4}年度?)?(?:计划|指标)值?|任务量|目标任务(?:数|量)?|计划(?:目标|任务)|年度(?:建设)?(?:计划|任务)|考核指标|指标要求',
  },
  {
    role: 'measure',
    pattern:
      '(?:整改|工作|具体|主要|重点|推进|改革|落实|保障|实施|办理|督办|交办|批示|承办)?(?:措施|举措|内容|要求|要点|做法)|(?:建设|项目|任务|主要|具体|整治|实事|改革)(?:建设)?(?:内容|规模|内容及规模|举措)|(?:建设|工作|任务|具体)(?:规模及)?内容及?(?:目标|要求|标准)?|建设规模(?:及内容)?|细化措施|工作安排|整改措施|二级任务|三级任务|子任务',
  },
  {
    role: 'task',
    pattern:
      '(?:\\d{4}年(?:度)?|本年度?)?(?:重点|主要|具体|实事|工作|目标|年度|攻坚|推进|改革|督办|督查|建设|整治|整改|民生|承办|责任|落实|交办|议定|决定|二级|全年|年度重点|年度工作|年度主要|年度目标|重点工作|重大|核心|专项)*(?:工作|任务|事项|项目|实事|指标|要点|清单|工程|要求|建议|问题)(?:任务|事项|名称|内容|清单|描述|分解|要点|及要求|及内容|及目标)?|(?:任务|工作|项目|指标|事项|实事|改革|工程)名称|名称|案由|(?:提案|建议|议案)(?:题目|标题|名称|内容|案由)|(?:工作)?任务(?:及|和|与)(?:措施|要求|目标|内容)|工作内容(?:及|和)要求|议定事项|民生实事|批示内容|(?:诉求|工单|信访|反映)(?:内容|事项)|诉求|实事(?:项目)?|目标任务|任务目标',
  },
]

const WHOLE = LABELS.map(({ role, pattern }) => ({ role, pattern: new RegExp(`^(?:${pattern})$`) }))

/** What our own workbook's columns are read as, whichever language it was written in. */
const OWN: Partial<Record<LedgerColumnKey, LabelRole>> = {
  light: 'ignore',
  code: 'code',
  pillar: 'pillar',
  title: 'task',
  leadUnit: 'lead',
  supportUnits: 'support',
  leader: 'leader',
  assignee: 'person',
  originalDueOn: 'ignore',
  currentDueOn: 'deadline',
  actualShare: 'progress',
  plannedShare: 'ignore',
  kind: 'ignore',
  weight: 'ignore',
  source: 'ignore',
  evidence: 'evidence',
  why: 'ignore',
}
const OWN_HEADINGS = new Map(
  LEDGER_COLUMNS.flatMap(({ key, zh, en }) => {
    const role = OWN[key]
    return role === undefined ? [] : [zh, en].map((heading) => [heading.replace(/\s+/g, ''), role] as const)
  }),
)

/** 责任领导及责任单位: one column for both, the leader first. */
export const LEADER_IN_FRONT = /^[\u4e00-\u9fff]{0,4}领导(?:及|和|、|\/)(?=[\u4e00-\u9fff]{0,4}(?:单位|部门)$)/

/** The role of a label or a table header, in even width and without blanks; null for any other words. */
export function labelRole(even: string): LabelRole | null {
  if (even.length > 60) return null
  const plain = even.replace(/\s+/g, '').replace(/[：]$/, '')
  const own = OWN_HEADINGS.get(plain)
  if (own !== undefined) return own
  const bare = plain
    .replace(/^〔(.*)〕$/, '$1')
    .replace(/（(?:牵头|盖章|全称|排名第一的?为?牵头[^）]*|第一[^）]*|[^（）]{0,12})）$/, '')
    .replace(LEADER_IN_FRONT, '')
    .replace(/(?:及|和|、|\/)(?:其)?(?:责任人|负责人|分管领导|联系人|联系方式|电话)$/, '')
  if (bare.length === 0 || bare.length > 18) return null
  return WHOLE.find(({ pattern }) => pattern.test(bare))?.role ?? null
}

const RESPONSIBLE = new Set<LabelRole>(['lead', 'owner', 'support', 'split', 'leader', 'person', 'deadline'])

/** Labels that say who or when: they make a line or a bracket a statement of responsibility. */
export const isResponsibleRole = (role: LabelRole): boolean => RESPONSIBLE.has(role)
