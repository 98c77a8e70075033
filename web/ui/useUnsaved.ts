import { useEffect, useRef } from 'react'

/**
 * Remembers that somebody typed and has the browser ask before a reload or a closed tab loses it. Put `onInput` on
 * what holds the fields; ask `isTyped` where leaving is decided, `forget` what was saved or thrown away. `isAlready` where
 * the fields begin with something typed before.
 */
export function useUnsaved(isAlready = false) {
  const typed = useRef(isAlready)
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      if (!typed.current) return
      event.preventDefault()
      // Browsers before 119 ask only for this.
      event.returnValue = true
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [])
  return {
    isTyped: () => typed.current,
    onInput: () => void (typed.current = true),
    forget: () => void (typed.current = false),
  }
}
