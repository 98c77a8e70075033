import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { spokenItems } from '#domain/meetings/agenda.ts'
import type { UnitCard } from '#domain/meetings/card.ts'
import {
  type AgendaItemView,
  type Brief,
  getBrief,
  getMeeting,
  type NewsSinceFreeze,
} from '#domain/meetings/meetings.contract.ts'
import { getMinutes } from '#domain/meetings/minutes.contract.ts'
import { listRulings } from '#domain/meetings/session.contract.ts'
import { useSession } from '../shell/session.tsx'
import { machineStore } from '../ui/storage.ts'
import { useRead } from '../useEndpoint.ts'
import { browserWorld, followRoom, Room } from './room.ts'

/**
 * Everything a screen in the room stands on: the meeting, the whole briefing book fetched once, so that the next unit is
 * there at once, and the session as it goes on.
 */
export function useRoom(meetingId: string) {
  const { person } = useSession()
  const client = useQueryClient()
  const meeting = useRead(getMeeting, { params: { meetingId } })
  const brief = useRead(getBrief, { params: { meetingId } }, { staleTime: Infinity })
  const [room] = useState(() => new Room(browserWorld(machineStore), { meetingId, byId: person.id }))
  const view = useSyncExternalStore(room.subscribe, room.view)
  useEffect(() => {
    // The book itself stays as it is frozen: a room of sixty does not fetch it again whenever something is arranged.
    const readAgain = () => void client.invalidateQueries({ queryKey: [getMeeting.operationId] })
    const onSince = ({ since, withheld }: NewsSinceFreeze) => {
      const key = [getBrief.operationId, { params: { meetingId } }]
      const book = client.getQueryData<Brief>(key)
      if (!book) return
      client.setQueryData(key, { ...book, since })
      // What was restricted meanwhile leaves the screens at once.
      if (JSON.stringify(book.withheld) !== JSON.stringify(withheld)) void client.invalidateQueries({ queryKey: key })
    }
    return followRoom(room, meetingId, { onChange: readAgain, onSince })
  }, [room, meetingId, client])
  const { refetch: fetchBrief } = brief
  const frozenAt = meeting.data?.frozenAt
  const isOtherFreeze = brief.data !== undefined && frozenAt !== undefined && brief.data.frozenAt !== frozenAt
  useEffect(() => {
    if (isOtherFreeze) void fetchBrief()
  }, [isOtherFreeze, fetchBrief])
  // With the session the cards of all units are open to everybody who takes part: a screen that waited has its own only.
  const hasBegun = meeting.data === undefined ? null : meeting.data.beganAt !== null
  const waited = useRef(false)
  useEffect(() => {
    if (hasBegun === false) waited.current = true
    if (hasBegun === true && waited.current) {
      waited.current = false
      void fetchBrief()
    }
  }, [hasBegun, fetchBrief])
  // What rulings bring with them is read again once the server has them.
  const madeCount = view.session.madeIds.length
  const isAllSent = view.waitingCount === 0
  useEffect(() => {
    if (madeCount === 0 || !isAllSent) return
    for (const { operationId } of [listRulings, getMinutes]) void client.invalidateQueries({ queryKey: [operationId] })
  }, [client, madeCount, isAllSent])
  const items = spokenItems(meeting.data?.agenda ?? [])
  const { calledKey } = view.session
  const at = items.findIndex(({ key }) => key === calledKey)
  const called = meeting.data?.agenda.find(({ key }) => key === calledKey) ?? null
  /** Calls the point that stands at a place, counted from 1. */
  const callPlace = (place: number) => {
    const item = items[place - 1]
    if (item) room.say({ kind: 'itemCalled', itemKey: item.key })
  }
  const cardOf = (item: AgendaItemView | null | undefined): UnitCard | null =>
    brief.data?.cards.find(({ unit }) => unit.id === item?.unit?.id) ?? null
  return {
    room,
    ...view,
    meeting: meeting.data,
    brief: brief.data,
    error: meeting.error ?? brief.error,
    items,
    /** The place of the called point among those that are spoken to; -1 before the first. */
    place: at,
    called,
    next: items[at + 1] ?? null,
    card: cardOf(called),
    cardOf,
    call: callPlace,
    go: (direction: -1 | 1) => callPlace(at + 1 + direction),
    toggleTimer: () => {
      const clock = calledKey === null ? undefined : view.session.clocks[calledKey]
      if (clock) room.say({ kind: clock.runningSince === null ? 'timerStarted' : 'timerPaused' })
    },
  }
}
export type InRoom = ReturnType<typeof useRoom>
