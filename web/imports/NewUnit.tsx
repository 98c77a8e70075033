import { useState } from 'react'
import { createUnit } from '#domain/org/org.contract.ts'
import { UNIT_KINDS, type UnitKind } from '#domain/org/unit.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { Segmented } from '#web/ui/Segmented.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'

const FORM = 'new-unit'
const kindOf = (name: string): UnitKind => (/[镇乡]$/.test(name) ? 'town' : /街道/.test(name) ? 'street' : 'government')

type Props = { name: string; onDone: (unitId: string) => void; onClose: () => void }

/** Makes a unit of a name that the document writes and nobody here has. */
export function NewUnit({ name, onDone, onClose }: Props) {
  const { newUnit: text } = useText(importsText)
  const [full, setFull] = useState(name)
  const [short, setShort] = useState(name.slice(0, 30))
  const [kind, setKind] = useState(kindOf(name))
  const create = useChange(createUnit)
  const save = () => {
    const aliases = full.trim() === name || short.trim() === name ? [] : [name]
    const body = { name: full.trim(), shortName: short.trim() || full.trim().slice(0, 30), kind, aliases }
    if (body.name !== '') create.mutate({ body }, { onSuccess: ({ id }) => onDone(id) })
  }
  const foot = (
    <FormFoot
      form={FORM}
      cancel={text.cancel}
      deed={text.action}
      isDisabled={create.isPending || full.trim() === ''}
      onCancel={onClose}
    />
  )
  return (
    <Dialog title={text.title} onClose={onClose} foot={foot}>
      <form id={FORM} className="form" action={save} noValidate>
        <Refused error={create.error} />
        <TextField label={text.name} value={full} maxLength={100} onChange={setFull} />
        <TextField label={text.shortName} value={short} maxLength={30} need="optional" onChange={setShort} />
        <Segmented
          label={text.kind}
          segments={UNIT_KINDS.map((value) => ({ value, label: text.kinds[value] }))}
          value={kind}
          onChange={setKind}
        />
      </form>
    </Dialog>
  )
}
