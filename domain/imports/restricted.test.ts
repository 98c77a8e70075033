import { expect, test } from 'vitest'
import { isRestricted } from './restricted.ts'

test.each([
  ['秘密★1年\n望川区委文件\n…', true],
  ['绝密\n望川区委文件', true],
  ['内部资料  注意保存\n望川区2026年工作要点', true],
  [`望川区工作方案\n${'一、工作。'.repeat(900)}\n（此件不公开）`, true],
  ['望川区2026年工作要点\n1.加强商业秘密保护培训4场。（区市场监管局牵头）', false],
  ['望川区2026年工作要点\n1.开展机密设备检修2次。', false],
])('%.20s… is restricted: %s', (text, expected) => {
  expect(isRestricted(text)).toBe(expected)
})
