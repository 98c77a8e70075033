import { useState, type FormEvent } from 'react'
import { createUnit, updateUnit, type UnitView } from '#domain/org/org.contract.ts'
import { UNIT_KINDS, type UnitKind } from '#domain/org/unit.ts'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { Field } from '#web/ui/Field.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { TurnOff } from './TurnOff.tsx'

const FORM = 'unit'

type Draft = { name: string; shortName: string; aliases: string; kind: UnitKind; group: string; position: string }

const draftOf = (unit: UnitView | null): Draft => ({
  name: unit?.name ?? '',
  shortName: unit?.shortName ?? '',
  aliases: unit?.aliases.join('、') ?? '',
  kind: unit?.kind ?? 'government',
  group: unit?.group ?? '',
  position: unit && !unit.retired ? String(unit.position) : '',
})

const bodyOf = (draft: Draft) => ({
  name: draft.name.trim(),
  shortName: draft.shortName.trim() || draft.name.trim().slice(0, 30),
  aliases: draft.aliases
    .split(/[、,，;；\n]/)
    .map((alias) => alias.trim())
    .filter(Boolean),
  kind: draft.kind,
  group: draft.group.trim(),
  ...(draft.position.trim() && { position: Number(draft.position) }),
})

type Props = { unit: UnitView | null; groups: readonly string[]; onClose: () => void }

/** Adds a unit, or changes, retires or takes back one that is there. */
export function UnitDialog({ unit, groups, onClose }: Props) {
  const text = useText(orgText)
  const [draft, setDraft] = useState(() => draftOf(unit))
  const [tried, setTried] = useState(false)
  const create = useChange(createUnit)
  const update = useChange(updateUnit)
  const right = draft.name.trim() !== '' && /^([1-9]\d{0,3})?$/.test(draft.position.trim())
  const save = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!right) return
    if (unit) update.mutate({ params: { unitId: unit.id }, body: bodyOf(draft) }, { onSuccess: onClose })
    else create.mutate({ body: bodyOf(draft) }, { onSuccess: onClose })
  }
  const foot = (
    <FormFoot
      form={FORM}
      cancel={text.cancel}
      deed={text.save}
      isDisabled={create.isPending || update.isPending}
      onCancel={onClose}
    />
  )
  return (
    <Dialog title={unit ? text.units.editTitle(unit.name) : text.units.addTitle} onClose={onClose} foot={foot}>
      <form id={FORM} className="form" onSubmit={save} noValidate>
        <Refused error={create.error ?? update.error} />
        <UnitFields draft={draft} groups={groups} tried={tried} onChange={setDraft} />
        {unit && <Retirement unit={unit} onDone={onClose} />}
      </form>
    </Dialog>
  )
}

type FieldsProps = { draft: Draft; groups: readonly string[]; tried: boolean; onChange: (draft: Draft) => void }

function UnitFields({ draft, groups, tried, onChange }: FieldsProps) {
  const { units: text, kinds } = useText(orgText)
  const change = (part: Partial<Draft>) => onChange({ ...draft, ...part })
  const wrongPlace = !/^([1-9]\d{0,3})?$/.test(draft.position.trim())
  return (
    <>
      <TextField
        label={text.name}
        value={draft.name}
        onChange={(name) => change({ name })}
        maxLength={100}
        hint={text.nameHint}
        error={tried && !draft.name.trim() ? text.nameMissing : undefined}
      />
      <TextField
        label={text.shortName}
        value={draft.shortName}
        onChange={(shortName) => change({ shortName })}
        maxLength={30}
        need="optional"
        hint={text.shortNameHint}
      />
      <TextField
        label={text.aliases}
        value={draft.aliases}
        onChange={(aliases) => change({ aliases })}
        need="optional"
        hint={text.aliasesHint}
      />
      <div className="field-row">
        <Field label={text.kind}>
          {(control) => (
            <select
              {...control}
              value={draft.kind}
              onChange={(event) =>
                change({ kind: UNIT_KINDS.find((kind) => kind === event.target.value) ?? draft.kind })
              }
            >
              {UNIT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <TextField
          label={text.position}
          value={draft.position}
          onChange={(position) => change({ position })}
          inputMode="numeric"
          maxLength={4}
          need="optional"
          error={wrongPlace ? text.positionWrong : undefined}
        />
      </div>
      <Field label={text.group} need="optional" hint={text.groupHint}>
        {(control) => (
          <>
            <input
              {...control}
              type="text"
              list="unit-groups"
              maxLength={30}
              value={draft.group}
              onChange={(event) => change({ group: event.target.value })}
            />
            <datalist id="unit-groups">
              {groups.map((group) => (
                <option key={group} value={group} />
              ))}
            </datalist>
          </>
        )}
      </Field>
    </>
  )
}

function Retirement({ unit, onDone }: { unit: UnitView; onDone: () => void }) {
  const { units: text } = useText(orgText)
  const update = useChange(updateUnit)
  const change = () =>
    update.mutate({ params: { unitId: unit.id }, body: { retired: !unit.retired } }, { onSuccess: onDone })
  return (
    <TurnOff
      deed={unit.retired ? text.restore : text.retire}
      note={unit.retired ? null : text.retireNote}
      turning={update}
      onTurn={change}
    />
  )
}
