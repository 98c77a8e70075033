import { askedOf } from './addressed.ts'
import type { Candidate, CandidateWho } from './candidate.ts'
import { hasMeasure } from '../targets/checkable.ts'
import { type BlockInFront, blocksInFront, measuresUnderTarget } from './labelBlocks.ts'
import { type DeadlineRead, readDeadlineField, readDeadlineSentence } from './deadline.ts'
import { isGeneralDuty, isGeneralHeading } from './duties.ts'
import { headingTime } from './headingTime.ts'
import { headingWho, officeWithPeople } from './headingWho.ts'
import { labelledItems, labelledRecords, labelLinesOf } from './labelled.ts'
import { labelNumber } from './labels.ts'
import { isLoose, loosePieces, plainPieces } from './looseLines.ts'
import type { OutlineNode } from './outline.ts'
import { cutAt, evenAt, type Page } from './page.ts'
import { readRunning, splitCharges } from './running.ts'
import { labelledValues } from './labelValues.ts'
import {
  candidateOf,
  headingOf,
  isLabelLine,
  type Manner,
  type Piece,
  piecesOf,
  type Place,
  type Scene,
  squeezed,
  whoOf,
} from './scene.ts'
import { runInPieces, segmentsOf } from './segments.ts'
import { addSentences, runningIn } from './sentences.ts'
import { share, shareOut, speaksOfSeveral } from './shareOut.ts'
import type { Span } from './source.ts'
import type { TimeFrame } from './times.ts'

const LAST_BRACKET = /[（〔](?:[^（〔）〕]|（[^（）]*）)*[）〕]$/
const OPEN_ENDED = /[^。；！？]$/

/** Everything in the outline that may be a task. */
export function gatherCandidates(page: Page, root: OutlineNode, frame: TimeFrame, manner: Manner): Candidate[] {
  const scene: Scene = { page, frame, manner, found: [] }
  const place: Place = { path: [], general: false, number: null, inherited: null, sectionFrom: 0 }
  if (manner === 'items' && isLoose(root)) {
    for (const line of root.body) for (const piece of loosePieces(scene, line)) addItem(scene, piece, place)
    if (scene.found.length > 0) return scene.found
  }
  visitBodies(scene, root.body, place)
  visitChildren(scene, root, place)
  return scene.found
}

/** What a stretch of text says of a task, taken at its word. */
export function gatherSpan(page: Page, span: Span, frame: TimeFrame): Candidate[] {
  const scene: Scene = { page, frame, manner: 'items', found: [] }
  const place: Place = { path: [], general: false, number: null, inherited: null, sectionFrom: 0 }
  for (const piece of plainPieces(scene, span)) addItem(scene, piece, place)
  return scene.found
}

/** 责任领导：A alone before the items of a group holds for all of them, up to the next such line. */
function leadersLine({ page, frame }: Scene, span: Span | undefined): readonly string[] | null {
  if (!span || !isLabelLine(page, span)) return null
  const values = labelledValues(page, span)
  if (values.length === 0 || !values.every((value) => value.role === 'leader')) return null
  return labelLinesOf({ page, frame, manner: 'items', found: [] }, [span])?.read.leaders ?? null
}

function visitChildren(scene: Scene, node: OutlineNode, place: Place): void {
  const blocks = blocksInFront(scene, node)
  if (blocks) return visitBlocks(scene, blocks, place)
  const begun = scene.found.length
  let leaders = leadersLine(scene, node.body.at(-1))
  for (const child of node.children) {
    const next = leaders === null ? null : leadersLine(scene, child.body.at(-1))
    const from = scene.found.length
    visit(scene, next === null ? child : { ...child, body: child.body.slice(0, -1) }, place)
    if (leaders) giveLeaders(scene, from, leaders)
    leaders = next ?? leaders
  }
  shareLastLabels(scene, node, begun)
}

function visitBlocks(scene: Scene, blocks: readonly BlockInFront[], place: Place): void {
  for (const { read, items } of blocks) {
    const from = scene.found.length
    const inherited = whoOf(read, 'stated_for_several')
    for (const item of items) visit(scene, item, { ...place, inherited })
    const time = read.time ? readDeadlineField(scene.page, read.time, scene.frame) : null
    if (time) giveTime(scene, from, time)
  }
}

