/** One version of a fact's row: true from `since` until the next one's `since`. */
export type Version<Row> = Row & { since: Date }

/**
 * The rows of one fact table as they came to be: every change makes a version. Two changes at one instant make one.
 */
export class Versions<Row extends object> {
  private readonly histories = new Map<string, Version<Row>[]>()

  begin(key: string, row: Row, since: Date): void {
    this.histories.set(key, [{ ...row, since }])
  }

  change(key: string, changes: Partial<Row>, since: Date): void {
    const history = this.histories.get(key)
    const last = history?.at(-1)
    if (!history || !last) throw new Error(`the demo changes ${key} before it exists`)
    const next = { ...last, ...changes, since }
    if (last.since.getTime() >= since.getTime()) history[history.length - 1] = { ...next, since: last.since }
    else history.push(next)
  }

  /** The latest version; undefined where nothing began. */
  latest(key: string): Version<Row> | undefined {
    return this.histories.get(key)?.at(-1)
  }

  keys(): string[] {
    return [...this.histories.keys()]
  }

  current(): Version<Row>[] {
    return [...this.histories.values()].flatMap((history) => history.at(-1) ?? [])
  }

  former(): (Version<Row> & { until: Date })[] {
    return [...this.histories.values()].flatMap((history) =>
      history.slice(0, -1).map((version, index) => ({ ...version, until: history[index + 1]?.since ?? version.since })),
    )
  }
}
