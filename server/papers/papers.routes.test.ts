import { randomUUID } from 'node:crypto'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { district } from '#test/world.tasks.ts'
import { faultsOf, measurePaper } from '#test/paper.ts'

type District = Awaited<ReturnType<typeof district>>

const SENTENCE = '年底前补齐学位缺口'

/** A meeting in session of two units with one ruling, of a task that is overdue. */
async function ruled() {
  const d = await district()
  const task = await d.inProgress({ milestones: [{ title: '封顶', dueOn: '2026-11-19', weight: 100 }] })
  const { body } = await d.office.post('/api/meetings', {
    heldOn: '2026-11-20',
    place: '第一会议室',
    chairId: d.principal.id,
    participants: [
      { part: 'member', unitId: d.units.lead },
      { part: 'member', unitId: d.units.other },
    ],
  })
  const at = (path: string) => `/api/meetings/${body.id}${path}`
  for (const step of ['/collecting', '/freeze', '/session'])
    expect(await d.office.post(at(step))).toMatchObject({ status: 200 })
  const draft = {
    sentence: SENTENCE,
    leadUnitId: d.units.other,
    dueOn: '2026-12-18',
    supports: [{ unitId: d.units.lead, deliverable: '提供用地红线图', dueOn: '2026-12-01' }],
  }
  const made = await d.office.post(at('/rulings'), { id: randomUUID(), draft, readBack: true })
  expect(made.status).toBe(201)
  return { ...d, at, task }
}

const textsOf = (bytes: Uint8Array) => measurePaper(bytes).paragraphs.map(({ text }) => text)
const paperOf = async (who: District['office'], path: string) => {
  const answer = await who.get(path)
  expect(answer.status).toBe(200)
  return textsOf(answer.bytes)
}

test('every paper is ready while the session still runs, and keeps the standard', async () => {
  const { office, at } = await ruled()
  for (const kind of ['agenda', 'brief', 'minutes', 'asks']) {
    const answer = await office.get(at(`/papers/${kind}`))
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toContain('wordprocessingml.document')
    expect(faultsOf(measurePaper(answer.bytes))).toEqual([])
  }
})

test('the minutes say what was ruled, of whom and by when, and who was there; issued, they have number and date', async () => {
  const { office, at } = await ruled()
  const draft = await paperOf(office, at('/papers/minutes'))
  expect(draft).toContain('（讨论稿）')
  expect(draft).toContain('会议议定：年底前补齐学位缺口。由教育局牵头，科工信局配合，12月18日前办结。')
  expect(draft).toContain('出席：科工信局梁志恒　教育局魏晴')
  expect(draft).toEqual(
    expect.arrayContaining([SENTENCE, '教育局', '科工信局（提供用地红线图，12月1日前）', '2026年12月18日']),
  )
  for (const step of ['/adjournment', '/circulation']) await office.post(at(step))
  expect(await paperOf(office, at('/papers/minutes'))).toContain('（征求意见稿）')
  await office.post(at('/issue'))
  const issued = await paperOf(office, at('/papers/minutes'))
  expect(issued).toContain('测联纪〔2026〕1号')
  expect(issued.at(-1)).toMatch(/督查室　　2026年11月20日印发$/)
})

test('paper and screen are one: figures stay those of the freeze, with their digest', async () => {
  const { office, at, task, milestones, principal } = await ruled()
  const screen = (await office.get(at('/brief'))).body
  await milestones.acceptAll(task.id)
  await principal.post(`/api/tasks/${task.id}/suspension`, { reason: '选址调整' })
  const book = await paperOf(office, at('/papers/brief'))
  expect(book).toEqual(
    expect.arrayContaining([`校验码${screen.digest.slice(0, 12)}`, '二、红灯和黄灯任务（红1、黄0）']),
  )
  expect(book.some((text) => text.includes(task.code))).toBe(true)
})

test('a list of asks holds each unit’s own, in one paper or by itself', async () => {
  const { office, at, units } = await ruled()
  const all = await paperOf(office, at('/papers/asks'))
  expect(all).toEqual(expect.arrayContaining(['教育局：', '科工信局：', SENTENCE, '提供用地红线图', '2026年12月1日']))
  const own = await paperOf(office, at(`/papers/asks?unitId=${units.lead}`))
  expect(own).toContain('科工信局：')
  expect(own).not.toContain('教育局：')
})

test('nobody gets on paper what they do not see on screen', async () => {
  const d = await district()
  const made = await d.office.post('/api/meetings', {
    heldOn: '2026-11-20',
    chairId: d.principal.id,
    participants: [{ part: 'member', unitId: d.units.lead }],
  })
  const at = (path: string) => `/api/meetings/${made.body.id}${path}`
  await d.office.post(at('/collecting'))
  const asked = async (who: District['office'], kind: string) => (await who.get(at(`/papers/${kind}`))).status
  for (const kind of ['agenda', 'brief', 'minutes', 'asks']) expect(await asked(d.head, kind)).toBe(404)
  await d.office.post(at('/freeze'))
  expect(await asked(d.head, 'agenda')).toBe(200)
  const own = await paperOf(d.head, at('/papers/brief'))
  // The questions are for those who lead.
  expect(own.some((text) => text.includes('会上可问'))).toBe(false)
  expect(await asked(d.otherHead, 'agenda')).toBe(404)
  expect((await d.head.get(at('/papers/agenda?template=0'))).body).toMatchObject({ code: 'office_only' })
})

