/*
 * The rules of the parser are written for one width. `evenWidth` gives a text of exactly the same length, so that an
 * offset into one is an offset into the other: brackets, commas, colons and semicolons full width; digits and letters
 * half width; every kind of space one blank.
 */

const TO_FULL: Readonly<Record<string, string>> = {
  '(': '（',
  ')': '）',
  ',': '，',
  ':': '：',
  ';': '；',
  '!': '！',
  '?': '？',
  '[': '〔',
  ']': '〕',
  '［': '〔',
  '］': '〕',
  '｛': '〔',
  '｝': '〕',
  '【': '〔',
  '】': '〕',
  '﹝': '〔',
  '﹞': '〕',
  '〖': '〔',
  '〗': '〕',
  '．': '.',
  '﹒': '.',
  '％': '%',
  '～': '~',
  '〜': '~',
  '—': '-',
  '–': '-',
  '－': '-',
  '\u2212': '-',
  '＋': '+',
  '／': '/',
  '｜': '|',
  '\t': ' ',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\ufeff': ' ',
  '\u200b': ' ',
  '\ufe55': '：',
  '\ufe54': '；',
  '\ufe50': '，',
  '\uff64': '、',
  '\uff61': '。',
}

/** The even-width code of a character's code; 0 where it stays. */
const EVEN = new Uint16Array(0x10000)
for (const [char, even] of Object.entries(TO_FULL)) EVEN[char.charCodeAt(0)] = even.charCodeAt(0)
// Full-width digits and letters.
for (const [from, to] of [
  [0xff10, 0xff19],
  [0xff21, 0xff3a],
  [0xff41, 0xff5a],
] as const)
  for (let code = from; code <= to; code++) EVEN[code] = code - 0xfee0

const COMMA = 0x2c
const COLON = 0x3a
const isDigit = (code: number) => code >= 0x30 && code <= 0x39

/** The same text in one width, of the same length. */
export function evenWidth(text: string): string {
  let whole = ''
  let from = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const even = EVEN[code] ?? 0
    if (even === 0) continue
    // 1,000 and 12:30 keep their marks
    const mark = code === COMMA || code === COLON
    if (mark && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))) continue
    whole += text.slice(from, at) + String.fromCharCode(even)
    from = at + 1
  }
  return from === 0 ? text : whole + text.slice(from)
}
