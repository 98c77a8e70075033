import { getSetup, type Suggestion } from '#domain/auth/setup.contract.ts'
import { authText } from '#web/text/auth.text.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useRead } from '#web/useEndpoint.ts'
import { yearOfDraft, type DayDraft, type SetupDraft } from './setup-draft.ts'
import { Section } from './SetupSections.tsx'

type Props = { draft: SetupDraft; suggestion: Suggestion; change: (part: Partial<SetupDraft>) => void }

/** The national days of the plan year, shown, and the organization's own. */
export function CalendarSection({ draft, suggestion, change }: Props) {
  const { setup: text } = useText(authText)
  const planYear = yearOfDraft(draft)
  const isOther = planYear !== undefined && planYear !== suggestion.planYear
  const { data } = useRead(getSetup, { query: { planYear } }, { enabled: isOther, staleTime: Infinity })
  // The first year's came with the page: nothing below may move when somebody is about to press there.
  const shown = (isOther ? data?.suggestion : undefined) ?? suggestion
  const days = shown.nationalDays
  return (
    <Section title={text.calendar} note={text.calendarNote}>
      <p className="second">
        {days.length > 0 ? text.national(shown.planYear, days.length) : text.unknown(shown.planYear)}
      </p>
      {days.length > 0 && (
        <ul className="days">
          {days.map((day) => (
            <li key={day.on}>
              {day.on.slice(5)} {day.workday ? text.workday : text.holiday} {day.name}
            </li>
          ))}
        </ul>
      )}
      <OwnDays days={draft.ownDays} year={planYear ?? 2026} onChange={(ownDays) => change({ ownDays })} />
    </Section>
  )
}

type OwnProps = { days: DayDraft[]; year: number; onChange: (days: DayDraft[]) => void }

function OwnDays({ days, year, onChange }: OwnProps) {
  const { row: words } = useText(kitText)
  const { setup: text } = useText(authText)
  const change = (key: number, part: Partial<DayDraft>) =>
    onChange(days.map((day) => (day.key === key ? { ...day, ...part } : day)))
  const add = () => {
    const key = Math.max(-1, ...days.map((day) => day.key)) + 1
    onChange([...days, { key, on: null, workday: false, name: '' }])
  }
  const kinds = [
    { value: 'holiday', label: text.holiday },
    { value: 'workday', label: text.workday },
  ] as const
  return (
    <div role="group" aria-label={text.ownDays}>
      {days.map((day) => (
        <div key={day.key} className="day-row">
          <DateField
            label={text.ownDay}
            value={day.on}
            today={`${year}-01-01`}
            onChange={(on) => change(day.key, { on })}
          />
          <TextField
            label={text.ownName}
            value={day.name}
            maxLength={30}
            need="optional"
            onChange={(name) => change(day.key, { name })}
          />
          <Segmented
            label={day.name || text.ownDay}
            segments={kinds}
            value={day.workday ? 'workday' : 'holiday'}
            onChange={(kind) => change(day.key, { workday: kind === 'workday' })}
          />
          <button
            type="button"
            className="btn small"
            aria-label={text.removeDay(day.on ?? '')}
            onClick={() => onChange(days.filter(({ key }) => key !== day.key))}
          >
            {words.remove}
          </button>
        </div>
      ))}
      <button type="button" className="btn small" onClick={add}>
        {text.addDay}
      </button>{' '}
      <span className="quiet text-13">{text.ownDays}</span>
    </div>
  )
}
