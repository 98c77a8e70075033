import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { createImport } from '#domain/imports/imports.contract.ts'
import { useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { DropZone } from './DropZone.tsx'
import { ImportList } from './ImportList.tsx'
import { importsText } from './imports.text.ts'
import { PasteBox } from './PasteBox.tsx'
import './imports.css'

/** Where documents come in: drop, choose or paste; below, what was read before. */
export function ImportsPage() {
  const { list: text } = useText(importsText)
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const create = useChange(createImport)
  const read = (file: { name: string; bytes: File | Uint8Array }) => {
    if (create.isPending) return
    setName(file.name)
    create.mutate(
      { query: { name: file.name }, bytes: file.bytes },
      { onSuccess: ({ id }) => void navigate({ to: '/imports/$importId', params: { importId: id } }) },
    )
  }
  return (
    <div className="page narrow imports">
      <div className="title">
        <h1>{text.title}</h1>
        <span className="second">{text.note}</span>
      </div>
      <div role="status" className="reading">
        {create.isPending && <p className="notice">{text.reading(name)}</p>}
      </div>
      {create.error && (
        <div className="stack">
          <p className="strong">{text.failed(name)}</p>
          <Refused error={create.error} />
        </div>
      )}
      <div className="ways-in">
        <DropZone onFile={(file) => read({ name: file.name, bytes: file })} isBusy={create.isPending} />
        <PasteBox onText={(given, words) => read({ name: given, bytes: words })} isBusy={create.isPending} />
      </div>
      <ImportList />
    </div>
  )
}
