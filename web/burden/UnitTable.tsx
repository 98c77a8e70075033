import { formatOn, yearOf } from '#domain/calendar/calendar.ts'
import { ASK_KINDS } from '#domain/burden/asks.ts'
import type { LoadView } from '#domain/burden/burden.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatCount } from '../ui/figures.ts'
import { burdenText } from './burden.text.ts'
import { minutesOf, shareText } from './words.ts'

type Unit = { unit: { id: string; name: string }; weeks: LoadView[]; total: LoadView }
type Props = {
  units: readonly Unit[]
  weeks: readonly { startsOn: string; workdays: number; load: LoadView }[]
  total: LoadView
}

/** A line for each unit, in the official order: what by kind, minutes by week. Nobody is ranked. */
export function UnitTable({ units, weeks, total }: Props) {
  const text = useText(burdenText)
  const { language } = useLanguage()
  const most = Math.max(1, ...units.flatMap((unit) => unit.weeks.map(({ seconds }) => minutesOf(seconds))))
  const kinds = ASK_KINDS.filter((kind) => (total.counts[kind] ?? 0) > 0)
  return (
    <div className="scroll-x">
      <table className="table burden-table">
        <thead>
          <tr>
            <th>{text.unit}</th>
            {kinds.map((kind) => (
              <th key={kind} className="number">
                {text.kinds[kind]}
              </th>
            ))}
            <th className="number">{text.prefilled}</th>
            {weeks.map(({ startsOn, workdays }) => (
              <th key={startsOn} className="number" title={text.workdays(workdays)}>
                {formatOn(startsOn, yearOf(startsOn), language)}
              </th>
            ))}
            <th className="number">{text.all}</th>
          </tr>
        </thead>
        <tbody>
          {units.map(({ unit, weeks: own, total: sum }) => (
            <tr key={unit.id} className={sum.askCount === 0 ? 'quiet' : undefined}>
              <th scope="row">{unit.name}</th>
              {kinds.map((kind) => (
                <td key={kind} className="number">
                  {formatCount(sum.counts[kind] ?? 0)}
                </td>
              ))}
              <td className="number">{percent(sum)}</td>
              {own.map(({ seconds }, index) => (
                <td key={weeks[index]?.startsOn} className="number load">
                  <i style={{ width: `${(minutesOf(seconds) / most) * 100}%` }} />
                  <span>{formatCount(minutesOf(seconds))}</span>
                </td>
              ))}
              <td className="number strong">{text.minutes(minutesOf(sum.seconds))}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{text.all}</th>
            {kinds.map((kind) => (
              <td key={kind} className="number">
                {formatCount(total.counts[kind] ?? 0)}
              </td>
            ))}
            <td className="number">{percent(total)}</td>
            {weeks.map(({ startsOn, load }) => (
              <td key={startsOn} className="number">
                {formatCount(minutesOf(load.seconds))}
              </td>
            ))}
            <td className="number strong">{text.minutes(minutesOf(total.seconds))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const percent = (load: LoadView): string => {
  const share = shareText(load)
  return share === null ? '–' : `${share}%`
}
