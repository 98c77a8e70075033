import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useHasAnyRole } from '../shell/session.tsx'
import { type Deed, DEED_FACTS, doForAll, type DeedWords, NO_WORDS, type Refused } from './deeds.ts'
import type { Pickable } from './usePicking.ts'

/** What came of a deed; rows by their ids are those it was done for. */
export type Outcome =
  | { deed: Deed; done: string[]; refused: Refused[]; codes: ReadonlyMap<string, string> }
  | { error: string }

/** Those of the rows that a deed can be meant for. */
const meantFor = (deed: Deed, rows: readonly Pickable[]): Pickable[] => {
  const { from } = DEED_FACTS[deed]
  return from === null ? [...rows] : rows.filter(({ state }) => from.includes(state))
}

/**
 * Deeds for several rows: which are possible, what one asks to be said, and what came of it row by row. `onDone` is told
 * the outcome before everything on screen is read again.
 */
export function useDeeds(deeds: readonly Deed[], onDone: (deed: Deed, done: readonly string[]) => void) {
  const may = {
    office: useHasAnyRole(['supervisionOffice']),
    leaders: useHasAnyRole(['principalLeader', 'leaderInCharge']),
  }
  const client = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [asked, setAsked] = useState<{ deed: Deed; rows: Pickable[] } | null>(null)
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const take = async (deed: Deed, rows: readonly Pickable[], words: DeedWords) => {
    setAsked(null)
    setBusy(true)
    const ids = rows.map(({ id }) => id)
    const codes = new Map(rows.map(({ id, code }) => [id, code]))
    const came = await doForAll(deed, ids, words)
      .then((answer): Outcome => ({ deed, codes, ...answer }))
      .catch((error: Error): Outcome => ({ error: error.message }))
    setOutcome(came)
    setBusy(false)
    if ('done' in came) onDone(deed, came.done)
    await client.invalidateQueries()
  }
  return {
    busy,
    asked,
    outcome,
    /** The deeds that are possible for these rows, each with those it is meant for. */
    possible: (rows: readonly Pickable[]) =>
      deeds.flatMap((deed) => {
        const meant = may[DEED_FACTS[deed].by] ? meantFor(deed, rows) : []
        return meant.length > 0 ? [{ deed, meant }] : []
      }),
    /** Does it, or asks first for what is to be said with it. */
    begin: (deed: Deed, rows: readonly Pickable[]) => {
      const meant = meantFor(deed, rows)
      if (DEED_FACTS[deed].asks === null) void take(deed, meant, NO_WORDS)
      else setAsked({ deed, rows: meant })
    },
    say: (words: DeedWords) => asked && void take(asked.deed, asked.rows, words),
    stop: () => setAsked(null),
    forget: () => setOutcome(null),
  }
}
export type Deeds = ReturnType<typeof useDeeds>
