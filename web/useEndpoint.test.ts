import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, test } from 'vitest'
import { putInto } from './useEndpoint.ts'

const KEY = ['getSheet']

test('an answer that was asked for before a change does not bring the former state back', async () => {
  const client = new QueryClient()
  const answers: ((version: number) => void)[] = []
  const queryFn = () => new Promise<number>((resolve) => answers.push(resolve))
  client.setQueryData(KEY, 1)
  const stop = new QueryObserver(client, { queryKey: KEY, queryFn }).subscribe(() => undefined)
  expect(answers).toHaveLength(1)
  putInto<number>(client, KEY, () => 2)
  answers[0]?.(1)
  await expect.poll(() => answers.length).toBe(2)
  expect(client.getQueryData(KEY)).toBe(2)
  answers[1]?.(2)
  await expect.poll(() => client.isFetching()).toBe(0)
  expect(client.getQueryData(KEY)).toBe(2)
  stop()
})

test('where nothing is on its way nothing is asked for, and what was never read stays unread', async () => {
  const client = new QueryClient()
  putInto<number>(client, KEY, () => 2)
  expect(client.getQueryData(KEY)).toBe(undefined)
  client.setQueryData(KEY, 1)
  putInto<number>(client, KEY, (before) => before + 1)
  expect(client.getQueryData(KEY)).toBe(2)
  expect(client.isFetching()).toBe(0)
})
