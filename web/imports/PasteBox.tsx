import { useState } from 'react'
import { useText } from '#web/text.tsx'
import { LongTextField, TextField } from '#web/ui/TextField.tsx'
import { importsText } from './imports.text.ts'

type Props = { onText: (name: string, bytes: Uint8Array) => void; isBusy: boolean }

/** Pasted text is read like a text file and kept as one. */
export function PasteBox({ onText, isBusy }: Props) {
  const { list: text } = useText(importsText)
  const [words, setWords] = useState('')
  const [name, setName] = useState('')
  const read = () => {
    if (words.trim() === '') return
    const given = name.trim() || words.trim().split('\n')[0]?.slice(0, 40) || text.pasteDefault
    onText(`${given.replace(/\.txt$/i, '')}.txt`, new TextEncoder().encode(words))
  }
  return (
    <section className="paste">
      <h2>{text.paste}</h2>
      <form className="form" action={read} noValidate>
        <LongTextField label={text.pasteLabel} value={words} rows={5} onChange={setWords} />
        <div className="row">
          <TextField label={text.pasteName} value={name} need="optional" maxLength={200} onChange={setName} />
          <button type="submit" className="btn" disabled={isBusy || words.trim() === ''}>
            {text.read}
          </button>
        </div>
      </form>
    </section>
  )
}
