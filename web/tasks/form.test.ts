import { expect, test } from 'vitest'
import {
  changesBetween,
  emptyForm,
  fieldsOf,
  layOutTurns,
  missingOf,
  plansOf,
  problemsOf,
  startPoints,
  type TaskFormState,
  weightTotal,
  wantingOf,
} from './form.ts'

const point = (on: string | null, share: string) => ({ key: `${on} ${share}`, on, share })

const whole: TaskFormState = {
  ...emptyForm('p', '2026-11-20'),
  title: '建成停车泊位 600 个',
  leadUnitId: 'u',
  leader: { id: 'l', name: '柏松年' },
  evidence: '验收表',
  dueOn: '2026-12-31',
  milestones: [
    { key: 'a', title: '选址', dueOn: '2026-11-30', weight: '' },
    { key: 'b', title: '投用', dueOn: '2026-12-31', weight: '' },
    { key: 'c', title: '', dueOn: null, weight: '' },
  ],
}

test('a whole form has no problem and misses nothing; a blank row does not count', () => {
  expect(problemsOf(whole)).toEqual([])
  expect(missingOf(whole)).toEqual([])
  expect(fieldsOf(whole).milestones).toHaveLength(2)
})

test.each<[Partial<TaskFormState>, string[]]>([
  [{ title: ' ' }, ['title']],
  [{ pillarId: null }, ['pillar']],
  [{ weight: '0' }, ['weight']],
  [{ weight: '1.5' }, ['weight']],
  [{ targetValue: '12' }, ['target']],
  [{ targetValue: '十二', targetMeasure: '个' }, ['target']],
  [{ milestones: [{ key: 'a', title: '选址', dueOn: null, weight: '' }] }, ['milestoneDate']],
  [{ milestones: [{ key: 'a', title: '', dueOn: '2026-12-01', weight: '' }] }, ['milestoneTitle']],
  [{ milestones: [{ key: 'a', title: '选址', dueOn: '2026-12-01', weight: 'x' }] }, ['milestoneWeight']],
  [{ supports: [{ key: 's', unitId: null, deliverable: '用地', dueOn: null }] }, ['supportUnit']],
  [{ points: [point('2026-12-31', '')] }, ['point']],
  [{ points: [point(null, '40'), point('2026-12-31', '100')] }, ['point']],
  [
    { points: [point('2026-12-10', '60'), point('2026-12-20', '40'), point('2026-12-31', '100')] },
    ['trajectory_falls'],
  ],
  [{ points: [point('2026-12-31', '90')] }, ['trajectory_open']],
  [{ points: [point('2027-01-10', '100')] }, ['trajectory_late']],
])('with %j it cannot be saved: %j', (part, problems) => {
  expect(problemsOf({ ...whole, ...part })).toEqual(problems)
})

test('registration misses what a draft may lack', () => {
  expect(missingOf(emptyForm('p', '2026-11-20'))).toEqual([
    'result',
    'leadUnit',
    'leaderInCharge',
    'dueOn',
    'milestone',
    'evidenceKind',
  ])
})

test('a new task wants its pillar before all else', () => {
  expect(wantingOf(emptyForm(null, '2026-11-20'))).toEqual(['pillar', ...missingOf(emptyForm(null, '2026-11-20'))])
  expect(wantingOf(whole)).toEqual([])
})

test('weights that nobody typed are equal; typed ones must make 100', () => {
  expect(weightTotal(whole)).toBe(100)
  const [first, ...rest] = whole.milestones
  const half = { ...whole, milestones: first ? [{ ...first, weight: '60' }, ...rest] : [] }
  expect(weightTotal(half)).toBe(60)
  expect(missingOf(half)).toEqual(['weight'])
})

test('only what was changed is sent', () => {
  expect(changesBetween(whole, whole)).toEqual({})
  expect(changesBetween(whole, { ...whole, weight: '3', dueOn: '2026-12-20' })).toEqual({
    weight: 3,
    dueOn: '2026-12-20',
  })
})

test('a trajectory to be given begins as the milestones have it, and without points it follows them', () => {
  const given = { ...whole, points: startPoints(whole) }
  expect(fieldsOf(given).trajectory).toEqual([
    { on: '2026-11-30', share: 50 },
    { on: '2026-12-31', share: 100 },
  ])
  expect(plansOf(given).planned).toEqual(plansOf(whole).derived)
  const [first, last] = given.points
  const bent = { ...given, points: first && last ? [{ ...first, share: '20' }, last] : [] }
  expect(plansOf(bent).planned.map(({ share }) => share)).toEqual([0, 20, 100])
  expect(changesBetween(given, { ...given, points: [] })).toEqual({ trajectory: [] })
})

const turnOf = (title: string, number: number) => `${title} ${number}`

test('a recurring duty is laid out turn by turn from its start on; the due date follows where none is set', () => {
  const form = { ...emptyForm('p', '2026-08-03'), title: '召开调度会' }
  const { milestones, dueOn } = layOutTurns(form, 'quarterly', turnOf)
  expect(milestones.map((row) => [row.title, row.dueOn])).toEqual([
    ['召开调度会 3', '2026-09-30'],
    ['召开调度会 4', '2026-12-31'],
  ])
  expect(dueOn).toBe('2026-12-31')
})

test('turns laid out anew take the place of the former ones, not of what was written, and end with the due date', () => {
  const once = { ...whole, ...layOutTurns(whole, 'halfYearly', turnOf) }
  const again = layOutTurns({ ...once, dueOn: '2026-12-15' }, 'monthly', turnOf)
  expect(again.milestones.map((row) => [row.title, row.dueOn])).toEqual([
    ['选址', '2026-11-30'],
    ['投用', '2026-12-31'],
    ['建成停车泊位 600 个 11', '2026-11-30'],
    ['建成停车泊位 600 个 12', '2026-12-15'],
  ])
  expect(again.dueOn).toBe('2026-12-15')
})
