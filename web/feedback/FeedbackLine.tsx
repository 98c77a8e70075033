import { useState } from 'react'
import { z } from 'zod'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { answerFeedback, FEEDBACK_LENGTH, type FeedbackView } from '#domain/feedback/feedback.contract.ts'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { feedbackText } from './feedback.text.ts'

/** What somebody wrote, with the office's answer, or the place to give it. */
export function FeedbackLine({ feedback }: { feedback: FeedbackView }) {
  const text = useText(feedbackText)
  const { language } = useLanguage()
  const [isAnswering, setAnswering] = useState(false)
  const { kind, task, writtenBy, unit, writtenOn, workdaysWaited, answer, mayAnswer } = feedback
  const day = (on: string) => formatOnInFull(on, language)
  return (
    <li>
      <p className="foot">
        <b className="kind">{text.kinds[kind]}</b>
        <span className="second">{text.wroteOn(writtenBy.name, unit?.name ?? null, day(writtenOn))}</span>
        {answer === null && <span className="second">{text.waited(workdaysWaited)}</span>}
      </p>
      <p className="said">{feedback.text}</p>
      {task && (
        <p>
          <span className="second">{text.about}</span>　
          <Anchor href={`/tasks/${task.id}`}>
            {task.code}　{task.title}
          </Anchor>
        </p>
      )}
      {answer ? (
        <blockquote className="answer">
          <p className="said">{answer.words}</p>
          <p className="second">{text.answered(answer.by.name, day(answer.on))}</p>
        </blockquote>
      ) : mayAnswer ? (
        <button
          type="button"
          className="btn small"
          aria-label={text.answerTo(writtenBy.name)}
          onClick={() => setAnswering(true)}
        >
          {text.answer}
        </button>
      ) : (
        <p className="second">{text.notYet}</p>
      )}
      {isAnswering && <AnswerDialog feedback={feedback} onClose={() => setAnswering(false)} />}
    </li>
  )
}

const Draft = z.object({ words: z.string() })

function AnswerDialog({ feedback, onClose }: { feedback: FeedbackView; onClose: () => void }) {
  const text = useText(feedbackText)
  const kept = useKept(`feedback.answer.${feedback.id}`, Draft, { words: '' })
  const words = kept.value.words.trim()
  const { mutate, isPending, error } = useChange(answerFeedback)
  const sent = () => {
    kept.forget()
    onClose()
  }
  const go = () => mutate({ params: { feedbackId: feedback.id }, body: { words } }, { onSuccess: sent })
  return (
    <Dialog
      title={text.answerTo(feedback.writtenBy.name)}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={words === '' || isPending} onClick={go}>
          {text.sendAnswer}
        </button>
      }
    >
      <div className="stack feedback-asked">
        <p className="said">{feedback.text}</p>
        <LongTextField
          label={text.answer}
          hint={text.answerHint}
          maxLength={FEEDBACK_LENGTH}
          value={kept.value.words}
          onChange={(said) => kept.change({ words: said })}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
