import { useRef, useState } from 'react'
import { type Arrangement, NO_ARRANGEMENT } from '#domain/meetings/agenda.ts'
import {
  type AgendaItemView,
  arrangeMeeting,
  getArrangement,
  type MeetingPage,
} from '#domain/meetings/meetings.contract.ts'
import { useChange, useRead } from '../useEndpoint.ts'
import { newId } from './ids.ts'

/**
 * What the office makes of the agenda. Each change is shown at once and saved one after the other, so that a key that is
 * held down moves a point as far as it is held; what is refused is taken back.
 */
export function useArranging(meeting: MeetingPage) {
  const params = { meetingId: meeting.id }
  const { data } = useRead(getArrangement, { params }, { enabled: meeting.mayArrange || meeting.mayRecord })
  const save = useChange(arrangeMeeting)
  const [wanted, setWanted] = useState<Arrangement | null>(null)
  const line = useRef(Promise.resolve())
  const version = useRef(0)
  const latest = useRef<Arrangement | null>(null)
  const arrangement = wanted ?? data?.arrangement ?? NO_ARRANGEMENT

  const want = (next: Arrangement | null) => {
    latest.current = next
    setWanted(next)
  }
  const send = async (next: Arrangement) => {
    // A later one says this too, or one before it was refused.
    if (latest.current !== next) return
    try {
      const known = Math.max(version.current, data?.version ?? meeting.version)
      version.current = (await save.mutateAsync({ params, body: { version: known, arrangement: next } })).version
      if (latest.current === next) want(null)
    } catch {
      want(null)
    }
  }
  const change = (changes: Partial<Arrangement>) => {
    const next = { ...(latest.current ?? arrangement), ...changes }
    want(next)
    line.current = line.current.then(() => send(next))
  }

  const items = inWantedOrder(meeting.agenda, wanted)
  const spoken = items.filter(({ minutes }) => minutes > 0)
  const inWriting = items.filter(({ minutes }) => minutes === 0)
  const setOrder = (keys: readonly string[]) => change({ order: [...keys, ...inWriting.map(({ key }) => key)] })
  return {
    error: save.error,
    isSaving: wanted !== null,
    mayChange: data !== undefined && (meeting.mayArrange || meeting.mayRecord),
    spoken,
    inWriting,
    isChanged: arrangement.order.length > 0 || Object.keys(arrangement.minutes).length > 0,
    /** Among the points that are spoken to. */
    move: (key: string, by: -1 | 1) => {
      const keys = spoken.map((item) => item.key)
      const at = keys.indexOf(key)
      const other = keys[at + by]
      if (at < 0 || other === undefined) return
      keys[at] = other
      keys[at + by] = key
      setOrder(keys)
    },
    setMinutes: (key: string, minutes: number) => change({ minutes: { ...arrangement.minutes, [key]: minutes } }),
    /** An own point bears its words itself; over a derived one they are laid, and an empty title shows it again. */
    rename(key: string, title: string) {
      const own = arrangement.own.map((point) => (point.key === key && title !== '' ? { ...point, title } : point))
      const { [key]: _former, ...titles } = arrangement.titles
      const isOwn = own.some((point) => point.key === key)
      change({ own, titles: isOwn || title === '' ? titles : { ...titles, [key]: title } })
    },
    /** Behind the points that are spoken to, before those in writing. */
    add({ title, unitId, minutes }: { title: string; unitId: string | null; minutes: number }) {
      const key = `own:${newId()}`
      change({
        own: [...arrangement.own, { key, title, unitId }],
        minutes: { ...arrangement.minutes, [key]: minutes },
        order: [...spoken.map((item) => item.key), key, ...inWriting.map((item) => item.key)],
      })
    },
    remove(key: string) {
      const without = <Value>({ [key]: _gone, ...rest }: Record<string, Value>) => rest
      change({
        own: arrangement.own.filter((point) => point.key !== key),
        order: arrangement.order.filter((one) => one !== key),
        minutes: without(arrangement.minutes),
        titles: without(arrangement.titles),
      })
    },
    restore: () => change({ order: [], minutes: {} }),
  }
}
export type Arranging = ReturnType<typeof useArranging>

/** The agenda as it will come back; minutes that give way to others are the server's to say. */
function inWantedOrder(agenda: readonly AgendaItemView[], wanted: Arrangement | null): AgendaItemView[] {
  if (wanted === null || wanted.order.length === 0) return [...agenda]
  const places = new Map(wanted.order.map((key, place) => [key, place]))
  const placeOf = ({ key }: AgendaItemView) => places.get(key) ?? places.size
  return [...agenda].sort((a, b) => placeOf(a) - placeOf(b))
}
