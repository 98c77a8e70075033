import { useEffect, useLayoutEffect, useRef } from 'react'

/**
 * Keys and what they do. A key is written as it is pressed: `r`, `?`, `[`, `Ctrl+Enter`, `Alt+d`, `Shift+F8`,
 * or two keys one after the other: `g b`.
 */
export type KeyBindings = Readonly<Record<string, (event: KeyboardEvent) => void>>

const PREFIX_MS = 1200
const TYPED_IN = new Set(['INPUT', 'TEXTAREA', 'SELECT'])
const NOT_TYPED_IN = new Set(['checkbox', 'radio', 'button', 'submit'])

const listening: { current: KeyBindings }[] = []
let prefix = { key: '', until: 0 }

/** Whether keys typed there make text. */
function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable) return true
  if (!TYPED_IN.has(target.tagName)) return false
  return !(target instanceof HTMLInputElement && NOT_TYPED_IN.has(target.type))
}

/** Keys that make no text wherever they are pressed. */
const isTextless = ({ key }: Pick<KeyboardEvent, 'key'>): boolean => /^F\d/.test(key)

/** The name of what was pressed, in the words of {@link KeyBindings}. */
export function nameKey(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): string {
  const letter = event.key.length === 1
  const parts = [
    (event.ctrlKey || event.metaKey) && 'Ctrl',
    event.altKey && 'Alt',
    // A sign already says that Shift was held: `?` is not `Shift+?`.
    event.shiftKey && (!letter || event.ctrlKey || event.altKey) && 'Shift',
    letter ? event.key.toLowerCase() : event.key,
  ]
  return parts.filter(Boolean).join('+')
}

const find = (name: string): ((event: KeyboardEvent) => void) | undefined => {
  for (let index = listening.length - 1; index >= 0; index -= 1) {
    const run = listening[index]?.current[name]
    if (run) return run
  }
  return undefined
}

const startsPair = (name: string): boolean =>
  listening.some(({ current }) => Object.keys(current).some((key) => key.startsWith(`${name} `)))

function hear(event: KeyboardEvent): void {
  // 229: an input method is composing and will say itself what was meant.
  if (event.defaultPrevented || event.isComposing || event.keyCode === 229) return
  const held = event.ctrlKey || event.metaKey || event.altKey
  if (!held && !isTextless(event) && takesText(event.target)) return
  if (document.querySelector('dialog[open]')) return
  const name = nameKey(event)
  const pair = prefix.key !== '' && Date.now() < prefix.until ? `${prefix.key} ${name}` : ''
  prefix = { key: '', until: 0 }
  const run = (pair && find(pair)) || find(name)
  if (run) {
    event.preventDefault()
    run(event)
  } else if (startsPair(name)) {
    prefix = { key: name, until: Date.now() + PREFIX_MS }
  }
}

/**
 * Listens for keys on the whole page while the component is shown; the component shown last is asked first.
 * Silent while somebody types (but for F1 to F12), while an input method composes, and under an open dialog, which has its own keys.
 */
export function useKeys(bindings: KeyBindings): void {
  const latest = useRef(bindings)
  // Before the page is painted: a key answers to what is seen.
  useLayoutEffect(() => {
    latest.current = bindings
  })
  useEffect(() => {
    if (listening.length === 0) document.addEventListener('keydown', hear)
    listening.push(latest)
    return () => {
      listening.splice(listening.indexOf(latest), 1)
      if (listening.length === 0) document.removeEventListener('keydown', hear)
    }
  }, [])
}
