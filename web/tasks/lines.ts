import type { LedgerRow } from '#domain/tasks/ledger.contract.ts'

/** A group of rows as the totals count it; `key` is null where its tasks name none. */
export type LineGroup = { key: string | null; taskCount: number }

/** What is loaded of a group: its rows in order, and whether these are all. */
export type Loaded = { rows: readonly LedgerRow[]; complete: boolean }

/** One line of the table: a group's head, or a row that is there or still to come. */
export type Line<Group extends LineGroup = LineGroup> =
  | { kind: 'group'; group: Group }
  | { kind: 'row'; group: Group; index: number; row: LedgerRow | null }

/** Groups as lines. Counts say how many rows to expect; a complete group has those it has. */
export function linesOf<Group extends LineGroup>(
  groups: readonly Group[],
  loadedOf: (group: Group) => Loaded,
  heads: 'with heads' | 'without heads',
): Line<Group>[] {
  return groups.flatMap((group) => {
    const { rows, complete } = loadedOf(group)
    const count = complete ? rows.length : Math.max(rows.length, group.taskCount)
    const lines: Line<Group>[] = heads === 'with heads' ? [{ kind: 'group', group }] : []
    for (let index = 0; index < count; index += 1) lines.push({ kind: 'row', group, index, row: rows[index] ?? null })
    return lines
  })
}

/** How many rows of each group are wanted so that these lines can be shown; by the group's key. */
export function reachOf(lines: readonly Line[], from: number, to: number): Map<string | null, number> {
  const reach = new Map<string | null, number>()
  for (const line of lines.slice(from, to)) {
    const rows = line.kind === 'row' ? line.index + 1 : 1
    reach.set(line.group.key, Math.max(reach.get(line.group.key) ?? 0, rows))
  }
  return reach
}

/** A page of a group as it came; `next` is null on the last one. */
export type Page = { items: readonly LedgerRow[]; next: string | null }

/**
 * The pages of a group to ask for until it has `reach` rows: each begins where the one before it ends, so the first
 * page that is not there yet is the last one asked for. Pages are named by where they begin, '' being the first.
 */
export function pagesWanted(reach: number, pageAt: (after: string) => Page | undefined): string[] {
  const wanted = ['']
  for (let count = 0, after = ''; ;) {
    const page = pageAt(after)
    count += page?.items.length ?? reach
    if (page?.next == null || count >= reach) return wanted
    after = page.next
    wanted.push(after)
  }
}

/** The larger of two reaches, group by group; the first itself where the second adds nothing. */
export function widen(
  reach: ReadonlyMap<string | null, number>,
  more: ReadonlyMap<string | null, number>,
): ReadonlyMap<string | null, number> {
  const adds = [...more].filter(([key, count]) => count > (reach.get(key) ?? 0))
  return adds.length === 0 ? reach : new Map([...reach, ...adds])
}

/** The line of the next row from a line on, in one direction; the same where there is none. */
export function nextRow(lines: readonly Line[], at: number, step: 1 | -1): number {
  for (let index = at + step; index >= 0 && index < lines.length; index += step)
    if (lines[index]?.kind === 'row') return index
  return at
}
