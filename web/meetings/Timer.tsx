import { useEffect, useState } from 'react'
import { spentMs } from '#domain/meetings/session.ts'
import { useText } from '../text.tsx'
import { meetingsText } from './meetings.text.ts'
import type { InRoom } from './useRoom.ts'

const TICK_MS = 250
const clockFace = (ms: number): string => {
  const seconds = Math.floor(Math.abs(ms) / 1000)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}

/** The time left on the called point; over it, the digits count up in amber, and nothing sounds. */
export function Timer({ inRoom: { room, session, called } }: { inRoom: InRoom }) {
  const { left, overtime } = useText(meetingsText).room
  const [at, setAt] = useState(room.at())
  useEffect(() => {
    const timer = setInterval(() => setAt(room.at()), TICK_MS)
    return () => clearInterval(timer)
  }, [room])
  if (!called) return null
  const spent = spentMs(session, called.key, at)
  const leftMs = called.minutes * 60_000 - spent
  const isOver = leftMs < 0
  const passed = Math.min(called.minutes, Math.floor(spent / 60_000))
  return (
    <div className={isOver ? 'room-timer over' : 'room-timer'} role="timer">
      <b>{clockFace(isOver ? leftMs : leftMs + 999)}</b>
      <div>
        <span>{isOver ? overtime(called.minutes) : left(called.minutes)}</span>
        <span className="minutes" aria-hidden="true">
          {Array.from({ length: Math.min(called.minutes, 12) }, (_, index) => (
            <i key={index} className={index < passed ? 'spent' : undefined} />
          ))}
        </span>
      </div>
    </div>
  )
}
