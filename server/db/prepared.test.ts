import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'
import { freshDatabase } from '#test/world.ts'
import { openPool } from './db.ts'

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Bytes of what has been kept long enough to count as old. */
const oldBytes = (): number =>
  getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space')?.space_used_size ?? 0

test('rows that were read do not outlive their answer', async () => {
  const { url } = await freshDatabase()
  const pool = openPool(url, 1)
  const client = await pool.connect()
  const read = (from: number) =>
    client.query("select n || repeat('y', 1000) as text from generate_series($1::int, $1::int + 999) n", [from])
  await read(0)
  collect()
  const before = oldBytes()
  for (let from = 1; from <= 100; from += 1) await read(from)
  // A hundred megabytes were read; what still stood when the young half was cleaned may have become old.
  expect(oldBytes() - before).toBeLessThan(20e6)
  client.release()
  await pool.end()
})
