import { describe, expect, test } from 'vitest'
import { directiveDistrict as office, PNG } from '#test/world.directives.ts'
import type { Somebody } from '#test/world.tasks.ts'

describe('pages', () => {
  const upload = (who: Somebody, bytes: Buffer, name = '批示.png') =>
    who.upload(`/api/directive-pages?name=${encodeURIComponent(name)}`, bytes)

  test('are kept as they came, in their order, and given to those who may see the directive', async () => {
    const w = await office()
    const [one, two] = [await upload(w.office, PNG), await upload(w.office, Buffer.from('%PDF-1.4\n%%EOF'), '附件.bin')]
    expect(two.body).toMatchObject({ mediaType: 'application/pdf', size: 14 })
    const made = await w.register({ pageIds: [two.body.id, one.body.id] })
    const page = await w.read(w.head, made.id)
    expect(page.pages).toMatchObject([
      { position: 1, name: '附件.bin' },
      { position: 2, mediaType: 'image/png' },
    ])
    const file = await w.head.get(`/api/directives/${made.id}/pages/2`)
    expect(file.headers['content-type']).toBe('image/png')
    expect(Buffer.compare(file.bytes, PNG)).toBe(0)
    expect((await w.otherHead.get(`/api/directives/${made.id}/pages/2`)).status).toBe(404)
    expect((await w.head.get(`/api/directives/${made.id}/pages/3`)).status).toBe(404)
  })

  test.each<[string, Buffer, number, string]>([
    ['a web page that calls itself a picture', Buffer.from('<html></html>'), 422, 'page_kind_unknown'],
    ['a picture that was cut off', PNG.subarray(0, 14), 422, 'page_cut_off'],
    ['nothing', Buffer.alloc(0), 422, 'page_empty'],
    ['more than a page holds', Buffer.concat([PNG, Buffer.alloc(10 * 1024 * 1024)]), 413, 'page_too_large'],
  ])('are refused where it is %s', async (_, bytes, status, code) => {
    const w = await office()
    expect(await upload(w.office, bytes)).toMatchObject({ status, body: { code } })
  })

  test('belong to one directive, and are put in by who uploaded them; there are twenty at most', async () => {
    const w = await office()
    const { id } = (await upload(w.office, PNG)).body
    expect((await w.officer.post('/api/directives', w.written({ pageIds: [id] }))).body.code).toBe('page_unknown')
    const made = await w.register({ pageIds: [id] })
    expect((await w.office.post('/api/directives', w.written({ pageIds: [id] }))).body.code).toBe('page_unknown')
    const more: string[] = []
    for (let count = 0; count < 20; count += 1) more.push((await upload(w.office, PNG)).body.id)
    const add = (pageIds: string[]) => w.office.post(`/api/directives/${made.id}/pages`, { pageIds })
    expect((await add(more)).body.code).toBe('pages_too_many')
    expect((await add(more.slice(1))).body).toEqual({ pageCount: 20 })
    expect((await w.head.post(`/api/directives/${made.id}/pages`, { pageIds: more })).status).toBe(403)
  })
})

describe('who sees it', () => {
  test('the office, who wrote it, the leader in charge and the units concerned; for others it is not there', async () => {
    const w = await office()
    const { id } = await w.register({ assignment: w.assignment(), restricted: true })
    const seen = [w.office, w.officer, w.principal, w.leader, w.head, w.liaison, w.thirdHead]
    for (const who of seen) expect((await w.listed(who)).items.map((one: { id: string }) => one.id)).toEqual([id])
    for (const who of [w.deputy, w.otherHead]) {
      expect((await w.listed(who)).items).toEqual([])
      expect((await who.get(`/api/directives/${id}`)).status).toBe(404)
    }
  })

  test('a deputy sees their own, restricted or not, with its task, though another is in charge', async () => {
    const w = await office()
    const made = await w.register({ writerId: w.deputy.id, restricted: true })
    expect((await w.read(w.deputy, made.id)).tasks).toHaveLength(1)
    expect((await w.deputy.get(`/api/tasks/${made.taskIds[0]}`)).status).toBe(200)
  })
})
