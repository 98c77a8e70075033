import { getBurden } from '#domain/burden/burden.contract.ts'
import { useText } from '../text.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Section } from '../ui/Section.tsx'
import { useRead } from '../useEndpoint.ts'
import { Basis } from './Basis.tsx'
import { burdenText } from './burden.text.ts'
import { PeriodAsks } from './PeriodAsks.tsx'
import { UnitTable } from './UnitTable.tsx'
import { WeekStrip } from './WeekStrip.tsx'
import { shareText, useLength } from './words.ts'
import './burden.css'

/** 基层负担: what units are asked in the coming weeks, so that the office can ask less and spread it. */
export function BurdenPage() {
  const text = useText(burdenText)
  const length = useLength()
  const { data, error, refetch } = useRead(getBurden, {})
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />
  if (!data) return <Loading lines={16} />
  const { total, units, weeks, days, periods, today, basis } = data
  const asked = units.filter((unit) => unit.total.askCount > 0).length
  return (
    <div className="page burden-page">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
      </header>
      <p className="lead">
        {total.askCount === 0
          ? text.nothing
          : text.total(asked, total.askCount, length(total.seconds), shareText(total))}
      </p>
      <div className="burden-columns">
        <Section title={text.calendar} note={text.calendarNote}>
          <WeekStrip days={days} today={today} windows={periods} />
        </Section>
        <div>
          {periods.length > 0 && (
            <Section title={text.windows}>
              {periods.map((burden) => (
                <PeriodAsks key={`${burden.planId} ${burden.number}`} burden={burden} />
              ))}
            </Section>
          )}
          <Section title={text.basis}>
            <Basis basis={basis} />
          </Section>
        </div>
      </div>
      <Section title={text.units} note={text.unitsNote}>
        <UnitTable units={units} weeks={weeks} total={total} />
      </Section>
    </div>
  )
}
