import { createHash } from 'node:crypto'

/** A row id that is the same at every load, from the demo's own key: addresses in the demo keep working. */
export function idOf(kind: string, key: string): string {
  const hex = createHash('sha256').update(`${kind} ${key}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
