import { type ReactNode, useEffect } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { useHeld } from './useHeld.ts'

/**
 * For fields that stand in a page and are saved by a button: holds whoever leaves before that, and gives the sentence
 * to show beside the button. After more was typed into `draft` it is asked anew.
 */
export function useHeldNote(draft: unknown, isUnsaved: boolean): ReactNode {
  const words = useText(kitText)
  const { isHeld, release } = useHeld('any', () => isUnsaved)
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- released by what is typed, not by the next picture
  useEffect(release, [draft])
  if (!isHeld || !isUnsaved) return null
  return (
    <p className="wanting" role="alert">
      {words.typedHeld}
    </p>
  )
}
