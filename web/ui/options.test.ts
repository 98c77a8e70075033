import { expect, test } from 'vitest'
import { matchOptions } from './options.ts'

const OPTIONS = [
  { id: '1', label: '自然资源局', keys: ['ziranziyuanju', 'zrzyj', '自然资源和规划局'] },
  { id: '2', label: '住建局', keys: ['zhujianju', 'zjj', '住房和城乡建设局'] },
  { id: '3', label: '资产公司', keys: ['zichangongsi', 'zcgs'] },
]

test.each([
  ['', ['1', '2', '3']],
  ['住建', ['2']],
  ['zjj', ['2']],
  ['ZRZ', ['1']],
  ['zi', ['1', '3']],
  ['资', ['3', '1']],
  ['城乡', ['2']],
  ['没有的', []],
])('%j finds %j', (typed, ids) => {
  expect(matchOptions(OPTIONS, typed).map(({ id }) => id)).toEqual(ids)
})
