import { useState } from 'react'

type Item = { id: string }

/**
 * The current row of a queue, known by its id: when it has left, the row that took its place is current. `isOpen` goes
 * on from row to row, so that one decision follows the other.
 */
export function useDeskAt(items: readonly Item[], asked: string) {
  const [state, setState] = useState({ asked, id: '', index: -1, isOpen: false })
  const own = state.asked === asked ? state : { asked, id: '', index: -1, isOpen: false }
  const found = items.findIndex(({ id }) => id === own.id)
  const at = found >= 0 ? found : Math.min(own.index, items.length - 1)
  const go = (to: number, isOpen = own.isOpen) => {
    const index = Math.max(0, Math.min(items.length - 1, to))
    setState({ asked, id: items[index]?.id ?? '', index, isOpen })
  }
  return { at, isOpen: own.isOpen && at >= 0, go, toggle: (to: number) => go(to, !(own.isOpen && to === at)) }
}
export type DeskAt = ReturnType<typeof useDeskAt>
