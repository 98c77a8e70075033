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
  // `query` is declared in a dozen overloads; only what Kysely calls, a text with or without values, is changed.
  override query(...given: any[]): any {
    const query: (...args: any[]) => any = super.query.bind(this)
    this.#sendTogether()
    const [text, values] = given
    if (typeof text !== 'string' || typeof given.at(-1) === 'function') return query(...given)
    const name = Array.isArray(values) && values.length > 0 ? nameOf(text) : undefined
    return answered((done) => query({ name, text, values }, done))
  }

  /** What is asked in one turn of the event loop goes out in one write. */
  #sendTogether(): void {
    const { stream } = this.connection
    stream.cork()
    process.nextTick(() => stream.uncork())
  }
}

type Done = (error: Error | null, result: pg.QueryResult) => void

/**
 * A promise that knows nothing of the query: the driver's own closes over it, and so the rows of every answer outlive
 * the answer until the old half of the heap is cleaned, which grows by all that is read. As the driver's does, it says
 * of an error where the statement was asked.
 */
const answered = (ask: (done: Done) => void): Promise<pg.QueryResult> =>
  new Promise<pg.QueryResult>((resolve, reject) =>
    ask((error, result) => (error ? reject(error) : resolve(result))),
  ).catch((error: unknown) => {
    if (error instanceof Error) Error.captureStackTrace(error)
    throw error
  })