/** The sample of a paper, its text changed. */
async function sample(office: District['office'], kind: string, change: (xml: string) => string = (xml) => xml) {
  const answer = await office.get(`/api/paper-templates/${kind}/file`)
  expect(answer.status).toBe(200)
  const files = unzipSync(answer.bytes)
  files['word/document.xml'] = strToU8(change(strFromU8(files['word/document.xml'] ?? new Uint8Array())))
  return files
}
const upload = (office: District['office'], kind: string, bytes: Uint8Array, name = '我们的模板.docx') =>
  office.upload(`/api/paper-templates/${kind}?name=${encodeURIComponent(name)}`, bytes)

test('an office’s own template is looked at first, then used, kept as a version, and left again', async () => {
  const { office, at, db } = await ruled()
  const own = zipSync(await sample(office, 'minutes', (xml) => xml.replace('纪要</w:t>', '纪要（本区版式）</w:t>')))
  const added = await upload(office, 'minutes', own)
  expect(added).toMatchObject({ status: 201, body: { kind: 'minutes', ordinal: 1 } })
  const entries = db.selectFrom('journalEntry').selectAll().where('action', '=', 'paperTemplate.added')
  expect(await entries.execute()).toMatchObject([{ subjectId: 'minutes 1', after: { digest: added.body.digest } }])
  const used = async (query = '') => (await paperOf(office, at(`/papers/minutes${query}`))).join('\n')
  expect(await used()).not.toContain('本区版式')
  expect(await used('?template=1')).toContain('本区版式')
  await office.post('/api/paper-templates/minutes/choice', { ordinal: 1 })
  const choices = db.selectFrom('journalEntry').selectAll().where('action', '=', 'paperTemplate.chosen')
  expect(await choices.execute()).toMatchObject([{ before: { ordinal: null }, after: { ordinal: 1 } }])
  const filled = await used()
  for (const words of ['本区版式', '（一）关于年底前补齐学位缺口', SENTENCE, '科工信局梁志恒'])
    expect(filled).toContain(words)
  expect(filled).not.toContain('{{')
  expect(await used('?template=0')).not.toContain('本区版式')
  const { items } = (await office.get('/api/paper-templates')).body
  expect(items.find(({ kind }: { kind: string }) => kind === 'minutes')).toMatchObject({
    inUse: 1,
    versions: [{ ordinal: 1, name: '我们的模板.docx', digest: added.body.digest, size: own.length }],
  })
  expect((await office.get('/api/paper-templates/minutes/file?ordinal=1')).bytes.equals(Buffer.from(own))).toBe(true)
  await office.post('/api/paper-templates/minutes/choice', { ordinal: null })
  expect(await used()).not.toContain('本区版式')
})

test('what people typed goes into a template as words, never as markup or placeholders', async () => {
  const { office, at } = await ruled()
  const version = (await office.get(at('/minutes'))).body.version
  const text = '<w:p/>&{{meeting.name}}\u0007😀'
  await office.put(at('/minutes'), { version, edits: { opening: { text } } })
  await upload(office, 'minutes', zipSync(await sample(office, 'minutes')))
  const filled = await paperOf(office, at('/papers/minutes?template=1'))
  expect(filled.join('\n')).toContain('&lt;w:p/&gt;&amp;{{meeting.name}}😀')
})

test('a template that cannot be used is refused with what to do about it, and nothing is kept', async () => {
  const { office } = await district()
  const with_ = async (changes: Record<string, Uint8Array>) =>
    zipSync({ ...(await sample(office, 'agenda')), ...changes })
  const worded = async (from: string, to: string) =>
    zipSync(await sample(office, 'agenda', (xml) => xml.replace(from, to)))
  const outside = strToU8(
    '<Relationships><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="http://example.cn/a.dotm" TargetMode="External"/></Relationships>',
  )
  const cases: [Uint8Array, string, string][] = [
    [strToU8('not a document'), 'template_not_docx', '.docx'],
    [zipSync({ 'xl/workbook.xml': strToU8('<x/>') }), 'template_not_docx', '.docx'],
    [new Uint8Array(2 * 1024 * 1024 + 1), 'template_too_large', '2 MB'],
    [await with_({ 'word/vbaProject.bin': strToU8('x') }), 'template_active', 'vbaProject'],
    [await with_({ 'word/_rels/settings.xml.rels': outside }), 'template_active', 'settings.xml.rels'],
    [await with_({ 'word/media/a.xml': new Uint8Array(45 * 1024 * 1024) }), 'file_zip_bomb', ''],
    [await worded('{{meeting.place}}', '{{meeting.plaec}}'), 'template_unknown', '{{meeting.plaec}}'],
    [await worded('{{/items}}', ''), 'template_loop', 'items'],
    [await worded('{{meeting.place}}', '{{meeting.place'), 'template_broken', 'meeting.place'],
    [await worded('<w:body>', '<w:body><w:p>'), 'file_broken', ''],
  ]
  for (const [bytes, code, words] of cases) {
    const refused = await upload(office, 'agenda', bytes)
    expect(refused.body).toMatchObject({ code })
    expect(refused.body.message).toContain(words)
  }
  const { items } = (await office.get('/api/paper-templates')).body
  expect(items.every(({ versions }: { versions: unknown[] }) => versions.length === 0)).toBe(true)
})

test('a choice names a version that is there', async () => {
  const { office } = await district()
  expect((await office.post('/api/paper-templates/asks/choice', { ordinal: 3 })).status).toBe(404)
})
