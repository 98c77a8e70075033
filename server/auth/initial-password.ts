import { randomInt } from 'node:crypto'
import { digestPassword } from './password.ts'

// Without the characters that are read wrong from paper: 0 O, 1 l I.
const CAPITALS = 'ABCDEFGHJKMNPQRSTUVWXYZ'
const LETTERS = 'abcdefghjkmnpqrstuvwxyz'
const DIGITS = '23456789'

const some = (count: number, of: string): string =>
  Array.from({ length: count }, () => of[randomInt(of.length)]).join('')

// A one-time initial password that can be read out over the telephone: `Kfwm-4827-hnqx` (about 50 bits).
const newPassword = (): string => `${some(1, CAPITALS)}${some(3, LETTERS)}-${some(4, DIGITS)}-${some(4, LETTERS)}`

/** An initial password, to be shown once, and the digest to keep. */
export type InitialPassword = { initialPassword: string; passwordDigest: string }

/** A one-time initial password that must be changed at the first sign-in. */
export async function newInitialPassword(): Promise<InitialPassword> {
  const initialPassword = newPassword()
  return { initialPassword, passwordDigest: await digestPassword(initialPassword) }
}

/** As many at a time leave room for others who sign in while hundreds are made. */
const AT_ONCE = 2

/** Many initial passwords; each takes some hundredths of a second of work. */
export async function newInitialPasswords(count: number): Promise<InitialPassword[]> {
  const made: InitialPassword[] = []
  while (made.length < count) {
    made.push(...(await Promise.all(Array.from({ length: AT_ONCE }, newInitialPassword))))
  }
  return made.slice(0, count)
}
