import { describe, expect, test } from 'vitest'
import { lintTarget, type Stated } from './lint.ts'

const stated = (text: string, more: Partial<Stated> = {}): Stated => ({
  text,
  dueOn: null,
  ongoing: false,
  evidence: '',
  target: null,
  steps: [],
  ...more,
})
const DONE = { dueOn: '2026-09-30', evidence: '验收单' }

describe('what a task lacks', () => {
  test.each<[string, Partial<Stated>, string[], string[]]>([
    ['改造老旧小区26个', DONE, [], []],
    ['改造老旧小区26个', {}, ['date', 'evidence'], []],
    ['进一步加强队伍建设', {}, ['number', 'date', 'evidence'], ['加强']],
    ['深化作风转变，提升服务水平', DONE, ['result', 'number'], ['深化', '提升']],
    ['推进农村公路养护', { ongoing: true, evidence: '巡查记录' }, ['result', 'number'], ['推进']],
    ['加强招商引资', { ...DONE, target: { value: 20, measure: '个' } }, [], []],
    ['制定停车管理办法', DONE, ['number'], []],
    ['固定资产投资增长8%左右', DONE, [], []],
  ])('%s %j', (text, more, lacks, vague) => {
    const lint = lintTarget(stated(text, more))
    expect([lint.lacks, lint.vague]).toEqual([lacks, vague])
  })
})

describe('what is proposed comes from the sentence itself', () => {
  test.each<[string, Partial<Stated>, unknown[]]>([
    ['改造老旧小区26个，惠及8600户', DONE, [{ kind: 'target', value: 26, measure: '个', words: '26个' }]],
    ['改造老旧小区26个', { ...DONE, target: { value: 26, measure: '个' } }, []],
    ['进一步加强农村公路养护', DONE, [{ kind: 'measure', thing: '农村公路', measure: '公里' }]],
    ['大力开展干部能力培训', DONE, [{ kind: 'measure', thing: '干部能力培训', measure: '场' }]],
    ['推进东部水厂选址、设计、招标，年内开工', DONE, [{ kind: 'steps', titles: ['选址', '设计', '招标', '开工'] }]],
    [
      '制定停车管理办法3份',
      { dueOn: '2026-09-30', target: { value: 3, measure: '份' } },
      [{ kind: 'evidence', words: '印发的文件' }],
    ],
    ['提升服务水平', DONE, []],
  ])('%s', (text, more, proposals) => expect(lintTarget(stated(text, more)).proposals).toEqual(proposals))
})
