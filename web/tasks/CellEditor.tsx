import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'
import { type Ref, type TaskChanges, updateTask } from '#domain/tasks/tasks.contract.ts'
import { ApiError } from '../api.ts'
import { useText } from '../text.tsx'
import { Combobox } from '../ui/Combobox.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import type { EditableField } from './columns.ts'
import { isListOpen } from './isListOpen.ts'
import { ledgerText } from './ledger.text.ts'
import { PersonField } from './PersonField.tsx'
import { useUnitOptions } from '../org/useUnitOptions.ts'
import { RefusalWords } from '../ui/Refused.tsx'

type Props = {
  label: string
  field: EditableField
  row: LedgerRow
  /** What the cell says now. */
  words: string
  onClose: () => void
}

/** One field of one task, changed where it stands. What was typed stays when somebody else was faster. */
export function CellEditor({ label, field, row, words, onClose }: Props) {
  const text = useText(ledgerText)
  const client = useQueryClient()
  const frame = useRef<HTMLFormElement>(null)
  const [draft, setDraft] = useState<Draft>(() => draftOf(row))
  const update = useChange(updateTask)
  useEffect(() => {
    const input = frame.current?.querySelector('input')
    input?.focus()
    input?.select()
  }, [])
  const changes = changesOf(field, draft)
  const save = (event: FormEvent) => {
    event.preventDefault()
    if (!changes) return
    update.mutate({ params: { taskId: row.id }, body: { version: row.version, changes } }, { onSuccess: shut })
  }
  const shut = () => {
    const cell = frame.current?.closest('td')
    onClose()
    cell?.querySelector<HTMLElement>('button')?.focus()
  }
  // Before the field hears it: the first Esc closes an open list, the next one the editor.
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || isListOpen(event.target)) return
    event.stopPropagation()
    shut()
  }
  const wasChanged = update.error instanceof ApiError && update.error.code === 'changed_meanwhile'
  const isBehind = wasChanged && update.variables?.body.version !== row.version
  return (
    <form ref={frame} className="cell-editor" aria-label={label} onSubmit={save} onKeyDownCapture={press}>
      <Control label={label} field={field} row={row} draft={draft} onChange={setDraft} />
      {update.error && (
        <p className="error" role="alert">
          <RefusalWords error={update.error} />
          {isBehind && <span> {text.wasChanged(words || text.none)}</span>}
        </p>
      )}
      <div className="row">
        <button
          type="submit"
          className="btn small solid"
          disabled={!changes || update.isPending || (wasChanged && !isBehind)}
        >
          {text.save}
          <kbd>Enter</kbd>
        </button>
        {wasChanged && !isBehind && (
          <button type="button" className="btn small" onClick={() => void client.invalidateQueries()}>
            {text.seeLatest}
          </button>
        )}
        <button type="button" className="btn small bare" onClick={shut}>
          {text.cancel}
          <kbd>Esc</kbd>
        </button>
      </div>
    </form>
  )
}

type Draft = { unitId: string | null; leader: Ref | null; assignee: Ref | null; evidence: string; weight: string }

const draftOf = (row: LedgerRow): Draft => ({
  unitId: row.leadUnit?.id ?? null,
  leader: row.leader,
  assignee: row.assignee,
  evidence: row.evidence,
  weight: String(row.weight),
})

const isWeight = (text: string): boolean => /^\d{1,3}$/.test(text) && Number(text) >= 1 && Number(text) <= 100

/** The change a draft asks for; null while it cannot be read. */
function changesOf(field: EditableField, draft: Draft): TaskChanges | null {
  switch (field) {
    case 'leadUnitId':
      return { leadUnitId: draft.unitId }
    case 'leaderId':
      return { leaderId: draft.leader?.id ?? null }
    case 'assigneeId':
      return { assigneeId: draft.assignee?.id ?? null }
    case 'evidence':
      return { evidence: draft.evidence }
    case 'weight':
      return isWeight(draft.weight.trim()) ? { weight: Number(draft.weight) } : null
  }
}

type ControlProps = Pick<Props, 'label' | 'field' | 'row'> & { draft: Draft; onChange: (draft: Draft) => void }

function Control({ label, field, row, draft, onChange }: ControlProps) {
  const text = useText(ledgerText)
  const units = useUnitOptions()
  switch (field) {
    case 'leadUnitId':
      return (
        <Combobox
          label={label}
          options={units}
          value={draft.unitId}
          onChange={(unitId) => onChange({ ...draft, unitId })}
        />
      )
    case 'leaderId':
      return (
        <PersonField
          label={label}
          role="leaderInCharge"
          value={draft.leader}
          onChange={(leader) => onChange({ ...draft, leader })}
        />
      )
    case 'assigneeId':
      return (
        <PersonField
          label={label}
          unitId={row.leadUnit?.id}
          value={draft.assignee}
          onChange={(assignee) => onChange({ ...draft, assignee })}
        />
      )
    case 'evidence':
      return (
        <TextField
          label={label}
          value={draft.evidence}
          maxLength={500}
          onChange={(evidence) => onChange({ ...draft, evidence })}
        />
      )
    case 'weight':
      return (
        <TextField
          label={label}
          inputMode="numeric"
          value={draft.weight}
          hint={text.weightHint}
          error={isWeight(draft.weight.trim()) ? undefined : text.weightUnread}
          onChange={(weight) => onChange({ ...draft, weight })}
        />
      )
  }
}
