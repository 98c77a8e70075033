import { expect, test } from 'vitest'
import { nameKey } from './useKeys.ts'

const pressed = (key: string, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

test.each([
  ['r', pressed('r')],
  ['r', pressed('R', { shiftKey: true })],
  ['?', pressed('?', { shiftKey: true })],
  ['Ctrl+Enter', pressed('Enter', { ctrlKey: true })],
  ['Ctrl+Enter', pressed('Enter', { metaKey: true })],
  ['Alt+d', pressed('d', { altKey: true })],
  ['Shift+F8', pressed('F8', { shiftKey: true })],
  ['Ctrl+Shift+z', pressed('Z', { ctrlKey: true, shiftKey: true })],
])('names %s', (name, event) => {
  expect(nameKey(event)).toBe(name)
})
