import { acceptTasks } from './accept.ts'
import type { Candidate } from './candidate.ts'
import { type DocumentHead, readHead } from './documentHead.ts'
import { doubtsOf, type YearOrigin } from './doubts.ts'
import type { Draft, DraftedDocument, DraftMilestone } from './draft.ts'
import { explain } from './explain.ts'
import { gatherCandidates } from './gather.ts'
import { type Grid, gridsOfCells } from './grid.ts'
import { readLedger } from './ledger.ts'
import { readNews } from './meetingNews.ts'
import { outlineOf } from './outline.ts'
import { pageOf } from './page.ts'
import { type TellProgress, untold } from './progress.ts'
import { turnsOf } from './recurring.ts'
import type { SourceLine, SourceText } from './source.ts'
import { kindOfTask, readTarget } from './targets.ts'
import { gridsOfText } from './textTables.ts'
import { titleOf } from './titleOf.ts'
import { markTwins } from './twinsWithin.ts'
import { meaningThemselves } from './yourself.ts'

export interface DraftOptions {
  /** The year of dates where neither they nor the document name one; without it such dates stay open. */
  readonly planYear?: number
}

function milestonesOf(candidate: Candidate, title: string, { frame }: YearOrigin): DraftMilestone[] {
  const turns = turnsOf(candidate, title, frame)
  if (turns.length > 0) return turns
  const read = candidate.deadline
  if (!read || (read.deadline === null && read.stages.every(({ dueOn }) => dueOn === null))) return []
  if (read.stages.length <= 1) return [{ title, dueOn: read.deadline, text: read.deadlineText }]
  return read.stages.map((stage) => ({ title: stage.title, dueOn: stage.dueOn, text: stage.text }))
}

/** A candidate as a draft; `text` is the repaired text that its spans are offsets of. */
export function draftOf(candidate: Candidate, origin: YearOrigin, text: string): Draft {
  const title = titleOf(candidate)
  const milestones = milestonesOf(candidate, title, origin)
  const target = readTarget(candidate.targetText ?? '') ?? readTarget(candidate.text)
  return {
    title,
    text: candidate.text,
    sectionPath: candidate.sectionPath,
    lead: candidate.who?.lead ?? [],
    supporting: candidate.who?.supporting ?? [],
    leaders: candidate.who?.leaders ?? [],
    assignees: candidate.who?.assignees ?? [],
    deadline: candidate.deadline?.deadline ?? null,
    deadlineText: candidate.deadline?.deadlineText ?? null,
    ongoing: candidate.deadline?.ongoing ?? false,
    milestones,
    kind: kindOfTask(candidate.text),
    target,
    evidence: candidate.evidence,
    code: candidate.code,
    progressText: candidate.progressText,
    pillar: candidate.pillar,
    source: candidate.source,
    doubts: doubtsOf(candidate, origin),
    read: explain(text, candidate, { milestones, target }),
  }
}

function tableCandidates(
  grids: readonly Grid[],
  head: DocumentHead,
  origin: YearOrigin,
  tell: TellProgress,
): { found: Candidate[]; lines: Set<number> } {
  const found: Candidate[] = []
  const lines = new Set<number>()
  const of = grids.reduce((sum, { rows }) => sum + rows.length, 0)
  let before = 0
  for (const grid of grids) {
    for (const line of grid.lines) lines.add(line)
    const from = before
    before += grid.rows.length
    const atRow = (row: number) => tell({ step: 'reading', rows: from + row, of })
    const rows = head.kind === 'none' ? null : readLedger(grid, origin.frame, atRow)
    if (rows) found.push(...rows)
  }
  return { found, lines }
}

function originOf(head: DocumentHead, planYear: number | undefined): YearOrigin {
  const assumed = head.year === null && planYear !== undefined
  return { frame: { year: head.year ?? planYear ?? null, on: head.date }, assumed }
}

const bySource = (a: Candidate, b: Candidate) => a.source.start - b.source.start

/** Reads a document into drafts with doubts; `tell` hears of every few hundred rows. Nothing is looked up, nothing is saved. */
export function draftDocument(
  source: SourceText,
  options: DraftOptions = {},
  tell: TellProgress = untold,
): DraftedDocument {
  const head = readHead(source.lines)
  const origin = originOf(head, options.planYear)
  const plain = source.lines.filter((line) => line.kind !== 'cell')
  const grids = [...gridsOfCells(source.lines), ...gridsOfText(plain)]
  const tables = tableCandidates(grids, head, origin, tell)
  const prose = proseLines(plain, head, tables.lines)
  const page = pageOf(source.text)
  const manner = head.kind === 'minutes' || head.kind === 'news' ? 'sentences' : 'items'
  const gathered = gatherCandidates(page, outlineOf(page, prose), origin.frame, manner)
  const inTable = tables.found.length
  // Beside a table of tasks only what names somebody plainly is a task: the rest are the notice's own words.
  const spoken = acceptTasks(gathered, head).filter((candidate) => inTable === 0 || isPlain(candidate))
  const said = [...tables.found, ...spoken].filter(saysSomething).sort(bySource)
  const candidates = meaningThemselves(said, source.lines)
  const drafts = markTwins(candidates.map((candidate) => draftOf(candidate, origin, source.text)))
  const kind =
    inTable > 0 && inTable >= drafts.length / 2
      ? 'table'
      : drafts.length === 0 && head.kind !== 'news'
        ? 'none'
        : head.kind
  const { title, issuer, number, date } = head
  const document: DraftedDocument = { title, issuer, number, date, kind, drafts }
  return head.kind === 'news' ? { ...document, news: readNews(source.lines, origin.frame.year) } : document
}

/** Who speaks, or who is responsible, is no task while nothing is said to do. */
const saysSomething = (candidate: Candidate) => candidate.text !== '' && titleOf(candidate) !== ''

const isPlain = (candidate: Candidate) => candidate.who !== null && candidate.who.rule !== 'running_text'

function proseLines(lines: readonly SourceLine[], head: DocumentHead, inTables: ReadonlySet<number>): SourceLine[] {
  return lines.filter((line) => !head.furniture.has(line.index) && !inTables.has(line.index))
}
