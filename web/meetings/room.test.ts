import { expect, test } from 'vitest'
import type { SaidDeed } from '#domain/meetings/session.contract.ts'
import { EMPTY_RULING } from '#domain/meetings/ruling.ts'
import type { SessionEvent } from '#domain/meetings/session.ts'
import { ApiError } from '../api.ts'
import { Room, type RoomWorld } from './room.ts'

type Sent = { key: string; agoMs: number; deed: SaidDeed }

/** A server that keeps each key once, and a line to it that can be cut before or after it has heard. */
function serverAndLine() {
  const kept: SessionEvent[] = []
  const made: string[] = []
  const line = { state: 'up' as 'up' | 'cut' | 'answersLost', refuses: null as string | null }
  const store = new Map<string, string>()
  const later: (() => void)[] = []
  const clock = { now: 1_000_000 }
  const offline = () => new ApiError({ status: 0, code: 'offline', message: '' })
  const keep = ({ key, deed }: Sent) => {
    if (!kept.some((event) => event.key === key))
      kept.push({
        ...deed,
        key,
        seq: kept.length + 1,
        at: new Date(clock.now).toISOString(),
        byId: 'p',
      } as SessionEvent)
  }
  const world: RoomWorld = {
    store: { getItem: (key) => store.get(key) ?? null, setItem: (key, value) => void store.set(key, value) },
    now: () => clock.now,
    later: (run) => void later.push(run),
    send: {
      events: async (_, events) => {
        if (line.state === 'cut') throw offline()
        if (events.some(({ deed }) => deed.kind === 'itemCalled' && deed.itemKey === 'gone'))
          throw new ApiError({ status: 422, code: 'point_unknown', message: '议程里没有这一项' })
        events.forEach(keep)
        if (line.state === 'answersLost') throw offline()
        return { items: kept.filter(({ key }) => events.some((event) => event.key === key)), now: '' }
      },
      ruling: async (_, { id }) => {
        if (line.state === 'cut') throw offline()
        if (line.refuses) throw new ApiError({ status: 422, code: 'ruling_day', message: line.refuses })
        if (!made.includes(id)) made.push(id)
        if (line.state === 'answersLost') throw offline()
        return {}
      },
    },
  }
  const open = () => new Room(world, { meetingId: 'm', byId: 'p' })
  const tryAgain = async () => {
    for (const run of later.splice(0)) run()
    await settled()
  }
  return { kept, made, line, open, tryAgain }
}

/** Lets everything that is on its way arrive. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn += 1) await Promise.resolve()
}
const call = (itemKey: string): SaidDeed => ({ kind: 'itemCalled', itemKey })

test('what is said while the line is cut counts at once, survives a reload, and reaches the server once and in order', async () => {
  const { kept, line, open, tryAgain } = serverAndLine()
  const room = open()
  line.state = 'cut'
  room.say(call('a'))
  room.say({ kind: 'noted', itemKey: 'a', words: '盯住时限' })
  await settled()
  expect(room.view()).toMatchObject({ waitingCount: 2, isLost: true, session: { calledKey: 'a' } })
  const reloaded = open()
  expect(reloaded.view().session.notes).toMatchObject([{ words: '盯住时限' }])
  line.state = 'answersLost'
  await reloaded.send()
  line.state = 'up'
  await tryAgain()
  expect(kept.map(({ kind }) => kind)).toEqual(['itemCalled', 'noted'])
  expect(reloaded.view()).toMatchObject({ waitingCount: 0, isLost: false, session: { calledKey: 'a' } })
})

test('a ruling whose answer was lost is saved once; events wait behind it', async () => {
  const { kept, made, line, open, tryAgain } = serverAndLine()
  const room = open()
  line.state = 'answersLost'
  room.save({ id: 'r1', itemKey: null, draft: EMPTY_RULING, readBack: true })
  room.say(call('b'))
  await settled()
  expect([made, kept]).toEqual([['r1'], []])
  line.state = 'up'
  await tryAgain()
  expect([made, kept.map(({ kind }) => kind)]).toEqual([['r1'], ['itemCalled']])
})

test('a refused ruling comes back as it was written, with the reason', async () => {
  const { line, open } = serverAndLine()
  const room = open()
  const draft = { ...EMPTY_RULING, sentence: '年底前办结' }
  room.say({ kind: 'rulingDrafted', rulingId: 'r1', itemKey: null, draft })
  await settled()
  line.refuses = '时限要在今天或以后'
  room.save({ id: 'r1', itemKey: null, draft, readBack: true })
  expect(room.view().session.drafts).toEqual({})
  await settled()
  expect(room.view()).toMatchObject({ refusal: '时限要在今天或以后', waitingCount: 0 })
  expect(room.view().session.drafts['r1']?.draft.sentence).toBe('年底前办结')
})

test('of what is sent together only what is refused is given up; the words around it arrive', async () => {
  const { kept, line, open, tryAgain } = serverAndLine()
  const room = open()
  line.state = 'cut'
  room.say({ kind: 'noted', itemKey: null, words: '先' })
  await settled()
  room.say(call('gone'))
  room.say({ kind: 'noted', itemKey: null, words: '后' })
  await settled()
  line.state = 'up'
  await tryAgain()
  expect(kept).toMatchObject([{ words: '先' }, { words: '后' }])
  expect(room.view()).toMatchObject({ refusal: '议程里没有这一项', waitingCount: 0 })
  // Said until the next thing is done.
  room.say({ kind: 'noted', itemKey: null, words: '再' })
  expect(room.view().refusal).toBeNull()
})

test('a ruling that is saved while the line is cut is shown as on its way until the server has it', async () => {
  const { line, open, tryAgain } = serverAndLine()
  const room = open()
  line.state = 'cut'
  room.save({ id: 'r1', itemKey: null, draft: { ...EMPTY_RULING, sentence: '年底前办结' }, readBack: true })
  await settled()
  expect(open().view().saving).toMatchObject([{ id: 'r1', draft: { sentence: '年底前办结' } }])
  line.state = 'up'
  await tryAgain()
  expect(room.view().saving).toEqual([])
})
