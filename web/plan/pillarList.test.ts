import { expect, test } from 'vitest'
import { pillarProblem, swapped } from './pillarList.ts'

const pillar = (name: string, mark: string) => ({ key: name, name, mark })

test.each([
  [[pillar('工业强区', '工'), pillar('商贸富区', '商')], null],
  [[], 'missing'],
  [[pillar('工业强区', ' ')], 'missing'],
  [[pillar('工业强区', '工'), pillar('工业强区 ', '业')], 'twice'],
  [[pillar('工业强区', '工'), pillar('工会建设', '工')], 'twice'],
])('a list of pillars is told what it lacks', (pillars, problem) => {
  expect(pillarProblem(pillars)).toBe(problem)
})

test('a pillar moves past its neighbour', () => {
  expect(swapped(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c'])
  expect(swapped(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b'])
})
