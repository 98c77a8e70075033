import { counted } from '#domain/counted.ts'
import type { Bound, Change, Indicator } from '#domain/targets/indicators.ts'
import type { Lack } from '#domain/targets/lint.ts'
import type { Proposal } from '#domain/targets/proposals.ts'

type Of<Kind extends Proposal['kind']> = Extract<Proposal, { kind: Kind }>

export interface TargetsText {
  readonly title: string
  readonly lacks: (lacks: readonly Lack[]) => string
  readonly lack: Readonly<Record<Lack, string>>
  readonly vague: (verbs: readonly string[]) => string
  readonly numbers: (count: number) => string
  readonly indicator: (one: Indicator) => string
  readonly proposals: { readonly [Kind in Proposal['kind']]: (proposal: Of<Kind>) => string }
  readonly write: string
  readonly asWorded: string
  readonly taken: string
}

const LACK_ZH: Record<Lack, string> = { result: '成果', number: '数量', date: '时限', evidence: '佐证' }
const LACK_EN: Record<Lack, string> = { result: 'a result', number: 'a number', date: 'a date', evidence: 'evidence' }
const CHANGE_ZH: Record<Change, string> = { reach: '', growBy: '增长 ', fallBy: '下降 ' }
const CHANGE_EN: Record<Change, string> = { reach: '', growBy: 'up by ', fallBy: 'down by ' }
const BOUND_ZH: Record<Bound, string> = { exactly: '', atLeast: '至少 ', atMost: '至多 ', about: '约 ' }
const BOUND_EN: Record<Bound, string> = { exactly: '', atLeast: 'at least ', atMost: 'at most ', about: 'about ' }

const zh: TargetsText = {
  title: '目标检查',
  lacks: (lacks) => `缺${lacks.map((one) => LACK_ZH[one]).join('、')}`,
  lack: {
    result: '没有写做成什么：没有数量、文件、地点等可核验的内容。',
    number: '没有数量，做了多少说不清。',
    date: '没有日期，何时算完成说不清。',
    evidence: '没有佐证，凭什么验收说不清。',
  },
  vague: (verbs) => `${verbs.map((verb) => `“${verb}”`).join('')}无法验收`,
  numbers: (count) => `${count} 个数字`,
  indicator: ({ name, change, bound, value, unit }) =>
    [name, `${CHANGE_ZH[change]}${BOUND_ZH[bound]}${value} ${unit}`].filter(Boolean).join(' '),
  proposals: {
    target: ({ words, value, measure }) => `目标值可写 ${value} ${measure}（原文“${words}”）。`,
    measure: ({ thing, measure }) => `可写明“${thing}”的数量，例如多少${measure}。`,
    steps: ({ titles }) => `可按原文分步：${titles.join('、')}，各定日期。`,
    evidence: ({ words }) => `佐证可写“${words}”。`,
  },
  write: '写入',
  asWorded: '照原文，不再提示',
  taken: '目标照原文',
}

const en: TargetsText = {
  title: 'Target check',
  lacks: (lacks) => `missing ${lacks.map((one) => LACK_EN[one]).join(', ')}`,
  lack: {
    result: 'It does not say what will be there: no number, paper, place or other thing to check.',
    number: 'Without a number nobody can tell how much was done.',
    date: 'Without a date nobody can tell when it is done.',
    evidence: 'Without evidence nobody can tell by what it is accepted.',
  },
  vague: (verbs) => `${verbs.map((verb) => `“${verb}”`).join(', ')} cannot be checked`,
  numbers: (count) => counted(count, 'number'),
  indicator: ({ name, change, bound, value, unit }) =>
    [name, `${CHANGE_EN[change]}${BOUND_EN[bound]}${value} ${unit}`].filter(Boolean).join(' '),
  proposals: {
    target: ({ words, value, measure }) => `The target could be ${value} ${measure} (“${words}”).`,
    measure: ({ thing, measure }) => `Say how many: “${thing}”, counted in ${measure}.`,
    steps: ({ titles }) => `Its own stages could be steps with dates: ${titles.join(', ')}.`,
    evidence: ({ words }) => `Evidence could be “${words}”.`,
  },
  write: 'Write it in',
  asWorded: 'Take it as worded, say no more',
  taken: 'Target as worded',
}

export const targetsText = { zh, en }
