import { type ReactNode, useEffect, useId, useRef } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

type Props = {
  title: string
  /** Asked for by Esc and by the close button; the owner then stops rendering the dialog. */
  onClose: () => void
  size?: 'normal' | 'wide'
  /** Buttons; the solid one last. */
  foot?: ReactNode
  children: ReactNode
}

const FIRST_FIELD = '.dialog-body input:not([disabled]), .dialog-body textarea, .dialog-body select'

/** Opens as modal while it is rendered, and gives the focus back to where it was. */
export function useModal(onClose: () => void) {
  const dialog = useRef<HTMLDialogElement>(null)
  const close = useRef(onClose)
  useEffect(() => {
    close.current = onClose
  })
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    const cancel = (event: Event) => {
      if (event.target !== element) return
      event.preventDefault()
      close.current()
    }
    element?.addEventListener('cancel', cancel)
    element?.showModal()
    // The browser would choose the close button in the head.
    element?.querySelector<HTMLElement>(FIRST_FIELD)?.focus()
    return () => {
      element?.removeEventListener('cancel', cancel)
      element?.close()
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return dialog
}

/** A question that must be answered before going on. Never opened over another dialog. */
export function Dialog({ title, onClose, size = 'normal', foot, children }: Props) {
  const id = useId()
  const words = useText(kitText)
  const dialog = useModal(onClose)
  return (
    <dialog ref={dialog} className={size === 'wide' ? 'sheet wide' : 'sheet'} aria-labelledby={id}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="btn small bare" onClick={onClose}>
          {words.close}
          <kbd>Esc</kbd>
        </button>
      </header>
      <div className="dialog-body">{children}</div>
      {foot && <footer className="dialog-foot">{foot}</footer>}
    </dialog>
  )
}
