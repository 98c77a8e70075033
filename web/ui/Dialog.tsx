import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { useHeld } from './useHeld.ts'
import { useUnsaved } from './useUnsaved.ts'

type Props = {
  title: string
  /**
   * Asked for by Esc and by the close button; the owner then stops rendering the dialog. After something was typed the
   * first Esc only warns, and so does the first step back to another page.
   */
  onClose: () => void
  size?: 'normal' | 'wide'
  /** Buttons; the solid one last. */
  foot?: ReactNode
  children: ReactNode
}

const FIRST_FIELD = '.dialog-body input:not([disabled]), .dialog-body textarea, .dialog-body select'
const FILLED_FIELD = '.dialog-body input:not([disabled]):not([readonly]), .dialog-body textarea:not([readonly])'
/** Where there is nothing to fill, Enter does what was asked for. */
const DEED = '.dialog-foot .btn.solid'

/**
 * Opens as modal while it is rendered, and gives the focus back to where it was. `onEscape` answers Esc; without it
 * the dialog closes. A browser may close it on Esc without asking, when nothing was done since the last one.
 */
export function useModal(onClose: () => void, onEscape: (dialog: HTMLDialogElement) => void = onClose) {
  const dialog = useRef<HTMLDialogElement>(null)
  const answers = useRef({ onClose, onEscape })
  useEffect(() => {
    answers.current = { onClose, onEscape }
  })
  useEffect(() => {
    const element = dialog.current
    const before = document.activeElement
    const cancel = (event: Event) => {
      if (!element || event.target !== element) return
      event.preventDefault()
      answers.current.onEscape(element)
    }
    const closed = (event: Event) => {
      if (event.target === element) answers.current.onClose()
    }
    element?.addEventListener('cancel', cancel)
    element?.addEventListener('close', closed)
    element?.showModal()
    // The browser would choose the close button in the head.
    const first = element?.querySelector<HTMLElement>(FIRST_FIELD) ?? element?.querySelector<HTMLElement>(DEED)
    first?.focus()
    return () => {
      element?.removeEventListener('cancel', cancel)
      element?.removeEventListener('close', closed)
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
  const [isWarned, setIsWarned] = useState(false)
  const { isTyped, onInput } = useUnsaved()
  // What was typed is saved where the fields have made way for an answer.
  const isUnsaved = (element: HTMLElement | null) => isTyped() && element?.querySelector(FILLED_FIELD) != null
  const dialog = useModal(onClose, (element) => {
    if (isUnsaved(element) && !isWarned) setIsWarned(true)
    else onClose()
  })
  const { isHeld, release } = useHeld('back', () => isUnsaved(dialog.current))
  const input = () => {
    onInput()
    setIsWarned(false)
    release()
  }
  return (
    <dialog ref={dialog} className={size === 'wide' ? 'sheet wide' : 'sheet'} aria-labelledby={id} onInput={input}>
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="btn small bare" onClick={onClose}>
          {words.close}
          <kbd>Esc</kbd>
        </button>
      </header>
      <div className="dialog-body">
        {children}
        {(isWarned || isHeld) && (
          <p className="wanting" role="alert">
            {isWarned ? words.typedUnsaved : words.typedHeld}
          </p>
        )}
      </div>
      {foot && <footer className="dialog-foot">{foot}</footer>}
    </dialog>
  )
}
