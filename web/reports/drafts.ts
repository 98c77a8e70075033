import { z } from 'zod'
import { RowValues } from '#domain/reports/reports.contract.ts'
import { ApiError } from '../api.ts'

/** Cells of a task's row. */
export type Changes = z.infer<typeof RowChanges>
export const RowChanges = RowValues.partial()

/**
 * What keeps a row from being saved: it waits its turn, is under way, the server is out of reach, the session is over,
 * somebody else was first, or the server said no.
 */
export type Phase = 'waiting' | 'saving' | 'offline' | 'troubled' | 'signedOut' | 'conflict' | 'refused'

/** What is typed into one row and not yet on the server. */
export type RowDraft<Cells = Changes> = {
  /** The version of the row it was typed over. */
  version: number
  changes: Cells
  /** Null while nothing is said about it. */
  checked: boolean | null
  phase: Phase
  /** The server's sentence, where it said no. */
  message: string
}
export type Drafts<Cells = Changes> = Readonly<Record<string, RowDraft<Cells>>>

type Body<Cells> = { version: number; changes: Cells; checked?: boolean }
type Needs<Answer, Cells> = {
  /** What a draft's changes can be. */
  cells: z.ZodType<Cells>
  /** Where a row's draft is kept until it is saved; survives a reload, a closed browser, an ended session. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  keyOf: (taskId: string) => string
  send: (taskId: string, body: Body<Cells>) => Promise<Answer>
  onSaved: (taskId: string, answer: Answer) => void
  onConflict: () => void
  /** Runs something later; gives the way to call it off. */
  later: (milliseconds: number, run: () => void) => () => void
}

const PAUSE_MS = 700
const RETRY_MS = 5_000
const RETRIED: readonly Phase[] = ['offline', 'troubled', 'signedOut']

const Kept = z.object({ version: z.int(), changes: z.unknown(), checked: z.boolean().nullable() })

const phaseOf = (error: unknown): { phase: Phase; message: string } => {
  if (!(error instanceof ApiError)) return { phase: 'troubled', message: '' }
  const { code, status, message } = error
  if (code === 'offline') return { phase: 'offline', message }
  if (code === 'not_signed_in') return { phase: 'signedOut', message }
  if (code === 'changed_meanwhile') return { phase: 'conflict', message }
  return { phase: status >= 500 || status === 429 ? 'troubled' : 'refused', message }
}

type KeptRow = { taskId: string; version: number }

/**
 * The unsaved part of a sheet: every change is kept on this computer at once and sent after a short pause, one request
 * a row at a time. What cannot be sent stays until it can; nothing typed is lost. What an earlier visit kept of `rows`
 * stands there from the start and is sent once {@link restore} is called; a row that went on without it waits for a
 * decision.
 */
