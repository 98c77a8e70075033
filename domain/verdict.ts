import type { Refusal } from './refusal.ts'

/** Whether something may be done: the browser greys out by it, the server throws its refusal. */
export type Verdict = { allowed: true } | { allowed: false; refusal: Refusal }

/** The verdict that says yes. */
export const ALLOWED: Verdict = { allowed: true }

/** The verdict that says no, with the sentence that says why. */
export const refused = (refusal: Refusal): Verdict => ({ allowed: false, refusal })

/** Allowed where something holds, else refused; the refusal is made only then. */
export const unless = (holds: boolean, refusal: () => Refusal): Verdict => (holds ? ALLOWED : refused(refusal()))

/** The first verdict that says no, in the order asked; later ones are not asked. */
export function firstRefusal(...asks: readonly (() => Verdict)[]): Verdict {
  for (const ask of asks) {
    const verdict = ask()
    if (!verdict.allowed) return verdict
  }
  return ALLOWED
}

/** Throws the refusal of a verdict that says no. */
export function ensure(verdict: Verdict): void {
  if (!verdict.allowed) throw verdict.refusal
}
