import { useState } from 'react'

/**
 * The text in a field while it is typed: exactly what was typed as long as it means what is kept, else what is kept.
 * So a trailing line break or `6.` survives a save in between, and an undo or `=` still shows.
 */
export function useTyped(kept: string, means: (typed: string) => string) {
  const [typed, setTyped] = useState<string | null>(null)
  const text = typed !== null && means(typed) === means(kept) ? typed : kept
  return { text, setTyped }
}
