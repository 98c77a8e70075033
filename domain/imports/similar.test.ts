import { describe, expect, test } from 'vitest'
import { indexTasks, sameWords } from './similar.ts'

const TASKS = [
  { id: 'canteen', text: '建成社区老年食堂12个，服务覆盖全部街道。' },
  { id: 'school', text: '新建公办幼儿园3所，新增学位900个。' },
  { id: 'river', text: '完成柳叶河两岸生态护坡整治5.6公里。' },
  { id: 'lamp', text: '更换背街小巷照明灯具1200盏。' },
]
const index = indexTasks(TASKS)

describe('the same task in other words is found', () => {
  test.each([
    ['新建社区老年食堂15个，覆盖全部街道', 'canteen'],
    ['新增公办幼儿园3所，学位900个以上', 'school'],
    ['加快柳叶河两岸生态护坡整治', 'river'],
  ])('%s', (text, id) => {
    expect(index.find(text)[0]?.id).toBe(id)
  })
})

describe('a task that only shares set phrases or figures is not', () => {
  test.each(['新建公共厕所3所，新增停车位900个', '完成农村道路5.6公里改造', '进一步加强社区治理', '推进', ''])(
    '%s',
    (text) => {
      expect(index.find(text)).toEqual([])
    },
  )
})

test('the very same words score 1', () => {
  for (const { id, text } of TASKS) expect(index.find(text)[0]).toEqual({ id, score: 1 })
})

test('marks, width and blanks do not tell two texts apart', () => {
  expect(sameWords('新建 幼儿园3所，学位900个。')).toBe(sameWords('新建幼儿园３所,学位900个'))
})
