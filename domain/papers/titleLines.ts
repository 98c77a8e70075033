/** How wide a text stands, in Chinese characters; letters and figures are half as wide. */
export const widthOf = (text: string): number =>
  [...text].reduce((sum, letter) => sum + (letter <= '\u00ff' ? 0.5 : 1), 0)
/** Names with a space between them, in lines of at most so many characters; none is torn between two lines. */
export function nameLines(names: readonly string[], most: number): string[] {
  const lines: string[] = []
  for (const name of names) {
    const last = lines.at(-1)
    const longer = last === undefined ? name : `${last}　${name}`
    if (last !== undefined && widthOf(longer) <= most) lines[lines.length - 1] = longer
    else lines.push(name)
  }
  return lines
}

/** What stays together: a number with its point, a foreign word, a character with the punctuation behind it. */
const PIECES = /[\w.%〔〕-]+|[“《（「]*[^\s][”》）」，。；：、]*|\s+/gu

/**
 * Breaks a title into as few lines as it needs, nearly equal in length and never longer below than above, as the
 * standard wants (梯形或菱形). `most` is in characters.
 */
export function titleLines(title: string, most: number): string[] {
  const lineCount = Math.max(1, Math.ceil(widthOf(title) / most))
  const pieces: readonly string[] = title.match(PIECES) ?? []
  const lines: string[] = []
  let rest: readonly string[] = pieces
  for (let left = lineCount; left > 1; left -= 1) {
    const goal = widthOf(rest.join('')) / left
    const [line, others] = take(rest, goal, most)
    lines.push(line)
    rest = others
  }
  return [...lines, rest.join('')].map((line) => line.trim()).filter((line) => line !== '')
}

/** Pieces until the goal is reached, never beyond `most`. */
function take(pieces: readonly string[], goal: number, most: number): [string, string[]] {
  let count = 0
  let width = 0
  for (const piece of pieces) {
    if (width >= goal || (count > 0 && width + widthOf(piece) > most)) break
    width += widthOf(piece)
    count += 1
  }
  return [pieces.slice(0, count).join(''), pieces.slice(count)]
}
