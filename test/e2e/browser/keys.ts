interface Key {
  key: string
  code: string
  windowsVirtualKeyCode: number
  text?: string
}

const NAMED: Record<string, Omit<Key, 'key'>> = {
  Enter: { code: 'Enter', windowsVirtualKeyCode: 13, text: '\r' },
  Tab: { code: 'Tab', windowsVirtualKeyCode: 9 },
  Escape: { code: 'Escape', windowsVirtualKeyCode: 27 },
  Backspace: { code: 'Backspace', windowsVirtualKeyCode: 8 },
  Delete: { code: 'Delete', windowsVirtualKeyCode: 46 },
  ' ': { code: 'Space', windowsVirtualKeyCode: 32, text: ' ' },
  ArrowLeft: { code: 'ArrowLeft', windowsVirtualKeyCode: 37 },
  ArrowUp: { code: 'ArrowUp', windowsVirtualKeyCode: 38 },
  ArrowRight: { code: 'ArrowRight', windowsVirtualKeyCode: 39 },
  ArrowDown: { code: 'ArrowDown', windowsVirtualKeyCode: 40 },
  Home: { code: 'Home', windowsVirtualKeyCode: 36 },
  End: { code: 'End', windowsVirtualKeyCode: 35 },
  PageUp: { code: 'PageUp', windowsVirtualKeyCode: 33 },
  PageDown: { code: 'PageDown', windowsVirtualKeyCode: 34 },
  F8: { code: 'F8', windowsVirtualKeyCode: 119 },
  '/': { code: 'Slash', windowsVirtualKeyCode: 191, text: '/' },
  '?': { code: 'Slash', windowsVirtualKeyCode: 191, text: '?' },
  '=': { code: 'Equal', windowsVirtualKeyCode: 187, text: '=' },
  '+': { code: 'NumpadAdd', windowsVirtualKeyCode: 107, text: '+' },
  '-': { code: 'NumpadSubtract', windowsVirtualKeyCode: 109, text: '-' },
}

const MODIFIERS: Record<string, number> = { Alt: 1, Control: 2, Meta: 4, Shift: 8 }

/** The two protocol events of one key stroke; `stroke` is a key name with modifiers before it: `Control+Enter`. */
export function keyEvents(stroke: string): [down: object, up: object] {
  // The plus itself ends a stroke: `Shift++`.
  const parts = stroke.split(/(?<=[^+])\+/)
  const name = parts.pop() ?? ''
  const modifiers = parts.reduce((sum, part) => sum | (MODIFIERS[part] ?? unknown(stroke)), 0)
  const { text, ...key } = keyNamed(name, stroke)
  const types = text !== undefined && (modifiers & ~8) === 0
  return [
    { type: types ? 'keyDown' : 'rawKeyDown', modifiers, ...key, ...(types && { text }) },
    { type: 'keyUp', modifiers, ...key },
  ]
}

/** Whether the letter sits on a key of its own; anything else (Chinese) is put in the way an input method does. */
export const hasKey = (letter: string): boolean => letter in NAMED || /^[a-z0-9]$/i.test(letter)

function keyNamed(name: string, stroke: string): Key {
  const named = NAMED[name]
  if (named) return { key: name, ...named }
  if (!/^[a-z0-9]$/i.test(name)) return unknown(stroke)
  const upper = name.toUpperCase()
  const code = /\d/.test(name) ? `Digit${name}` : `Key${upper}`
  return { key: name, code, windowsVirtualKeyCode: upper.charCodeAt(0), text: name }
}

function unknown(stroke: string): never {
  throw new Error(`No such key: ${stroke}`)
}
