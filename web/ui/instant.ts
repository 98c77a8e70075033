const formats = new Map<string, Intl.DateTimeFormat>()

function format(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone)
  if (known) return known
  const made = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(timeZone, made)
  return made
}

/** An instant in the office's time zone, never the browser's: `2026-11-20 15:04`. */
export const instantText = (instant: string, timeZone = 'Asia/Shanghai'): string =>
  format(timeZone).format(new Date(instant))
