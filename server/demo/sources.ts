import { DISTRICT } from './district.ts'
import type { DemoPillarMark, DemoSource, DemoSupport } from './demo.types.ts'
import type { SourceKind } from '#domain/tasks/task.ts'

/** A document the year's tasks come from, and when the office worked through it: month-days, or days after issue. */
type SourceDocument = {
  kind: SourceKind
  /** {y} is the plan year, {p} the year before. */
  title: string
  number: string
  /** `p12-26` is in the year before. */
  issued: string
}

export const SOURCE_DOCUMENTS: Record<string, SourceDocument> = {
  W: { kind: 'annualPlan', title: '{y}年清源区政府工作报告', number: '清府〔{p}〕52号', issued: 'p12-26' },
  P: { kind: 'annualPlan', title: '中共清源区委{y}年工作要点', number: '清委〔{p}〕38号', issued: 'p12-29' },
  B: {
    kind: 'annualPlan',
    title: '关于分解落实{y}年度重点工作任务的通知',
    number: '清委办〔{y}〕6号',
    issued: '01-09',
  },
  C: {
    kind: 'superiorDocument',
    title: '泽安市下达各区{y}年度目标任务的通知',
    number: '泽政办〔{y}〕9号',
    issued: '01-22',
  },
  T: { kind: 'proposal', title: '代表建议和政协提案交办单', number: '清建提〔{y}〕24号', issued: '02-26' },
  M1: { kind: 'meeting', title: '清源区联席会议纪要', number: '清联纪〔{y}〕1号', issued: '01-19' },
  M2: { kind: 'meeting', title: '清源区联席会议纪要', number: '清联纪〔{y}〕2号', issued: '04-21' },
  M3: { kind: 'meeting', title: '清源区联席会议纪要', number: '清联纪〔{y}〕3号', issued: '07-21' },
  M4: { kind: 'meeting', title: '清源区联席会议纪要', number: '清联纪〔{y}〕4号', issued: '10-20' },
  D1: { kind: 'directive', title: '区主要领导批示抄清', number: '清督批〔{y}〕7号', issued: '03-09' },
  D2: { kind: 'directive', title: '区主要领导批示抄清', number: '清督批〔{y}〕19号', issued: '05-11' },
  D3: { kind: 'directive', title: '区主要领导批示抄清', number: '清督批〔{y}〕26号', issued: '06-15' },
  D4: { kind: 'directive', title: '区主要领导批示抄清', number: '清督批〔{y}〕35号', issued: '08-17' },
  D5: { kind: 'directive', title: '区主要领导批示抄清', number: '清督批〔{y}〕41号', issued: '09-14' },
  D6: { kind: 'directive', title: '区主要领导批示抄清', number: '清督批〔{y}〕53号', issued: '11-17' },
  X1: { kind: 'difficulty', title: '困难问题提请协调单', number: '清困〔{y}〕5号', issued: '05-14' },
  X2: { kind: 'difficulty', title: '困难问题提请协调单', number: '清困〔{y}〕13号', issued: '09-08' },
}

const OPENINGS: Record<DemoPillarMark, string[]> = {
  党: ['把组织优势转化为治理优势', '坚持严的基调不动摇', '让党员干部在一线受检验'],
  工: ['制造业是清源的立身之本', '把要素向好项目倾斜', '推动老厂焕新、新厂快投'],
  商: ['让街区有人气、商户有生意', '以开放换增量', '把服务做到市场主体开口之前'],
  文: ['把好资源放到家门口', '办好每一所学校', '让文脉留得住、用得上'],
  交: ['先把路修到群众和企业最需要的地方', '打通堵点卡点', '让出行更快更稳'],
  环: ['对照群众的鼻子和眼睛抓治理', '守住山水林田的底线', '一条河一条河地治'],
  健: ['紧盯看病、养老、就业三件大事', '兜牢民生底线', '把服务半径缩短到一刻钟'],
  安: ['宁可防在前、不可抢在后', '小事不出网格、大事不出镇街', '把隐患消灭在萌芽'],
}

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const
const numeral = (count: number): string =>
  count <= 10
    ? (NUMERALS[count - 1] ?? '')
    : `${count < 20 ? '' : NUMERALS[Math.floor(count / 10) - 1]}十${NUMERALS[(count % 10) - 1] ?? ''}`

