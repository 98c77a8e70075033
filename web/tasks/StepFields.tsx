import { useState } from 'react'
import { dayOf } from '#domain/calendar/calendar.ts'
import { directiveNumber } from '#domain/directives/directive.ts'
import { labelFor, wordFor } from '#domain/glossary.ts'
import type { StepInputGuard } from '#domain/tasks/guards.ts'
import { COMPLETION_CHECKS, type CompletionCheck } from '#domain/tasks/inLife.ts'
import { stepRule, type TaskStep } from '#domain/tasks/lifecycle.ts'
import type { TaskView } from '#domain/tasks/page.contract.ts'
import type { Ref } from '#domain/tasks/tasks.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { PersonField } from './PersonField.tsx'
import type { Said } from './stepCalls.ts'
import { taskText } from './task.text.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'

type Props = { task: TaskView; step: TaskStep; said: Said; onChange: (part: Partial<Said>) => void }

/** Steps that may carry a word beside what they ask for. */
const NOTED: readonly TaskStep[] = ['requestCompletion', 'signOff']

/** A field for everything the step asks for, in the order of the state table. */
export function StepFields(props: Props) {
  const { task, step, said, onChange } = props
  const { dialog } = useText(taskText)
  if (task.directive && stepRule(step).asks.includes('withDirective')) return <OnDirective directive={task.directive} />
  return (
    <>
      {stepRule(step).asks.map((ask) => {
        const Ask = FIELDS[ask]
        return <Ask key={ask} {...props} />
      })}
      {NOTED.includes(step) && (
        <LongTextField
          label={step === 'signOff' ? dialog.signOffNote : dialog.note}
          hint={step === 'signOff' ? undefined : dialog.noteHint}
          need="optional"
          maxLength={2000}
          value={said.note}
          onChange={(note) => onChange({ note })}
        />
      )}
    </>
  )
}

const FIELDS: Record<StepInputGuard, (props: Props) => React.ReactNode> = {
  reasonGiven: Reason,
  dayAhead: DayAhead,
  assigneeNamed: Assignee,
  checksHold: Checks,
  verificationGiven: Verification,
  ownerSuggested: SuggestedUnit,
  legalBasisGiven: LegalBasis,
  newLeadNamed: NewLead,
  instructionGiven: Instruction,
  remedySaid: Remedy,
  withDirective: () => null,
}

/** What belongs to a directive is said on its own page. */
function OnDirective({ directive }: { directive: NonNullable<TaskView['directive']> }) {
  const { language } = useLanguage()
  return (
    <p>
      <Anchor href={`/directives/${directive.id}`} className="link">
        {directiveNumber(directive, language)}
      </Anchor>
    </p>
  )
}

function Reason({ said, onChange }: Props) {
  const { dialog } = useText(taskText)
  return (
    <LongTextField
      label={dialog.reason}
      maxLength={1000}
      value={said.reason}
      onChange={(reason) => onChange({ reason })}
    />
  )
}

function DayAhead({ step, said, onChange }: Props) {
  const { dialog } = useText(taskText)
  const { today } = useSession()
  return (
    <DateField
      label={step === 'defer' ? dialog.deferUntil : dialog.redoBy}
      today={today}
      value={said.day}
      onChange={(day) => onChange({ day })}
    />
  )
}

function Assignee({ task, onChange }: Props) {
  const { dialog } = useText(taskText)
  const [assignee, setAssignee] = useState<Ref | null>(task.assignee)
  const choose = (person: Ref | null) => {
    setAssignee(person)
    onChange({ assigneeId: person?.id ?? null })
  }
  return (
    <PersonField
      label={dialog.assignee}
      hint={dialog.assigneeHint}
      unitId={task.leadUnit?.id}
      value={assignee}
      onChange={choose}
    />
  )
}

function Verification({ said, onChange }: Props) {
  const { dialog } = useText(taskText)
  return (
    <LongTextField
      label={dialog.verification}
      hint={dialog.verificationHint}
      maxLength={2000}
      value={said.verification}
      onChange={(verification) => onChange({ verification })}
    />
  )
}

function SuggestedUnit({ said, onChange }: Props) {
  const { language } = useLanguage()
  const units = useUnitOptions()
  return (
    <Combobox
      label={labelFor('suggestedUnit', language)}
      options={units}
      value={said.suggestedUnitId}
      onChange={(suggestedUnitId) => onChange({ suggestedUnitId })}
    />
  )
}

function LegalBasis({ said, onChange }: Props) {
  const { dialog } = useText(taskText)
  const { language } = useLanguage()
  return (
    <LongTextField
      label={labelFor('legalBasis', language)}
      hint={dialog.legalBasisHint}
      maxLength={2000}
      value={said.legalBasis}
      onChange={(legalBasis) => onChange({ legalBasis })}
    />
  )
}

function NewLead({ said, onChange }: Props) {
  const { dialog } = useText(taskText)
  const units = useUnitOptions()
  return (
    <Combobox label={dialog.newLead} options={units} value={said.unitId} onChange={(unitId) => onChange({ unitId })} />
  )
}

function Instruction({ said, onChange }: Props) {
  const { language } = useLanguage()
  return (
    <LongTextField
      label={labelFor('instruction', language)}
      maxLength={2000}
      value={said.instruction}
      onChange={(instruction) => onChange({ instruction })}
    />
  )
}

function Remedy(props: Props) {
  const { said, onChange } = props
  const { dialog } = useText(taskText)
  return (
    <>
      <Segmented
        label={dialog.found}
        segments={[
          { value: 'holds', label: dialog.holds },
          { value: 'fails', label: dialog.holdsNot },
        ]}
        value={said.holds ? 'holds' : 'fails'}
        onChange={(found) => onChange({ holds: found === 'holds' })}
      />
      {!said.holds && (
        <>
          <Reason {...props} />
          <DayAhead {...props} />
        </>
      )}
    </>
  )
}

function Checks({ task, said, onChange }: Props) {
  const { dialog } = useText(taskText)
  const { organization } = useSession()
  const { completion } = task
  return (
    <>
      {completion && (
        <div className="notice">
          <p className="second">
            {dialog.askedBy(
              completion.requestedBy?.name ?? '',
              dayOf(new Date(completion.requestedAt), organization.timeZone),
            )}
          </p>
          <p>{completion.note || dialog.noNote}</p>
        </div>
      )}
      <SixChecks checks={said.checks} onChange={(checks) => onChange({ checks })} />
    </>
  )
}

type SixProps = { checks: readonly CompletionCheck[]; onChange: (checks: CompletionCheck[]) => void }

/** The six checks of an acceptance, each ticked by hand. */
export function SixChecks({ checks, onChange }: SixProps) {
  const { dialog } = useText(taskText)
  const { language } = useLanguage()
  const toggle = (check: CompletionCheck) =>
    onChange(checks.includes(check) ? checks.filter((each) => each !== check) : [...checks, check])
  return (
    <fieldset className="checks">
      <legend className="quiet">{dialog.checks}</legend>
      {COMPLETION_CHECKS.map((check) => (
        <label key={check} className="check">
          <input type="checkbox" checked={checks.includes(check)} onChange={() => toggle(check)} />
          {wordFor(check, language)}
        </label>
      ))}
    </fieldset>
  )
}
