import { expect, test } from 'vitest'
import { filtersOf, LedgerAddress, ledgerHref, queryOf, readSearch, searchOf } from './address.ts'
import { isChanged, presetsFor, shownView, viewsOf } from './views.ts'

const PILLAR = '11111111-1111-4111-8111-111111111111'
const PLAN = '22222222-2222-4222-8222-222222222222'

test('what the board links to is read as filters', () => {
  const address = LedgerAddress.parse({ planId: PLAN, light: 'red,yellow', pillarId: PILLAR, leadUnitId: undefined })
  expect(queryOf(address)).toEqual({ planId: PLAN, light: 'red,yellow', pillarId: PILLAR })
})

test.each([
  [{ light: 'crimson' }, {}],
  [{ light: 'red,crimson' }, {}],
  [{ sort: 'weather', group: 7, columns: 'light,nonsense' }, {}],
  [{ q: 2026 }, { q: '2026' }],
  [
    { mine: true, extended: 'true' },
    { mine: true, extended: true },
  ],
  [{ dueFrom: 'soon', dueTo: '2026-12-31' }, { dueTo: '2026-12-31' }],
])('an address mistyped as %j is read as %j', (typed, read) => {
  expect(LedgerAddress.parse(typed)).toEqual(read)
})

test('an address survives being saved and linked', () => {
  const address = LedgerAddress.parse({
    q: '12',
    light: 'red',
    mine: true,
    columns: 'why,light',
    group: 'unit',
    planId: PLAN,
  })
  expect(readSearch(searchOf(address))).toEqual({ ...address, planId: undefined })
  expect(readSearch(ledgerHref(address).split('?')[1] ?? '')).toEqual(address)
})

const views = (address: LedgerAddress) =>
  viewsOf(
    presetsFor(['supervisionOffice']),
    [{ id: 'mine-own', name: '我的红灯', search: 'light=red&group=unit', position: 1 }],
    address,
    '2026-11-20',
  )

test('a view stays shown while it is narrowed, and gives way when its own filter is taken off', () => {
  const narrowed = LedgerAddress.parse({ view: 'red', light: 'red', pillarId: PILLAR })
  expect(shownView(views(narrowed), narrowed)?.id).toBe('red')
  const cleared = LedgerAddress.parse({ view: 'red', pillarId: PILLAR })
  expect(shownView(views(cleared), cleared)?.id).toBe('all')
})

test('an address that names no view shows the one that asks for the same', () => {
  const linked = LedgerAddress.parse({ state: 'leaderSignOff' })
  expect(shownView(views(linked), linked)?.id).toBe('toSignOff')
})

test.each([
  [['supervisionOffice'], ['toSignOff', 'restricted'], ['mine', 'toAcknowledge', 'disputed']],
  [['unitHead'], ['mine', 'red', 'toAcknowledge'], ['toSignOff', 'restricted']],
  [['principalLeader'], ['all', 'disputed', 'toSignOff'], ['mine', 'restricted']],
] as const)('%j sees %j and not %j', (roles, has, lacks) => {
  const presets = presetsFor(roles)
  expect(presets).toEqual(expect.arrayContaining([...has]))
  expect(presets.filter((preset) => (lacks as readonly string[]).includes(preset))).toEqual([])
})

test('this week runs from Monday to Sunday', () => {
  const week = views({}).find(({ id }) => id === 'dueThisWeek')
  expect(week && filtersOf(week.address)).toEqual({ dueFrom: '2026-11-16', dueTo: '2026-11-22' })
})

test('a saved view says when it was changed', () => {
  const address = LedgerAddress.parse({ view: 'mine-own', light: 'red', group: 'unit' })
  const shown = shownView(views(address), address)
  expect(shown?.saved?.name).toBe('我的红灯')
  expect(shown && isChanged(shown, address)).toBe(false)
  expect(shown && isChanged(shown, { ...address, sort: 'due' })).toBe(true)
})