const shortNames = new Map(DISTRICT.units.map(({ key, shortName }) => [key, shortName]))

/** 区科工信局, as documents of the district call a unit. */
const called = (unit: string): string => {
  const name = shortNames.get(unit) ?? ''
  return /^区|镇$|街道$|管委会$|集团$/.test(name) ? name : `区${name}`
}

const spokenDay = (on: string): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8, 10))}日`

type Quoted = {
  pillar: DemoPillarMark
  /** Position of the task among those of its document and pillar, from 1. */
  place: number
  result: string
  leadUnit: string
  supports: DemoSupport[]
  dueOn: string
}

const dutiesOf = ({ leadUnit, supports, dueOn }: Quoted): string => {
  const helpers = supports.map(({ unit }) => called(unit)).join('、')
  return `〔${called(leadUnit)}牵头${helpers === '' ? '' : `，${helpers}配合`}，${spokenDay(dueOn)}前完成〕`
}

const placeOf = (document: string, pillarNumber: number, place: number): string | null => {
  if (document === 'W') return `第三部分（${numeral(pillarNumber)}）`
  if (document === 'P') return `第${numeral(pillarNumber + 1)}部分第${place}条`
  if (document === 'B' || document === 'C') return `附件${pillarNumber}第${place}项`
  return document.startsWith('M') ? `议定事项第${place + pillarNumber - 1}项` : null
}

const QUOTES: Record<string, (task: Quoted) => string> = {
  W: (task) => `${OPENINGS[task.pillar][task.place % 3] ?? ''}，${task.result}。`,
  P: (task) => `${OPENINGS[task.pillar][(task.place + 1) % 3] ?? ''}，${task.result}。`,
  B: (task) => `（${numeral(task.place)}）${task.result}。${dutiesOf(task)}`,
  C: (task) => `清源区：${task.result}，${spokenDay(task.dueOn)}前报告结果。`,
  T: (task) => `建议${task.result}。${dutiesOf(task)}`,
  M: (task) => `会议议定：由${called(task.leadUnit)}牵头，${task.result}，${spokenDay(task.dueOn)}前完成。`,
  D: (task) => `请${called(task.leadUnit)}抓紧研究办理：${task.result}。${spokenDay(task.dueOn)}前报结果。`,
  X: (task) => `协调意见：${called(task.leadUnit)}牵头，${task.result}，${spokenDay(task.dueOn)}前答复提出单位。`,
}

const inYear = (text: string, year: number): string =>
  text.replaceAll('{y}', String(year)).replaceAll('{p}', String(year - 1))

/** The day a document was issued, for a plan year. */
export function issuedOn(document: string, year: number): string {
  const issued = SOURCE_DOCUMENTS[document]?.issued ?? '01-09'
  return issued.startsWith('p') ? `${year - 1}-${issued.slice(1)}` : `${year}-${issued}`
}

/** The source of a task: which document, where in it, and the quoted words. */
export function sourceOf(document: string, year: number, pillarNumber: number, task: Quoted): DemoSource {
  const known = SOURCE_DOCUMENTS[document]
  const quote = QUOTES[document.slice(0, 1)]
  if (!known || !quote) throw new Error(`unknown demo document ${document}`)
  return {
    kind: known.kind,
    title: inYear(known.title, year),
    number: inYear(known.number, year),
    issuedOn: issuedOn(document, year),
    place: placeOf(document, pillarNumber, task.place),
    quote: quote(task),
  }
}
