import { describe, expect, test } from 'vitest'
import { Refusal } from '../refusal.ts'
import { answersTo, areAlike } from './answers.ts'
import { decideRow, type DecidingFacts, editRow, likewise, type Row } from './decide.ts'
import { changesOf, type ComparedTask, differencesOf, isTaken, overlay } from './difference.ts'
import type { Doubt, Draft } from './draft.ts'
import { taskOf } from './newTask.ts'
import { leaderByDuties } from '../org/duties.ts'
import { type Office, pillarNamed } from './office.ts'
import { prepareReview } from './prepare.ts'
import { proposeEvidence } from '../targets/evidence.ts'
import { changeCells, missingOf } from './review.ts'
import { unitMatcher } from './unitMatch.ts'

const unit = (id: string, name: string, kind: Office['units'][number]['kind'] = 'government') => ({
  id,
  name,
  shortName: name.replace(/^区/, ''),
  aliases: [],
  kind,
})
const OFFICE: Office = {
  place: '望川区',
  planYear: 2026,
  units: [
    unit('w', '区水利局'),
    unit('f', '区财政局'),
    unit('h', '区住建局'),
    unit('t1', '平桥镇', 'town'),
    unit('t2', '上河镇', 'town'),
  ],
  people: [
    { id: 'p1', name: '秦川', posts: [{ role: 'leaderInCharge', unitId: null }] },
    { id: 'p2', name: '秦川', posts: [{ role: 'liaison', unitId: 'w' }] },
    { id: 'p3', name: '贺兰', posts: [{ role: 'leaderInCharge', unitId: null }] },
  ],
  pillars: [
    { id: 'g1', name: '工业强区', mark: '工' },
    { id: 'g2', name: '环境美区', mark: '环' },
  ],
  portfolios: [
    { personId: 'p1', unitIds: ['w', 'h'], pillarIds: ['g2'] },
    { personId: 'p3', unitIds: ['f', 'h'], pillarIds: ['g1'] },
  ],
}
const KNOWN = {
  office: OFFICE,
  matchUnit: unitMatcher(OFFICE.units, OFFICE.place),
  likeTasks: () => [],
  likeRows: () => null,
}

const draftWith = (change: Partial<Draft>): Draft => ({
  title: '治理河道12公里',
  text: '治理河道12公里。',
  sectionPath: ['二、环境美区'],
  lead: ['区水利局'],
  supporting: [],
  leaders: [],
  assignees: [],
  deadline: '2026-11-30',
  deadlineText: '11月底前',
  ongoing: false,
  milestones: [{ title: '治理河道12公里', dueOn: '2026-11-30', text: '11月底前' }],
  kind: 'project',
  target: { value: 12, unit: '公里', text: '12公里' },
  evidence: '验收单',
  code: null,
  progressText: null,
  pillar: null,
  source: { start: 0, end: 20 },
  doubts: [],
  read: {},
  ...change,
})
const rowWith = (change: Partial<Draft>, number = 1): Row => {
  const draft = draftWith(change)
  return { number, draft, state: 'pending', review: prepareReview(draft, KNOWN), taskId: null }
}
const FACTS: DecidingFacts = { office: OFFICE, tasks: new Map() }
const codes = (row: Row) => row.review.doubts.map(({ code }) => code)
const several: Doubt = {
  field: 'lead',
  code: 'several_leads',
  choices: ['区水利局', '区住建局', '市交警大队'],
  facts: { count: 3 },
}

