import { expect, test } from 'vitest'
import fc from 'fast-check'
import {
  AGENDA_SECTIONS,
  agendaMinutes,
  type AgendaUnit,
  arrangeAgenda,
  type Arrangement,
  deriveAgenda,
  minutesForItems,
  NO_ARRANGEMENT,
} from './agenda.ts'

const quiet: AgendaUnit = {
  unitId: '',
  redCount: 0,
  yellowCount: 0,
  askCount: 0,
  topLevelCount: 0,
  earlyCount: 0,
  highlightCount: 0,
}
const UNITS: AgendaUnit[] = [
  { ...quiet, unitId: 'early', earlyCount: 2 },
  { ...quiet, unitId: 'red', redCount: 2, askCount: 1 },
  { ...quiet, unitId: 'green' },
  { ...quiet, unitId: 'asking', yellowCount: 1, askCount: 2 },
  { ...quiet, unitId: 'yellow', yellowCount: 3 },
  { ...quiet, unitId: 'top', topLevelCount: 1, askCount: 1 },
  { ...quiet, unitId: 'red2', redCount: 1 },
]
const RULINGS = [
  { id: 'r1', leadUnitId: 'red' },
  { id: 'r2', leadUnitId: 'green' },
]

test('the agenda writes itself: last rulings, red, who asks for something, highlights; the rest in writing', () => {
  const agenda = arrangeAgenda(deriveAgenda(RULINGS, UNITS), NO_ARRANGEMENT, 150)
  expect(agenda.map(({ key, minutes }) => `${key} ${minutes}`)).toEqual([
    'ruling:r1 2',
    'ruling:r2 2',
    'unit:red 6',
    'unit:red2 4',
    'unit:asking 4',
    'unit:top 3',
    'unit:early 2',
    'unit:green 0',
    'unit:yellow 0',
  ])
})

test('a unit without yellow that asks is heard only where what it asks stands at the top level', () => {
  const sectionsOf = (unit: Partial<AgendaUnit>) =>
    deriveAgenda([], [{ ...quiet, ...unit }]).map((item) => item.section)
  expect(sectionsOf({ askCount: 2 })).toEqual(['written'])
  expect(sectionsOf({ askCount: 2, yellowCount: 1 })).toEqual(['asks'])
  expect(sectionsOf({ askCount: 2, topLevelCount: 1 })).toEqual(['asks'])
})

test('a tenth of the planned length, in whole minutes, is the chair’s', () => {
  expect([150, 60, 45].map(minutesForItems)).toEqual([135, 54, 40])
})

test('the office’s order, minutes, words and points come over what is derived', () => {
  const arrangement: Arrangement = {
    order: ['unit:top', 'own:x', 'unit:red'],
    minutes: { 'unit:top': 12, 'unit:green': 3 },
    titles: { 'unit:red': '园区二期供电' },
    own: [{ key: 'own:x', title: '传达上级会议精神', unitId: null }],
  }
  const agenda = arrangeAgenda(deriveAgenda([], UNITS), arrangement, 150)
  // What the office did not name stands behind what it is derived behind.
  expect(agenda.map(({ key }) => key)).toEqual([
    'unit:top',
    'unit:early',
    'unit:green',
    'unit:yellow',
    'own:x',
    'unit:red',
    'unit:red2',
    'unit:asking',
  ])
  expect(agenda[0]).toMatchObject({ minutes: 12, isFixed: true })
  expect(agenda.find(({ key }) => key === 'unit:red')).toMatchObject({ title: '园区二期供电', isFixed: false })
})

const units = fc.uniqueArray(
  fc.record({
    unitId: fc.nat(200).map((number) => `u${number}`),
    redCount: fc.nat(4),
    yellowCount: fc.nat(4),
    askCount: fc.nat(3),
    topLevelCount: fc.nat(1),
    earlyCount: fc.nat(2),
    highlightCount: fc.nat(2),
  }),
  { selector: ({ unitId }) => unitId, maxLength: 110 },
)
const rulings = fc.uniqueArray(fc.record({ id: fc.uuid(), leadUnitId: fc.constant('u1') }), {
  selector: ({ id }) => id,
  maxLength: 25,
})
const length = fc.integer({ min: 10, max: 600 })

test('suggested minutes always fit the planned length, and nobody later takes the time of somebody earlier', () => {
  fc.assert(
    fc.property(rulings, units, length, (open, taking, planned) => {
      const derived = deriveAgenda(open, taking)
      const agenda = arrangeAgenda(derived, NO_ARRANGEMENT, planned)
      expect(agendaMinutes(agenda)).toBeLessThanOrEqual(minutesForItems(planned))
      for (const { key, minutes } of agenda) {
        const wished = derived.find((item) => item.key === key)?.minutes ?? 0
        expect(minutes).toBeGreaterThanOrEqual(0)
        expect(minutes).toBeLessThanOrEqual(wished)
      }
      const silent = agenda.findIndex(
        ({ key, minutes }) => minutes === 0 && (derived.find((item) => item.key === key)?.minutes ?? 0) > 0,
      )
      expect(silent < 0 ? 0 : agendaMinutes(agenda.slice(silent))).toBe(0)
    }),
  )
})

test('every open ruling is on the agenda, and no arrangement loses or doubles anything', () => {
  const arrangementFor = (keys: readonly string[]) =>
    fc.record({
      order: fc.array(fc.constantFrom('unit:gone', ...keys), { maxLength: 60 }),
      minutes: fc.dictionary(fc.constantFrom('x', ...keys), fc.nat(30), { maxKeys: 10 }),
      titles: fc.constant({}),
      own: fc.constantFrom<Arrangement['own'][]>([], [{ key: 'own:1', title: '学习文件', unitId: null }]),
    })
  const all = fc
    .tuple(rulings, units)
    .map(([open, taking]) => ({ open, derived: deriveAgenda(open, taking) }))
    .chain(({ open, derived }) =>
      fc.tuple(fc.constant(open), fc.constant(derived), arrangementFor(derived.map(({ key }) => key)), length),
    )
  fc.assert(
    fc.property(all, ([open, derived, arrangement, planned]) => {
      const agenda = arrangeAgenda(derived, arrangement, planned)
      const wanted = [...derived, ...arrangement.own].map(({ key }) => key).sort()
      expect(agenda.map(({ key }) => key).sort()).toEqual(wanted)
      for (const { id } of open) expect(agenda.some(({ rulingId }) => rulingId === id)).toBe(true)
      const fixed = agenda.filter(({ isFixed }) => isFixed)
      const most = Math.max(minutesForItems(planned), agendaMinutes(fixed))
      expect(agendaMinutes(agenda)).toBeLessThanOrEqual(most)
    }),
  )
})

test('sections come in the order of the meeting', () => {
  const places = deriveAgenda(RULINGS, UNITS).map(({ section }) => AGENDA_SECTIONS.indexOf(section))
  expect(places).toEqual([...places].sort((a, b) => a - b))
})