/** 1.… 2.… 3.… ⏎ 牵头单位：A: labels under the last of several bare items, and under no other, hold for all of them. */
function shareLastLabels({ found }: Scene, node: OutlineNode, begun: number): void {
  const items = found.slice(begun)
  const last = items.at(-1)
  const bare = items.slice(0, -1)
  if (!last?.who || last.who.rule !== 'label_line' || bare.length === 0) return
  if (items.length !== node.children.length || bare.some(({ who, general }) => who !== null || general)) return
  const who: CandidateWho = { ...last.who, rule: 'stated_for_several' }
  for (const [at, candidate] of bare.entries()) {
    const dated = candidate.deadline ? {} : { deadline: last.deadline, deadlineRule: last.deadlineRule }
    found[begun + at] = { ...candidate, ...dated, who, charge: 'stated' }
  }
}

function giveLeaders({ found }: Scene, from: number, leaders: readonly string[]): void {
  for (const [at, candidate] of found.entries()) {
    if (at < from || !candidate.who || candidate.who.leaders.length > 0) continue
    found[at] = { ...candidate, who: { ...candidate.who, leaders } }
  }
}

function visit(scene: Scene, node: OutlineNode, outer: Place): void {
  const place = { ...outer, number: labelNumber(node.label), general: outer.general || isGeneralNode(scene.page, node) }
  if (node.children.length > 0) visitHeading(scene, node, place)
  else visitLeaf(scene, node, place)
}

const firstSentence = (even: string) => /^[^。；：，]*/.exec(even)?.[0] ?? even
const isGeneralNode = (page: Page, node: OutlineNode) => isGeneralHeading(firstSentence(evenAt(page, node.words)))

function visitHeading(scene: Scene, node: OutlineNode, place: Place): void {
  const { page, frame } = scene
  const segment = segmentsOf(page, node.words, frame)[0]
  const words = segment?.who ? (segment.words[0] ?? node.words) : node.words
  const lines = labelLinesOf(scene, node.body)
  const own = officeWithPeople(page, words, segment?.who ?? lines?.read ?? null) ?? headingWho(page, node.words, frame)
  const inherited = own && own.lead.length > 0 ? whoOf(own, 'stated_for_several') : place.inherited
  const path = [...place.path, headingOf(page, node, words)]
  const from = scene.found.length
  const inner = { ...place, path, inherited, sectionFrom: from }
  const whole = lines ? measuresUnderTarget(scene, node, lines.read) : null
  if (whole) return addPiece(scene, whole, inner)
  visitBodies(scene, lines ? node.body.filter((span) => !lines.spans.includes(span)) : node.body, inner)
  visitChildren(scene, node, { ...inner, number: null })
  if (own && own.leaders.length > 0) giveLeaders(scene, from, own.leaders)
  const time = own?.time ? readDeadlineField(page, own.time, frame) : headingTime(page, words, frame)
  if (time) giveTime(scene, from, time)
}

/** 七月份 over tasks that name no time of their own. */
function giveTime({ found }: Scene, from: number, deadline: DeadlineRead): void {
  for (const [at, candidate] of found.entries()) {
    if (at >= from && !candidate.deadline) found[at] = { ...candidate, deadline, deadlineRule: 'section_heading' }
  }
}

/** Plain paragraphs under a heading or before the first one: only those that name somebody count. */
function visitBodies(scene: Scene, bodies: readonly Span[], place: Place): void {
  for (const record of labelledRecords(scene, bodies)) addPiece(scene, record, place)
  for (const { words, who } of askedOf(scene, bodies)) {
    addItem(scene, { words: [words], who: null, whole: words }, { ...place, inherited: who })
  }
  for (const body of bodies) {
    if (shareOut(scene, body, place) || isLabelLine(scene.page, body)) continue
    const pieces = piecesOf(scene, body).filter((piece) => piece.who !== null)
    const listed = pieces.length === 0 && scene.manner === 'items' ? runInPieces(scene.page, body) : null
    if (pieces.length > 0) for (const piece of pieces) addPiece(scene, piece, place)
    else if (listed)
      for (const { words } of listed.pieces) addItem(scene, { words: [words], who: null, whole: words }, place)
    else if (scene.manner === 'sentences') addSentences(scene, body, place)
  }
}