describe('holding a draft against the organization', () => {
  test('a plain row needs nothing more', () => {
    const { review } = rowWith({})
    expect(review.cells).toMatchObject({ leadUnitId: 'w', pillarId: 'g2', leaderId: 'p1', dueOn: '2026-11-30' })
    expect(review.doubts).toEqual([])
    expect(missingOf(review)).toEqual([])
  })

  test.each([
    ['an unknown unit', { supporting: ['区渔政局'] }, ['unknown_unit']],
    ['a collective name that supports', { supporting: ['各镇（街道）'] }, ['collective_support']],
    ['a body outside that supports', { supporting: ['省水利厅'] }, []],
    ['a bare name behind one of another level', { supporting: ['市水利局', '财政局'] }, ['unknown_unit']],
    ['a collective name of departments', { supporting: ['区直各单位'] }, ['collective_support']],
    ['some departments', { supporting: ['各有关部门'] }, []],
    ['a collective name of a kind that is not listed', { supporting: ['各村'] }, ['collective_support']],
    ['a body outside that leads', { lead: ['省水利厅'] }, ['unknown_unit']],
    ['no pillar', { sectionPath: ['三、保障'] }, ['no_pillar']],
    ['an unknown leader', { leaders: ['万里'] }, ['unknown_person']],
    ['a leader who shares a name with a liaison', { leaders: ['秦川'] }, []],
  ])('%s is asked or not', (_, change, doubts) => {
    expect(codes(rowWith(change))).toEqual(doubts)
  })

  test('a collective name of a kind that is not listed is left to the quotation, or its units are written', () => {
    const row = rowWith({ supporting: ['各村'] })
    const [doubt] = row.review.doubts
    expect(doubt).toMatchObject({ field: 'supporting', choices: [], facts: { name: '各村' } })
    const asked = { cells: row.review.cells, planYear: 2026, today: null }
    expect(doubt && answersTo(doubt, asked).map(({ word }) => word)).toEqual(['outside'])
  })

  test('nothing is guessed: what is unknown stays empty', () => {
    const { review } = rowWith({ lead: ['区渔政局'], sectionPath: [], deadline: null, milestones: [] })
    expect(review.cells).toMatchObject({ leadUnitId: null, pillarId: null, dueOn: null, leaderId: null })
  })

  test.each([
    ['w', 'g1', 'p1'],
    ['h', 'g1', 'p3'],
    ['h', null, null],
    [null, 'g2', 'p1'],
  ])('the leader in charge of %s in %s is %s', (unitId, pillarId, leader) =>
    expect(leaderByDuties(OFFICE.portfolios, unitId, pillarId)).toBe(leader),
  )

  test.each([
    ['一、工业强区', 'g1'],
    ['（二）环境美区（8项）', 'g2'],
    ['工业强区和环境美区', null],
    ['强区', null],
  ])('%s names a pillar or none', (words, id) => expect(pillarNamed(OFFICE, words)).toBe(id))

  test.each([
    ['印发城市更新实施方案', '印发的文件'],
    ['新建停车场6处，8月底前投入使用', '竣工验收材料'],
    ['加强组织领导', null],
  ])('%s proposes its evidence', (text, proof) => expect(proposeEvidence(text)).toBe(proof))
})

