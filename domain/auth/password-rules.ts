import { Refusal } from '../refusal.ts'
import { ALLOWED, refused, type Verdict } from '../verdict.ts'

/** GB/T 22239-2019 8.1.4.1 a: at least ten characters out of three of four classes. */
const PASSWORD_LENGTH = 10
/** None of the last five passwords again, the current one among them. */
export const PASSWORDS_REMEMBERED = 5

const CLASSES = [/\p{Lu}/u, /\p{Ll}/u, /\p{Nd}/u, /[^\p{L}\p{Nd}\s]/u] as const
const CLASSES_NEEDED = 3
/** A user name of one or two characters is part of nearly every password; only longer ones are looked for. */
const NAME_LOOKED_FOR = 3

/** How a password stands against each rule, for the list beside the field. */
export type PasswordStanding = { longEnough: boolean; mixedEnough: boolean; withoutName: boolean }

/** Which of the rules a password keeps, for this user name; a rule it breaks is false. */
export function passwordStanding(password: string, userName: string): PasswordStanding {
  const name = userName.trim().toLowerCase()
  return {
    longEnough: [...password].length >= PASSWORD_LENGTH,
    mixedEnough: CLASSES.filter((characters) => characters.test(password)).length >= CLASSES_NEEDED,
    withoutName: name.length < NAME_LOOKED_FOR || !password.toLowerCase().includes(name),
  }
}

/** Whether a password may be set for this user name; the last five are compared by the server. Refuses `password_weak`. */
export function canSetPassword(password: string, userName: string): Verdict {
  const { longEnough, mixedEnough, withoutName } = passwordStanding(password, userName)
  return longEnough && mixedEnough && withoutName ? ALLOWED : refused(new Refusal('password_weak'))
}
