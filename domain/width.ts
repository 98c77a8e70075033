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

// Everything that a rule of `TO_FULL` or the full-width alphabet touches; the rest is left alone.
const TOUCHED =
  /[(),:;!?[\]［］｛｝【】﹝﹞〖〗．﹒％～〜—–－\u2212＋／｜\t\u00a0\u3000\u2002\u2003\ufeff\u200b\ufe50\ufe54\ufe55\uff61\uff64\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g
const isDigit = (code: number) => code >= 0x30 && code <= 0x39

function evenChar(char: string, index: number, text: string): string {
  const even = TO_FULL[char]
  if (even === undefined) return String.fromCharCode(char.charCodeAt(0) - 0xfee0)
  // 1,000 and 12:30 keep their marks
  const between =
    (char === ',' || char === ':') && isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1))
  return between ? char : even
}

/** The same text in one width, of the same length. */
export const evenWidth = (text: string): string => text.replace(TOUCHED, evenChar)
