import { useState } from 'react'
import { useSession } from '#web/shell/session.tsx'
import { useText } from '#web/text.tsx'
import { tabStore } from '#web/ui/storage.ts'
import { LongTextField, TextField } from '#web/ui/TextField.tsx'
import { importsText } from './imports.text.ts'

type Props = {
  /** `done` is called when the text was read and kept. */
  onText: (name: string, bytes: Uint8Array, done: () => void) => void
  isBusy: boolean
}

/** Pasted text is read like a text file and kept as one; until then it outlives a reload and a look at another page. */
export function PasteBox({ onText, isBusy }: Props) {
  const { list: text } = useText(importsText)
  const { person } = useSession()
  const place = `yipanqi.pasted.${person.id}`
  const [words, setWords] = useState(() => tabStore.getItem(place) ?? '')
  const write = (next: string) => {
    setWords(next)
    tabStore.setItem(place, next)
  }
  const [name, setName] = useState('')
  const read = () => {
    if (words.trim() === '') return
    const given = name.trim() || words.trim().split('\n')[0]?.slice(0, 40) || text.pasteDefault
    onText(`${given.replace(/\.txt$/i, '')}.txt`, new TextEncoder().encode(words), () => tabStore.removeItem(place))
  }
  return (
    <section className="paste">
      <h2>{text.paste}</h2>
      <form className="form" action={read} noValidate>
        <LongTextField label={text.pasteLabel} value={words} rows={5} onChange={write} />
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