function visitLeaf(scene: Scene, node: OutlineNode, place: Place): void {
  const { page } = scene
  const bodies = node.body.filter((span) => !speaksOfSeveral(page, span))
  if (bodies.some((span) => isLabelLine(page, span))) {
    for (const [piece, at] of labelledItems(scene, node, bodies, place)) addItem(scene, piece, at)
  } else visitPlain(scene, node, bodies, place)
  for (const body of node.body) if (speaksOfSeveral(page, body)) shareOut(scene, body, place)
}

/** 1.新增…2200个。 ⏎ （市城管局；10月31日前）: a bracket alone on the next line belongs to the item above. */
function withBracketLine(
  { page, frame }: Scene,
  node: OutlineNode,
  bodies: readonly Span[],
): [OutlineNode, readonly Span[]] {
  const [first, ...rest] = bodies
  const segment = first ? segmentsOf(page, first, frame)[0] : undefined
  const alone = segment?.who && segment.words.every((words) => /^[。\s]*$/.test(evenAt(page, words)))
  if (!first || !alone || isLabelLine(page, first)) return [node, bodies]
  const end = first.end
  return [{ ...node, words: { ...node.words, end }, whole: { ...node.whole, end } }, rest]
}

function visitPlain(scene: Scene, item: OutlineNode, below: readonly Span[], place: Place): void {
  const { page } = scene
  const [node, bodies] = withBracketLine(scene, item, below)
  const runIn = runInPieces(page, node.words)
  if (runIn) {
    for (const { label, words } of runIn.pieces) {
      for (const piece of piecesOf(scene, words)) addItem(scene, piece, { ...place, number: labelNumber(label) })
    }
    return visitBodies(scene, bodies, place)
  }
  const own = piecesOf(scene, node.words)
  const named = own.some((piece) => piece.who !== null)
  const open = OPEN_ENDED.test(evenAt(page, node.words).replace(LAST_BRACKET, ''))
  const inner = {
    ...place,
    path: [...place.path, headingOf(page, node)],
    number: null,
    sectionFrom: scene.found.length,
  }
  if (!named && bodies.some((body) => piecesOf(scene, body).some((piece) => piece.who !== null))) {
    return visitBodies(scene, bodies, inner)
  }
  if (!named && scene.manner === 'sentences') return visitSpoken(scene, node, bodies, open ? inner : place)
  if (!named && open && isListOfTasks(page, bodies)) {
    for (const body of bodies) addItem(scene, { words: [body], who: null, whole: body }, inner)
    return
  }
  const sentences = open && !named ? tasksInProse(scene, node, bodies) : null
  if (sentences) {
    for (const words of sentences) addItem(scene, { words: [words], who: null, whole: words }, inner)
    return
  }
  const details = open ? bodies.filter((body) => isDetail(page, body)) : []
  for (const [at, piece] of own.entries())
    addItem(scene, at === own.length - 1 ? withBodies(piece, details) : piece, place)
  if (named)
    visitBodies(
      scene,
      bodies.filter((body) => !details.includes(body)),
      place,
    )
}

function visitSpoken(scene: Scene, node: OutlineNode, bodies: readonly Span[], place: Place): void {
  const isHeading = bodies.length > 0 && OPEN_ENDED.test(evenAt(scene.page, node.words))
  if (!isHeading) addSentences(scene, node.words, place)
  visitBodies(scene, bodies, place)
}

const isListOfTasks = (page: Page, bodies: readonly Span[]) =>
  bodies.length >= 2 && bodies.every((span) => span.end - span.start <= 90 && hasMeasure(evenAt(page, span)))

