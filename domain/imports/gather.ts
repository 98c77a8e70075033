import { type Candidate, type CandidateWho, NOTHING_MORE } from './candidate.ts'
import { type DeadlineRead, isTimeOnly, readDeadlineField, readDeadlineSentence } from './deadline.ts'
import { hasMeasure, isGeneralDuty, isGeneralHeading } from './duties.ts'
import { labelNumber } from './labels.ts'
import { type OutlineNode, startsWithLabel } from './outline.ts'
import { cutAt, evenAt, type Page, strippedOf, trimmed } from './page.ts'
import { type LabelledValue, labelledValues, readBracket, readLabelled, type Responsibility } from './responsibility.ts'
import { isResponsibleRole } from './roles.ts'
import { readRunning } from './running.ts'
import { runInPieces, segmentsOf } from './segments.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'

/** How to read what nobody marked: sentence by sentence in minutes and news, item by item elsewhere. */
export type Manner = 'sentences' | 'items'

interface Scene {
  readonly page: Page
  readonly frame: TimeFrame
  readonly manner: Manner
  readonly found: Candidate[]
}

interface Place {
  readonly path: readonly string[]
  readonly general: boolean
  readonly number: number | null
  readonly inherited: CandidateWho | null
  /** Where the candidates of this section begin in `found`. */
  readonly sectionFrom: number
}

interface Piece {
  readonly words: readonly Span[]
  readonly who: Responsibility | null
  readonly whole: Span
  readonly lines?: boolean
}

const SHARED = /^(?:（|〔)?(?:以上|上述|前述|第[\d一二三四五六七八九十、至到~和及-]+(?:项|条))/
const OPEN_ENDED = /[^。；！？]$/

/** Everything in the outline that may be a task. */
export function gatherCandidates(page: Page, root: OutlineNode, frame: TimeFrame, manner: Manner): Candidate[] {
  const scene: Scene = { page, frame, manner, found: [] }
  const place: Place = { path: [], general: false, number: null, inherited: null, sectionFrom: 0 }
  visitBodies(scene, root.body, place)
  for (const child of root.children) visit(scene, child, place)
  return scene.found
}

function visit(scene: Scene, node: OutlineNode, outer: Place): void {
  const place = { ...outer, number: labelNumber(node.label), general: outer.general || isGeneralNode(scene.page, node) }
  if (node.children.length > 0) visitHeading(scene, node, place)
  else visitLeaf(scene, node, place)
}

const firstSentence = (even: string) => /^[^。；：，]*/.exec(even)?.[0] ?? even
const isGeneralNode = (page: Page, node: OutlineNode) => isGeneralHeading(firstSentence(evenAt(page, node.words)))

