import { deflateRawSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { Refusal } from '#domain/refusal.ts'
import { container, numbered, paragraph, tableCell, wordFile, workbook } from '#test/documents.ts'
import { readFileBytes } from './readFile.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function refusalOf(bytes: Uint8Array): string {
  try {
    readFileBytes(bytes)
    return 'read'
  } catch (error) {
    if (error instanceof Refusal) return error.code
    throw error
  }
}

function utf16(text: string, mark: boolean): Uint8Array {
  const little = Buffer.from(text, 'utf16le')
  return mark ? Buffer.concat([Buffer.from([0xff, 0xfe]), little]) : little
}

describe('a text is read whatever its encoding', () => {
  const text = '一、新建公园3座\n责任单位：区城管局'
  // 一、新建公园3座 ⏎ 责任单位：区城管局 in GB18030
  const gb = Buffer.from('d2bba1a2d0c2bda8b9abd4b033d7f90ad4f0c8ceb5a5cebba3bac7f8b3c7b9dcbed6', 'hex')
  test.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with its mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), utf8(text)])],
    ['UTF-16 with its mark', utf16(text, true)],
    ['UTF-16 without a mark', utf16(text, false)],
    ['GB18030', gb],
  ])('%s', (_, bytes) => {
    expect(readFileBytes(bytes).text).toBe(text)
  })
})

describe('Word', () => {
  const NUMBERING = `<w:abstractNum w:abstractNumId="7">
    <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
    <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl>
    <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
  </w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`

  test('automatic numbering is written out, and starts again under a new heading', () => {
    const body = [
      numbered('工业', 3, 0),
      numbered('招引', 3, 1),
      numbered('签约项目8个', 3, 2),
      numbered('开工项目5个', 3, 2),
      numbered('培育', 3, 1),
      numbered('新增企业6家', 3, 2),
      numbered('城建', 3, 0),
    ]
    expect(readFileBytes(wordFile(body.join(''), NUMBERING)).text).toBe(
      '一、工业\n（一）招引\n1.签约项目8个\n2.开工项目5个\n（二）培育\n1.新增企业6家\n二、城建\n',
    )
  })

  test('numbering that a style carries is written out as well', () => {
    const styles =
      '<w:style w:styleId="a1"><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr></w:pPr></w:style><w:style w:styleId="a2"><w:basedOn w:val="a1"/></w:style>'
    const body = paragraph('建成泵站2座', '<w:pStyle w:val="a2"/>')
    expect(readFileBytes(wordFile(body, NUMBERING, styles)).text).toBe('（一）建成泵站2座\n')
  })

  test('merged cells stand in every place they cover', () => {
    const body = `<w:tbl>
      <w:tr>${tableCell('任务')}${tableCell('单位')}${tableCell('时限')}</w:tr>
      <w:tr>${tableCell('修路5公里')}${tableCell('区交通局', '<w:vMerge w:val="restart"/>')}${tableCell('6月底前')}</w:tr>
      <w:tr>${tableCell('架桥1座')}${tableCell('', '<w:vMerge/>')}${tableCell('9月底前')}</w:tr>
      <w:tr>${tableCell('合计两项', '<w:gridSpan w:val="3"/>')}</w:tr>
    </w:tbl>`
    const cells = readFileBytes(wordFile(body)).lines?.filter((line) => line.kind === 'cell') ?? []
    const { text } = readFileBytes(wordFile(body))
    const at = (row: number, column: number) =>
      cells.find((cell) => cell.table?.row === row && cell.table.column === column)
    const words = (row: number, column: number) => text.slice(at(row, column)?.start, at(row, column)?.end)
    expect([words(1, 1), words(2, 1), words(2, 2), words(3, 2)]).toEqual([
      '区交通局',
      '区交通局',
      '9月底前',
      '合计两项',
    ])
    expect(at(2, 1)?.table?.spread).toBe(true)
  })

  test('tracked changes count as accepted, and that is said', () => {
    const body = `<w:p><w:r><w:t>新建</w:t></w:r><w:del><w:r><w:delText>3所</w:delText></w:r></w:del><w:ins><w:r><w:t>4所</w:t></w:r></w:ins></w:p>
      <w:tbl><w:tr>${tableCell('留下')}${tableCell('甲')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${tableCell('删去')}${tableCell('乙')}</w:tr></w:tbl>`
    const read = readFileBytes(wordFile(body))
    expect(read.text).toContain('新建4所')
    expect(read.text).not.toContain('删去')
    expect(read.notices).toContain('tracked_changes_accepted')
  })

  test('a paragraph whose end was deleted runs on', () => {
    const first = '<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>完成改造</w:t></w:r></w:p>'
    expect(readFileBytes(wordFile(first + paragraph('5公里'))).text).toBe('完成改造5公里\n')
  })

  test('notes, field codes and copies for old programs are left out; text boxes are read once', () => {
    const box = (name: string) => `<mc:${name}><w:txbxContent>${paragraph('框内文字')}</w:txbxContent></mc:${name}>`
    const body = `<w:p xmlns:mc="mc"><w:r><w:t>正文</w:t><w:footnoteReference w:id="1"/><w:instrText>PAGE</w:instrText></w:r><mc:AlternateContent>${box('Choice')}${box('Fallback')}</mc:AlternateContent></w:p>`
    const read = readFileBytes(wordFile(body))
    expect(read.text.split('\n').filter(Boolean).toSorted()).toEqual(['框内文字', '正文'].toSorted())
    expect(read.notices).toEqual(['footnotes_dropped'])
  })
})

