import { inflateRawSync } from 'node:zlib'
import { Refusal } from '#domain/refusal.ts'

/*
 * A reader for the zip containers of Word and Excel that trusts nothing: entries, sizes and ratios are bounded
 * before anything is inflated, and inflating itself stops at the bound.
 */

const MOST_ENTRIES = 3000
const MOST_BYTES_OF_ONE = 150 * 1024 * 1024
const MOST_BYTES = 250 * 1024 * 1024
// Office parts are wordy XML: a hundredfold is common, a thousandfold is an attack.
const MOST_RATIO = 400
const SMALL = 4 * 1024 * 1024

interface ZipEntry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly offset: number
  readonly encrypted: boolean
}

export interface ZipFile {
  readonly names: ReadonlySet<string>
  /** The text of an entry, or null where there is none of that name. Throws `file_broken`, `file_zip_bomb`. */
  readonly text: (name: string) => string | null
}

const END_OF_DIRECTORY = 0x06054b50
const DIRECTORY_ENTRY = 0x02014b50
const LOCAL_HEADER = 0x04034b50

function findEnd(view: DataView): number {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at--) if (view.getUint32(at, true) === END_OF_DIRECTORY) return at
  throw new Refusal('file_broken')
}

function readDirectory(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = findEnd(view)
  const count = view.getUint16(end + 10, true)
  if (count > MOST_ENTRIES) throw new Refusal('file_zip_bomb')
  const entries: ZipEntry[] = []
  let at = view.getUint32(end + 16, true)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Refusal('file_broken')
    const nameLength = view.getUint16(at + 28, true)
    entries.push({
      name: new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/'),
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
    })
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return entries
}

function checkBounds(entries: readonly ZipEntry[]): void {
  if (entries.some((entry) => entry.encrypted)) throw new Refusal('file_encrypted')
  let total = 0
  for (const entry of entries) {
    total += entry.size
    const swollen = entry.size > SMALL && entry.size > entry.packed * MOST_RATIO
    if (entry.size > MOST_BYTES_OF_ONE || swollen) throw new Refusal('file_zip_bomb')
  }
  if (total > MOST_BYTES) throw new Refusal('file_zip_bomb')
}

function inflate(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (entry.offset + 30 > bytes.length || view.getUint32(entry.offset, true) !== LOCAL_HEADER) {
    throw new Refusal('file_broken')
  }
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true)
  const packed = bytes.subarray(start, start + entry.packed)
  if (entry.method === 0) return packed
  if (entry.method !== 8) throw new Refusal('file_broken')
  try {
    // The size in the directory is only a claim: one byte more than claimed is a lie, and inflating stops there.
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.size) })
  } catch (error) {
    const tooLong =
      error instanceof RangeError ||
      (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
    throw new Refusal(tooLong ? 'file_zip_bomb' : 'file_broken')
  }
}

/** Opens a zip container. Throws `file_broken`, `file_encrypted`, `file_zip_bomb`. */
export function openZip(bytes: Uint8Array): ZipFile {
  const entries = readDirectory(bytes)
  checkBounds(entries)
  const byName = new Map(entries.map((entry) => [entry.name, entry]))
  return {
    names: new Set(byName.keys()),
    text: (name) => {
      const entry = byName.get(name)
      return entry ? decodeXml(inflate(bytes, entry)) : null
    },
  }
}

function decodeXml(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  return new TextDecoder().decode(bytes)
}
