import { randomUUID } from 'node:crypto'
import { expect } from 'vitest'
import { world } from './world.ts'

/** A district with its administrators and an office. */
export async function orgDistrict() {
  const w = await world()
  const sysAdmin = await w.person('高', 'sysAdmin')
  const securityAdmin = await w.person('安', 'securityAdmin')
  const office = await w.person('林', 'supervisionOffice')
  return { ...w, sysAdmin, securityAdmin, office }
}
type District = Awaited<ReturnType<typeof orgDistrict>>

/** A new person, as the system administrator adds one. */
export const addPerson = async (
  { sysAdmin }: District,
  name: string,
  posts: object[],
  userName = `u${randomUUID().slice(0, 8)}`,
) => {
  const answer = await sysAdmin.post('/api/people', { name, userName, phone: '13800000000', posts })
  expect(answer.status).toBe(201)
  return { id: String(answer.body.id), userName, initialPassword: String(answer.body.initialPassword) }
}
