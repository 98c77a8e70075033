import { expect } from 'vitest'
import { settleDifficulties } from '#server/difficulties/rounds.ts'
import { runRound } from '#server/rounds/rounds.ts'
import { district, type Somebody } from './world.tasks.ts'

type World = Awaited<ReturnType<typeof district>>

/** What somebody says who raises a difficulty. */
const words = (fields: object = {}) => ({
  kind: 'blockage',
  cause: 'counterpart',
  title: '市政管网未移交，验收受阻',
  ask: '请移交校门外管网',
  counterpartId: null,
  wantedOn: '2026-12-31',
  consequence: '明年秋季不能开学',
  tried: '已两次去函，一次上门',
  ...fields,
})

/** A district with a task under way, and somebody to raise, to be asked, and to look on. */
export async function places(changes: object = {}) {
  const w = await district()
  const grid = await w.unit('供电公司')
  const gridHead = await w.person('贺鸣', 'unitHead', grid)
  const task = await w.inProgress(changes)
  const raise = async (fields: object = {}, by: Somebody = w.liaison) => {
    const { status, body } = await by.post(
      `/api/tasks/${task.id}/difficulties`,
      words({ counterpartId: w.units.other, ...fields }),
    )
    expect({ status, body }).toMatchObject({ status: 201 })
    return body
  }
  const step = async (by: Somebody, id: string, noun: string, body: object = {}) =>
    by.post(`/api/difficulties/${id}/${noun}`, body)
  /** At level 2, where the counterpart must answer. */
  const asked = async (fields: object = {}) => {
    const { id } = await raise(fields)
    expect(await step(w.office, id, 'triage', { level: 2 })).toMatchObject({ status: 200 })
    return id as string
  }
  const read = async (id: string, by: Somebody = w.office) => (await by.get(`/api/difficulties/${id}`)).body
  const goTo = (day: string) => void (w.clock.now = new Date(`${day}T09:00:00+08:00`))
  return { ...w, grid, gridHead, task, raise, step, asked, read, goTo }
}

/** The round that finds clocks that have run out, at the world's moment. */
export const runOut = ({ db, clock }: Pick<World, 'db' | 'clock'>) =>
  runRound({ db, clock: () => clock.now, afterChange: () => undefined }, settleDifficulties)
