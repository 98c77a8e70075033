import { readNumber } from './labels.ts'
import { evenWidth } from '../width.ts'

const PLAN =
  '(?:度)?(?:工作|阶段|推进|建设|形象)?(?:目标|计划|安排|任务|节点|进度|节点目标|目标任务|进度计划|工作计划)?'
const QUARTER = new RegExp(`^(?:\\d{4}年)?第?([一二三四1-4])季度${PLAN}$`)
const HALF = new RegExp(`^(?:\\d{4}年)?([上下])半年${PLAN}$`)

/** The month that a column of a plan by stages ends in: 一季度 → 3, 下半年目标 → 12; null for any other column. */
export function stageMonth(header: string): number | null {
  const bare = evenWidth(header).replace(/\s+/g, '')
  const quarter = QUARTER.exec(bare)?.[1]
  if (quarter) return (readNumber(quarter) ?? 0) * 3
  const half = HALF.exec(bare)?.[1]
  return half ? (half === '上' ? 6 : 12) : null
}
