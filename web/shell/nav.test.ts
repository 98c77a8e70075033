import { expect, test } from 'vitest'
import { ROLES } from '#domain/access/actor.ts'
import { navFor } from './nav.ts'

const places = (items: readonly { to: string }[]) => items.map(({ to }) => to)

test.each(ROLES)('on a phone a %s reaches every page of the wide head, by the mark, the bar or the menu', (role) => {
  const { head, menu, phone, phoneMenu } = navFor([role])
  const reached = ['/', ...places(phone), ...places(phoneMenu)]
  expect(reached).toEqual(expect.arrayContaining([...places(head), ...places(menu)]))
  expect(new Set(reached).size).toBe(reached.length)
})

test('the office has its desk, files and directives in the menu of a phone', () => {
  expect(places(navFor(['supervisionOffice']).phoneMenu)).toEqual([
    '/desk',
    '/directives',
    '/notices',
    '/imports',
    '/plan',
    '/organization',
  ])
})
