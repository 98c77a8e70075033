import { type KeyboardEvent, useMemo, useRef, useState } from 'react'
import { type Day, workingCalendar } from '#domain/calendar/calendar.ts'
import { listCalendarDays } from '#domain/calendar/calendar.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { useRead } from '../useEndpoint.ts'
import { DayDialog } from './DayDialog.tsx'
import { type CalendarCell, type CalendarMonth, dayAfterKey, monthsOfYear } from './months.ts'
import { planText } from './plan.text.ts'

/** The office's working calendar of a year; one day is in the tab order, arrows go to the others. */
export function YearCalendar({ year: first }: { year: number }) {
  const text = useText(planText)
  const { today } = useSession()
  const [year, setYear] = useState(first)
  const { data, error, refetch, isPlaceholderData } = useRead(listCalendarDays, { query: { year } })
  const months = useMemo(() => data && monthsOfYear(data.year, workingCalendar(data.items), data.items), [data])
  const [at, setAt] = useState<Day>(today)
  const [asked, setAsked] = useState<CalendarCell | null>(null)
  const frame = useRef<HTMLDivElement>(null)
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data || !months) return <Loading lines={8} />
  const current = at.startsWith(`${data.year}-`) ? at : `${data.year}-01-01`
  const press = (event: KeyboardEvent) => {
    const next = dayAfterKey(current, event.key, data.year)
    if (next === current) return
    event.preventDefault()
    setAt(next)
    frame.current?.querySelector<HTMLElement>(`[data-on="${next}"]`)?.focus()
  }
  return (
    <>
      <div className="row calendar-bar">
        <button type="button" className="btn small" onClick={() => setYear(year - 1)}>
          {text.previousYear}
        </button>
        <b>{text.calendarYear(data.year)}</b>
        <button type="button" className="btn small" onClick={() => setYear(year + 1)}>
          {text.nextYear}
        </button>
        <span className="second">
          {text.workdayCount(months.reduce((sum, { workdayCount }) => sum + workdayCount, 0))}
        </span>
        <span className="grow" />
        <Legend />
      </div>
      {!data.known && <p className="notice amber">{text.unknownYear(data.year)}</p>}
      {data.known && data.unknownNextYear !== null && (
        <p className="notice amber">{text.unknownNext(data.unknownNextYear)}</p>
      )}
      <div className={isPlaceholderData ? 'months stale' : 'months'} ref={frame} onKeyDown={press}>
        {months.map((month) => (
          <Month
            key={month.month}
            month={month}
            current={current}
            today={today}
            onAsk={(cell) => {
              setAt(cell.on)
              setAsked(cell)
            }}
          />
        ))}
      </div>
      {asked && <DayDialog cell={asked} onClose={() => setAsked(null)} />}
    </>
  )
}

function Legend() {
  const { legend, holidayMark, workMark } = useText(planText)
  return (
    <span className="calendar-legend">
      <span>
        <i className="day holiday">
          <em>{holidayMark}</em>
        </i>
        {legend.holiday}
      </span>
      <span>
        <i className="day make-up">
          <em>{workMark}</em>
        </i>
        {legend.makeUp}
      </span>
      <span>
        <i className="day today" />
        {legend.today}
      </span>
    </span>
  )
}

type MonthProps = { month: CalendarMonth; current: Day; today: Day; onAsk: (cell: CalendarCell) => void }

const LOOKS = { holiday: 'holiday', makeUp: 'make-up' } as const

function Month({ month: { month, before, days, workdayCount }, current, today, onAsk }: MonthProps) {
  const text = useText(planText)
  return (
    <section className="month" aria-label={text.monthName(month)}>
      <header>
        <b>{text.monthName(month)}</b>
        <span className="quiet text-12">{text.workdayCount(workdayCount)}</span>
      </header>
      <div className="days">
        {text.weekdays.map((name, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- two weekdays share a letter
          <span key={index} className="weekday" aria-hidden="true">
            {name}
          </span>
        ))}
        {days.map((cell, index) => {
          const look = cell.exception ? LOOKS[cell.exception] : cell.isWeekend ? 'weekend' : ''
          return (
            <button
              key={cell.on}
              type="button"
              data-on={cell.on}
              className={['day', look, cell.on === today && 'today'].filter(Boolean).join(' ')}
              style={index === 0 ? { gridColumnStart: before + 1 } : undefined}
              tabIndex={cell.on === current ? 0 : -1}
              title={text.holiday(cell.name) || undefined}
              onClick={() => onAsk(cell)}
            >
              <span aria-hidden="true">{Number(cell.on.slice(8))}</span>
              {cell.exception && (
                <em aria-hidden="true">{cell.exception === 'holiday' ? text.holidayMark : text.workMark}</em>
              )}
              <span className="aloud">{text.dayLabel(cell.on, cell.work, text.holiday(cell.name))}</span>
            </button>
          )
        })}
      </div>
    </section>
  )
}
