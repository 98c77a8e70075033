/** Lines that should be there and are not, and lines that are there oftener than they should be. */
export type Difference = { lost: string[]; doubled: string[] }

/** Compares what was acknowledged with what is there, line by line; the same line can be due several times. */
export function compare(expected: readonly string[], found: readonly string[]): Difference {
  const owed = new Map<string, number>()
  for (const line of expected) owed.set(line, (owed.get(line) ?? 0) + 1)
  const doubled = found.filter((line) => {
    const count = owed.get(line) ?? 0
    owed.set(line, count - 1)
    return count <= 0
  })
  const lost = [...owed].flatMap(([line, count]) => Array.from({ length: Math.max(0, count) }, () => line))
  return { lost, doubled }
}