describe('Word, as offices leave it', () => {
  const lines = (body: string, numbering = '', styles = '') =>
    readFileBytes(wordFile(body, numbering, styles))
      .text.trimEnd()
      .split('\n')
  const level = (at: number, format: string, text: string, more = '') =>
    `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`

  test('a level that never begins anew counts on under the next heading; plain figures stay plain', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'chineseCounting', '%1、')}${level(1, 'decimal', '%2.', '<w:lvlRestart w:val="0"/>')}${level(2, 'decimal', '%1.%3', '<w:isLgl/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    const body = [
      numbered('水', 1, 0),
      numbered('渠', 1, 1),
      numbered('路', 1, 0),
      numbered('桥', 1, 1),
      numbered('灯', 1, 2),
    ]
    expect(lines(body.join(''), numbering)).toEqual(['一、水', '1.渠', '二、路', '2.桥', '2.1灯'])
  })

  test('a list borrows the levels of a style, writes one of them in its own way, and begins where it says', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="清单"/></w:abstractNum>
      <w:abstractNum w:abstractNumId="2"><w:styleLink w:val="清单"/>${level(0, 'chineseCounting', '（%1）')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="2"><w:abstractNumId w:val="2"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/>${level(0, 'decimal', '%1）')}</w:lvlOverride></w:num>`
    expect(lines(numbered('甲', 1, 0) + numbered('乙', 2, 0) + numbered('丙', 2, 0), numbering)).toEqual([
      '（一）甲',
      '5）乙',
      '6）丙',
    ])
  })

  test('a number without words counts, for the page shows it', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    expect(lines(numbered('甲', 1, 0) + numbered('', 1, 0) + numbered('乙', 1, 0), numbering)).toEqual(['1.甲', '3.乙'])
  })

  test('what properties were before a tracked change does not count', () => {
    const numbering = `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    const changed = paragraph(
      '甲',
      '<w:pPrChange><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
    )
    expect(lines(changed, numbering)).toEqual(['甲'])
  })

  test('hidden words are left out and that is said; words that are shown again are read', () => {
    const run = (text: string, properties: string) => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
    const read = readFileBytes(
      wordFile(
        `<w:p>${run('看得见', '')}${run('看不见', '<w:vanish/>')}${run('也看得见', '<w:vanish w:val="0"/>')}</w:p>`,
      ),
    )
    expect([read.text.trim(), read.notices]).toEqual(['看得见也看得见', ['hidden_text_dropped']])
  })

  test('how a word is spoken, the table of contents, headers and footers are no words of the document', () => {
    const ruby =
      '<w:ruby><w:rt><w:r><w:t>zhèn</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>圳</w:t></w:r></w:rubyBase></w:ruby>'
    const styles = '<w:style w:styleId="11"><w:name w:val="toc 1"/></w:style>'
    const body = `${paragraph('一、水利 3', '<w:pStyle w:val="11"/>')}<w:p><w:r>${ruby}</w:r><w:r><w:t>上修渠</w:t></w:r></w:p>`
    expect(lines(body, '', styles)).toEqual(['圳上修渠'])
  })

  test('cells joined the way old programs wrote it are one cell', () => {
    const body = `<w:tbl><w:tr>${tableCell('任务', '<w:hMerge w:val="restart"/>')}${tableCell('', '<w:hMerge/>')}${tableCell('单位')}</w:tr><w:tr>${tableCell('甲')}${tableCell('乙')}${tableCell('丙')}</w:tr></w:tbl>`
    const { text, lines: cells = [] } = readFileBytes(wordFile(body))
    expect(cells.map(({ start, end, table }) => `${table?.row}.${table?.column} ${text.slice(start, end)}`)).toEqual([
      '0.0 任务',
      '0.1 任务',
      '0.2 单位',
      '1.0 甲',
      '1.1 乙',
      '1.2 丙',
    ])
  })

  test('a document whose main part bears a number is a Word document', () => {
    const body = `<w:document xmlns:w="w"><w:body>${paragraph('修渠')}</w:body></w:document>`
    expect(readFileBytes(container({ 'word/document2.xml': body })).text).toBe('修渠\n')
  })
})

