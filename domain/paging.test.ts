import { expect, test } from 'vitest'
import { pageOfList, writeCursor } from './paging.ts'

const LIST = ['a', 'b', 'c', 'd', 'e']

test('pages of a list follow one another without gap or double, and the last has no next', () => {
  const seen: string[] = []
  let after: string | undefined
  do {
    const page = pageOfList(LIST, { after, limit: 2 })
    seen.push(...page.items)
    after = page.next ?? undefined
  } while (after !== undefined && seen.length <= LIST.length)
  expect(seen).toEqual(LIST)
  expect(pageOfList(LIST, { limit: 5 }).next).toBeNull()
})

test('what is no cursor of ours begins in front', () => {
  expect(pageOfList(LIST, { after: 'x', limit: 1 }).items).toEqual(['a'])
  expect(pageOfList(LIST, { after: writeCursor([99]), limit: 1 })).toEqual({ items: [], next: null })
})
