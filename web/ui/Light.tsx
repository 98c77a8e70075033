import type { Light as Kind } from '#domain/lights/light.ts'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'
import { GLYPHS } from './stone.ts'

/** The light's shape alone. Only beside its word, or where the word is read aloud. */
export function Glyph({ kind }: { kind: Kind }) {
  return (
    <svg className={`glyph ${kind}`} viewBox="-8 -8 16 16" aria-hidden="true">
      <path d={GLYPHS[kind]} />
    </svg>
  )
}

type Props = {
  kind: Kind
  /** Another word for the same light, such as 中止 for a grey one. */
  word?: string | undefined
}

/** A light as lists show it: shape and word, so that it never speaks by colour alone. */
export function Light({ kind, word }: Props) {
  const { lights } = useText(kitText)
  return (
    <span className={`light ${kind}`}>
      <Glyph kind={kind} />
      {word ?? lights[kind]}
    </span>
  )
}
