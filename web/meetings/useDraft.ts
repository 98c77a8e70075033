import { useEffect, useRef, useState } from 'react'
import { EMPTY_RULING, type RulingDraft } from '#domain/meetings/ruling.ts'
import { isSameDraft, type SessionState, writtenDrafts } from '#domain/meetings/session.ts'
import { tabStore } from '../ui/storage.ts'
import { newId } from './ids.ts'
import type { InRoom } from './useRoom.ts'

const PAUSE_MS = 300

/** `isTouched`: typed into here since the page was opened; `sentId`: saved from here last, and back if it is refused. */
type Own = { id: string; draft: RulingDraft; isTouched: boolean; sentId: string | null }
const untouched = (sentId: string | null = null): Own => ({
  id: newId(),
  draft: EMPTY_RULING,
  isTouched: false,
  sentId,
})

/** What stands in the form: the words typed here, or those of the session under an id that is this desk's. */
function standing({ id, draft, isTouched, sentId }: Own, { drafts }: SessionState): { id: string; draft: RulingDraft } {
  if (isTouched) return { id, draft }
  const back = [id, sentId].find((one) => one !== null && drafts[one]) ?? id
  return { id: back, draft: drafts[back]?.draft ?? draft }
}

/**
 * The ruling that is being written here: as it is typed, or, on a page that was loaded again, as this tab said it last.
 * What another recorder writes stays theirs until it is taken up with `goOnWith`.
 */
export function useDraft({ room, session, called, meeting }: InRoom) {
  const place = `yipanqi.ruling.${meeting?.id ?? ''}`
  const [own, setOwn] = useState<Own>(() => ({ ...untouched(), id: tabStore.getItem(place) ?? newId() }))
  // A field with choices tells its own when it is left, while the next one is typed into: each adds to what is there.
  const now = useRef(own)
  const timer = useRef(0)
  const put = (next: Own) => {
    now.current = next
    setOwn(next)
  }
  const { id, draft } = standing(own, session)
  // Saved or dropped at another desk: here the next one begins.
  const isSettled = session.settledIds.includes(own.id)
  useEffect(() => {
    if (isSettled) setOwn((now.current = untouched(now.current.sentId)))
  }, [isSettled])
  const say = (rulingId: string, said: RulingDraft) => {
    if (isSameDraft(room.view().session.drafts[rulingId]?.draft ?? EMPTY_RULING, said)) return
    room.say({ kind: 'rulingDrafted', rulingId, itemKey: called?.key ?? null, draft: said })
  }
  const change = (changes: Partial<RulingDraft>) => {
    const before = standing(now.current, room.view().session)
    const next = { id: before.id, draft: { ...before.draft, ...changes }, isTouched: true, sentId: null }
    put(next)
    tabStore.setItem(place, next.id)
    window.clearTimeout(timer.current)
    timer.current = window.setTimeout(() => say(next.id, next.draft), PAUSE_MS)
  }
  /** What is typed is said now, before anything is done with it. */
  const settle = (): RulingDraft => {
    window.clearTimeout(timer.current)
    const whole = standing(now.current, room.view().session)
    say(whole.id, whole.draft)
    return whole.draft
  }
  const leave = useRef(settle)
  useEffect(() => void (leave.current = settle))
  useEffect(() => {
    const settleNow = () => void leave.current()
    window.addEventListener('pagehide', settleNow)
    return () => window.removeEventListener('pagehide', settleNow)
  }, [])
  const startAnew = (sentId: string | null = null) => {
    window.clearTimeout(timer.current)
    tabStore.removeItem(place)
    put(untouched(sentId))
  }
  const goOnWith = (otherId: string) => {
    const other = session.drafts[otherId]
    if (!other) return
    settle()
    tabStore.setItem(place, otherId)
    put({ id: otherId, draft: other.draft, isTouched: true, sentId: null })
  }
  const others = writtenDrafts(session).filter((one) => one.id !== id)
  const confirmedById = session.drafts[id]?.confirmedById ?? null
  return { id, draft, change, settle, startAnew, others, goOnWith, confirmedById }
}
