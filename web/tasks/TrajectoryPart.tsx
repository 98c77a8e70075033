import { formatOn } from '#domain/calendar/calendar.ts'
import { useSession } from '../shell/session.tsx'
import { kitText } from '../text/kit.text.ts'
import { useLanguage, useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { formatNumber } from '../ui/figures.ts'
import { Section } from '../ui/Section.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { isShare, newPoint, plansOf, type PointForm, startPoints } from './form.ts'
import { formText } from './form.text.ts'
import { PlanPreview } from './PlanPreview.tsx'
import type { PartProps } from './TaskForm.tsx'

const MOST = 60

/** The planned share over time: what follows from the milestones, or points of its own, drawn as they are typed. */
export function TrajectoryPart({ form, onChange, problems, fixed, planYear }: PartProps & { planYear: number }) {
  const text = useText(formText)
  const { points } = form
  const why = fixed('trajectory')
  const isGiven = points.length > 0
  const choose = (from: 'derived' | 'given') => onChange({ points: from === 'given' ? startPoints(form) : [] })
  const set = (key: string, changes: Partial<PointForm>) =>
    onChange({ points: points.map((row) => (row.key === key ? { ...row, ...changes } : row)) })
  const fault = problems.find((problem) => problem.startsWith('trajectory_'))
  return (
    <Section title={text.sections.trajectory} note={why ?? (isGiven ? text.trajectoryNote : undefined)}>
      {why === undefined && (
        <Segmented
          label={text.trajectoryFrom}
          segments={[
            { value: 'derived', label: text.trajectoryDerived },
            { value: 'given', label: text.trajectoryGiven },
          ]}
          value={isGiven ? 'given' : 'derived'}
          onChange={choose}
        />
      )}
      <div className={isGiven ? 'form-trajectory' : 'form-trajectory derived'}>
        {isGiven && (
          <div>
            <ol className="form-rows">
              {points.map((row, index) => (
                <PointRow
                  key={row.key}
                  row={row}
                  number={index + 1}
                  planYear={planYear}
                  isFixed={why !== undefined}
                  isPointedAt={problems.includes('point')}
                  onChange={(changes) => set(row.key, changes)}
                  onRemove={() => onChange({ points: points.filter(({ key }) => key !== row.key) })}
                />
              ))}
            </ol>
            {why === undefined && points.length < MOST && (
              <button type="button" className="btn small" onClick={() => onChange({ points: [...points, newPoint()] })}>
                {text.addPoint}
              </button>
            )}
            {fault && <p className="missing-list">{text.problems[fault]}</p>}
          </div>
        )}
        <PlanPreview {...plansOf(form)} planYear={planYear} isGiven={isGiven} />
      </div>
    </Section>
  )
}

type RowProps = {
  row: PointForm
  number: number
  planYear: number
  isFixed: boolean
  isPointedAt: boolean
  onChange: (changes: Partial<PointForm>) => void
  onRemove: () => void
}

function PointRow({ row, number, planYear, isFixed, isPointedAt, onChange, onRemove }: RowProps) {
  const { row: words } = useText(kitText)
  const text = useText(formText)
  const { language } = useLanguage()
  const { today } = useSession()
  if (isFixed)
    return (
      <li className="form-row point fixed">
        <span>{row.on && formatOn(row.on, planYear, language)}</span>
        <span className="number">{formatNumber(Number(row.share))}%</span>
      </li>
    )
  const isWritten = row.on !== null || row.share.trim() !== ''
  const error = isPointedAt && isWritten ? text.problems.point : undefined
  return (
    <li className="form-row point" aria-label={text.point(number)}>
      <DateField
        label={text.pointOn}
        value={row.on}
        today={today}
        error={row.on === null ? error : undefined}
        onChange={(on) => onChange({ on })}
      />
      <TextField
        label={text.pointShare}
        inputMode="decimal"
        value={row.share}
        error={row.on !== null && !isShare(row.share) ? error : undefined}
        onChange={(share) => onChange({ share })}
      />
      <button type="button" className="btn small bare" aria-label={text.removePoint(number)} onClick={onRemove}>
        {words.remove}
      </button>
    </li>
  )
}
