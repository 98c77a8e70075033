/** How deep each style of numbering stands in an official document; smaller is further out. */
const STYLES: readonly { readonly rank: number; readonly pattern: RegExp }[] = [
  { rank: 0, pattern: /^第[一二三四五六七八九十百零〇]+(?:部分|章|编)[ ：、]?/ },
  { rank: 1, pattern: /^第[一二三四五六七八九十]+(?:类|方面)[ ：、]/ },
  { rank: 1, pattern: /^[一二三四五六七八九十]{1,3} ?[、.，] ?/ },
  {
    rank: 1,
    pattern: /^(?!附件|附表|附图|图|表|注|第)[\u4e00-\u9fff]{2,6}(?:[一二三四五六七八九十]{1,3}|\d{1,3})[：、] ?/,
  },
  { rank: 1, pattern: /^〔[\u4e00-\u9fff]{1,6}(?:[一二三四五六七八九十]{1,3}|\d{1,3})〕 ?/ },
  { rank: 2, pattern: /^（[一二三四五六七八九十]{1,3}）[、.]? ?/ },
  // 3.5公里道路 has no number in front; 3.5月底前 and 3.2026年 have.
  { rank: 3, pattern: /^\d{1,3} ?[、.](?!\d(?!\d?月|\d{3}年)) ?/ },
  { rank: 4, pattern: /^（\d{1,3}）[、.]? ?/ },
  { rank: 4, pattern: /^\d{1,3}） ?/ },
  { rank: 3, pattern: /^[一二三四五六七八九十]是(?=[\u4e00-\u9fff])/ },
  { rank: 5, pattern: /^[①-⑳⑴-⒇㈠-㈩] ?/ },
  { rank: 6, pattern: /^[△▲●○■□◆◇★☆•·※◎▪►➤✓*] ?/ },
  { rank: 6, pattern: /^- ?-? ?(?=[\u4e00-\u9fff])/ },
  { rank: 3, pattern: /^第[一二三四五六七八九十百零〇\d]+(?:[条项][ 、：]?|[号件][ 、：])/ },
]

export interface LabelRead {
  /** As written, without the blank behind it. */
  readonly label: string
  readonly rank: number
  /** How many characters it takes, blank included. */
  readonly length: number
}

/** The numbering at the start of an even-width line, or null. */
export function readLabel(even: string): LabelRead | null {
  for (const { rank, pattern } of STYLES) {
    const found = pattern.exec(even)?.[0]
    if (found && found.length < even.length + 1) return { label: found.trim(), rank, length: found.length }
  }
  return null
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  '○': 0,
  O: 0,
  o: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** 十二 → 12, 二○一一 → 2011, 12 → 12; null where it is no number. */
export function readNumber(written: string): number | null {
  if (/^\d+$/.test(written)) return Number(written)
  if (!/^[零〇○Oo一二两三四五六七八九十百]+$/.test(written)) return null
  if (!/[十百]/.test(written)) return Number(Array.from(written, (char) => DIGITS[char] ?? 0).join(''))
  let total = 0
  let digit = 0
  for (const char of written) {
    if (char === '百') {
      total += (digit || 1) * 100
      digit = 0
    } else if (char === '十') {
      total += (digit || 1) * 10
      digit = 0
    } else digit = DIGITS[char] ?? 0
  }
  return total + digit
}

/** The number that a label carries: （三） → 3, 12. → 12; null for bullets. */
export function labelNumber(label: string): number | null {
  const circled = /[①-⑳]/.exec(label)?.[0]
  if (circled) return circled.charCodeAt(0) - 0x2460 + 1
  const core = /[一二三四五六七八九十百零〇\d]+/.exec(label)?.[0]
  return core ? readNumber(core) : null
}
