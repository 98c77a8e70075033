import { useState } from 'react'
import type { DifficultyPage } from '#domain/difficulties/difficulties.contract.ts'
import type { DifficultyStep } from '#domain/difficulties/table.ts'
import { useText } from '../text.tsx'
import { RefusedButton } from '../ui/RefusedButton.tsx'
import { difficultiesText } from './difficulties.text.ts'
import { DifficultyStepDialog } from './DifficultyStepDialog.tsx'

/** These take back or send away, and never stand out. */
const QUIET: readonly DifficultyStep[] = ['withdraw', 'object', 'passOn', 'refuse', 'raiseLevel', 'reopen']
/** Of others' steps these say who can: what a reader would look for. */
const EXPLAINED: readonly DifficultyStep[] = ['confirm', 'rule']

/** What the reader can do with the difficulty now; the solid one is what is waited for. */
export function DifficultySteps({ page }: { page: DifficultyPage }) {
  const text = useText(difficultiesText)
  const [asked, setAsked] = useState<DifficultyStep | null>(null)
  const allowed = page.steps.filter((one) => one.allowed).map(({ step }) => step)
  const refused = page.steps.filter(({ step, allowed: may }) => !may && EXPLAINED.includes(step))
  const solid = allowed.find((step) => !QUIET.includes(step))
  const inOrder = [...allowed].sort((a, b) => weight(a, solid) - weight(b, solid))
  return (
    <div className="actions subject-steps" role="group" aria-label={text.stepsLabel}>
      {allowed.length === 0 &&
        refused.map(({ step, refusal }) => (
          <RefusedButton key={step} label={text.steps[step]} why={refusal?.message ?? ''} />
        ))}
      {inOrder.map((step) => (
        <button
          key={step}
          type="button"
          className={step === solid ? 'btn solid' : 'btn'}
          onClick={() => setAsked(step)}
        >
          {text.steps[step]}
        </button>
      ))}
      {asked && <DifficultyStepDialog page={page} step={asked} onClose={() => setAsked(null)} />}
    </div>
  )
}

const weight = (step: DifficultyStep, solid: DifficultyStep | undefined): number =>
  step === solid ? 2 : QUIET.includes(step) ? 0 : 1
