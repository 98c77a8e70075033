import { formatOn } from '#domain/calendar/calendar.ts'
import type { PlanView } from '#domain/plan/plan.contract.ts'
import { periodName } from '#domain/reports/period.ts'
import { useLanguage, useText } from '../text.tsx'
import { planText } from './plan.text.ts'

/** The periods of the year with the window of each. */
export function Periods({ plan }: { plan: PlanView }) {
  const text = useText(planText)
  const { language } = useLanguage()
  const day = (on: string) => formatOn(on, plan.year, language)
  return (
    <div className="scroll-x">
      <table className="table periods">
        <thead>
          <tr>
            <th>{text.columns.period}</th>
            <th>{text.columns.range}</th>
            <th className="number">{text.columns.opens}</th>
            <th className="number">{text.columns.closes}</th>
            <th>{text.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {plan.periods.map(({ id, kind, number, startsOn, endsOn, opensOn, closesOn, state }) => (
            <tr key={id} className={state === 'open' ? 'picked' : undefined}>
              <td>{periodName({ year: plan.year, every: kind, number }, language)}</td>
              <td>{text.range(day(startsOn), day(endsOn))}</td>
              <td className="number">{day(opensOn)}</td>
              <td className="number">{day(closesOn)}</td>
              <td className={state === 'open' ? 'strong' : 'second'}>{text.windows[state]}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
