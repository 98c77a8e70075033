import { expect, test } from 'vitest'
import { turns, turnsOf } from './turns.ts'

test('so many at a time and no more, in the order they came, also after one failed', async () => {
  const turn = turns(2)
  const order: number[] = []
  let [running, most] = [0, 0]
  const work = (number: number) => async () => {
    order.push(number)
    most = Math.max(most, (running += 1))
    await Promise.resolve()
    running -= 1
    if (number === 2) throw new Error('two')
    return number
  }
  const results = await Promise.allSettled([1, 2, 3, 4, 5].map((number) => turn(work(number))))
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'fulfilled', 'fulfilled'])
  expect([order, most, running]).toEqual([[1, 2, 3, 4, 5], 2, 0])
})

test('what waits for its turn waits for its own key only', async () => {
  const turn = turnsOf(1)
  const order: string[] = []
  let letGo = () => {}
  const long = turn('a', () => new Promise<void>((resolve) => (letGo = resolve)))
  const behind = turn('a', async () => void order.push('behind'))
  await turn('b', async () => void order.push('elsewhere'))
  letGo()
  await Promise.all([long, behind])
  expect(order).toEqual(['elsewhere', 'behind'])
})
