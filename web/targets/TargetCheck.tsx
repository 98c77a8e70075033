import type { TargetLint } from '#domain/targets/lint.ts'
import type { Proposal } from '#domain/targets/proposals.ts'
import { useText } from '#web/text.tsx'
import { type TargetsText, targetsText } from './targets.text.ts'
import './targets.css'

type Props = {
  lint: TargetLint
  /** The office has said that the wording stands. */
  isAsWorded: boolean
  /** Writes a proposal into its cell; left out where nothing can be written. */
  onWrite?: ((proposal: Proposal) => void) | undefined
  onAsWorded?: ((isAsWorded: boolean) => void) | undefined
}

/** What a target lacks and what its own words offer: one line, and more for who opens it. Nothing where all is there. */
export function TargetCheck({ lint, isAsWorded, onWrite, onAsWorded }: Props) {
  const text = useText(targetsText)
  const { lacks, vague, indicators, proposals } = lint
  if (lacks.length === 0 && vague.length === 0 && proposals.length === 0 && indicators.length < 2) return null
  return (
    <details className={isAsWorded ? 'target-check taken' : 'target-check'}>
      <summary>
        <span>{text.title}</span>
        {'　'}
        <b>{isAsWorded ? text.taken : saidOf(lint, text)}</b>
      </summary>
      <ul>
        {lacks.map((lack) => (
          <li key={lack}>{text.lack[lack]}</li>
        ))}
        {vague.length > 0 && <li>{text.vague(vague)}</li>}
        {indicators.length > 1 && <li>{indicators.map((one) => text.indicator(one)).join('；')}</li>}
        {proposals.map((proposal) => (
          <li key={proposal.kind}>
            {sentenceOf(proposal, text)}
            {onWrite && proposal.kind !== 'measure' && (
              <button type="button" className="link" onClick={() => onWrite(proposal)}>
                {text.write}
              </button>
            )}
          </li>
        ))}
      </ul>
      {onAsWorded && (
        <label className="check">
          <input type="checkbox" checked={isAsWorded} onChange={() => onAsWorded(!isAsWorded)} />
          {text.asWorded}
        </label>
      )}
    </details>
  )
}

function saidOf({ lacks, vague, indicators, proposals }: TargetLint, text: TargetsText): string {
  const said = [lacks.length > 0 && text.lacks(lacks), vague.length > 0 && text.vague(vague)].filter(Boolean)
  if (said.length > 0) return said.join('；')
  const [first] = proposals
  return first && indicators.length < 2 ? sentenceOf(first, text) : text.numbers(indicators.length)
}

function sentenceOf(proposal: Proposal, { proposals }: TargetsText): string {
  switch (proposal.kind) {
    case 'target':
      return proposals.target(proposal)
    case 'measure':
      return proposals.measure(proposal)
    case 'steps':
      return proposals.steps(proposal)
    case 'evidence':
      return proposals.evidence(proposal)
  }
}
