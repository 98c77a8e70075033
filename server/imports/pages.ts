import { alikeBy } from '#domain/imports/answers.ts'
import { blocksOf, blocksOn, SOURCE_PAGE } from '#domain/imports/blocks.ts'
import { receivedLines } from '#domain/imports/received.ts'
import type { DraftPlace, Foresight, SourcePage } from '#domain/imports/pages.contract.ts'
import { Refusal } from '#domain/refusal.ts'
import type { Reading as Reads } from '../http/context.ts'
import { findDrafts } from './drafts.queries.ts'
import { findReading, findStoredImport, type StoredImport } from './imports.queries.ts'
import { findComparedTasks, findOffice } from './office.queries.ts'
import {
  countAlike,
  countShownDrafts,
  findDoubts,
  findDraftPage,
  findFirstPlace,
  findNextPlace,
  findRowsWithin,
  type Same,
} from './pages.queries.ts'
import { foresee } from './foresight.ts'
import type { StoredDraft } from './stored.ts'
import { type Shown, shownLine, viewDraft } from './views.ts'

type Of = Pick<Reads, 'db' | 'actor' | 'language'> & { params: { importId: string } }
type Asked<Query> = Of & { query: Query }

async function known({ db, actor, params }: Pick<Of, 'db' | 'actor' | 'params'>): Promise<StoredImport> {
  const found = await findStoredImport(db, actor, params.importId)
  if (!found) throw new Refusal('not_found')
  return found
}

/** What showing these rows needs: the office as it is, and the tasks they name. */
async function shownWith(
  { db, actor, language }: Of,
  found: StoredImport,
  rows: readonly StoredDraft[],
): Promise<Shown> {
  const office = await findOffice(db, actor, { id: found.planId, year: found.planYear })
  const ids = rows.flatMap(({ taskId }) => (taskId === null ? [] : [taskId]))
  const tasks = await findComparedTasks(db, actor, { ids: [...new Set(ids)] })
  return {
    office,
    language,
    tasks: new Map(tasks.map((task) => [task.id, task])),
    isConfirmed: found.state !== 'review',
  }
}

/** A page of rows, by where they stand. */
export async function readDrafts(asked: Asked<{ from: number; limit: number; same: Same }>) {
  const { db, actor, query } = asked
  const found = await known(asked)
  const rows = await findDraftPage(db, actor, found.id, query)
  const shown = await shownWith(asked, found, rows)
  const total = await countShownDrafts(db, actor, found.id, query.same)
  return { items: rows.map((row) => viewDraft(row, shown)), total }
}

export async function readPlace(
  asked: Asked<{ to: 'draft' | 'pending' | 'doubt'; of?: string | undefined; same: Same }>,
): Promise<{ place: DraftPlace | null }> {
  const { db, actor, query } = asked
  const { id } = await known(asked)
  const { to, of, same } = query
  const next = await findNextPlace(db, actor, id, { to, of, same })
  if (next || to !== 'pending') return { place: next }
  const here = of === undefined ? null : await findNextPlace(db, actor, id, { to: 'draft', of, same })
  return { place: here ?? (await findFirstPlace(db, actor, id, same)) }
}

export async function readDoubts(asked: Asked<{ from: number; limit: number }>) {
  const { id } = await known(asked)
  return findDoubts(asked.db, asked.actor, id, asked.query)
}

export async function readAlike({
  db,
  actor,
  params,
}: Pick<Reads, 'db' | 'actor'> & { params: { importId: string; draftId: string; doubtId: string } }) {
  const { id } = await known({ db, actor, params })
  const [row] = await findDrafts(db, actor, id, [params.draftId])
  const doubt = row?.review.doubts.find((one) => one.id === params.doubtId)
  if (!doubt) throw new Refusal('not_found')
  return { count: await countAlike(db, actor, id, alikeBy(doubt)) }
}

/** A page of the repaired source with the rows that stand there. */
export async function readSourcePage(asked: Asked<{ page: number }>): Promise<SourcePage> {
  const { db, actor, query } = asked
  const { id } = await known(asked)
  const { text, lines, head } = await findReading(db, actor, id)
  const blocks = blocksOn(blocksOf(lines.map(shownLine)), query.page)
  const [first] = blocks
  const end = Math.max(0, ...blocks.map((block) => block.end))
  return {
    pages: Math.max(1, Math.ceil(text.length / SOURCE_PAGE)),
    blocks: blocks.map((block) => {
      const words = text.slice(block.start, block.end)
      const isTitle = block.kind !== 'row' && words.trim().length > 5 && head.title?.includes(words.trim())
      return { ...block, kind: isTitle ? 'title' : block.kind, text: words }
    }),
    rows: first ? await findRowsWithin(db, actor, id, { start: first.start, end }) : [],
  }
}

const RECEIVED_LINES = 60

/** A page of the text as received. */
export async function readReceivedPage(asked: Asked<{ page: number }>) {
  const { id } = await known(asked)
  const { receivedText, text, removals } = await findReading(asked.db, asked.actor, id)
  const lines = receivedLines({ receivedText: receivedText ?? text, text, removals })
  const from = asked.query.page * RECEIVED_LINES
  return {
    pages: Math.max(1, Math.ceil(lines.length / RECEIVED_LINES)),
    lines: lines.slice(from, from + RECEIVED_LINES),
  }
}

export async function readForesight(asked: Of): Promise<Foresight> {
  const found = await known(asked)
  const rows = await findDrafts(asked.db, asked.actor, found.id, 'all')
  return foresee(rows, await shownWith(asked, found, rows))
}
