import { labelRole, type LabelRole } from './roles.ts'

/*
 * Headers of tables that an office made up itself are known by what they end with, and by what they begin with where
 * the end alone says too little: 中标单位 and 立项时间 are no one's task and no term.
 */

const UNITS = '(?:单位|部门|科室|股室|乡镇|主体)'

const ENDINGS: readonly { readonly role: LabelRole; readonly pattern: RegExp }[] = [
  { role: 'ignore', pattern: /(?:问题|表述|症结|堵点|痛点|难点|短板|弱项|现状|现象|背景|依据|成因|原因)$/ },
  {
    role: 'support',
    pattern: new RegExp(
      `^(?:联动|关联|辅助|会商|协调|助力|保障|后援|参战|支援).{0,4}${UNITS}$|^谁来?(?:配合|协助|支持)$`,
    ),
  },
  {
    role: 'lead',
    pattern: new RegExp(`^(?:首责|主抓|主推|主攻|领办|总抓|领衔|挂帅|归口|统筹).{0,4}${UNITS}$`),
  },
  {
    role: 'owner',
    pattern: new RegExp(
      `^(?:承接|攻坚|推进|操作|具体|直接|属地|行业|认领|包干|承诺|整改|落实|实施).{0,4}${UNITS}$|^谁来?(?:干|办|做|抓|牵头|负责)$`,
    ),
  },
  { role: 'leader', pattern: /^(?:牵头抓总|挂帅出征|领衔攻坚|包案化解|坐镇指挥)领导$/ },
  {
    role: 'deadline',
    pattern:
      /^(?:见效|达效|交账|交卷|兑现|收官|清零|到位|结题|结项|关账|过关|投用|落地|达成|最迟|最晚|限定|攻坚|销账|整改|完成|办结).{0,4}(?:时间|时限|期限|日期|节点|时点)$|^(?:何时|几时|什么时候)(?:能|要)?(?:干|办|做|完|建)?(?:成|好|完|结)?$/,
  },
  { role: 'evidence', pattern: /(?:成果|产出)$|^[干办做]成什么样$|^什么标准$/ },
  { role: 'measure', pattern: /(?:措施|举措|办法|对策|做法|路径|打法|步骤|动作|突破点|切入点|着力点|发力点)$/ },
  {
    role: 'task',
    pattern:
      /(?:题目|课题|议题|大事|要事|实事|行动)$|^[干办做]什么$|^(?:承诺|攻坚|领办|认领|领衔|包抓).{0,2}(?:事项|任务|项目|内容)$|^(?:行动|举措|战役|攻坚战)名称$/,
  },
]

const MOST_LETTERS = 8

/** The role of a table's header, in even width: what such a label says anywhere, else what an office means by it. */
export const columnRole = (even: string): LabelRole | null => labelRole(even) ?? ownWord(even.replace(/\s+/g, ''))

const ownWord = (plain: string): LabelRole | null =>
  plain.length > MOST_LETTERS ? null : (ENDINGS.find(({ pattern }) => pattern.test(plain))?.role ?? null)