describe('Excel', () => {
  test('dates read as dates, shares as shares, merges stand where they cover', () => {
    const bytes = workbook([
      {
        rows: [
          ['任务', '时限', '目标'],
          ['修路', { number: 46203, style: 1 }, { number: 0.075, style: 3 }],
          [null, { number: 46203, style: 2 }, 12.5],
        ],
        merges: ['A2:A3'],
      },
    ])
    const { text, lines = [] } = readFileBytes(bytes)
    const words = lines.map((line) => `${line.table?.row}.${line.table?.column} ${text.slice(line.start, line.end)}`)
    expect(words).toEqual([
      '0.0 任务',
      '0.1 时限',
      '0.2 目标',
      '1.0 修路',
      '2.0 修路',
      '1.1 2026年6月30日',
      '1.2 7.5%',
      '2.1 2026年6月',
      '2.2 12.5',
    ])
  })

  test('hidden rows are read and said; hidden sheets are left out and said', () => {
    const read = readFileBytes(
      workbook([
        { rows: [['任务'], ['修路']], hiddenRows: [1] },
        { rows: [['选项']], hidden: true },
      ]),
    )
    expect(read.text).toContain('修路')
    expect(read.text).not.toContain('选项')
    expect(read.notices.toSorted()).toEqual(['hidden_rows_read', 'hidden_sheets_skipped'])
  })
})

