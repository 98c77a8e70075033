import { describe, expect, test } from 'vitest'
import { draftFile } from './draftFile.ts'

const SOUND = `望川区2026年民生实事任务分解

一、教育惠民
1.新建公办幼儿园3所，新增学位900个。（牵头单位：区教育局；责任单位：区财政局、区住建局；完成时限：8月底前）
2.改造农贸市场5个。（区商务局牵头，各镇（街道）配合，2026年9月30日前完成）`
const ROWS = [
  '新建公办幼儿园3所 | 区教育局 | 区财政局、区住建局 | 2026-08-31',
  '改造农贸市场5个 | 区商务局 | 各镇（街道） | 2026-09-30',
]

const rowsOf = async (content: Uint8Array | string, planYear: number | null = 2026) =>
  (await draftFile({ content, planYear })).document.drafts.map(({ title, lead, supporting, deadline }) =>
    [
      title.replace(/[，,].*$/, ''),
      lead.join('、'),
      supporting.join('、').replaceAll('(', '（').replaceAll(')', '）'),
      deadline ?? '-',
    ].join(' | '),
  )

/** GB18030, as far as two bytes reach: every character that decodes from a pair of bytes. */
function toGb(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030')
  const pairs = new Map<string, [number, number]>()
  for (let first = 0x81; first <= 0xfe; first++)
    for (let second = 0x40; second <= 0xfe; second++)
      if (second !== 0x7f) pairs.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
  return Uint8Array.from(
    [...text].flatMap((char) => (char < '\u0080' ? [char.charCodeAt(0)] : (pairs.get(char) ?? [0x3f]))),
  )
}
const little = (text: string) => Buffer.from(text, 'utf16le')
const big = (text: string) => Buffer.from(little(text)).swap16()
const marked = (...bytes: number[]) => Buffer.from(bytes)

describe('the same tasks in every encoding', () => {
  test.each<[string, Uint8Array]>([
    ['UTF-8', Buffer.from(SOUND)],
    ['UTF-8 with its mark', Buffer.concat([marked(0xef, 0xbb, 0xbf), Buffer.from(SOUND)])],
    ['UTF-16, little end first', Buffer.concat([marked(0xff, 0xfe), little(SOUND)])],
    ['UTF-16, big end first', Buffer.concat([marked(0xfe, 0xff), big(SOUND)])],
    ['UTF-16 without a mark', little(SOUND)],
    ['UTF-16 big end first without a mark', big(SOUND)],
    ['GB18030', toGb(SOUND)],
    ['GB18030 with lines of Windows', toGb(SOUND.replaceAll('\n', '\r\n'))],
  ])('%s', async (_, bytes) => expect(await rowsOf(bytes)).toEqual(ROWS))
})

describe('the same tasks through every damage', () => {
  const tailed = SOUND.replaceAll('区', '區(qū)').replaceAll('务', '務(wù)').replaceAll('单', '單(dān)')
  test.each<[string, string]>([
    ['toned pinyin behind characters', tailed],
    ['toneless pinyin, twice', SOUND.replaceAll('区', '區(qu)(qu)').replaceAll('财', '財(cai)(cai)')],
    ['a blank in the bracket', SOUND.replaceAll('区', '區(qū )').replaceAll('责', '責（ zé）')],
    ['capitals and combining tones', SOUND.replaceAll('区', '區(qu\u0304)').replaceAll('业', '業(ye\u0300)')],
    [
      'traditional characters',
      SOUND.replace(
        /[区务单财责导纪实园学农场业镇现标时级设间国产]/g,
        (char) =>
          ({
            区: '區',
            务: '務',
            单: '單',
            财: '財',
            责: '責',
            实: '實',
            园: '園',
            学: '學',
            农: '農',
            场: '場',
            镇: '鎮',
            时: '時',
          })[char] ?? char,
      ),
    ],
    [
      'radicals that look like words, as fonts of PDFs name them',
      SOUND.replace(/[长月日]/g, (word) => ({ 长: '\u2ed3', 月: '\u2f49', 日: '\u2f47' })[word] ?? word),
    ],
    ['doubled marks', SOUND.replaceAll('。', '。。').replaceAll('，', ',，').replaceAll('；', '；；')],
    ['half width', SOUND.replace(/[（），：；]/g, (mark) => '(),:;'['（），：；'.indexOf(mark)] ?? mark)],
    ['full-width figures', SOUND.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))],
    ['blanks of every width', SOUND.replaceAll('单位：', '单位：\u00a0\u3000').replaceAll('1.', '1.\u200b')],
  ])('%s', async (_, text) =>
    expect((await rowsOf(text)).map((row) => row.normalize('NFKC'))).toEqual(ROWS.map((row) => row.normalize('NFKC'))),
  )

  test('years and measures as Taiwan writes them', async () => {
    const text = `望川區民國115年工作計畫

1.鋪設污水管線3600公尺。（牽頭單位：區水務局；完成時限：民國115年9月30日前）`
    expect(await rowsOf(text, null)).toEqual(['铺设污水管线3600公尺 | 区水务局 |  | 2026-09-30'])
    const [draft] = (await draftFile({ content: text, planYear: null })).document.drafts
    expect(draft?.target).toMatchObject({ value: 3600, unit: '米' })
  })

  test.each([
    ['?，F(xiàn)將任務分解如下：1.新建公園3座。(區城管局牽頭)\n2.改造農貿市場5個?，M(jìn)一步推進。'],
    [`${SOUND}\n3.新建公园3座\ufffd\ufffd（区城管局牵头）`],
    ['锟斤拷任务：1.新建公园3座。（区城管局牵头）锟斤拷'],
  ])('what cannot be mended is said: %s', async (text) => {
    expect((await draftFile({ content: text, planYear: 2026 })).source.notices).toContain('mojibake')
  })
})
