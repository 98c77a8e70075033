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
  '│': '│',
  '\t': ' ',
  '\u00a0': ' ',
  '\u3000': ' ',
  '\u2002': ' ',
  '\u2003': ' ',
  '\ufeff': ' ',
  '\u200b': ' ',
  '：': '：',
  '\ufe55': '：',
  '\ufe54': '；',
  '\ufe50': '，',
}

const isDigit = (code: number) => code >= 0x30 && code <= 0x39

function evenChar(text: string, index: number): string {
  const char = text[index] ?? ''
  const code = char.charCodeAt(0)
  if (code >= 0x4e00 && code <= 0x9fff) return char
  // 1,000 and 12:30 keep their marks
  if ((char === ',' || char === ':') && isDigit(text.charCodeAt(index - 1)) && isDigit(text.charCodeAt(index + 1))) {
    return char
  }
  if ((code >= 0xff10 && code <= 0xff19) || (code >= 0xff21 && code <= 0xff3a) || (code >= 0xff41 && code <= 0xff5a)) {
    return String.fromCharCode(code - 0xfee0)
  }
  return TO_FULL[char] ?? char
}

/** The same text in one width, of the same length. */
export function evenWidth(text: string): string {
  let even = ''
  for (let i = 0; i < text.length; i++) even += evenChar(text, i)
  return even
}
