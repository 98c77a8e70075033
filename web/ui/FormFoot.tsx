type Props = {
  /** The form's id: it stands in the dialog's body, its buttons in the foot. */
  form: string
  cancel: string
  deed: string
  isDisabled: boolean
  onCancel: () => void
}

/** The foot of a dialog that is filled in: leave it, or send its form. */
export function FormFoot({ form, cancel, deed, isDisabled, onCancel }: Props) {
  return (
    <>
      <button type="button" className="btn" onClick={onCancel}>
        {cancel}
      </button>
      <button type="submit" form={form} className="btn solid" disabled={isDisabled}>
        {deed}
      </button>
    </>
  )
}
