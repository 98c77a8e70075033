import { expect, test } from 'vitest'
import { writeCsv } from '#domain/org/csv.ts'
import { world } from '#test/world.ts'
import { writeXlsx } from '../exports/xlsx.ts'

const UNITS = ['单位名称', '简称', '别名', '类别', '分组']
const PEOPLE = ['姓名', '用户名', '电话', '角色', '所在单位', '职务']
const csv = (...rows: string[][]) => new TextEncoder().encode(writeCsv(rows))

const workbook = (units: string[][], people: string[][]) => {
  const columns = (headings: string[]) => headings.map((heading) => ({ heading, width: 10, kind: 'text' as const }))
  return writeXlsx(
    { name: '单位', title: '单位', columns: columns(UNITS), rows: units },
    { name: '人员', title: '人员', columns: columns(PEOPLE), rows: people },
  )
}

/** An administrator with a file: preview and confirm it. */
async function admin() {
  const w = await world({ alone: true })
  const sysAdmin = await w.person('高', 'sysAdmin')
  const preview = (bytes: Uint8Array) => sysAdmin.upload('/api/organization/import-preview?name=a.xlsx', bytes)
  const confirm = (bytes: Uint8Array, digest: string) =>
    sysAdmin.upload(`/api/organization/imports?name=a.xlsx&digest=${encodeURIComponent(digest)}`, bytes)
  const names = async () => ({
    units: (await sysAdmin.get('/api/units')).body.items.map((unit: { name: string }) => unit.name),
    people: (await sysAdmin.get('/api/people')).body.items.map((person: { name: string }) => person.name),
  })
  return { ...w, sysAdmin, preview, confirm, names }
}

test('a preview changes nothing; confirming it adds units and people who can sign in and must change their password', async () => {
  const { preview, confirm, names, nobody, journal } = await admin()
  const file = await workbook(
    [
      ['教育局', '教育', '', '政府部门', '政府部门'],
      ['水务局', '', '', '', ''],
    ],
    [
      ['张伟', 'zhangwei', '', '联络员', '教育', '主任'],
      ['张伟', 'zhangwei', '', '承办人', '水务局', ''],
    ],
  )
  const seen = await preview(file)
  expect(seen.body).toMatchObject({ addedCount: 3, changedCount: 0, problems: [] })
  expect(await names()).toEqual({ units: [], people: ['高'] })
  expect(await journal()).toEqual([])
  const done = await confirm(file, seen.body.digest)
  expect(done.status).toBe(201)
  expect(await names()).toEqual({ units: ['教育局', '水务局'], people: ['高', '张伟'] })
  const [account] = done.body.accounts
  const signedIn = await nobody.post('/api/sessions', { userName: account.userName, password: account.initialPassword })
  expect(signedIn.body).toEqual({ mustChangePassword: true })
  expect((await journal()).map((entry) => entry.action)).toContain('organization.imported')
  expect(JSON.stringify(await journal())).not.toContain(account.initialPassword)
})

test('the same file again has nothing to do', async () => {
  const { preview, confirm } = await admin()
  const file = await workbook([['教育局', '', '', '', '']], [['张伟', 'zhangwei', '', '联络员', '教育局', '']])
  await confirm(file, (await preview(file)).body.digest)
  expect((await preview(file)).body).toMatchObject({ addedCount: 0, changedCount: 0, unchangedCount: 2 })
})

test('a file with problems says each in its cell and imports nothing, not even what is right', async () => {
  const { preview, confirm, names } = await admin()
  const file = await workbook([['教育局', '', '', '', '']], [['张伟', 'zhangwei', '', '联络员', '水务局', '']])
  const { body } = await preview(file)
  expect(body.problems).toMatchObject([{ list: 'people', row: 3, column: '所在单位', value: '水务局' }])
  const refused = await confirm(file, body.digest)
  expect(refused.body).toMatchObject({ code: 'import_problems', facts: { count: 1 } })
  expect(refused.body.fields).toMatchObject([{ at: 'people/3/所在单位' }])
  expect(await names()).toEqual({ units: [], people: ['高'] })
})

test('what changed after the preview is not overwritten unseen', async () => {
  const { preview, confirm, sysAdmin, names } = await admin()
  const { body: unit } = await sysAdmin.post('/api/units', { name: '教育局', kind: 'government' })
  const file = csv(UNITS, ['教育局', '教体', '', '', ''], ['水务局', '', '', '', ''])
  const { body } = await preview(file)
  expect(body.rows[0]).toMatchObject({ does: 'change', changes: [{ column: '简称', from: '教育局', to: '教体' }] })
  await sysAdmin.patch(`/api/units/${unit.id}`, { group: '政府部门' })
  expect((await confirm(file, body.digest)).body.code).toBe('import_moved')
  expect((await names()).units).toEqual(['教育局'])
})

test('csv in GB18030 reads like UTF-8', async () => {
  const { preview } = await admin()
  // 单位名称,简称 / 教育局,教育
  const gb = Uint8Array.from(Buffer.from('b5a5cebbc3fbb3c62cbcf2b3c60d0abdccd3fdbed62cbdccd3fd0d0a', 'hex'))
  expect((await preview(gb)).body.rows).toMatchObject([{ name: '教育局', does: 'add' }])
})

test('what is no table says what to do', async () => {
  const { preview } = await admin()
  expect((await preview(new TextEncoder().encode('今天开会\n大家发言'))).body.code).toBe('unreadable_table')
  expect((await preview(new TextEncoder().encode('%PDF-1.7 …'))).body.code).toBe('file_pdf')
})

test.each(['xlsx', 'csv'])('the %s template comes back through the preview with a head and no rows', async (format) => {
  const { sysAdmin, preview } = await admin()
  const template = await sysAdmin.get(`/api/organization/import-template?format=${format}`)
  expect(template.status).toBe(200)
  expect((await preview(template.bytes)).body.code).toBe('unreadable_table')
})

test('only the system administrator imports', async () => {
  const { person } = await admin()
  const office = await person('林', 'supervisionOffice')
  expect((await office.upload('/api/organization/import-preview?name=a', csv(UNITS))).status).toBe(403)
})

test('a file made to be slow is read elsewhere: meanwhile others get their answers', async () => {
  const { preview, sysAdmin } = await admin()
  const slow = new TextEncoder().encode(`单位名称,简称\n${'\n'.repeat(400_000)}`)
  const order: string[] = []
  const reading = preview(slow).then(({ body }) => order.push(body.code))
  for (let time = 0; time < 3; time += 1) order.push(String((await sysAdmin.get('/api/units')).status))
  await reading
  expect(order).toEqual(['200', '200', '200', 'unreadable_table'])
})

test('the initial passwords of an import are not kept for its Idempotency-Key', async () => {
  const { preview, confirm, db, sysAdmin } = await admin()
  const file = csv(PEOPLE, ['张伟', 'zhangwei', '', '督查室', '', ''])
  const { digest } = (await preview(file)).body
  const url = `/api/organization/imports?name=a.csv&digest=${encodeURIComponent(digest)}`
  expect((await sysAdmin.upload(url, file, { 'idempotency-key': 'k' })).body.accounts).toHaveLength(1)
  expect(await db.selectFrom('idempotencyKey').selectAll().execute()).toEqual([])
  expect((await confirm(file, digest)).status).not.toBe(201)
})
