import { type TellProgress, untold } from '#domain/imports/progress.ts'
import type { ReceivedText } from '#domain/imports/source.ts'
import { Refusal } from '#domain/refusal.ts'
import { readDocx, wordPart } from './readDocx.ts'
import { readHtml } from './readHtml.ts'
import { readPdf } from './readPdf.ts'
import { readText } from './readText.ts'
import { readXlsx } from './readXlsx.ts'
import { openZip } from './zip.ts'

/** The largest file taken, in bytes. */
const MOST_FILE_BYTES = 20 * 1024 * 1024

const startsWith = (bytes: Uint8Array, signs: readonly number[]) => signs.every((sign, at) => bytes[at] === sign)
const ascii = (text: string) => Array.from(text, (char) => char.charCodeAt(0))

const PICTURES = [
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  ascii('GIF8'),
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
]
const OTHERS = [
  ascii('{\\rtf'),
  ascii('7z\u00bc\u00af'),
  ascii('Rar!'),
  [0x1f, 0x8b],
  [0x7f, 0x45, 0x4c, 0x46],
  ascii('MZ\u0090'),
]
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

/** Names within an OLE container are UTF-16: a password-protected docx or xlsx holds EncryptedPackage. */
function refuseOle(bytes: Uint8Array): never {
  const names = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (name: string) => names.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) throw new Refusal('file_encrypted')
  if (has('WordDocument')) throw new Refusal('file_old_word')
  if (has('Workbook') || has('Book')) throw new Refusal('file_old_excel')
  throw new Refusal('file_type_unknown')
}

function readContainer(bytes: Uint8Array, tell: TellProgress): ReceivedText {
  const zip = openZip(bytes)
  if (wordPart(zip) !== null) return readDocx(zip)
  if (zip.names.has('xl/workbook.xml')) return readXlsx(zip, tell)
  throw new Refusal('file_type_unknown')
}

const HTML =
  /^\s*(?:<\?xml[^>]*\?>\s*)?(?:<!--(?:(?!-->)[\s\S])*-->\s*)*<(?:!doctype html|html|head|body|div|table|p|meta|section|article|h[1-6]|span|center)[\s>]/i

// Some programs put a few bytes before the mark.
const isPdf = (bytes: Uint8Array) =>
  startsWith(bytes, ascii('%PDF')) || Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-1.')

/**
 * Bytes of any file → its text and lines, PDF included. Refusals: those of `readFileBytes`, and `file_pdf_scan`; never
 * `file_pdf`.
 */
export async function readDocument(bytes: Uint8Array, tell: TellProgress = untold): Promise<ReceivedText> {
  return bytes.length <= MOST_FILE_BYTES && isPdf(bytes) ? readPdf(bytes) : readFileBytes(bytes, tell)
}

/**
 * Bytes of a file → its text and lines, at once. What it is is found in the bytes, never in the name.
 * Refusals: `file_too_large`, `file_empty`, `file_type_unknown`, `file_old_word`, `file_old_excel`, `file_pdf`,
 * `file_picture`, `file_encrypted`, `file_zip_bomb`, `file_broken`, `file_not_text`.
 */
export function readFileBytes(bytes: Uint8Array, tell: TellProgress = untold): ReceivedText {
  if (bytes.length === 0) throw new Refusal('file_empty')
  if (bytes.length > MOST_FILE_BYTES) {
    const megabytes = (count: number) => Math.ceil(count / (1024 * 1024))
    throw new Refusal('file_too_large', { size: megabytes(bytes.length), limit: megabytes(MOST_FILE_BYTES) })
  }
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06]))
    return readContainer(bytes, tell)
  if (startsWith(bytes, OLE)) refuseOle(bytes)
  if (isPdf(bytes)) throw new Refusal('file_pdf')
  if (PICTURES.some((signs) => startsWith(bytes, signs))) throw new Refusal('file_picture')
  if (OTHERS.some((signs) => startsWith(bytes, signs))) throw new Refusal('file_type_unknown')
  const received = readText(bytes)
  return HTML.test(received.text.slice(0, 4000)) ? readHtml(received.text) : received
}

/** A pasted text, bounded like a file. Refusals: `file_too_large`, `file_empty`, `file_not_text`. */
export function readPasted(text: string): ReceivedText {
  return readText(new TextEncoder().encode(text))
}
