import { labelRole } from './roles.ts'
import { dateLine, META, NUMBER, SALUTATION, type Sketch } from './sketch.ts'
import type { SourceLine } from './source.ts'
import { isOrderBeforeDash } from './whoBehind.ts'
import { evenWidth } from '../width.ts'

const TITLE_END =
  /(?:通知|方案|纪要|要点|计划|意见|措施|清单|台账|分解表|任务表|一览表|表|办法|决定|报告|通报|函|批复|安排|分工|目标|任务|项目|总结|解读|公告|公示|规划|实事|责任书|分解|简报|推进会|会议|工作|）)$/

const NOTICE_END = /(?:通知|方案|意见|函|决定|通报|批复|公告|公示|请示|报告|纪要|办法|解读|措施|清单|）)$/

/** A notice's title goes on to its kind of paper; any other ends with a word that titles end with. */
const isComplete = (even: string) => (/关于|印发|转发/.test(even) ? NOTICE_END.test(even) : TITLE_END.test(even))

// In a text of a line or two these are the task itself, not its title.
const CHARGES = /负责|牵头|(?:单位|部门|时限)：|[月日底末旬度内](?:之|以)?前|前完成|(?:月|季度)底|^请/

const isTableLine = (text: string) => /\t.*\t|[|｜│].*[|｜│]|[┌├└─]{3}/.test(text)

export function findTitle(head: readonly Sketch[]): { title: string | null; lines: number[] } {
  for (const [at, { line, even }] of head.entries()) {
    if (line.kind === 'cell') return titleInCells(line, even)
    if (
      even.startsWith('标题：') ||
      META.test(even) ||
      NUMBER.test(even) ||
      dateLine(even) ||
      /^(?:附件|附)\d*[：]?$/.test(even)
    )
      continue
    // 云泽区人民政府文件 and ★ stand above the title
    if (/(?:政府|办公室|委员会|局|委|办)文件$/.test(even) || /^[^\u4e00-\u9fffA-Za-z0-9]+$/.test(even)) continue
    if (isTableLine(line.text) || even.length > 90 || even.endsWith('。') || SALUTATION.test(even)) break
    if (head.length <= 3 && (CHARGES.test(even) || isOrderBeforeDash(even))) break
    if (line.label && !line.label.startsWith('第')) break
    const parts = [line]
    for (const next of head.slice(at + 1, at + 3)) {
      const soFar = parts.map((part) => evenWidth(part.text)).join('')
      if (isComplete(soFar) || !continuesTitle(soFar, next)) break
      parts.push(next.line)
    }
    // Words that lead nowhere are no part of the title.
    const whole = parts.map((part) => part.text).join('')
    const kept = parts.length > 1 && !isComplete(evenWidth(whole)) ? [line] : parts
    return { title: kept.map((part) => part.text).join(''), lines: kept.map((part) => part.index) }
  }
  return { title: null, lines: [] }
}

const continuesTitle = (soFar: string, next: Sketch) =>
  !next.line.label &&
  next.line.kind !== 'cell' &&
  soFar.length + next.even.length <= 110 &&
  next.even.length <= 60 &&
  !/[。；：，]$/.test(next.even) &&
  !isTableLine(next.line.text) &&
  !META.test(next.even) &&
  !NUMBER.test(next.even) &&
  dateLine(next.even) === null

/** A table whose first cell is no header has its title there. */
function titleInCells(line: SourceLine, even: string): { title: string | null; lines: number[] } {
  const titled = even.length >= 5 && even.length <= 60 && labelRole(even) === null && !/^\d+$/.test(even)
  return { title: titled && TITLE_END.test(even) ? line.text : null, lines: [] }
}

/** The title of the paper that a notice sends round: a short line of its own behind the signature. */
export function innerTitle(rest: readonly Sketch[]): Sketch | null {
  const found = rest.find(
    ({ line, even }) =>
      line.kind !== 'cell' &&
      !line.label &&
      even.length >= 6 &&
      even.length <= 50 &&
      /(?:方案|清单|表|分工|分解|要点|计划|措施|台账|实事|任务|目标|意见|安排|办法)(?:（[^（）]{1,14}）)?$/.test(
        even,
      ) &&
      !/[，。；：]/.test(even) &&
      !even.startsWith('附件'),
  )
  return found ?? null
}
