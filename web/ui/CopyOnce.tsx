import { useRef, useState } from 'react'
import { kitText } from '#web/text/kit.text.ts'
import { useText } from '#web/text.tsx'

type State = 'shown' | 'copied' | 'byHand'

/** A secret that is shown this once: a token, a first password. Offices on plain http copy it by hand. */
export function CopyOnce({ label, secret }: { label: string; secret: string }) {
  const text = useText(kitText)
  const [state, setState] = useState<State>('shown')
  const shown = useRef<HTMLElement>(null)
  const select = () => {
    if (shown.current) getSelection()?.selectAllChildren(shown.current)
  }
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(secret)
      setState('copied')
    } catch {
      select()
      setState('byHand')
    }
  }
  return (
    <div className="field">
      <span className="label">{label}</span>
      <div className="secret">
        <code ref={shown}>{secret}</code>
        <button type="button" className="btn small" onClick={() => void copy()}>
          {state === 'copied' ? text.copied : text.copy}
        </button>
      </div>
      <p className="hint" role="status">
        {state === 'byHand' ? text.copyByHand : text.copyOnce}
      </p>
    </div>
  )
}
