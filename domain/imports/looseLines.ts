import type { OutlineNode } from './outline.ts'
import { hasMeasure } from '../targets/checkable.ts'
import { readDeadlineSentence } from './deadline.ts'
import { hasConcreteVerb, isPast } from './duties.ts'
import { cutAt, evenAt } from './page.ts'
import { readRunning } from './running.ts'
import { type Piece, piecesOf, type Scene } from './scene.ts'
import type { Span } from './source.ts'
import { findTimes } from './times.ts'
import { partsAtMarks, whoBehind } from './whoBehind.ts'

/*
 * A line or two pasted by themselves, without heading or number: 安装烟感报警器500个，民政局负责，12月15日前. Each that says who
 * or by when is taken at its word; what it leaves open becomes a doubt.
 */

const MOST_LINES = 3
const MOST_CHARACTERS = 160
const MOST_SENTENCES = 2

// What happened, what somebody heard, and a day in front are news.
const TOLD = /已|截至|累计|同比|获悉|了解到|据悉|介绍|表示|以来|今年全|召开|举行/
const DATELINE = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日[\u4e00-\u9fff]{0,4}，|^(?:昨日|近日|日前|今天)/
const DUTIES = /分管|协助.{2,6}(?:负责|抓)|主持.{0,8}工作/

/** Whether a text is but a line or two, none of them numbered. */
export const isLoose = (root: OutlineNode): boolean =>
  root.children.length === 0 && root.body.length >= 1 && root.body.length <= MOST_LINES

/** The pieces of a loose line that are tasks on their face; none where it tells, or says neither who nor when. */
export function loosePieces(scene: Scene, line: Span): Piece[] {
  const { page, frame } = scene
  const even = evenAt(page, line)
  if (even.length > MOST_CHARACTERS || cutAt(page, line, /。/).length > MOST_SENTENCES) return []
  if (TOLD.test(even) || DUTIES.test(even) || DATELINE.test(even) || isPast(even)) return []
  const [first, ...others] = plainPieces(scene, line)
  if (first && (first.who !== null || others.length > 0)) return [first, ...others]
  const read = readRunning(page, line)
  const due = readDeadlineSentence(page, line, frame)
  const checkable = due !== null || hasMeasure(even)
  const charged = read !== null && read.named && checkable
  return charged || (read === null && due !== null && isOrder(even)) ? [{ words: [line], who: null, whole: line }] : []
}

/** A line's pieces with who they name: in brackets, behind labels, or as names alone at the end; else the line whole. */
export function plainPieces(scene: Scene, line: Span): Piece[] {
  const marked = piecesOf(scene, line).filter(({ who }) => who !== null)
  if (marked.length > 0) return marked
  return [
    whoBehind(scene.page, line, scene.frame, partsAtMarks(scene.page, line)) ?? {
      words: [line],
      who: null,
      whole: line,
    },
  ]
}

/** 10月底前改造老旧小区6个, 改造老旧小区6个，10月底前完成: what to do and by when, to nobody. */
function isOrder(even: string): boolean {
  const time = findTimes(even, { year: 2000, on: null })[0]
  const rest = time?.start === 0 ? even.slice(time.end).replace(/^，/, '') : even
  return hasMeasure(rest) && hasConcreteVerb(rest.slice(0, 4))
}