export function openDrafts<Answer extends { version: number }, Cells extends object>(
  needs: Needs<Answer, Cells>,
  rows: readonly KeptRow[] = [],
) {
  let drafts: Drafts<Cells> = keptDrafts(needs, rows)
  const listeners = new Set<() => void>()
  const waits = new Map<string, () => void>()
  const inFlight = new Map<string, Promise<void>>()

  const put = (taskId: string, draft: RowDraft<Cells> | null) => {
    const { [taskId]: _, ...others } = drafts
    drafts = draft ? { ...others, [taskId]: draft } : others
    if (draft) {
      const { version, changes, checked } = draft
      needs.storage.setItem(needs.keyOf(taskId), JSON.stringify({ version, changes, checked }))
    } else needs.storage.removeItem(needs.keyOf(taskId))
    listeners.forEach((listen) => listen())
  }

  const cancel = (taskId: string) => {
    waits.get(taskId)?.()
    waits.delete(taskId)
  }
  const schedule = (taskId: string, milliseconds: number) => {
    cancel(taskId)
    waits.set(
      taskId,
      needs.later(milliseconds, () => void save(taskId)),
    )
  }

  /** Cells of a row were changed; `version` is the row's as it is on screen. */
  const change = (taskId: string, version: number, changes: Cells, checked: boolean | null = null) => {
    const draft = drafts[taskId]
    const phase = draft?.phase === 'saving' || draft?.phase === 'conflict' ? draft.phase : 'waiting'
    put(taskId, {
      version: draft?.version ?? version,
      changes: { ...draft?.changes, ...changes },
      checked,
      phase,
      message: phase === 'conflict' ? (draft?.message ?? '') : '',
    })
    if (phase === 'waiting') schedule(taskId, PAUSE_MS)
  }

  /** Sends what waits in a row; a row that is under way is waited for. */
  const save = (taskId: string): Promise<void> => {
    const sent = drafts[taskId]
    cancel(taskId)
    const running = inFlight.get(taskId)
    if (running) return running
    if (!sent || sent.phase === 'conflict') return Promise.resolve()
    const sending = send(taskId, sent)
    inFlight.set(taskId, sending)
    return sending
  }

  const send = async (taskId: string, sent: RowDraft<Cells>): Promise<void> => {
    put(taskId, { ...sent, phase: 'saving', message: '' })
    const { version, changes, checked } = sent
    try {
      const answer = await needs.send(taskId, { version, changes, ...(checked !== null && { checked }) })
      needs.onSaved(taskId, answer)
      keepRest(taskId, sent, answer.version)
    } catch (error) {
      const trouble = phaseOf(error)
      const draft = drafts[taskId]
      if (draft) put(taskId, { ...draft, ...trouble })
      if (RETRIED.includes(trouble.phase)) schedule(taskId, RETRY_MS)
      if (trouble.phase === 'conflict') needs.onConflict()
    } finally {
      inFlight.delete(taskId)
    }
  }

  /** What was typed while the row was being saved is now a change of the version that was just made. */
  const keepRest = (taskId: string, sent: RowDraft<Cells>, version: number) => {
    const draft = drafts[taskId]
    if (!draft) return
    const before = new Map<string, unknown>(Object.entries(sent.changes))
    const entries = Object.entries(draft.changes).filter(([field, value]) => before.get(field) !== value)
    const rest = needs.cells.parse(Object.fromEntries(entries))
    const checked = draft.checked === sent.checked ? null : draft.checked
    if (Object.keys(rest).length === 0 && checked === null) return put(taskId, null)
    put(taskId, { version, changes: rest, checked, phase: 'waiting', message: '' })
    schedule(taskId, PAUSE_MS)
  }

  /** Takes up what an earlier visit could not save, of rows that were not there before too, and sends it. */
  const restore = (rows: readonly KeptRow[]) => {
    const taken = keptDrafts(
      needs,
      rows.filter(({ taskId }) => !drafts[taskId]),
    )
    for (const [taskId, draft] of Object.entries(taken)) put(taskId, draft)
    for (const { taskId } of rows) if (drafts[taskId]?.phase === 'waiting' && !waits.has(taskId)) schedule(taskId, 0)
  }

  return {
    subscribe: (listen: () => void) => {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    now: () => drafts,
    change,
    save,
    restore,
    /** Sends everything that waits, without the pause, and what was typed into rows that were under way. */
    flush: () =>
      Promise.all(
        Object.keys(drafts).map(async (taskId) => {
          await save(taskId)
          if (drafts[taskId]?.phase === 'waiting') await save(taskId)
        }),
      ),
    /** Saves over what somebody else wrote. */
    keepMine: (taskId: string, version: number) => {
      const draft = drafts[taskId]
      if (!draft) return
      put(taskId, { ...draft, version, phase: 'waiting', message: '' })
      void save(taskId)
    },
    drop: (taskId: string) => {
      cancel(taskId)
      put(taskId, null)
    },
    /** Calls off what is planned; what is kept on this computer stays. */
    close: () => [...waits.keys()].forEach(cancel),
  }
}

/** What an earlier visit kept on this computer, by task. */
function keptDrafts<Cells>(
  { storage, keyOf, cells }: Pick<Needs<never, Cells>, 'storage' | 'keyOf' | 'cells'>,
  rows: readonly KeptRow[],
): Drafts<Cells> {
  return Object.fromEntries(
    rows.flatMap(({ taskId, version }): [string, RowDraft<Cells>][] => {
      const kept = readKept(storage.getItem(keyOf(taskId)), cells)
      return kept ? [[taskId, { ...kept, phase: kept.version === version ? 'waiting' : 'conflict', message: '' }]] : []
    }),
  )
}

function readKept<Cells>(text: string | null, cells: z.ZodType<Cells>) {
  try {
    const kept = Kept.safeParse(JSON.parse(text ?? 'null')).data
    const changes = cells.safeParse(kept?.changes)
    return kept && changes.success ? { ...kept, changes: changes.data } : null
  } catch {
    return null // not ours: somebody else's text under our key
  }
}

export type DraftStore = ReturnType<typeof openDrafts<{ version: number }, Changes>>
