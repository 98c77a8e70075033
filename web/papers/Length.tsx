import { CHARACTERS_A_MINUTE, type LengthKind, lengthOf } from '#domain/papers/length.ts'
import { useText } from '../text.tsx'
import { papersText } from './papers.text.ts'

/** How long a text is against what papers of its kind may have, and how long it takes to say. */
export function Length({ text, kind }: { text: string; kind: LengthKind }) {
  const words = useText(papersText)
  const { characters, limit, over, minutes } = lengthOf(text, kind)
  return (
    <p className={over > 0 ? 'notice amber' : 'second'} role={over > 0 ? 'status' : undefined}>
      {words.length(characters, limit)}
      {over > 0 && (
        <>
          {'　'}
          <b>{words.over(over)}</b>
        </>
      )}
      {'　'}
      <span title={words.basis(CHARACTERS_A_MINUTE)}>{words.minutes(minutes)}</span>
    </p>
  )
}
