import { useState } from 'react'
import { type ImportItem, undoImport } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { FormFoot } from '#web/ui/FormFoot.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { TextField } from '#web/ui/TextField.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { importsText } from './imports.text.ts'

const FORM = 'undo-import'
type Props = {
  item: Pick<ImportItem, 'id' | 'name' | 'state'>
  onClose: () => void
  /** Given the sentence that says what was taken back. */
  onDone: (sentence: string) => void
}

/** Takes a whole import back, after saying what that means. */
export function UndoDialog({ item, onClose, onDone }: Props) {
  const { undo: text } = useText(importsText)
  const [reason, setReason] = useState('')
  const change = useChange(undoImport)
  const undo = () =>
    change.mutate(
      { params: { importId: item.id }, body: { reason } },
      { onSuccess: ({ cancelledCount, restoredCount }) => onDone(text.done(cancelledCount, restoredCount)) },
    )
  const foot = (
    <FormFoot form={FORM} cancel={text.cancel} deed={text.action} isDisabled={change.isPending} onCancel={onClose} />
  )
  return (
    <Dialog title={text.title(item.name)} onClose={onClose} foot={foot}>
      <form id={FORM} className="form" action={undo} noValidate>
        <Refused error={change.error} />
        <p>{item.state === 'confirmed' ? text.confirmed : text.review}</p>
        <TextField label={text.reason} need="optional" value={reason} maxLength={500} onChange={setReason} />
      </form>
    </Dialog>
  )
}
