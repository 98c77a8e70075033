import { read } from '#domain/imports/examples/read.ts'

const SMALL = 3000
const TIMES = 8

/** Lines that no office writes and that somebody may send, by their length. */
const LINES: Record<string, (size: number) => string> = {
  'blanks behind a task': (size) => `1.新建公园3座${' '.repeat(size * 10)}（区住建局牵头，6月底前完成）`,
  'blanks before a task': (size) => `1.${'\u3000'.repeat(size * 10)}新建公园3座（区住建局牵头，6月底前完成）`,
  'months in a bracket': (size) => `1.新建公园3座（区住建局牵头，${'6月、'.repeat(size)}）`,
  'months with what is done in them': (size) => `1.新建公园3座，${'6月底前完成，'.repeat(size)}（区住建局牵头）`,
  'months and nothing between them': (size) => `1.新建公园3座，${'6月'.repeat(size)}（区住建局牵头）`,
  'months in a cell': (size) =>
    `序号\t任务\t牵头单位\t完成时限\n1\t新建公园3座\t区住建局\t${'6月；'.repeat(size)}\n2\t新建公园5座\t区住建局\t6月`,
  'tails of pinyin': (size) => `1.新建公園${'(yuán)'.repeat(size)}3座（区住建局牵头，6月底前完成）`,
  'numbers between blanks': (size) => `新建公园3座，区住建局牵头。${'10 '.repeat(size)}`,
  'digits without end': (size) => `1.新建公园${'1'.repeat(size)}座（区住建局牵头，6月底前完成）`,
  'units without end': (size) => `1.新建公园3座（${'区住建局、'.repeat(size)}6月底前完成）`,
}

/** The quickest of some readings, in milliseconds: what else the machine does only ever makes one longer. */
function quickest(text: string, times: number): number {
  const takes = [0, 1, 2].map(() => {
    const from = performance.now()
    for (let time = 0; time < times; time += 1) read(text, { planYear: 2026 })
    return performance.now() - from
  })
  return Math.min(...takes)
}

/**
 * What a line takes over eight lines of an eighth of it, by the kind of line: about 1, as much work on either side; 8
 * where each place looks at all the others.
 */
export function longLines(): Record<string, number> {
  const ratios = Object.entries(LINES).map(([name, line]) => {
    quickest(line(SMALL), 1) // once before it counts, so that the program is warm
    return [name, quickest(line(SMALL * TIMES), 1) / quickest(line(SMALL), TIMES)] as const
  })
  return Object.fromEntries(ratios)
}
