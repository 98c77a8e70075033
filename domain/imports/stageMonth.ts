import { readNumber } from './labels.ts'
import { evenWidth } from '../width.ts'

const PLAN =
  '(?:度)?(?:工作|阶段|推进|建设|形象)?(?:目标|计划|安排|任务|节点|进度|节点目标|目标任务|进度计划|工作计划)?'
const QUARTER = new RegExp(`^(?:\\d{4}年)?第?([一二三四1-4])季度${PLAN}$`)
const MONTH = new RegExp(`^(?:\\d{4}年)?(?:至|截至)?(1[0-2]|[1-9])月份?(?:底|末)?前?${PLAN}$`)
const HALF = new RegExp(`^(?:\\d{4}年)?([上下])半年${PLAN}$`)

/** The month that a column of a plan by stages ends in: 一季度 → 3, 9月底 → 9, 下半年目标 → 12; null for any other column. */
export function stageMonth(header: string): number | null {
  const bare = evenWidth(header).replace(/\s+/g, '')
  const quarter = QUARTER.exec(bare)?.[1]
  if (quarter) return (readNumber(quarter) ?? 0) * 3
  const month = MONTH.exec(bare)?.[1]
  if (month) return Number(month)
  const half = HALF.exec(bare)?.[1]
  return half ? (half === '上' ? 6 : 12) : null
}
