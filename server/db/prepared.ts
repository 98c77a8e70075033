import pg from 'pg'

/** So many statements are prepared on a connection at most: what a district's day repeats, and no more memory. */
const MOST = 200
/** A statement said this often is worth preparing. */
const OFTEN = 3

const said = new Map<string, number>()
const names = new Map<string, string>()

/** The name of a statement that is said again and again; undefined for the others. */
function nameOf(text: string): string | undefined {
  const name = names.get(text)
  if (name !== undefined || names.size >= MOST) return name
  const times = (said.get(text) ?? 0) + 1
  if (times < OFTEN) {
    if (said.size > 5 * MOST) said.clear()
    said.set(text, times)
    return undefined
  }
  said.delete(text)
  const added = `s${names.size + 1}`
  names.set(text, added)
  return added
}

/**
 * A connection that has the database plan a repeated statement once instead of every time: planning the ledger's page
 * takes longer than reading it.
 */
export class PreparingClient extends pg.Client {
  // `query` is declared in a dozen overloads; only what Kysely calls, a text with its values, is changed.
  override query(...given: any[]): any {
    const [text, values, ...rest] = given
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    const query: (...args: any[]) => any = super.query.bind(this)
    this.#sendTogether()
    return name === undefined ? query(...given) : query({ name, text, values }, ...rest)
  }

  /** What is asked in one turn of the event loop goes out in one write. */
  #sendTogether(): void {
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}
