import { useState } from 'react'
import { type PlanView, type ReportRule, updatePlan } from '#domain/plan/plan.contract.ts'
import { PeriodPreview } from '../burden/PeriodAsks.tsx'
import { useText } from '../text.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { useHeldNote } from '../ui/useHeldNote.tsx'
import { planText } from './plan.text.ts'

type Draft = { every: ReportRule['every']; opens: string; closes: string }

const draftOf = ({ every, opensOnLastWorkday, closesAfterWorkdays }: ReportRule): Draft => ({
  every,
  opens: String(opensOnLastWorkday),
  closes: String(closesAfterWorkdays),
})

const within = (text: string, from: number, to: number): number | null => {
  const value = /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN
  return value >= from && value <= to ? value : null
}

/** How often units report and when they can; working days. */
export function ReportRules({ plan }: { plan: PlanView }) {
  const text = useText(planText)
  const [draft, setDraft] = useState(() => draftOf(plan.reportRule))
  const update = useChange(updatePlan)
  const opens = within(draft.opens, 1, 20)
  const closes = within(draft.closes, 0, 20)
  const stored = draftOf(plan.reportRule)
  const isChanged = JSON.stringify(draft) !== JSON.stringify(stored)
  const isClosed = plan.state === 'closed'
  const heldNote = useHeldNote(draft, isChanged && !isClosed)
  const save = () => {
    if (opens === null || closes === null) return
    const reportRule = { every: draft.every, opensOnLastWorkday: opens, closesAfterWorkdays: closes }
    update.mutate({ params: { planId: plan.id }, body: { reportRule } })
  }
  return (
    <fieldset className="stack" disabled={isClosed}>
      <Segmented
        label={text.every}
        value={draft.every}
        segments={[
          { value: 'quarter', label: text.quarter },
          { value: 'month', label: text.month },
        ]}
        onChange={(every) => setDraft({ ...draft, every })}
      />
      <div className="field-row">
        <TextField
          label={text.opens}
          inputMode="numeric"
          value={draft.opens}
          hint={opens === null ? undefined : text.opensHint(opens)}
          error={opens === null ? text.numberUnread(1, 20) : undefined}
          onChange={(value) => setDraft({ ...draft, opens: value })}
        />
        <TextField
          label={text.closes}
          inputMode="numeric"
          value={draft.closes}
          hint={closes === null ? undefined : text.closesHint(closes)}
          error={closes === null ? text.numberUnread(0, 20) : undefined}
          onChange={(value) => setDraft({ ...draft, closes: value })}
        />
      </div>
      <Refused error={update.error} />
      {isChanged && opens !== null && closes !== null && (
        <PeriodPreview
          planId={plan.id}
          rule={{ every: draft.every, opensOnLastWorkday: opens, closesAfterWorkdays: closes }}
        />
      )}
      {heldNote}
      {isChanged && (
        <div className="row save-row">
          <button
            type="button"
            className="btn solid"
            disabled={opens === null || closes === null || update.isPending}
            onClick={save}
          >
            {text.save}
          </button>
          <button type="button" className="btn" onClick={() => setDraft(stored)}>
            {text.undo}
          </button>
          <span className="text-13 second">{text.ruleNote}</span>
        </div>
      )}
    </fieldset>
  )
}
