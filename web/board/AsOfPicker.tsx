import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { BoardView } from '#domain/board/board.contract.ts'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { useLanguage, useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { stepDates, type BoardAddress } from './address.ts'
import { boardText } from './board.text.ts'

const OTHER = 'other'

/** The day the board is seen as of: quarter ends that are over, today, or any day. */
export function AsOfPicker({ board, address }: { board: BoardView; address: BoardAddress }) {
  const text = useText(boardText)
  const [asking, setAsking] = useState(false)
  const show = useAsOf(board, address)
  const steps = stepDates(board.plan.year, board.today)
  const { language } = useLanguage()
  const known = steps.some(({ on }) => on === board.asOn)
  return (
    <>
      <span className="quiet text-13">{text.asOf}</span>
      <Segmented
        label={text.asOf}
        value={known ? board.asOn : OTHER}
        segments={[
          ...steps.map(({ on, quarter }) => ({
            value: on,
            label: quarter === null ? text.today(on) : text.quarterEnd(quarter),
          })),
          { value: OTHER, label: known ? `${text.anyDay}…` : formatOnInFull(board.asOn, language) },
        ]}
        onChange={(value) => (value === OTHER ? setAsking(true) : show(value))}
      />
      {asking && (
        <AnyDay
          board={board}
          onClose={() => setAsking(false)}
          onShow={(on) => {
            setAsking(false)
            show(on)
          }}
        />
      )}
    </>
  )
}

/** Shows the board of another day; today needs no day in the address. */
export function useAsOf(board: BoardView, address: BoardAddress): (on: string) => void {
  const navigate = useNavigate()
  return (on) => void navigate({ to: '/', search: { ...address, asOn: on === board.today ? undefined : on } })
}

function AnyDay({ board, onShow, onClose }: { board: BoardView; onShow: (on: string) => void; onClose: () => void }) {
  const text = useText(boardText)
  const [on, setOn] = useState<string | null>(board.asOn)
  const isAhead = on !== null && on > board.today
  return (
    <Dialog
      title={text.anyDayTitle}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={on === null || isAhead} onClick={() => on && onShow(on)}>
          {text.show}
        </button>
      }
    >
      <DateField
        label={text.asOf}
        value={on}
        onChange={setOn}
        today={board.today}
        error={isAhead ? text.dayAhead : undefined}
      />
    </Dialog>
  )
}
