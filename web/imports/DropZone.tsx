import { type DragEvent, useRef, useState } from 'react'
import { useText } from '#web/text.tsx'
import { importsText } from './imports.text.ts'

const ACCEPTED = '.docx,.pdf,.xlsx,.html,.htm,.txt,.md'
type Props = { onFile: (file: File) => void; isBusy: boolean }

/** A place to drop a file, with a button for who does not drag. */
export function DropZone({ onFile, isBusy }: Props) {
  const { list: text } = useText(importsText)
  const [isOver, setOver] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file) onFile(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <section
      className={isOver ? 'drop over' : 'drop'}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h2>{text.drop}</h2>
      <p className="second">{text.types}</p>
      <p className="second">{text.secret}</p>
      <button type="button" className="btn solid" disabled={isBusy} onClick={() => input.current?.click()}>
        {text.choose}
      </button>
      <input
        ref={input}
        type="file"
        accept={ACCEPTED}
        hidden
        onChange={(event) => {
          take(event.target.files)
          event.target.value = ''
        }}
      />
    </section>
  )
}
