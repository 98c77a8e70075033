import { useNavigate } from '@tanstack/react-router'
import type { FormEvent } from 'react'
import { z } from 'zod'
import { unitIdsOf } from '#domain/access/actor.ts'
import { raiseDifficulty } from '#domain/difficulties/difficulties.contract.ts'
import { DIFFICULTY_CAUSES, DIFFICULTY_KINDS } from '#domain/difficulties/difficulty.ts'
import { isBeforeYellow } from '#domain/difficulties/raising.ts'
import { listed } from '#domain/listed.ts'
import { ACTIVE_STATES } from '#domain/tasks/task.ts'
import { listTasks } from '#domain/tasks/ledger.contract.ts'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { useActor, useSession } from '../shell/session.tsx'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { DateField } from '../ui/DateField.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { difficultyHref } from './address.ts'
import { difficultiesText } from './difficulties.text.ts'
import './difficulties.css'

const FORM = 'raise-difficulty'
const TITLE_LENGTH = 200

const Draft = z.object({
  taskId: z.string().nullable(),
  title: z.string(),
  kind: z.enum(DIFFICULTY_KINDS),
  cause: z.string().nullable(),
  ask: z.string(),
  counterpartId: z.string().nullable(),
  wantedOn: z.string().nullable(),
  consequence: z.string(),
  tried: z.string(),
})
type Draft = z.infer<typeof Draft>

type Props = {
  /** The task it is of, where that is known; else one is chosen. */
  task?: { id: string; code: string; title: string; light: 'red' | 'yellow' | 'green' | 'blue' | 'grey' } | undefined
  /** What was typed elsewhere already, and is not asked again. */
  words?: string | undefined
  onClose: () => void
  /** Called instead of going to its page. */
  onRaised?: ((id: string, title: string) => void) | undefined
}

/** Raises a difficulty: what, of whom, by when, what happens otherwise, what was tried. */
export function RaiseDialog({ task, words = '', onClose, onRaised }: Props) {
  const text = useText(difficultiesText)
  const { language } = useLanguage()
  const navigate = useNavigate()
  const raise = useChange(raiseDifficulty)
  const kept = useKept(`difficulty.new.${task?.id ?? ''}`, Draft, {
    taskId: task?.id ?? null,
    title: words.trim().replace(/\s+/g, ' ').slice(0, TITLE_LENGTH),
    kind: 'hard',
    cause: null,
    ask: '',
    counterpartId: null,
    wantedOn: null,
    consequence: '',
    tried: '',
  })
  const { value: draft, change } = kept
  const body = bodyOf(draft)
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (!body || !draft.taskId) return
    raise.mutate(
      { params: { taskId: draft.taskId }, body },
      {
        onSuccess: ({ id, title }) => {
          kept.forget()
          onClose()
          if (onRaised) onRaised(id, title)
          else void navigate({ to: difficultyHref(id) })
        },
      },
    )
  }
  const missing = missingOf(draft, text.dialog)
  return (
    <Dialog
      title={text.dialog.title}
      size="wide"
      onClose={onClose}
      foot={
        <>
          {missing.length > 0 && <p className="missing-list">{text.missing(listed(language, missing))}</p>}
          <button type="submit" form={FORM} className="btn solid" disabled={missing.length > 0 || raise.isPending}>
            {text.dialog.send}
          </button>
        </>
      }
    >
      <form id={FORM} className="form raise-form" onSubmit={send}>
        {task ? (
          <p className="second">
            <span className="quiet">{task.code}</span>　{task.title}
          </p>
        ) : (
          <TaskField value={draft.taskId} onChange={(taskId) => change({ taskId })} />
        )}
        {task && isBeforeYellow(task.light) && <p className="second text-13">{text.dialog.early}</p>}
        <Problem draft={draft} change={change} />
        <Asked draft={draft} change={change} />
        <Refused error={raise.error} />
      </form>
    </Dialog>
  )
}

type FieldsProps = { draft: Draft; change: (part: Partial<Draft>) => void }

function Problem({ draft, change }: FieldsProps) {
  const text = useText(difficultiesText)
  const { dialog } = text
  return (
    <>
      <TextField
        label={dialog.problem}
        hint={dialog.problemHint}
        value={draft.title}
        maxLength={TITLE_LENGTH}
        onChange={(title) => change({ title })}
      />
      <div className="field-row">
        <div className="field">
          <span className="label">{dialog.kind}</span>
          <Segmented
            label={dialog.kind}
            segments={DIFFICULTY_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        </div>
        <Field label={dialog.cause}>
          {(control) => (
            <select
              {...control}
              value={draft.cause ?? ''}
              onChange={(event) => change({ cause: event.target.value || null })}
            >
              <option value="" />
              {DIFFICULTY_CAUSES.map((cause) => (
                <option key={cause} value={cause}>
                  {text.causesOf[cause]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </>
  )
}

function Asked({ draft, change }: FieldsProps) {
  const { dialog } = useText(difficultiesText)
  const { today } = useSession()
  const own = unitIdsOf(useActor())
  const units = useUnitOptions().filter(({ id }) => !own.includes(id))
  return (
    <>
      <LongTextField
        label={dialog.ask}
        hint={dialog.askHint}
        rows={2}
        maxLength={1000}
        value={draft.ask}
        onChange={(ask) => change({ ask })}
      />
      <div className="field-row">
        <Combobox
          label={dialog.counterpart}
          hint={dialog.counterpartHint}
          need="optional"
          options={units}
          value={draft.counterpartId}
          onChange={(counterpartId) => change({ counterpartId })}
        />
        <DateField
          label={dialog.wantedOn}
          value={draft.wantedOn}
          today={today}
          onChange={(wantedOn) => change({ wantedOn })}
        />
      </div>
      <LongTextField
        label={dialog.consequence}
        rows={2}
        maxLength={1000}
        value={draft.consequence}
        onChange={(consequence) => change({ consequence })}
      />
      <LongTextField
        label={dialog.tried}
        rows={2}
        maxLength={1000}
        value={draft.tried}
        onChange={(tried) => change({ tried })}
      />
    </>
  )
}

/** The tasks under way of the asker's units. */
function TaskField({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { dialog } = useText(difficultiesText)
  const unitId = unitIdsOf(useActor()).join(',')
  const { data } = useRead(listTasks, { query: { unitId, state: ACTIVE_STATES.join(','), limit: 200 } })
  return (
    <Combobox
      label={dialog.task}
      hint={data?.items.length === 0 ? dialog.noTasks : dialog.taskHint}
      options={(data?.items ?? []).map(({ id, code, title }) => ({ id, label: title, note: code, keys: [code] }))}
      value={value}
      onChange={onChange}
    />
  )
}

function bodyOf({ title, kind, cause, ask, counterpartId, wantedOn, consequence, tried }: Draft) {
  const known = DIFFICULTY_CAUSES.find((one) => one === cause)
  return known && wantedOn ? { title, kind, cause: known, ask, counterpartId, wantedOn, consequence, tried } : null
}

type Labels = Record<'task' | 'problem' | 'cause' | 'ask' | 'wantedOn' | 'consequence' | 'tried', string>
const missingOf = (draft: Draft, labels: Labels): string[] =>
  [
    draft.taskId === null && labels.task,
    draft.title.trim() === '' && labels.problem,
    draft.cause === null && labels.cause,
    draft.ask.trim() === '' && labels.ask,
    draft.wantedOn === null && labels.wantedOn,
    draft.consequence.trim() === '' && labels.consequence,
    draft.tried.trim() === '' && labels.tried,
  ].filter((label) => label !== false)
