import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { meetingStepRule, type MeetingStep } from '#domain/meetings/life.ts'
import {
  beginMeeting,
  callMeetingOff,
  endMeeting,
  freezeMeeting,
  goOnWithMeeting,
  type MeetingPage,
  openCollecting,
  thawMeeting,
} from '#domain/meetings/meetings.contract.ts'
import { circulateMinutes, closeFollowUp, issueMinutes, takeMinutesBack } from '#domain/meetings/minutes.contract.ts'
import { call } from '../api.ts'
import { useKept } from '../shell/useKept.ts'
import { useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { KeptWords, NO_WORDS } from './keptWords.ts'
import { meetingsText } from './meetings.text.ts'

type Taking = { step: MeetingStep; reason: string }

/** How each step is sent. */
const CALLS: Record<MeetingStep, (meetingId: string, reason: string) => Promise<unknown>> = {
  openCollecting: (meetingId) => call(openCollecting, { params: { meetingId }, body: {} }),
  freeze: (meetingId) => call(freezeMeeting, { params: { meetingId }, body: {} }),
  thaw: (meetingId, reason) => call(thawMeeting, { params: { meetingId }, body: { reason } }),
  begin: (meetingId) => call(beginMeeting, { params: { meetingId }, body: {} }),
  end: (meetingId) => call(endMeeting, { params: { meetingId }, body: {} }),
  goOn: (meetingId, reason) => call(goOnWithMeeting, { params: { meetingId }, body: { reason } }),
  circulate: (meetingId) => call(circulateMinutes, { params: { meetingId }, body: {} }),
  takeBack: (meetingId, reason) => call(takeMinutesBack, { params: { meetingId }, body: { reason } }),
  issue: (meetingId) => call(issueMinutes, { params: { meetingId }, body: {} }),
  closeFollowUp: (meetingId) => call(closeFollowUp, { params: { meetingId }, body: {} }),
  callOff: (meetingId, reason) => call(callMeetingOff, { params: { meetingId }, body: { reason } }),
}

/** Takes a step; everything on screen is read again after it. */
function useStep(meetingId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ step, reason }: Taking) => CALLS[step](meetingId, reason),
    onSuccess: () => client.invalidateQueries(),
  })
}
/** Steps that lead on; the others go back or end it, and stand back. */
const ONWARD: readonly MeetingStep[] = [
  'openCollecting',
  'freeze',
  'begin',
  'end',
  'circulate',
  'issue',
  'closeFollowUp',
]

/** What can be done with the meeting now; what cannot says why. */
export function MeetingSteps({ meeting }: { meeting: MeetingPage }) {
  const [asking, setAsking] = useState<MeetingStep | null>(null)
  return (
    <>
      {meeting.steps.map(({ step, allowed, refusal }) => (
        <StepButton
          key={step}
          meeting={meeting}
          step={step}
          why={allowed ? null : (refusal?.message ?? '')}
          onAsk={() => setAsking(step)}
        />
      ))}
      {asking && <ReasonDialog meeting={meeting} step={asking} onClose={() => setAsking(null)} />}
    </>
  )
}

/** Opens the meeting from a screen of the room, for whoever may; what is in the way says so. */
export function BeginButton({ meeting }: { meeting: MeetingPage }) {
  const begin = meeting.steps.find(({ step }) => step === 'begin')
  if (!begin) return null
  const { allowed, refusal } = begin
  return <StepButton meeting={meeting} step="begin" why={allowed ? null : (refusal?.message ?? '')} />
}

type ButtonProps = { meeting: MeetingPage; step: MeetingStep; why: string | null; onAsk?: () => void }

function StepButton({ meeting, step, why, onAsk }: ButtonProps) {
  const { steps } = useText(meetingsText)
  const take = useStep(meeting.id)
  const act = () => (meetingStepRule(step).asksReason ? onAsk?.() : take.mutate({ step, reason: '' }))
  return (
    <>
      <button
        type="button"
        className={ONWARD.includes(step) ? 'btn solid' : 'btn'}
        disabled={why !== null || take.isPending}
        title={why ?? undefined}
        onClick={act}
      >
        {steps[step]}
      </button>
      {why !== null && ONWARD.includes(step) && <span className="second step-why on-screen-only">{why}</span>}
      <Refused error={take.error} />
    </>
  )
}

function ReasonDialog({ meeting, step, onClose }: { meeting: MeetingPage; step: MeetingStep; onClose: () => void }) {
  const text = useText(meetingsText)
  const kept = useKept(`meetingStep.${meeting.id}.${step}`, KeptWords, NO_WORDS)
  const reason = kept.value.words
  const take = useStep(meeting.id)
  const sent = () => {
    kept.forget()
    onClose()
  }
  const send = () => take.mutate({ step, reason: reason.trim() }, { onSuccess: sent })
  return (
    <Dialog
      title={text.steps[step]}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={reason.trim() === '' || take.isPending} onClick={send}>
          {text.steps[step]}
        </button>
      }
    >
      <LongTextField
        label={text.reason}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(words) => kept.change({ words })}
      />
      <Refused error={take.error} />
    </Dialog>
  )
}
