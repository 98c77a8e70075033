import { randomUUID } from 'node:crypto'
import { district } from './world.tasks.ts'

/** A district with a meeting of its two units planned for today, chaired by the principal leader. */
export async function plannedMeeting(start: Parameters<typeof district>[0] = {}) {
  const d = await district(start)
  const made = await d.office.post('/api/meetings', {
    heldOn: '2026-11-20',
    place: '第一会议室',
    chairId: d.principal.id,
    participants: [
      { part: 'member', unitId: d.units.lead },
      { part: 'member', unitId: d.units.other },
    ],
  })
  if (made.status !== 201) throw new Error(JSON.stringify(made.body))
  const meetingId = String(made.body.id)
  const at = (path: string) => `/api/meetings/${meetingId}${path}`
  const open = async () => {
    for (const step of ['/collecting', '/freeze', '/session']) {
      const { status, body } = await d.office.post(at(step))
      if (status !== 200) throw new Error(`${step} ${JSON.stringify(body)}`)
    }
  }
  /** A ruling of which nothing is missing. */
  const draft = (changes: object = {}) => ({
    sentence: '由教育局牵头，年底前补齐学位缺口',
    leadUnitId: d.units.other,
    dueOn: '2026-12-18',
    supports: [{ unitId: d.units.lead, deliverable: '提供用地红线图' }],
    ...changes,
  })
  /** Saves a ruling that was read back to the chair. */
  const rule = (changes: object = {}, id: string = randomUUID()) =>
    d.office.post(at('/rulings'), { id, draft: draft(changes), readBack: true })
  return { ...d, meetingId, at, open, draft, rule }
}

/** The same, in session. */
export async function meetingInSession(start: Parameters<typeof district>[0] = {}) {
  const d = await plannedMeeting(start)
  await d.open()
  return d
}
