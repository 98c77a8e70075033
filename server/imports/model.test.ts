import { createServer, type ServerResponse } from 'node:http'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { importOffice, PLAN } from '#test/world.imports.ts'

/** A stand-in that speaks the protocol: keeps what it was asked and answers as a test says. */
let answer: (reply: ServerResponse) => void = () => undefined
const heard: { path: string; key: string | undefined; body: string }[] = []
const server = createServer((request, reply) => {
  let body = ''
  request.setEncoding('utf8').on('data', (part: string) => (body += part))
  request.on('end', () => {
    heard.push({ path: request.url ?? '', key: request.headers.authorization, body })
    answer(reply)
  })
})
let url = ''
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  url = typeof address === 'object' ? `http://127.0.0.1:${address?.port}/v1` : ''
})
afterAll(() => new Promise((resolve) => server.close(resolve).closeAllConnections()))

const says =
  (content: string | null, refusal: string | null = null) =>
  (reply: ServerResponse) =>
    void reply.end(JSON.stringify({ choices: [{ message: { role: 'assistant', content, refusal } }] }))
const choosing = (words: string, chosen = 'A1') =>
  says(JSON.stringify({ answers: [{ question: 'Q1', answer: chosen, words }] }))

/** An office with a model, and a row that two units lead. */
async function asking(text = PLAN) {
  const model = { url, name: 'stand-in', key: 'k-1', waitMs: 2000 }
  const place = await importOffice({ settings: { model } })
  const id = await place.drop(text.replace('牵头单位：区住建局', '牵头单位：区住建局、区财政局'))
  const { drafts } = await place.see(id)
  const row = drafts.at(-1)
  heard.length = 0
  onTestFinished(() => void (answer = () => undefined))
  const ask = () => place.clerk.post(`/api/imports/${id}/drafts/${row?.id}/proposals`, {})
  return { ...place, id, row, ask }
}

test('a model proposes one of the answers; nothing is decided by it, and that it was asked is in the journal without words', async () => {
  const { ask, see, id, row, journal } = await asking()
  expect((await see(id)).asksModel).toBe(true)
  answer = choosing('区住建局')
  const { status, body } = await ask()
  expect(status).toBe(201)
  const [proposal] = body.proposals
  expect(proposal).toMatchObject({ doubtId: 'lead.several_leads', words: '区住建局' })
  expect(heard).toMatchObject([{ path: '/v1/chat/completions', key: 'Bearer k-1' }])
  expect(JSON.parse(heard[0]?.body ?? '').messages[1].content).toBe(body.sent)
  expect((await see(id)).drafts.at(-1)).toEqual(row)
  const entry = (await journal()).find(({ action }) => action === 'import.modelAsked')
  expect(JSON.stringify(entry)).not.toContain('公园')

  answer = choosing('由区住建局统筹')
  expect((await ask()).body).toMatchObject({ proposals: [], untakenCount: 1 })
})

test('whatever a model does, the officer hears one sentence and can go on', async () => {
  const { ask, decide, id, row } = await asking()
  const cases: [string, typeof answer, string][] = [
    ['garbage', (reply) => void reply.end('<html>'), '读不懂'],
    ['another form', (reply) => void reply.end('{"choices":[]}'), '读不懂'],
    ['prose', says('我认为应由区住建局牵头。'), '读不懂'],
    ['a refusal', says(null, 'no'), '拒答'],
    ['an error', (reply) => void reply.writeHead(500).end(), '回绝'],
    ['no answer at all', () => undefined, '超时'],
    ['a broken line', (reply) => void reply.destroy(), '连不上'],
  ]
  for (const [what, act, reason] of cases) {
    answer = act
    const { status, body } = await ask()
    expect([what, status, body.code, body.message]).toEqual([
      what,
      422,
      'model_failed',
      expect.stringContaining(reason),
    ])
  }
  const chosen = { kind: 'answer', doubtId: 'lead.several_leads', answer: 'leaveEmpty' }
  expect((await decide(id, chosen, row ? [row] : [])).body.refused).toEqual([])
})

test('a restricted document is never sent', async () => {
  const { ask } = await asking(`内部资料 注意保存\n${PLAN}`)
  expect((await ask()).body.code).toBe('model_restricted')
  expect(heard).toEqual([])
})

test('a restricted task that a row is like is never named to a model', async () => {
  const place = await importOffice({ settings: { model: { url, name: 'stand-in', key: undefined, waitMs: 2000 } } })
  const title = '建成精密铸造园二期厂房6万平方米，年内投用'
  const made = await place.clerk.post('/api/tasks', { pillarId: place.pillars[0]?.id, kind: 'project', title })
  const id = await place.drop(PLAN.replace('牵头单位：区工信局', '牵头单位：区工信局、区财政局'))
  const row = (await place.see(id)).drafts[0]
  expect(row?.doubts.map(({ code }) => code)).toContain('similar_task')
  const ask = async () => (await place.clerk.post(`/api/imports/${id}/drafts/${row?.id}/proposals`, {})).body.sent
  answer = choosing('区工信局')
  expect(await ask()).toContain(title)
  await place.db.updateTable('task').set({ restricted: true }).where('id', '=', made.body.id).execute()
  const sent = await ask()
  expect(sent).toContain('哪一家牵头')
  expect(sent).not.toMatch(new RegExp(`${title}|${made.body.code}`))
})

test('without a model nobody is asked, and the page knows', async () => {
  const { drop, see, clerk } = await importOffice()
  const id = await drop(PLAN)
  const { asksModel, drafts } = await see(id)
  expect(asksModel).toBe(false)
  expect((await clerk.post(`/api/imports/${id}/drafts/${drafts[0]?.id}/proposals`, {})).body.code).toBe('model_absent')
})