describe('answers', () => {
  test('that the wording stands is kept with the row and goes to its task', () => {
    const vague: Doubt = { field: 'text', code: 'vague_verb', facts: { verb: '加强' } }
    const row = rowWith({ doubts: [vague] })
    const { review } = decideRow(
      row,
      { kind: 'answer', doubtId: 'text.vague_verb', answer: 'keep', scope: 'one' },
      FACTS,
    )
    expect(review).toMatchObject({ doubts: [], edited: [], cells: { targetAsWorded: true } })
    const document = { kind: 'plan', title: '', number: '', planId: 'p' } as const
    expect(taskOf(review, document, '').targetAsWorded).toBe(true)
    expect(taskOf(row.review, document, '').targetAsWorded).toBe(false)
  })

  test('a row like a task says what differs; like an unfinished one of the year before, that it may be carried over', () => {
    const like = { id: 'k', label: '26-环-001 治理河道9公里', text: '治理河道9公里', score: 0.9 }
    const doubtsFor = (year: number | null) =>
      prepareReview(draftWith({}), { ...KNOWN, likeTasks: () => [{ ...like, year }] }).doubts
    expect(doubtsFor(null)).toMatchObject([
      { code: 'similar_task', choices: [{ value: 'k' }], facts: { score: 90, numbers: '9公里 → 12公里' } },
    ])
    expect(doubtsFor(2025)).toMatchObject([{ code: 'carried_over', choices: [], facts: { year: 2025, score: 90 } }])
  })

  test('of several leads one leads, the others support, and an unknown one stays asked', () => {
    const row = rowWith({ lead: ['区水利局', '区住建局', '市交警大队'], doubts: [several] })
    const [doubt] = row.review.doubts
    const { review } = decideRow(
      row,
      { kind: 'answer', doubtId: doubt?.id ?? '', answer: 'choose:h', scope: 'one' },
      FACTS,
    )
    expect(review.cells.leadUnitId).toBe('h')
    expect(review.cells.supports.map(({ unitId }) => unitId)).toEqual(['w'])
    expect(review.doubts.map(({ code, field }) => [code, field])).toEqual([['unknown_unit', 'supporting']])
    expect(review.edited).toEqual([])
  })

  test('a lead can be split off for each unit', () => {
    const row = rowWith({ lead: ['区水利局', '区住建局'], doubts: [{ ...several, choices: ['区水利局', '区住建局'] }] })
    const { review, added } = decideRow(
      row,
      { kind: 'answer', doubtId: 'lead.several_leads', answer: 'splitByLead', scope: 'one' },
      FACTS,
    )
    expect([review, ...added].map(({ cells }) => cells.leadUnitId)).toEqual(['w', 'h'])
    expect([review, ...added].flatMap(({ doubts }) => doubts)).toEqual([])
  })

  test('saying what a name means places the unit and decides the doubt', () => {
    const row = rowWith({ supporting: ['区渔政局'] })
    const { review } = decideRow(row, { kind: 'nameUnit', name: '区渔政局', unitId: 'f', remember: 'no' }, FACTS)
    expect(review.cells.supports.map(({ unitId }) => unitId)).toEqual(['f'])
    expect(review.doubts).toEqual([])
  })

  test('a date moves the step that ended on the deadline', () => {
    const row = rowWith({})
    const { review } = editRow(row, { dueOn: '2026-12-20' }, undefined, OFFICE)
    expect(review.cells.milestones).toEqual([{ title: '治理河道12公里', dueOn: '2026-12-20' }])
    expect(review.edited).toEqual(['dueOn'])
  })

  test('every doubt has an answer by number', () => {
    const none = { cells: rowWith({}).review.cells, planYear: 2026, today: null }
    const asked = (code: Parameters<typeof answersTo>[0]['code']) =>
      answersTo({ id: 'x', field: 'text', code, choices: [{ value: 'g1', label: 'A' }], facts: {} }, none)
    for (const code of ['several_leads', 'no_date', 'two_tasks', 'unknown_unit', 'no_pillar', 'similar_task'] as const)
      expect(asked(code).length).toBeGreaterThan(0)
  })

  test('answers reach what is alike, and nothing else', () => {
    const at = (section: string) => rowWith({ sectionPath: [section] }).review.doubts[0]
    const [a, b, c] = [at('三、保障'), at('三、保障'), at('四、督查')]
    if (!a || !b || !c) throw new Error('no doubt')
    expect(areAlike(a, b)).toBe(true)
    expect(areAlike(a, c)).toBe(false)
    expect(
      likewise({ kind: 'answer', doubtId: a.id, answer: 'choose:g1', scope: 'alike' }, a, rowWith({}).review),
    ).toBeNull()
  })

  test('what a name means reaches the rows that wait for that name', () => {
    const named = { kind: 'nameUnit', name: '区渔政局', unitId: 'f', remember: 'no' } as const
    const reached = (supporting: string[]) => likewise(named, undefined, rowWith({ supporting }).review)
    expect(reached(['区渔政局'])).toEqual(named)
    expect(reached(['区畜牧局'])).toBeNull()
    expect(reached(['区财政局'])).toBeNull()
  })
})

describe('accepting', () => {
  const refusalOf = (row: Row) => {
    try {
      decideRow(row, { kind: 'accept' }, FACTS)
      return null
    } catch (error) {
      return error instanceof Refusal ? error.code : error
    }
  }
  test.each([
    ['a plain row', rowWith({}), null],
    ['with an open doubt', rowWith({ supporting: ['区渔政局'] }), 'doubts_open'],
    ['without a date, once that was left open', rowWith({ deadline: null, milestones: [] }), null],
  ])('%s', (_, row, code) => expect(refusalOf(row)).toBe(code))

  test('a row that was accepted waits again once what is written leaves it no task', () => {
    const accepted: Row = { ...rowWith({}), state: 'accepted' }
    expect(editRow(accepted, { dueOn: '2026-12-20' }, undefined, OFFICE).state).toBe('accepted')
    expect(editRow(accepted, { title: '' }, undefined, OFFICE).state).toBe('pending')
  })

  test('no row is a task without a pillar', () => {
    const row = rowWith({ sectionPath: [] })
    expect(refusalOf({ ...row, review: { ...row.review, doubts: [] } })).toBe('draft_incomplete')
  })
})

