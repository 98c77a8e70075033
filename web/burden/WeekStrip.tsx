import { formatOn, yearOf } from '#domain/calendar/calendar.ts'
import { useLanguage, useText } from '../text.tsx'
import { burdenText } from './burden.text.ts'

type Day = { on: string; workday: boolean; name: string; askCount: number; deadlineCount: number }
type Props = {
  days: readonly Day[]
  today: string
  windows: readonly { opensOn: string; closesOn: string }[]
}

/** The weeks as a calendar, a line each: windows are tinted, and the days say how much is due on them. */
export function WeekStrip({ days, today, windows }: Props) {
  const text = useText(burdenText)
  const { language } = useLanguage()
  const day = (on: string) => formatOn(on, yearOf(on), language)
  const weeks = Array.from({ length: days.length / 7 }, (_, index) => days.slice(index * 7, index * 7 + 7))
  return (
    <table className="week-strip">
      <thead>
        <tr>
          {text.weekdays.map((weekday) => (
            <th key={weekday} scope="col">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.on}>
            {week.map(({ on, workday, name, askCount, deadlineCount }) => {
              const isOpen = windows.some(({ opensOn, closesOn }) => opensOn <= on && on <= closesOn)
              const classes = [isOpen && 'open', !workday && 'off', on === today && 'today', on < today && 'past']
              return (
                <td
                  key={on}
                  className={classes.filter(Boolean).join(' ') || undefined}
                  title={text.dayAsks(day(on), askCount, deadlineCount)}
                >
                  <span className="on">{day(on)}</span>
                  {name && <span className="name">{name}</span>}
                  <span className="due">
                    {askCount > 0 && <b>{askCount}</b>}
                    {deadlineCount > 0 && <span>（{deadlineCount}）</span>}
                  </span>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
