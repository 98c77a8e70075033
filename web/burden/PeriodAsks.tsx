import { formatOn } from '#domain/calendar/calendar.ts'
import { previewBurden, type PeriodBurden } from '#domain/burden/burden.contract.ts'
import { listed } from '#domain/listed.ts'
import type { ReportRule } from '#domain/plan/plan.contract.ts'
import { periodName } from '#domain/reports/period.ts'
import { useLanguage, useText } from '../text.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { useRead } from '../useEndpoint.ts'
import { burdenText } from './burden.text.ts'
import { minutesOf, shareText, useLength } from './words.ts'
import './burden.css'

/** What one period asks, in a sentence, and what is on its days already. */
export function PeriodAsks({ burden }: { burden: PeriodBurden }) {
  const text = useText(burdenText)
  const { language } = useLanguage()
  const length = useLength()
  const { year, unitCount, load, clashes } = burden
  const day = (on: string) => formatOn(on, year, language)
  const name = periodName(burden, language)
  const each = minutesOf(unitCount === 0 ? 0 : load.seconds / unitCount)
  return (
    <div className="period-asks">
      <p>
        <b>{text.period(name, day(burden.opensOn), day(burden.closesOn))}</b>
      </p>
      <p>
        {unitCount === 0
          ? text.periodAsksNothing
          : text.periodAsks(unitCount, load.counts.reportRow, length(load.seconds), each, shareText(load))}
      </p>
      {clashes.length === 0 ? (
        <p className="second text-13">{text.calm}</p>
      ) : (
        <ul className="clashes" aria-label={text.clashTitle}>
          {clashes.map(({ kind, from, to, count, units }) => (
            <li key={`${kind} ${from} ${to}`}>
              {text.clashes[kind]({ from: day(from), to: day(to), count, units: units.length })}
              {units.length > 0 && (
                <span className="second text-13">
                  {'　'}
                  {listed(
                    language,
                    units.map(({ name: unit }) => unit),
                  )}
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type Asked = { planId: string; rule?: ReportRule | undefined; number?: number | undefined }

/** The same before it goes out: under a rule that is not saved yet, or for a period that has not opened. */
export function PeriodPreview({ planId, rule, number }: Asked) {
  const { data, error, isPlaceholderData } = useRead(previewBurden, { body: { planId, reportRule: rule, number } })
  return (
    <div className={isPlaceholderData ? 'notice stale' : 'notice'} role="status">
      <Refused error={error} />
      {data ? <PeriodAsks burden={data} /> : !error && <Loading lines={2} />}
    </div>
  )
}
