/** Gives a function that carries out so many pieces of work at a time; the others wait in the order they came. */
export function turns(atOnce: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  const waiting: (() => void)[] = []
  let free = atOnce
  return async (work) => {
    if (free > 0) free -= 1
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else free += 1
    }
  }
}

/** As `turns` for each key by itself: what waits, waits for its own key's work only. A key without work is forgotten. */
export function turnsOf(atOnce: number): <Result>(key: string, work: () => Promise<Result>) => Promise<Result> {
  const busy = new Map<string, { turn: ReturnType<typeof turns>; count: number }>()
  return async (key, work) => {
    const own = busy.get(key) ?? { turn: turns(atOnce), count: 0 }
    busy.set(key, own)
    own.count += 1
    try {
      return await own.turn(work)
    } finally {
      own.count -= 1
      if (own.count === 0) busy.delete(key)
    }
  }
}
