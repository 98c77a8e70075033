import type { ReceivedText, SourceNotice } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'

/** UTF-8, UTF-16 with or without its mark, or GB18030, found by what the bytes allow. */
export function decodeText(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  const wide = wideWithoutMark(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeLegacy(bytes)
  }
}

/** A text that is UTF-8 but for a few bytes stays UTF-8; else it is GB18030, which has an answer for nearly any bytes. */
function decodeLegacy(bytes: Uint8Array): string {
  const utf8 = new TextDecoder().decode(bytes)
  const gb = new TextDecoder('gb18030').decode(bytes)
  return countOf(utf8, '\ufffd') <= countOf(gb, '\ufffd') && commonShare(utf8) > commonShare(gb) ? utf8 : gb
}

const countOf = (text: string, char: string) => text.split(char).length - 1

/** The share of everyday Chinese among all Chinese characters: a wrong decoding has hardly any. */
function commonShare(text: string): number {
  const han = text.slice(0, 20_000).match(/[\u4e00-\u9fff]/g)?.length ?? 0
  const common =
    text
      .slice(0, 20_000)
      .match(/[的一是在不了有和人这中大为上个国我以要他工作市区县局政府委年月日建设关于单位责任完成部门]/g)?.length ?? 0
  return han === 0 ? 0 : common / han
}

// No text of one-byte units holds a zero byte; which side the zeros stand on is found by which reading makes sense.
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = bytes.subarray(0, Math.min(bytes.length & ~1, 8192))
  if (sample.length < 8 || !sample.includes(0)) return null
  const shareAs = (encoding: string) => commonShare(new TextDecoder(encoding).decode(sample))
  const little = shareAs('utf-16le')
  const big = shareAs('utf-16be')
  if (Math.max(little, big) < 0.02) return null
  return little >= big ? 'utf-16le' : 'utf-16be'
}

/** Whether the characters are noise rather than words: control codes, replacement marks, unassigned ones. */
function isNoise(text: string): boolean {
  const sample = text.slice(0, 50_000)
  // oxlint-disable-next-line no-control-regex -- control codes are what is looked for
  const noise = sample.match(/[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ue000-\uf8ff]/g)?.length ?? 0
  return noise > sample.length * 0.02
}

/** Reads a plain text. Throws `file_not_text`, `file_empty`. */
export function readText(bytes: Uint8Array): ReceivedText {
  const text = decodeText(bytes).replace(/^\ufeff/, '')
  if (isNoise(text)) throw new Refusal('file_not_text')
  if (text.trim() === '') throw new Refusal('file_empty')
  const notices: SourceNotice[] = []
  return { text, notices }
}
