/** Without a hand on keyboard, mouse or glass for this long, nobody is taken to sit there. */
const AWAY_MS = 60_000

let lastTouchedAt = Date.now()

/** Notes from now on when somebody touches the page. */
export function watchForHands(): void {
  for (const touch of ['pointerdown', 'keydown', 'wheel'])
    addEventListener(touch, () => void (lastTouchedAt = Date.now()), { capture: true, passive: true })
}

/** Whether somebody sits at the page; what it reads by itself while nobody does must not keep the session alive. */
export const isAttended = (): boolean => Date.now() - lastTouchedAt < AWAY_MS
