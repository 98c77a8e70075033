import { expect, test } from 'vitest'
import { columnRole } from './headerWords.ts'

test.each([
  ['责任单位', 'owner'],
  ['联动部门', 'support'],
  ['主抓单位', 'lead'],
  ['整改主体', 'owner'],
  ['谁来干', 'owner'],
  ['牵头抓总领导', 'leader'],
  ['见效时间', 'deadline'],
  ['何时干成', 'deadline'],
  ['突破点', 'measure'],
  ['改革题目', 'task'],
  ['问题表述', 'ignore'],
  ['中标单位', null],
  ['来文单位', null],
  ['立项时间', null],
  ['起始时间', null],
  ['签收人', null],
  ['今年干到什么程度', null],
])('a column named %s is %s', (header, role) => expect(columnRole(header)).toBe(role))
