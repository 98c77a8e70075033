import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { CellName, Cells } from '#domain/imports/cells.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { TASK_KINDS } from '#domain/tasks/task.ts'
import { useSession } from '#web/shell/session.tsx'
import { PersonField } from '#web/tasks/PersonField.tsx'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { Combobox } from '#web/ui/Combobox.tsx'
import { DateField } from '#web/ui/DateField.tsx'
import { MultiCombobox } from '#web/ui/MultiCombobox.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { LongTextField, TextField } from '#web/ui/TextField.tsx'
import { useHeld } from '#web/ui/useHeld.ts'
import { useUnsaved } from '#web/ui/useUnsaved.ts'
import { importsText } from './imports.text.ts'
import { Meanwhile } from './Meanwhile.tsx'
import { StepFields } from './StepFields.tsx'
import { TargetFields } from './TargetFields.tsx'
import { changesFrom, type Typed } from './typed.ts'
import type { Acts } from './useActs.ts'
import { type Names, usePeopleOf } from './useOptions.ts'

type Props = {
  draft: DraftView
  /** Rows shown before this one. */
  index: number
  names: Names
  acts: Acts
  /** What was typed into this row's form before, where saving it was refused. */
  typed: Typed | null
  focus: CellName | null
}

/** The current row as a form, in its place. Ctrl+Enter or Enter in a line saves, so does going elsewhere; Esc discards. */
export function RowForm({ draft, index, names, acts, typed, focus }: Props) {
  const text = useText(importsText)
  const kit = useText(kitText)
  const [base] = useState(typed?.base ?? draft.cells)
  const [changes, setChanges] = useState<Partial<Cells>>(typed?.changes ?? {})
  // What is not typed over follows what is stored.
  const cells: Cells = { ...draft.cells, ...changes }
  const frame = useRef<HTMLFormElement>(null)
  useEffect(() => {
    const place = frame.current?.querySelector<HTMLElement>(`[data-cell="${focus ?? 'title'}"]`)
    place?.querySelector<HTMLElement>('textarea, input')?.focus()
  }, [focus])
  const isRight = cells.title.trim() !== '' && (cells.target === null || cells.target.measure.trim() !== '')
  const { isTyped, onInput, forget } = useUnsaved(typed !== null)
  const send = (how: 'close' | 'keep') =>
    acts.save(how, { draft, index }, { draftId: draft.id, base, changes }, changesFrom(draft.cells, written(cells)))
  const save = () => {
    if (!isRight) return
    forget()
    void send('close')
  }
  const discard = () => {
    forget()
    acts.stopEditing()
  }
  // Another row chosen, another page opened: what was typed is kept, as a ledger keeps it.
  const keep = useRef(() => {})
  useEffect(() => {
    keep.current = () => {
      if (isTyped() && isRight) void send('keep')
    }
  })
  useEffect(() => () => keep.current(), [])
  // Another page waits until that is done, and is not opened where it was refused.
  const { isHeld, release } = useHeld('any', async () => {
    if (!isTyped() || !isRight) return false
    forget()
    const isSaved = await send('keep')
    if (!isSaved) onInput()
    return !isSaved
  })
  const change = (part: Partial<Cells>) => {
    onInput()
    release()
    setChanges((before) => ({ ...before, ...part }))
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape' && !event.defaultPrevented) discard()
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save()
  }
  return (
    <form ref={frame} className="draft-row current editing" action={save} onKeyDown={press} noValidate>
      <span className="number">{draft.number}</span>
      <div className="words">
        <Meanwhile {...{ base, stored: draft.cells, mine: cells, names }} />
        <CellFields {...{ cells, names }} onChange={change} />
        {isHeld && (
          <p className="wanting" role="alert">
            {kit.typedHeld}
          </p>
        )}
        <p className="row-buttons">
          <button type="submit" className="btn small solid" disabled={!isRight}>
            {text.form.save}
          </button>
          <button type="button" className="btn small" onClick={discard}>
            {text.form.cancel}
          </button>
          <span className="quiet text-12">{text.form.hint}</span>
        </p>
      </div>
    </form>
  )
}

/** Without blanks at the ends, and without steps that have no words. */
const written = (cells: Cells): Cells => ({
  ...cells,
  title: cells.title.trim(),
  milestones: cells.milestones.filter(({ title }) => title.trim() !== ''),
})

type FieldsProps = { cells: Cells; names: Names; onChange: (change: Partial<Cells>) => void }

function CellFields({ cells, names, onChange }: FieldsProps) {
  const text = useText(importsText)
  const { today } = useSession()
  const people = usePeopleOf(cells.leadUnitId)
  const assignee = people.find(({ id }) => id === cells.assigneeId)
  return (
    <div className="form beside">
      <div data-cell="title">
        <LongTextField
          label={text.cells.title}
          value={cells.title}
          rows={2}
          maxLength={500}
          error={cells.title.trim() === '' ? text.form.titleMissing : undefined}
          onChange={(title) => onChange({ title })}
        />
      </div>
      <div data-cell="leadUnitId">
        <Combobox
          label={text.cells.leadUnitId}
          options={names.units}
          value={cells.leadUnitId}
          onChange={(leadUnitId) => onChange({ leadUnitId })}
        />
      </div>
      <div data-cell="supports">
        <MultiCombobox
          label={text.cells.supports}
          need="optional"
          options={names.units}
          values={cells.supports.map(({ unitId }) => unitId)}
          onChange={(ids) => onChange({ supports: supportsOf(ids, cells.supports) })}
        />
      </div>
      <div data-cell="dueOn">
        <DateField
          label={text.cells.dueOn}
          value={cells.dueOn}
          today={today}
          onChange={(dueOn) => onChange({ dueOn })}
        />
      </div>
      <StepFields steps={cells.milestones} today={today} onChange={(milestones) => onChange({ milestones })} />
      <div data-cell="leaderId">
        <Combobox
          label={text.cells.leaderId}
          options={names.leaders}
          value={cells.leaderId}
          onChange={(leaderId) => onChange({ leaderId })}
        />
      </div>
      <div data-cell="evidence">
        <TextField
          label={text.cells.evidence}
          value={cells.evidence}
          maxLength={500}
          onChange={(evidence) => onChange({ evidence })}
        />
      </div>
      <div data-cell="pillarId">
        <Combobox
          label={text.cells.pillarId}
          options={names.pillars}
          value={cells.pillarId}
          onChange={(pillarId) => onChange({ pillarId })}
        />
      </div>
      <div data-cell="kind" className="field">
        <span className="label">{text.cells.kind}</span>
        <Segmented
          label={text.cells.kind}
          segments={TASK_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          value={cells.kind}
          onChange={(kind) => onChange({ kind })}
        />
      </div>
      <TargetFields target={cells.target} onChange={(target) => onChange({ target })} />
      <div data-cell="assigneeId">
        <PersonField
          label={text.cells.assigneeId}
          need="optional"
          unitId={cells.leadUnitId ?? undefined}
          value={assignee ? { id: assignee.id, name: assignee.label } : null}
          onChange={(person) => onChange({ assigneeId: person?.id ?? null })}
        />
      </div>
    </div>
  )
}

/** Units that stay keep what they owe. */
const supportsOf = (ids: readonly string[], before: Cells['supports']): Cells['supports'] =>
  ids.map((unitId) => before.find((support) => support.unitId === unitId) ?? { unitId, deliverable: '', dueOn: null })
