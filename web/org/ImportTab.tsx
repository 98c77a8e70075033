import { useRef, useState, type DragEvent } from 'react'
import { createOrgImport, getOrgTemplate, previewOrgImport } from '#domain/org/org-import.contract.ts'
import { addressOf } from '#web/api.ts'
import { orgText } from '#web/text/org.text.ts'
import { useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { ImportedAccounts } from './ImportedAccounts.tsx'
import { ImportPreview } from './ImportPreview.tsx'

/** Units and people from a file: template, check, confirm. */
export function ImportTab() {
  const { importing: text } = useText(orgText)
  const preview = useChange(previewOrgImport)
  const confirm = useChange(createOrgImport)
  const [file, setFile] = useState<File | null>(null)
  const choose = (chosen: File) => {
    setFile(chosen)
    confirm.reset()
    preview.mutate({ query: { name: chosen.name }, bytes: chosen })
  }
  const again = () => {
    setFile(null)
    preview.reset()
    confirm.reset()
  }
  const send = () => {
    if (file && preview.data) confirm.mutate({ query: { name: file.name, digest: preview.data.digest }, bytes: file })
  }
  return (
    <div className="stack">
      <p>{text.intro}</p>
      <Templates />
      {!confirm.data && <FilePlace name={file?.name} onChoose={choose} />}
      {preview.isPending && <p className="waiting">{text.reading}</p>}
      <Refused error={confirm.error ?? preview.error} />
      {preview.data && !preview.isPending && !confirm.data && (
        <ImportPreview preview={preview.data} pending={confirm.isPending} onConfirm={send} />
      )}
      {confirm.data && <ImportedAccounts done={confirm.data} onAnother={again} />}
    </div>
  )
}

function Templates() {
  const { importing: text } = useText(orgText)
  const link = (query: { format: 'xlsx' | 'csv'; list?: 'units' | 'people' }, words: string) => (
    <a className="link" href={addressOf(getOrgTemplate, { query })} download>
      {words}
    </a>
  )
  return (
    <p className="facts">
      <span>{text.template}</span>
      {link({ format: 'xlsx' }, text.xlsx)}
      {link({ format: 'csv', list: 'units' }, text.csvUnits)}
      {link({ format: 'csv', list: 'people' }, text.csvPeople)}
    </p>
  )
}

function FilePlace({ name, onChoose }: { name: string | undefined; onChoose: (file: File) => void }) {
  const { importing: text } = useText(orgText)
  const input = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const [file] = event.dataTransfer.files
    if (file) onChoose(file)
  }
  const hover = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={over ? 'drop-place over' : 'drop-place'}
      onDrop={drop}
      onDragOver={hover}
      onDragLeave={() => setOver(false)}
    >
      <p>{name ?? text.drop}</p>
      <input
        ref={input}
        type="file"
        accept=".xlsx,.csv"
        hidden
        onChange={(event) => {
          const [file] = event.target.files ?? []
          if (file) onChoose(file)
          event.target.value = '' // the same file, corrected, can be chosen again
        }}
      />
      <button type="button" className="btn" onClick={() => input.current?.click()}>
        {name ? text.another : text.choose}
      </button>
      <p className="quiet text-12">{text.chooseHint}</p>
    </div>
  )
}
