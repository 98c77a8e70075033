const SIGNS_AT_MOST = 80

/** What somebody wrote at length, as a message has room for it: on one line, at most 80 signs. */
export function shortText(text: string): string {
  const signs = [...text.replace(/\s+/gu, ' ').trim()]
  return signs.length <= SIGNS_AT_MOST ? signs.join('') : `${signs.slice(0, SIGNS_AT_MOST).join('')}…`
}
