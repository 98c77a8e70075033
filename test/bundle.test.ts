import { expect, test } from 'vitest'
import { DEMO_PASSWORD } from './database.setup.ts'
import { pdfFile } from './pdf.ts'
import { startProgram } from './program.ts'
import { freshDatabase } from './world.ts'

/** The supervision office of the demo at a server that runs bundled. */
async function officeAtBundle() {
  const { url } = await freshDatabase('template_demo')
  const { until } = startProgram(['serve'], { DATABASE_URL: url, YIPANQI_LOG: 'error' })
  const address = await until(/Yipanqi is ready: (\S+)/)
  let cookie = ''
  const ask = (path: string, sent: RequestInit = {}) =>
    fetch(`${address}${path}`, { ...sent, headers: { ...sent.headers, cookie, origin: address } })
  const signedIn = await ask('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ userName: 'xiachu', password: DEMO_PASSWORD }),
  })
  cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
  return ask
}

test('the bundle finds all that it runs beside itself: reader, press, pages, the docs of the API', async () => {
  const ask = await officeAtBundle()
  const page = await ask('/')
  expect(page.headers.get('content-type')).toMatch('text/html')
  const [, script = ''] = /src="(\/assets\/[^"]+)"/.exec(await page.text()) ?? []
  expect(Object.fromEntries((await ask(script)).headers)).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
  })
  expect((await ask('/api/docs/static/swagger-ui-bundle.js')).status).toBe(200)

  const line = '1.新建公园3座。（区城管局牵头，6月底前完成）'
  const read = await ask('/api/imports?name=plan.pdf', {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: new Uint8Array(pdfFile([{ words: [{ text: line, x: 60, y: 100 }] }])),
  })
  expect([read.status, await read.json()]).toEqual([201, expect.objectContaining({ draftCount: 1 })])

  const { items } = (await (await ask('/api/meetings')).json()) as { items: { id: string }[] }
  const paper = await ask(`/api/meetings/${items[0]?.id}/papers/agenda`)
  expect([paper.status, new Uint8Array(await paper.arrayBuffer()).subarray(0, 2)]).toEqual([200, Uint8Array.of(80, 75)])
})
