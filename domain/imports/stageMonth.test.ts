import { expect, test } from 'vitest'
import { stageMonth } from './stageMonth.ts'

test.each([
  ['一季度', 3],
  ['第二季度目标', 6],
  ['三季度\n工作计划', 9],
  ['2026年4季度', 12],
  ['上半年目标', 6],
  ['下半年', 12],
  ['一季度完成情况', null],
  ['季度', null],
  ['完成时限', null],
])('a column named %s ends in month %s', (header, month) => expect(stageMonth(header)).toBe(month))
