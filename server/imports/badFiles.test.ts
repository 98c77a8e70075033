import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { MOST_DRAFTS } from '#domain/imports/review.ts'
import { bytesOf, importOffice as office, importPath as path, PLAN } from '#test/world.imports.ts'
import { world } from '#test/world.ts'

const zipWith = (name: string, content: Uint8Array) => zipSync({ [name]: content })
const BAD: [string, string, Uint8Array, number, string][] = [
  ['nothing in it', 'a.txt', bytesOf('   \n'), 422, 'file_empty'],
  ['a PDF', 'a.pdf', bytesOf('%PDF-1.7\n1 0 obj'), 422, 'file_broken'],
  [
    'a picture called docx',
    'a.docx',
    new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    422,
    'file_picture',
  ],
  ['a zip of something else', 'a.docx', zipWith('x.bin', new Uint8Array(9)), 422, 'file_type_unknown'],
  ['broken XML', 'a.docx', zipWith('word/document.xml', bytesOf('<w:document><w:body>')), 422, 'file_broken'],
  ['a zip that grows', 'a.docx', zipWith('word/document.xml', new Uint8Array(80_000_000)), 422, 'file_zip_bomb'],
  ['an encrypted container', 'a.docx', encrypted(), 422, 'file_encrypted'],
  ['more than 20 MB', 'a.txt', new Uint8Array(22 * 1024 * 1024).fill(65), 413, 'too_large'],
]
function encrypted(): Uint8Array {
  const signs = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  return new Uint8Array(Buffer.concat([signs, Buffer.alloc(512), Buffer.from('EncryptedPackage', 'utf16le')]))
}

test('a bad file is refused in a sentence, and nothing is stored', async () => {
  const { clerk, db, organizationId } = await office()
  for (const [what, name, bytes, status, code] of BAD) {
    const answer = await clerk.upload(path(name), bytes)
    expect({ what, ...answer }).toMatchObject({ what, status, body: { code, message: expect.stringMatching(/。$/) } })
  }
  expect(await db.selectFrom('document').where('organizationId', '=', organizationId).select('id').execute()).toEqual(
    [],
  )
  expect(await db.selectFrom('import').where('organizationId', '=', organizationId).select('id').execute()).toEqual([])
})

test('a file with more rows than one review holds is refused before it makes anybody wait', async () => {
  const { clerk, db, organizationId } = await office()
  const row = (_: unknown, index: number) => `${index + 1}. 建成厂房${index + 1}栋。（牵头单位：区工信局）`
  const rows = Array.from({ length: MOST_DRAFTS + 1 }, row)
  const answer = await clerk.upload(path('台账.txt'), bytesOf(rows.join('\n')))
  expect(answer).toMatchObject({ status: 422, body: { code: 'too_many_drafts', facts: { count: MOST_DRAFTS + 1 } } })
  expect(await db.selectFrom('import').where('organizationId', '=', organizationId).select('id').execute()).toEqual([])
})

test('without a plan year there is nothing to import into', async () => {
  const { person } = await world()
  const clerk = await person('林岚', 'supervisionOffice')
  expect((await clerk.upload(path('a.txt'), bytesOf(PLAN))).body.code).toBe('plan_missing')
})
