import { randomInt } from 'node:crypto'

// Without the characters that are read wrong from paper: 0 O, 1 l I.
const CAPITALS = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'

const some = (count: number, of: string): string =>
  Array.from({ length: count }, () => of[randomInt(of.length)]).join('')

/** A one-time initial password that can be read out over the telephone: `Kfwm-4827-hnqx` (about 50 bits). */
export const newInitialPassword = (): string =>
  `${some(1, CAPITALS)}${some(3, LETTERS)}-${some(4, DIGITS)}-${some(4, LETTERS)}`
