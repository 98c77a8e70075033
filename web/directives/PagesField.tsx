import { useRef, useState } from 'react'
import { z } from 'zod'
import { uploadDirectivePage } from '#domain/directives/directives.contract.ts'
import { MOST_PAGES, PAGE_TYPES } from '#domain/directives/pages.ts'
import { call } from '../api.ts'
import { useText } from '../text.tsx'
import { Refused } from '../ui/Refused.tsx'
import { directivesText } from './directives.text.ts'

/** A page that is uploaded and belongs to no directive yet. */
export const UploadedPage = z.object({ id: z.uuid(), name: z.string(), size: z.number() })
export type UploadedPage = z.infer<typeof UploadedPage>

type Props = { pages: readonly UploadedPage[]; onChange: (pages: UploadedPage[]) => void }

const inMegabytes = (size: number): string => `${Math.max(0.1, Math.round(size / 104_857.6) / 10)} MB`

/** Scans or photos, uploaded one after another as they are chosen; a telephone offers its camera. */
export function PagesField({ pages, onChange }: Props) {
  const text = useText(directivesText)
  const input = useRef<HTMLInputElement>(null)
  const [uploading, setUploading] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  const send = async (files: readonly File[]) => {
    setError(null)
    const kept = [...pages]
    try {
      for (const file of files.slice(0, MOST_PAGES - pages.length)) {
        setUploading(file.name)
        kept.push(await call(uploadDirectivePage, { query: { name: file.name }, bytes: file }))
        onChange([...kept])
      }
    } catch (problem) {
      setError(problem instanceof Error ? problem : new Error(String(problem)))
    } finally {
      setUploading(null)
    }
  }
  return (
    <div className="field pages-field">
      <span className="label">{text.original}</span>
      {pages.length > 0 && (
        <ol>
          {pages.map(({ id, name, size }) => (
            <li key={id}>
              <span className="name">{name}</span>
              <span className="quiet">{inMegabytes(size)}</span>
              <button
                type="button"
                className="btn small"
                aria-label={text.removePage(name)}
                onClick={() => onChange(pages.filter((page) => page.id !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ol>
      )}
      <button
        type="button"
        className="btn"
        disabled={uploading !== null || pages.length >= MOST_PAGES}
        onClick={() => input.current?.click()}
      >
        {uploading === null ? text.addPage : text.uploading(uploading)}
      </button>
      <input
        ref={input}
        type="file"
        accept={PAGE_TYPES.join(',')}
        multiple
        hidden
        onChange={(event) => {
          void send([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      <p className="hint">{text.pagesHint}</p>
      <Refused error={error} />
    </div>
  )
}