describe('web pages', () => {
  test('comments before a page are passed over in one go, however many', () => {
    const comments = '<!---->'.repeat(60) // tried in every combination, these would take longer than the sun has
    expect(readFileBytes(utf8(`${comments}<p>修路</p>`)).text.trim()).toBe('修路')
    expect(readFileBytes(utf8(`${comments}修路`)).text).toContain('修路')
  })

  test('scripts, menus and hidden parts are dropped; tables become cells', () => {
    const html = `<!doctype html><html><head><title>站点</title><script>alert(1)</script></head><body><nav>首页</nav>
      <h1>任务清单</h1><p>第一段<br>第二行</p><p style="display: none">看不见</p>
      <table><tr><th>任务</th><th>单位</th></tr><tr><td>修路</td><td rowspan="2">区交通局</td></tr><tr><td>架桥</td></tr></table></body></html>`
    const { text, lines = [] } = readFileBytes(utf8(html))
    expect(lines.filter((line) => line.kind !== 'cell').map((line) => text.slice(line.start, line.end))).toEqual([
      '任务清单',
      '第一段',
      '第二行',
    ])
    expect(lines.find((line) => line.table?.row === 2 && line.table.column === 1)?.table?.spread).toBe(true)
    expect(text).not.toMatch(/alert|首页|看不见/)
  })
})

function swollenZip(): Uint8Array {
  const inner = deflateRawSync(Buffer.alloc(30 * 1024 * 1024))
  const bytes = Buffer.from(container({ 'word/document.xml': 'x'.repeat(100) }))
  // The directory claims a size that the packed bytes could only reach by being a bomb.
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt32LE(30 * 1024 * 1024, at + 24)
  return inner.length > 0 ? bytes : inner
}

function lockedZip(): Uint8Array {
  const bytes = Buffer.from(container({ 'word/document.xml': '<a/>' }))
  const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
  bytes.writeUInt16LE(bytes.readUInt16LE(at + 8) | 1, at + 8)
  return bytes
}

const ole = (name: string) =>
  Buffer.concat([
    Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
    Buffer.alloc(512),
    Buffer.from(name, 'utf16le'),
  ])
const deep = `${'<w:p>'.repeat(2000)}${'</w:p>'.repeat(2000)}`

describe('a file that cannot be read is refused with the reason', () => {
  test.each<[string, Uint8Array, string]>([
    ['nothing in it', new Uint8Array(), 'file_empty'],
    ['blanks only', utf8('  \n\t '), 'file_empty'],
    ['more than 20 MB', new Uint8Array(20 * 1024 * 1024 + 1), 'file_too_large'],
    ['a zip of something else', container({ 'a.txt': 'a' }), 'file_type_unknown'],
    ['a zip cut short', container({ 'word/document.xml': '<a/>' }).slice(0, 60), 'file_broken'],
    ['a zip with a password', lockedZip(), 'file_encrypted'],
    ['a zip that swells', swollenZip(), 'file_zip_bomb'],
    ['a Word file with a password', ole('EncryptedPackage'), 'file_encrypted'],
    ['an old Word file', ole('WordDocument'), 'file_old_word'],
    ['an old Excel file', ole('Workbook'), 'file_old_excel'],
    ['a PDF', utf8('%PDF-1.7 …'), 'file_pdf'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3, 4]), 'file_picture'],
    ['noise', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 73) % 256)), 'file_not_text'],
    ['broken XML', container({ 'word/document.xml': '<w:document><w:body>' }), 'file_broken'],
    ['XML nested beyond reason', wordFile(deep), 'file_broken'],
    ['a page nested beyond reason', utf8(`<html><body>${'<div>'.repeat(400)}6月`), 'file_broken'],
    [
      'a document type that defines entities',
      container({ 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' }),
      'file_broken',
    ],
    ['a Word file without words', wordFile(paragraph('')), 'file_empty'],
    ['a workbook without its sheets', container({ 'xl/workbook.xml': '<workbook/>' }), 'file_empty'],
  ])('%s', (_, bytes, code) => {
    expect(refusalOf(bytes)).toBe(code)
  })

  test('an entry that unpacks to more than it claims', () => {
    const bytes = Buffer.from(container({ 'word/document.xml': 'y'.repeat(100_000) }))
    const at = bytes.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]))
    bytes.writeUInt32LE(500, at + 24)
    expect(refusalOf(bytes)).toBe('file_zip_bomb')
  })
})
