import { useState } from 'react'
import type { Part } from '#domain/imports/answers.ts'
import type { DraftView } from '#domain/imports/drafts.contract.ts'
import { useText } from '#web/text.tsx'
import { Dialog } from '#web/ui/Dialog.tsx'
import { LongTextField } from '#web/ui/TextField.tsx'
import { importsText } from './imports.text.ts'

const FORM = 'split'

/** The sentences of a row's full wording, as a first proposal of its parts. */
function proposedParts({ doubts, text, cells }: DraftView): string[] {
  const two = doubts.find(({ code }) => code === 'two_tasks')
  if (two) return two.choices.map(({ label }) => label)
  const sentences = text
    .split(/[。；]/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.length > 3)
  return sentences.length > 1 ? sentences.slice(0, 10) : [cells.title, '']
}

type Props = { draft: DraftView; onSplit: (into: Part[]) => void; onClose: () => void }

/** Makes several rows of one. */
export function SplitDialog({ draft, onSplit, onClose }: Props) {
  const { splitting: text } = useText(importsText)
  const [parts, setParts] = useState(() => proposedParts(draft))
  const titles = parts.map((part) => part.trim().replace(/[，；：、。]+$/, '')).filter((part) => part !== '')
  const isEnough = titles.length > 1
  const split = () => {
    if (isEnough) onSplit(titles.map((title) => ({ title })))
  }
  const foot = (
    <>
      {!isEnough && <span className="missing-list">{text.tooFew}</span>}
      <button type="button" className="btn" onClick={onClose}>
        {text.cancel}
      </button>
      <button type="submit" form={FORM} className="btn solid" disabled={!isEnough}>
        {text.action}
      </button>
    </>
  )
  return (
    <Dialog title={text.title} onClose={onClose} size="wide" foot={foot}>
      <form id={FORM} className="form" action={split} noValidate>
        <p className="second">{text.note}</p>
        {parts.map((part, index) => (
          <LongTextField
            // oxlint-disable-next-line react/no-array-index-key -- parts have no names of their own and never change places
            key={index}
            label={text.part(index + 1)}
            value={part}
            rows={2}
            maxLength={500}
            onChange={(words) => setParts(parts.map((other, at) => (at === index ? words : other)))}
          />
        ))}
        <p>
          <button type="button" className="btn small" onClick={() => setParts([...parts, ''])}>
            {text.add}
          </button>
        </p>
      </form>
    </Dialog>
  )
}
