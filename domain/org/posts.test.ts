import { expect, test } from 'vitest'
import type { ActorPost } from '../access/actor.ts'
import { canHoldPosts, withoutRepeats } from './posts.ts'

const office: ActorPost = { role: 'supervisionOffice', unitId: null }
const liaison: ActorPost = { role: 'liaison', unitId: 'u' }
const sysAdmin: ActorPost = { role: 'sysAdmin', unitId: null }

test.each<[string, ActorPost[], string | null]>([
  ['none', [], null],
  ['the office and a unit', [office, liaison], null],
  ['one administrator', [sysAdmin], null],
  ['two administrators', [sysAdmin, { role: 'auditAdmin', unitId: null }], 'roles_exclude'],
  ['an administrator who works for a unit', [sysAdmin, liaison], 'roles_exclude'],
  ['a post of a unit without its unit', [{ role: 'unitHead', unitId: null }], 'unit_required'],
  ['the same beside a good one', [liaison, { role: 'unitHead', unitId: null }], 'unit_required'],
])('posts: %s', (_, posts, code) => {
  const verdict = canHoldPosts(posts)
  expect(verdict.allowed ? null : verdict.refusal.code).toBe(code)
})

test('the same office twice is one, with the last title', () => {
  const posts = [
    { ...liaison, title: '科员' },
    { ...liaison, unitId: 'v', title: '科员' },
    { ...liaison, title: '主任' },
  ]
  expect(withoutRepeats(posts).map(({ unitId, title }) => `${unitId} ${title}`)).toEqual(['u 主任', 'v 科员'])
})
