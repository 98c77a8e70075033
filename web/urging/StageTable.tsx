import { CONCERNED } from '#domain/messages/recipients.ts'
import { NOTICE_LEVELS } from '#domain/notices/notice.ts'
import { URGE_SUBJECTS } from '#domain/urging/rules.ts'
import { useText } from '../text.tsx'
import { type StageDraft, workdaysIn } from './stages.ts'
import { urgingText } from './urging.text.ts'
import type { EditedRules } from './useRules.ts'

const WHEN = ['before', 'on', 'after'] as const
const ISSUE = ['confirmed', 'automatic'] as const

/** The stages as a table that is filled in like a form. */
export function StageTable({ edited }: { edited: EditedRules }) {
  const { columns } = useText(urgingText)
  return (
    <div className="scroll-x">
      <table className="table stage-table">
        <thead>
          <tr>
            <th className="column-subject">{columns.subject}</th>
            <th className="column-when">{columns.when}</th>
            <th>{columns.to}</th>
            <th className="column-notice">{columns.notice}</th>
            <th className="column-answer">{columns.answer}</th>
            <th className="column-remove">{columns.remove}</th>
          </tr>
        </thead>
        <tbody>
          {edited.draft.stages.map((stage, index) => (
            <StageRow
              key={stage.key}
              stage={stage}
              row={index + 1}
              onChange={(changes) => edited.change(stage.key, changes)}
              onRemove={() => edited.remove(stage.key)}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  stage: StageDraft
  row: number
  onChange: (changes: Partial<StageDraft>) => void
  onRemove: () => void
}

function StageRow({ stage, row, onChange, onRemove }: RowProps) {
  const text = useText(urgingText)
  return (
    <tr>
      <td className="wrap">
        <Choice
          label={`${text.row(row)} ${text.columns.subject}`}
          value={stage.subject}
          options={URGE_SUBJECTS}
          words={text.subjects}
          onChange={(subject) => onChange({ subject })}
        />
        {stage.subject === 'answer' && (
          <Choice
            label={`${text.row(row)} ${text.ofLevel}`}
            value={stage.level}
            options={NOTICE_LEVELS}
            words={text.levels}
            onChange={(level) => onChange({ level })}
          />
        )}
      </td>
      <td className="wrap">
        <Choice
          label={`${text.row(row)} ${text.columns.when}`}
          value={stage.when}
          options={WHEN}
          words={text.when}
          onChange={(when) => onChange({ when })}
        />
        {stage.when !== 'on' && (
          <Workdays
            label={`${text.row(row)} ${text.days}`}
            value={stage.days}
            onChange={(days) => onChange({ days })}
          />
        )}
      </td>
      <td className="wrap">
        <People stage={stage} row={row} onChange={onChange} />
      </td>
      <td className="wrap">{stage.subject !== 'sheet' && <Notice stage={stage} row={row} onChange={onChange} />}</td>
      <td className="wrap">
        {stage.subject !== 'sheet' && stage.notice !== 'none' && (
          <Workdays
            label={`${text.row(row)} ${text.columns.answer}`}
            value={stage.answerWithin}
            onChange={(answerWithin) => onChange({ answerWithin })}
          />
        )}
      </td>
      <td>
        <button type="button" className="btn small bare" aria-label={text.removeOne(row)} onClick={onRemove}>
          {text.remove}
        </button>
      </td>
    </tr>
  )
}

type PartProps = Pick<RowProps, 'stage' | 'row' | 'onChange'>

function People({ stage, row, onChange }: PartProps) {
  const text = useText(urgingText)
  return (
    <fieldset className="people">
      <legend className="aloud">{`${text.row(row)} ${text.columns.to}`}</legend>
      {CONCERNED.map((one) => (
        <label key={one} className="check">
          <input
            type="checkbox"
            checked={stage.to.includes(one)}
            onChange={({ target }) =>
              onChange({
                to: CONCERNED.filter((known) => (known === one ? target.checked : stage.to.includes(known))),
              })
            }
          />
          {text.people[one]}
        </label>
      ))}
    </fieldset>
  )
}

function Notice({ stage, row, onChange }: PartProps) {
  const text = useText(urgingText)
  return (
    <>
      <Choice
        label={`${text.row(row)} ${text.columns.notice}`}
        value={stage.notice}
        options={['none', ...NOTICE_LEVELS]}
        words={{ none: text.noNotice, ...text.levels }}
        onChange={(notice) => onChange({ notice })}
      />
      {stage.notice !== 'none' && (
        <Choice
          label={`${text.row(row)} ${text.issueLabel}`}
          value={stage.issue}
          options={ISSUE}
          words={text.issue}
          onChange={(issue) => onChange({ issue })}
        />
      )}
    </>
  )
}

type ChoiceProps<Value extends string> = {
  label: string
  value: Value
  options: readonly Value[]
  words: Record<Value, string>
  onChange: (value: Value) => void
}

function Choice<Value extends string>({ label, value, options, words, onChange }: ChoiceProps<Value>) {
  const choose = (chosen: string) => {
    const found = options.find((option) => option === chosen)
    if (found !== undefined) onChange(found)
  }
  return (
    <select className="input" aria-label={label} value={value} onChange={({ target }) => choose(target.value)}>
      {options.map((option) => (
        <option key={option} value={option}>
          {words[option]}
        </option>
      ))}
    </select>
  )
}

function Workdays({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const text = useText(urgingText)
  return (
    <span className="workdays">
      <input
        className="input"
        inputMode="numeric"
        aria-label={label}
        aria-invalid={workdaysIn(value) === null}
        maxLength={2}
        value={value}
        onChange={({ target }) => onChange(target.value)}
      />
      {text.workdays}
    </span>
  )
}
