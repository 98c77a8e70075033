import { isWithUnit } from '#domain/tasks/editing.ts'
import type { TaskState } from '#domain/tasks/task.ts'
import { REPEATS } from '#domain/tasks/turns.ts'
import { useSession } from '../shell/session.tsx'
import { kitText } from '../text/kit.text.ts'
import { useText } from '../text.tsx'
import { DateField } from '../ui/DateField.tsx'
import { TextField } from '../ui/TextField.tsx'
import { layOutTurns, type MilestoneForm, MOST_MILESTONES, newMilestone, weightTotal } from './form.ts'
import { formText } from './form.text.ts'
import { Section } from '../ui/Section.tsx'
import type { PartProps } from './TaskForm.tsx'

/** The dated, weighted steps; their weights make 100. Once the unit has the task their dates stay. */
export function MilestonesPart({ form, onChange, problems, fixed, state }: PartProps & { state: TaskState }) {
  const text = useText(formText)
  const { milestones } = form
  const set = (key: string, changes: Partial<MilestoneForm>) =>
    onChange({ milestones: milestones.map((row) => (row.key === key ? { ...row, ...changes } : row)) })
  const why = fixed('milestones')
  const sum = weightTotal(form)
  const written = milestones.some(({ title, dueOn }) => title.trim() !== '' || dueOn !== null)
  const blank = milestones.every(({ weight }) => weight.trim() === '')
  const note = !written ? undefined : blank ? text.weightEqual(sum) : sum === 100 ? text.weightSum(sum) : undefined
  return (
    <Section title={text.sections.milestones} note={why ?? note}>
      <ol className="form-rows">
        {milestones.map((row, index) => (
          <MilestoneRow
            key={row.key}
            row={row}
            number={index + 1}
            problems={problems}
            isFixed={why !== undefined}
            // Original dates never change once the unit has the task, and no milestone goes.
            isDateFixed={row.id !== undefined && isWithUnit(state)}
            onChange={(changes) => set(row.key, changes)}
            onRemove={() => onChange({ milestones: milestones.filter(({ key }) => key !== row.key) })}
          />
        ))}
      </ol>
      {written && !blank && sum !== 100 && <p className="missing-list">{text.weightOff(sum)}</p>}
      {why === undefined && milestones.length < MOST_MILESTONES && (
        <p className="row milestone-adding">
          <button
            type="button"
            className="btn small"
            onClick={() => onChange({ milestones: [...milestones, newMilestone()] })}
          >
            {text.addMilestone}
          </button>
          {!isWithUnit(state) && <Turns form={form} onChange={onChange} />}
        </p>
      )}
    </Section>
  )
}

/** Lays out a milestone for each turn of a duty that comes round. */
function Turns({ form, onChange }: Pick<PartProps, 'form' | 'onChange'>) {
  const text = useText(formText)
  return (
    <span role="group" aria-label={text.repeat} className="row">
      <span className="quiet">{text.repeat}</span>
      {REPEATS.map((repeat) => (
        <button
          key={repeat}
          type="button"
          className="btn small"
          onClick={() => onChange(layOutTurns(form, repeat, (title, number) => text.turn(title, repeat, number)))}
        >
          {text.repeats[repeat]}
        </button>
      ))}
    </span>
  )
}

type RowProps = {
  row: MilestoneForm
  number: number
  problems: PartProps['problems']
  isFixed: boolean
  isDateFixed: boolean
  onChange: (changes: Partial<MilestoneForm>) => void
  onRemove: () => void
}

function MilestoneRow({ row, number, problems, isFixed, isDateFixed, onChange, onRemove }: RowProps) {
  const { row: words } = useText(kitText)
  const text = useText(formText)
  const { today } = useSession()
  if (isFixed)
    return (
      <li className="form-row milestone fixed">
        <span>{row.title}</span>
        <span>{row.dueOn}</span>
        <span className="number">{row.weight}%</span>
      </li>
    )
  const isWritten = row.title.trim() !== '' || row.dueOn !== null
  const untitled = problems.includes('milestoneTitle') && isWritten && row.title.trim() === ''
  const undated = problems.includes('milestoneDate') && isWritten && row.dueOn === null
  return (
    <li className="form-row milestone" aria-label={text.milestone(number)}>
      <TextField
        label={text.milestoneTitle}
        value={row.title}
        maxLength={200}
        error={untitled ? text.problems.milestoneTitle : undefined}
        onChange={(title) => onChange({ title })}
      />
      {isDateFixed ? (
        <div className="field">
          <span className="label">{text.milestoneDue}</span>
          <span className="fixed">{row.dueOn}</span>
        </div>
      ) : (
        <DateField
          label={text.milestoneDue}
          value={row.dueOn}
          today={today}
          error={undated ? text.problems.milestoneDate : undefined}
          onChange={(dueOn) => onChange({ dueOn })}
        />
      )}
      <TextField
        label={text.milestoneWeight}
        inputMode="decimal"
        value={row.weight}
        onChange={(weight) => onChange({ weight })}
      />
      {!isDateFixed && (
        <button type="button" className="btn small bare" aria-label={text.removeMilestone(number)} onClick={onRemove}>
          {words.remove}
        </button>
      )}
    </li>
  )
}
