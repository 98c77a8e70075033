import { useRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { NOTICE_LEVELS } from '#domain/notices/notice.ts'
import { createNotice } from '#domain/notices/notices.contract.ts'
import { askSentence } from '#domain/notices/reason.ts'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { emptyOf, MissingList } from '../ui/MissingList.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { noticesText } from './notices.text.ts'

const within = (text: string): number | null => {
  const value = /^\d{1,2}$/.test(text.trim()) ? Number(text) : 0
  return value >= 1 && value <= 60 ? value : null
}

type Draft = z.infer<typeof Draft>
const Draft = z.object({ level: z.enum(NOTICE_LEVELS), reason: z.string(), ask: z.string(), days: z.string() })

type Props = {
  taskId: string
  onClose: () => void
  /** What follows; the notice's own page where nothing is said. */
  onGiven?: () => void
}

/** The office writes a notice of its own; it is numbered and sent at once. */
export function GiveNotice({ taskId, onClose, onGiven }: Props) {
  const text = useText(noticesText)
  const { language } = useLanguage()
  const { history } = useRouter()
  const kept = useKept<Draft>(`notice.${taskId}`, Draft, { level: 'yellow', reason: '', ask: '', days: '3' })
  const { level, reason, ask, days } = kept.value
  const create = useChange(createNotice)
  const answerWithinWorkdays = within(days)
  const missing = emptyOf({ [text.reasonLabel]: reason })
  const send = () =>
    answerWithinWorkdays !== null &&
    create.mutate(
      { body: { taskId, level, reason, ask, answerWithinWorkdays } },
      {
        onSuccess: ({ id }) => {
          kept.forget()
          if (onGiven) onGiven()
          else history.push(`/notices/${id}`)
        },
      },
    )
  return (
    <Dialog
      title={text.writeTitle}
      onClose={onClose}
      foot={
        <>
          <MissingList labels={missing} />
          <button
            type="button"
            className="btn solid"
            disabled={create.isPending || missing.length > 0 || answerWithinWorkdays === null}
            onClick={send}
          >
            {text.send}
          </button>
        </>
      }
    >
      <div className="stack">
        <Segmented
          label={text.level}
          value={level}
          onChange={(chosen) => kept.change({ level: chosen })}
          segments={NOTICE_LEVELS.map((one) => ({ value: one, label: text.levels[one] }))}
        />
        <LongTextField
          label={text.reasonLabel}
          hint={text.reasonHint}
          maxLength={2000}
          value={reason}
          onChange={(words) => kept.change({ reason: words })}
        />
        <LongTextField
          label={text.askLabel}
          need="optional"
          hint={text.askHint(askSentence('', level, language))}
          rows={2}
          maxLength={2000}
          value={ask}
          onChange={(words) => kept.change({ ask: words })}
        />
        <TextField
          label={text.withinLabel}
          inputMode="numeric"
          maxLength={2}
          value={days}
          error={answerWithinWorkdays === null ? text.withinUnread : undefined}
          onChange={(words) => kept.change({ days: words })}
        />
        <Refused error={create.error} />
      </div>
    </Dialog>
  )
}
