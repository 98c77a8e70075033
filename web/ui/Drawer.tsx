import type { ReactNode } from 'react'
import { useModal } from './Dialog.tsx'

type Props = { label: string; onClose: () => void; children: ReactNode }

/** A panel from the right edge, where the page is too narrow for one beside the content. Esc closes it. */
export function Drawer({ label, onClose, children }: Props) {
  const dialog = useModal(onClose)
  return (
    <dialog ref={dialog} className="drawer" aria-label={label}>
      <div className="drawer-body">{children}</div>
    </dialog>
  )
}