describe('a row that changes a task', () => {
  const task: ComparedTask = {
    id: 'k',
    code: '26-环-003',
    title: '治理河道12公里',
    version: 2,
    state: 'registered',
    plan: { year: 2026, state: 'drafting' },
    pillarId: 'g2',
    kind: 'project',
    leadUnitId: 'w',
    leaderId: 'p1',
    assigneeId: null,
    dueOn: '2026-11-30',
    target: null,
    evidence: '竣工验收材料',
    supports: [{ unitId: 'f', deliverable: '资金', dueOn: null }],
  }
  const laid = (change: Partial<Draft>, to = task) => {
    const draft = draftWith({ code: task.code, evidence: null, ...change })
    return overlay(prepareReview(draft, KNOWN), draft, to, null)
  }
  const cellsOf = (change: Partial<Draft>, to = task) => differencesOf(laid(change, to), to).map(({ cell }) => cell)

  test.each([
    ['says the same', {}, []],
    ['says the same but for a full stop', { text: '治理河道12公里。', title: '治理河道12公里' }, []],
    ['names another lead', { lead: ['区住建局'] }, ['leadUnitId']],
    ['moves the date', { deadline: '2026-12-15' }, ['dueOn']],
    ['adds a supporting unit', { supporting: ['区财政局', '区住建局'] }, ['supports']],
    ['leaves cells empty', { lead: [], supporting: [], deadline: null, milestones: [] }, []],
    ['rewords the task', { text: '治理河道15公里', title: '治理河道15公里' }, ['title']],
  ])('%s', (_, change, cells) => expect(cellsOf(change)).toEqual(cells))

  test('what it does not say is never written back, however the task changed since', () => {
    const review = laid({ lead: ['区住建局'] })
    const since = { ...task, evidence: '审计报告', assigneeId: 'p2' }
    expect(changesOf(review, since)).toEqual({ leadUnitId: 'h' })
  })

  test('a date that is fixed is shown and not taken', () => {
    const assigned = { ...task, state: 'assigned' as const }
    const [difference] = differencesOf(laid({ deadline: '2026-12-15' }, assigned), assigned)
    expect(difference?.refusal?.code).toBe('original_date_fixed')
    expect(difference && isTaken({ takes: null }, difference)).toBe(false)
  })

  test('only what is ticked is taken', () => {
    const review = { ...laid({ lead: ['区住建局'], deadline: '2026-12-15' }), takes: ['dueOn' as const] }
    expect(changesOf(review, task)).toEqual({ dueOn: '2026-12-15' })
  })

  test('merging changes nothing by itself, asks nothing more, and can be taken apart again', () => {
    const row = rowWith({ lead: ['区住建局'], supporting: ['区渔政局'] })
    const merged = decideRow(row, { kind: 'merge', taskId: 'k' }, { ...FACTS, tasks: new Map([['k', task]]) })
    expect(merged).toMatchObject({ state: 'merged', taskId: 'k', review: { doubts: [] } })
    expect(changesOf(merged.review, task)).toBeNull()
    const again = decideRow({ ...row, ...merged }, { kind: 'reopen' }, FACTS)
    expect(again).toMatchObject({ state: 'pending', taskId: null })
    expect(again.review.cells).toEqual(row.review.cells)
  })
})

test('a leader whom somebody wrote stays when the lead unit changes', () => {
  const { review } = rowWith({})
  expect(changeCells(review, { leadUnitId: 'f' }, OFFICE).cells.leaderId).toBe('p3')
  const written = changeCells(review, { leaderId: 'p1' }, OFFICE)
  expect(changeCells(written, { leadUnitId: 'f' }, OFFICE).cells.leaderId).toBe('p1')
})
