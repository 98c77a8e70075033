import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { createImport, getImportReading, stopImportReading } from '#domain/imports/imports.contract.ts'
import type { ReadingProgress } from '#domain/imports/progress.ts'
import { call } from '#web/api.ts'

/** Between two questions how far the reading is. */
const ASK_EVERY_MS = 700

/** A name for a reading; `crypto.randomUUID` is not there for pages that came over plain HTTP. */
export function newReadingId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

type File = { readingId: string; name: string; planId: string | null; bytes: Blob | Uint8Array }

/** Sends a file to be read, and can stop it: the server then reads no further and keeps nothing. */
export function useReading() {
  const client = useQueryClient()
  const leaving = useRef<AbortController | null>(null)
  const sending = useMutation({
    mutationFn: ({ readingId, name, planId, bytes }: File) => {
      leaving.current = new AbortController()
      const query = { name, readingId, ...(planId && { planId }) }
      return call(createImport, { query, bytes: bytes as Blob }, leaving.current.signal)
    },
    onSuccess: () => client.invalidateQueries(),
  })
  const stop = () => {
    const readingId = sending.variables?.readingId
    leaving.current?.abort()
    // A proxy may keep the connection open behind an asker who has gone; what is said of the reading reaches its server.
    if (readingId) void call(stopImportReading, { params: { readingId } }).catch(() => undefined)
    sending.reset()
  }
  return { ...sending, stop }
}

/** How far a reading is; null until the server knows. */
export function useProgress(readingId: string): ReadingProgress | null {
  const { data } = useQuery({
    queryKey: [getImportReading.operationId, readingId],
    queryFn: ({ signal }) => call(getImportReading, { params: { readingId } }, signal),
    refetchInterval: ASK_EVERY_MS,
    retry: false,
    gcTime: 0,
  })
  return data?.progress ?? null
}