/** 一、扩大投资 ⏎ 实施项目80个。建成基地2个。: under a section each sentence with a figure or a day is a task; null where one has neither. */
function tasksInProse({ page, frame }: Scene, node: OutlineNode, bodies: readonly Span[]): Span[] | null {
  if (node.rank > 1) return null
  const sentences = bodies.flatMap((body) => cutAt(page, body, /[。；！]/))
  const isOne = (span: Span) =>
    hasMeasure(evenAt(page, span)) || typeof readDeadlineSentence(page, span, frame)?.deadline === 'string'
  return sentences.length >= 2 && sentences.every(isOne) ? sentences : null
}

const isDetail = (page: Page, span: Span) =>
  !/^(?:请|各|以上|上述|本[^市区县])/.test(evenAt(page, span)) && !isGeneralDuty(evenAt(page, span))

function withBodies(piece: Piece, bodies: readonly Span[]): Piece {
  const last = bodies.at(-1)
  if (!last) return piece
  return { ...piece, words: [...piece.words, ...bodies], whole: { start: piece.whole.start, end: last.end } }
}

/**
 * 配合单位：A or 责任单位：A on an item, 牵头单位：B on what stands over it: who is not said below is as said above, and who
 * is 责任单位 supports who leads.
 */
function withInherited(own: CandidateWho | null, above: CandidateWho | null): CandidateWho | null {
  if (!own || !above) return own ?? above
  const owners = own.ownersOnly && above.lead.length > 0 && !above.ownersOnly ? own.lead : []
  if (own.lead.length > owners.length) return own
  const below = [...owners, ...own.supporting]
  const supporting = below.length > 0 ? below : above.supporting
  return {
    ...own,
    lead: above.lead,
    supporting: supporting.filter((name) => !above.lead.includes(name)),
    leaders: own.leaders.length > 0 ? own.leaders : above.leaders,
  }
}

function addPiece(scene: Scene, piece: Piece, place: Place): void {
  const who = withInherited(piece.who ? whoOf(piece.who) : null, place.inherited)
  const candidate = candidateOf(scene, piece, place, 'stated', who)
  if (candidate) scene.found.push(candidate)
}

/** An item of a list: with its bracket or labels, else by its running words, else what its heading says, else nobody. */
function addItem(scene: Scene, piece: Piece, place: Place, beside = false): void {
  const { page } = scene
  if (piece.who && speaksOfSeveral(page, piece.who.span)) {
    addItem(scene, { ...piece, who: null }, place)
    share(scene, piece.who, place)
    return
  }
  if (piece.who && (whoOf(piece.who) || piece.who.time)) return addPiece(scene, piece, place)
  const parts = chargesIn(page, piece)
  if (parts.length > 1) {
    for (const [at, part] of parts.entries()) addItem(scene, part, place, at > 0)
    return
  }
  const running = piece.words.map((span) => runningIn(page, span, beside)).find((read) => read !== null)
  if (running) {
    const who: CandidateWho = { ...running, assignees: [], rule: 'running_text' }
    const candidate = candidateOf(scene, piece, place, running.charged || beside ? 'stated' : 'urged', who)
    if (candidate) scene.found.push({ ...candidate, result: squeezed(page, running.result) })
    return
  }
  const candidate = candidateOf(scene, piece, place, place.inherited ? 'stated' : 'none', place.inherited)
  if (candidate) scene.found.push(candidate)
}

/** 一是A要…；二是B要…: sentences that charge different bodies are tasks of their own; the rest goes with the one before. */
function chargesIn(page: Page, piece: Piece): Piece[] {
  const [words] = piece.words
  if (!words || piece.words.length > 1) return []
  const parts: { start: number; end: number; lead: string }[] = []
  for (const sentence of cutAt(page, words, /[。！；]/).flatMap((one) => splitCharges(page, one))) {
    const beside = parts.some((part) => part.lead !== '')
    const lead = readRunning(page, sentence, beside)?.lead.join('、') ?? ''
    const last = parts.at(-1)
    if (last && (lead === '' || last.lead === '' || lead === last.lead)) {
      last.end = sentence.end
      last.lead ||= lead
    } else parts.push({ ...sentence, lead })
  }
  return parts.map(({ start, end }) => ({ words: [{ start, end }], who: null, whole: { start, end } }))
}
