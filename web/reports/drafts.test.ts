import { expect, test } from 'vitest'
import { ApiError } from '../api.ts'
import { type Changes, openDrafts, RowChanges } from './drafts.ts'

const OFFLINE = new ApiError({ status: 0, code: 'offline', message: '没有连上' })
const STALE = new ApiError({ status: 409, code: 'changed_meanwhile', message: '15:04 已被林晓岚改过' })

/** A desk whose server answers by script, whose clock stands until it is turned, and whose storage is a map. */
function desk(kept: Record<string, string> = {}, rows: { taskId: string; version: number }[] = []) {
  const storage = new Map(Object.entries(kept))
  const planned: (() => void)[] = []
  const sent: { taskId: string; version: number; changes: object; checked?: boolean }[] = []
  const answers: ((body: { version: number }) => Promise<{ version: number }>)[] = []
  const saved: number[] = []
  const needs: Parameters<typeof openDrafts<{ version: number }, Changes>>[0] = {
    storage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    },
    cells: RowChanges,
    keyOf: (taskId) => taskId,
    send: (taskId, body) => {
      sent.push({ taskId, ...body })
      return (answers.shift() ?? (({ version }) => Promise.resolve({ version: version + 1 })))(body)
    },
    onSaved: (_, { version }) => saved.push(version),
    onConflict: () => undefined,
    later: (_, run) => {
      planned.push(run)
      return () => void planned.splice(planned.indexOf(run), planned.includes(run) ? 1 : 0)
    },
  }
  const drafts = openDrafts(needs, rows)
  const turn = async () => {
    planned.splice(0).forEach((run) => run())
    for (let round = 0; round < 10; round += 1) await Promise.resolve()
  }
  return { drafts, storage, sent, answers, saved, turn }
}

test('what is typed is kept on this computer at once and gone from it when saved', async () => {
  const { drafts, storage, sent, turn } = desk()
  drafts.change('t', 3, { actualShare: 50 })
  drafts.change('t', 3, { nextStep: '封顶' })
  expect(JSON.parse(storage.get('t') ?? '')).toEqual({
    version: 3,
    changes: { actualShare: 50, nextStep: '封顶' },
    checked: null,
  })
  await turn()
  expect(sent).toEqual([{ taskId: 't', version: 3, changes: { actualShare: 50, nextStep: '封顶' } }])
  expect(storage.size).toBe(0)
  expect(drafts.now()).toEqual({})
})

test('what is typed while a row is being saved follows as a change of the new version', async () => {
  const { drafts, sent, answers, turn } = desk()
  let release: (answer: { version: number }) => void = () => undefined
  answers.push(() => new Promise((resolve) => void (release = resolve)))
  drafts.change('t', 1, { nextStep: '封' })
  await turn()
  drafts.change('t', 1, { nextStep: '封顶' })
  await turn()
  expect(sent).toHaveLength(1)
  release({ version: 2 })
  await turn()
  await turn()
  expect(sent[1]).toEqual({ taskId: 't', version: 2, changes: { nextStep: '封顶' } })
  expect(drafts.now()).toEqual({})
})

test('before a signature everything is sent, what is under way included', async () => {
  const { drafts, sent, answers, turn } = desk()
  let release: (answer: { version: number }) => void = () => undefined
  answers.push(() => new Promise((resolve) => void (release = resolve)))
  drafts.change('t', 1, { nextStep: '封' })
  await turn()
  drafts.change('t', 1, { nextStep: '封顶' })
  const flushed = drafts.flush()
  release({ version: 2 })
  await flushed
  expect(sent.map(({ version }) => version)).toEqual([1, 2])
  expect(drafts.now()).toEqual({})
})

test('a broken line loses nothing and is tried again by itself', async () => {
  const { drafts, storage, answers, saved, turn } = desk()
  answers.push(() => Promise.reject(OFFLINE))
  drafts.change('t', 1, { actualShare: 20 })
  await turn()
  expect(drafts.now()['t']?.phase).toBe('offline')
  expect(storage.has('t')).toBe(true)
  await turn()
  expect(saved).toEqual([2])
  expect(storage.size).toBe(0)
})

test('after a reload unsaved text is there again and is saved', async () => {
  const { drafts, sent, turn } = desk({
    t: JSON.stringify({ version: 4, changes: { nextStep: '验收' }, checked: null }),
  })
  drafts.restore([{ taskId: 't', version: 4 }])
  expect(drafts.now()['t']?.changes).toEqual({ nextStep: '验收' })
  await turn()
  expect(sent).toEqual([{ taskId: 't', version: 4, changes: { nextStep: '验收' } }])
})

test('what an earlier visit kept is on the sheet when it first shows, and is sent once', async () => {
  const kept = { t: JSON.stringify({ version: 4, changes: { nextStep: '验收' }, checked: null }) }
  const rows = [{ taskId: 't', version: 4 }]
  const { drafts, sent, turn } = desk(kept, rows)
  expect(drafts.now()['t']).toMatchObject({ changes: { nextStep: '验收' }, phase: 'waiting' })
  drafts.restore(rows)
  drafts.restore(rows)
  await turn()
  expect(sent).toEqual([{ taskId: 't', version: 4, changes: { nextStep: '验收' } }])
})

test('unsaved text over a row that went on waits for a decision and is never sent by itself', async () => {
  const { drafts, sent, turn } = desk({
    t: JSON.stringify({ version: 4, changes: { nextStep: '验收' }, checked: null }),
  })
  drafts.restore([{ taskId: 't', version: 5 }])
  expect(drafts.now()['t']?.phase).toBe('conflict')
  await turn()
  await drafts.flush()
  expect(sent).toEqual([])
  drafts.keepMine('t', 5)
  await turn()
  expect(sent).toEqual([{ taskId: 't', version: 5, changes: { nextStep: '验收' } }])
})

test('what somebody else changed is not written over', async () => {
  const { drafts, storage, answers, turn } = desk()
  answers.push(() => Promise.reject(STALE))
  drafts.change('t', 1, { actualShare: 20 })
  await turn()
  drafts.change('t', 1, { actualShare: 25 })
  expect(drafts.now()['t']).toMatchObject({ phase: 'conflict', message: STALE.message, changes: { actualShare: 25 } })
  drafts.drop('t')
  expect(storage.size).toBe(0)
})

test('text under our key that is not ours is left alone', () => {
  const { drafts } = desk({ t: '{"version":"x"}', u: 'not json' })
  drafts.restore([
    { taskId: 't', version: 1 },
    { taskId: 'u', version: 1 },
  ])
  expect(drafts.now()).toEqual({})
})