function headingOf(scene: Scene, node: OutlineNode, words: Span): string {
  const text = scene.page.text.slice(node.whole.start, words.end).replace(/\s+/g, ' ').trim()
  return text
    .replace(/。.*$|：$/, '')
    .replace(/[（([〔【]$/, '')
    .trim()
}

function visitHeading(scene: Scene, node: OutlineNode, place: Place): void {
  const { page, frame } = scene
  const segment = segmentsOf(page, node.words, frame)[0]
  const words = segment?.who ? (segment.words[0] ?? node.words) : node.words
  const lines = labelLines(scene, node.body)
  const own = segment?.who ?? lines.read
  const inherited = own ? whoOf(own, 'stated_for_several') : place.inherited
  const path = [...place.path, headingOf(scene, node, words)]
  const inner = { ...place, path, inherited, sectionFrom: scene.found.length }
  visitBodies(
    scene,
    node.body.filter((span) => !lines.spans.includes(span)),
    inner,
  )
  for (const child of node.children) visit(scene, child, { ...inner, number: null })
}

function labelLines(scene: Scene, spans: readonly Span[]): { spans: Span[]; read: Responsibility | null } {
  const labelled = spans.filter((span) => isLabelLine(scene.page, span))
  const values = labelled.flatMap((span) => labelledValues(scene.page, span))
  const first = labelled[0]
  const last = labelled.at(-1)
  if (!first || !last || !values.some((value) => isResponsibleRole(value.role))) return { spans: [], read: null }
  return {
    spans: labelled,
    read: {
      ...readLabelled(scene.page, values, scene.frame),
      rule: 'label_line',
      span: { start: first.start, end: last.end },
    },
  }
}

const isLabelLine = (page: Page, span: Span) => startsWithLabel(evenAt(page, span))

/** Plain paragraphs under a heading or before the first one: only those that name somebody count. */
function visitBodies(scene: Scene, bodies: readonly Span[], place: Place): void {
  for (const body of bodies) {
    if (shareOut(scene, body, place)) continue
    if (isLabelLine(scene.page, body)) continue
    const pieces = piecesOf(scene, body).filter((piece) => piece.who !== null)
    if (pieces.length > 0) for (const piece of pieces) addPiece(scene, piece, place)
    else if (scene.manner === 'sentences') addSentences(scene, body, place)
  }
}

function visitLeaf(scene: Scene, node: OutlineNode, place: Place): void {
  const { page } = scene
  const bodies = node.body.filter((span) => !shareOutLater(page, span))
  if (bodies.some((span) => isLabelLine(page, span))) visitLabelled(scene, node, bodies, place)
  else visitPlain(scene, node, bodies, place)
  for (const body of node.body) if (shareOutLater(page, body)) shareOut(scene, body, place)
}

const shareOutLater = (page: Page, span: Span) => SHARED.test(evenAt(page, span))

function visitPlain(scene: Scene, node: OutlineNode, bodies: readonly Span[], place: Place): void {
  const { page } = scene
  const even = evenAt(page, node.words)
  const runIn = runInPieces(page, node.words)
  if (runIn) {
    const path = [...place.path, ...(runIn.head.end - runIn.head.start > 1 ? [] : [])]
    for (const piece of runIn.pieces) {
      for (const part of piecesOf(scene, piece.words))
        addItem(scene, part, { ...place, path, number: labelNumber(piece.label) })
    }
    return visitBodies(scene, bodies, place)
  }
  const own = piecesOf(scene, node.words)
  const ownWho = own.some((piece) => piece.who !== null)
  const named = bodies.filter((body) => piecesOf(scene, body).some((piece) => piece.who !== null))
  const open = OPEN_ENDED.test(even.replace(/[（〔][^（〔]*[）〕]$/, ''))
  if (!ownWho && named.length > 0) {
    const inner = {
      ...place,
      path: [...place.path, headingOf(scene, node, node.words)],
      sectionFrom: scene.found.length,
    }
    return visitBodies(scene, bodies, inner)
  }
  if (scene.manner === 'sentences' && !ownWho) {
    const path = open && bodies.length > 0 ? [...place.path, headingOf(scene, node, node.words)] : place.path
    if (!open || bodies.length === 0) addSentences(scene, node.words, place)
    return visitBodies(scene, bodies, { ...place, path })
  }
  const list = !ownWho && open && bodies.length >= 2 && bodies.every((body) => isOneLineTask(page, body))
  if (list) {
    const inner = { ...place, path: [...place.path, headingOf(scene, node, node.words)], number: null }
    for (const body of bodies) addItem(scene, { words: [body], who: null, whole: body }, inner)
    return
  }
  const details = open
    ? bodies.filter((body) => !/^(?:各|以上|上述)/.test(evenAt(page, body)) && !isGeneralDuty(evenAt(page, body)))
    : []
  for (const [at, piece] of own.entries()) {
    const last = at === own.length - 1
    addItem(scene, last ? withBodies(piece, details) : piece, place)
  }
  if (ownWho)
    visitBodies(
      scene,
      bodies.filter((body) => !details.includes(body)),
      place,
    )
}

const isOneLineTask = (page: Page, span: Span) => span.end - span.start <= 90 && hasMeasure(evenAt(page, span))

function withBodies(piece: Piece, bodies: readonly Span[]): Piece {
  const last = bodies.at(-1)
  return last
    ? { ...piece, words: [...piece.words, ...bodies], whole: { start: piece.whole.start, end: last.end } }
    : piece
}

interface Group {
  readonly words: Span[]
  readonly values: LabelledValue[]
  end: number
}

/** Items whose labels stand on lines of their own; several such items can follow under one number. */
function visitLabelled(scene: Scene, node: OutlineNode, bodies: readonly Span[], place: Place): void {
  const { page, frame } = scene
  const groups: Group[] = [{ words: [node.words], values: [], end: node.whole.end }]
  for (const body of bodies) {
    const current = groups.at(-1)
    if (!current) break
    if (isLabelLine(page, body)) {
      current.values.push(...labelledValues(page, body))
      current.end = body.end
    } else if (current.values.length > 0) groups.push({ words: [body], values: [], end: body.end })
    else current.words.push(body)
  }
  for (const group of groups) {
    if (group.values.length === 0) continue
    const start = group.words[0]?.start ?? node.whole.start
    const read = readLabelled(page, group.values, frame)
    const who: Responsibility = {
      ...read,
      rule: 'label_line',
      span: { start: group.values[0]?.label.start ?? start, end: group.end },
    }
    const problem =
      /^(?:问题|反馈)/.test(node.label) ||
      /^(?:存在)?问题|^关于.{2,80}问题(?:方面)?[。：]?$/.test(evenAt(page, node.words))
    const said = group.values.filter(
      (value) => value.role === 'measure' || value.role === 'task' || value.role === 'target',
    )
    const whole = { start: group.words[0] === node.words ? node.whole.start : start, end: group.end }
    if (problem && said.length > 0) {
      const path = [...place.path, headingOf(scene, node, node.words)]
      addItem(scene, { words: said.map((value) => value.value), who, whole, lines: true }, { ...place, path })
    } else
      addItem(scene, { words: [...group.words, ...said.map((value) => value.value)], who, whole, lines: true }, place)
  }
}

/** A paragraph's pieces: by brackets, or before labels that run in: …改造。责任单位：A，配合单位：B。 */
function piecesOf(scene: Scene, span: Span): Piece[] {
  const { page, frame } = scene
  const segments = segmentsOf(page, span, frame)
  if (segments.some((segment) => segment.who !== null)) return segments.map((segment) => ({ ...segment }))
  const values = labelledValues(page, span)
  const first = values.find((value) => isResponsibleRole(value.role))
  if (!first) return [{ words: [span], who: null, whole: span }]
  const cut = values
    .filter((value) => value.label.start >= first.label.start)
    .map((value) => ({ ...value, value: cutAt(page, value.value, /。/)[0] ?? value.value }))
  const read = readLabelled(page, cut, frame)
  const nobody = read.lead.length + read.leaders.length + read.supporting.length === 0
  if (nobody && !read.time) return [{ words: [span], who: null, whole: span }]
  const who: Responsibility = { ...read, rule: 'label_line', span: { start: first.label.start, end: span.end } }
  return [{ words: [strippedOf(page, { start: span.start, end: first.label.start }, '，；')], who, whole: span }]
}

function whoOf(read: Responsibility, rule = read.rule): CandidateWho | null {
  if (read.lead.length + read.supporting.length + read.leaders.length + read.assignees.length === 0) return null
  return {
    lead: read.lead,
    supporting: read.supporting,
    leaders: read.leaders,
    assignees: read.assignees,
    rule,
    span: read.span,
  }
}

function deadlineOf(
  scene: Scene,
  who: Responsibility | null,
  words: readonly Span[],
): { read: DeadlineRead | null; rule: Candidate['deadlineRule'] } {
  const { page, frame } = scene
  if (who?.time) {
    const read = readDeadlineField(page, who.time, frame)
    if (read)
      return {
        read,
        rule: who.rule === 'label_line' || who.rule === 'bracket_label' ? 'date_label' : 'date_in_bracket',
      }
  }
  const reads = words.flatMap((span) => {
    const labelled = /^(?:完成)?时限：/.test(evenAt(page, span)) || isTimeOnly(page, span, frame)
    const read = labelled ? readDeadlineField(page, span, frame) : readDeadlineSentence(page, span, frame)
    return read ? [read] : []
  })
  const dated = reads.filter((read) => read.deadline !== null || read.yearMissing)
  const last = [...dated].sort((a, b) => (a.deadline ?? '').localeCompare(b.deadline ?? '')).at(-1)
  const read = last
    ? { ...last, stages: dated.flatMap((one) => one.stages) }
    : (reads.find((one) => one.ongoing) ?? reads[0] ?? null)
  return { read, rule: 'date_in_sentence' }
}

const squeeze = (text: string) =>
  text
    .replace(/\s*\n\s*/g, '')
    .replace(/[\u3000 ]{2,}/g, ' ')
    .trim()

function textOf(page: Page, words: readonly Span[]): string {
  const parts = words
    .map((span) => squeeze(page.text.slice(span.start, span.end)))
    .filter((part) => !/^[。；，、\s]*$/.test(part))
  return parts.reduce(
    (text, part) =>
      text === '' ? part : text + (/[。；：！？，、]$/.test(text) || /^[。；，]/.test(part) ? '' : '：') + part,
    '',
  )
}

function candidateOf(
  scene: Scene,
  piece: Piece,
  place: Place,
  charge: Candidate['charge'],
  who: CandidateWho | null,
): Candidate | null {
  const { page } = scene
  const words = piece.words.map((span) => trimmed(page, span)).filter((span) => span.end > span.start)
  const first = words[0]
  const last = words.at(-1)
  const text = textOf(page, words)
  if (!first || !last || text.length < 4) return null
  const deadline = deadlineOf(scene, piece.who, words)
  const others = piece.who?.others ?? []
  const said = (role: LabelledValue['role']) => {
    const value = others.find((other) => other.role === role)?.value
    return value ? squeeze(page.text.slice(value.start, value.end)) : null
  }
  return {
    ...NOTHING_MORE,
    text,
    result: null,
    source: trimmed(page, piece.whole),
    textSpan: { start: first.start, end: last.end },
    sectionPath: place.path,
    number: place.number,
    who,
    deadline: deadline.read,
    deadlineRule: deadline.rule,
    evidence: said('evidence'),
    targetText: said('target'),
    progressText: said('progress'),
    charge,
    general: place.general,
  }
}

function addPiece(scene: Scene, piece: Piece, place: Place): void {
  const who = piece.who ? whoOf(piece.who) : null
  const candidate = candidateOf(scene, piece, place, 'stated', who)
  if (candidate) scene.found.push(candidate)
}

/** An item of a list: with its bracket or labels, else by its running words, else what its heading says, else nobody. */
function addItem(scene: Scene, piece: Piece, place: Place): void {
  const { page } = scene
  if (piece.who && SHARED.test(evenAt(page, piece.who.span))) {
    addItem(scene, { ...piece, who: null }, place)
    share(scene, piece.who, place)
    return
  }
  const own = piece.who ? whoOf(piece.who) : null
  if (piece.who && (own || piece.who.time)) return addPiece(scene, piece, place)
  const running = piece.words.map((span) => runningIn(page, span)).find((read) => read !== null)
  if (running) {
    const who: CandidateWho = { ...running, assignees: [], rule: 'running_text' }
    const candidate = candidateOf(scene, piece, place, running.charged ? 'stated' : 'urged', who)
    if (candidate) scene.found.push({ ...candidate, result: resultOf(page, running.result) })
    return
  }
  const candidate = candidateOf(scene, piece, place, place.inherited ? 'stated' : 'none', place.inherited)
  if (candidate) scene.found.push(candidate)
}

const resultOf = (page: Page, span: Span) => squeeze(page.text.slice(span.start, span.end))

function runningIn(page: Page, span: Span) {
  for (const sentence of cutAt(page, span, /[。！；]/)) {
    const read = readRunning(page, sentence)
    if (read) return read
  }
  return null
}

/** Minutes and news: each sentence that charges somebody is a candidate; a sentence that only says when belongs to the one before. */
function addSentences(scene: Scene, paragraph: Span, place: Place): void {
  const { page, frame } = scene
  let before: Span | null = null
  for (const sentence of cutAt(page, paragraph, /[。！；]/)) {
    const read = readRunning(page, sentence)
    const last = scene.found.at(-1)
    if (!read) {
      const belongs =
        last &&
        last.source.start >= paragraph.start &&
        (isTimeOnly(page, sentence, frame) || /^(?:确保|力争|此项|该项|上述)/.test(evenAt(page, sentence)))
      if (belongs) extendLast(scene, sentence, place)
      before = sentence
      continue
    }
    const about: boolean = /^(?:会议[\u4e00-\u9fff]{2}，)?(?:该|此)项/.test(evenAt(page, sentence)) && before !== null
    const words: Span[] = about && before ? [before, sentence] : [sentence]
    const whole = { start: words[0]?.start ?? sentence.start, end: sentence.end }
    const who: CandidateWho = { ...read, assignees: [], rule: 'running_text' }
    const candidate = candidateOf(scene, { words, who: null, whole }, place, read.charged ? 'stated' : 'urged', who)
    if (candidate) scene.found.push({ ...candidate, result: resultOf(page, read.result) })
    before = null
  }
}

function extendLast(scene: Scene, sentence: Span, place: Place): void {
  const last = scene.found.pop()
  if (!last) return
  const words = [last.textSpan, sentence]
  const again = candidateOf(
    scene,
    { words, who: null, whole: { start: last.source.start, end: sentence.end } },
    place,
    last.charge,
    last.who,
  )
  scene.found.push(again ? { ...again, result: last.result } : last)
}

/** 以上3项由A牵头，B配合; 第4、5项由C负责: said once for several items. True where the paragraph is such a statement. */
function shareOut(scene: Scene, paragraph: Span, place: Place): boolean {
  const { page, frame } = scene
  if (!SHARED.test(evenAt(page, paragraph))) return false
  const inner = strippedOf(page, paragraph, '（）〔〕。')
  const read = readBracket(page, inner, frame)
  if (!read) return false
  share(scene, read, place)
  return true
}

function share(scene: Scene, read: Responsibility, place: Place): void {
  const who = whoOf(read, 'stated_for_several')
  const time = read.time ? readDeadlineField(scene.page, read.time, scene.frame) : null
  for (const at of sharedTargets(scene, read, place)) {
    const candidate = scene.found[at]
    if (!candidate || candidate.who !== null) continue
    scene.found[at] = {
      ...candidate,
      who,
      charge: 'stated',
      deadline: time ?? candidate.deadline,
      deadlineRule: time ? 'date_in_bracket' : candidate.deadlineRule,
    }
  }
}

function sharedTargets(scene: Scene, read: Responsibility, place: Place): number[] {
  const even = evenAt(scene.page, read.span)
  const all = scene.found.map((_, at) => at)
  const listed = /^(?:（|〔)?第([\d一二三四五六七八九十、至到~和及-]+)(?:项|条)/.exec(even)?.[1]
  if (listed) {
    const wanted = numbersIn(listed)
    return all.filter((at) => wanted.includes(scene.found[at]?.number ?? -1) && at >= place.sectionFrom)
  }
  const count = labelNumber(/^(?:（|〔)?(?:以上|上述|前述)([\d一二两三四五六七八九十]+)/.exec(even)?.[1] ?? '')
  if (count) return all.slice(-count)
  return all.slice(place.sectionFrom)
}

function numbersIn(listed: string): number[] {
  return listed.split(/[、和及]/).flatMap((part) => {
    const [from, to] = part.split(/[至到~-]/).map((end) => labelNumber(end))
    if (from == null) return []
    return Array.from({ length: Math.max(1, (to ?? from) - from + 1) }, (_, step) => from + step)
  })
}
