import { useState } from 'react'
import { listed } from '#domain/listed.ts'
import { messageSentence } from '#domain/messages/kinds.ts'
import { listNotices } from '#domain/notices/notices.contract.ts'
import { listTaskUrges, type TaskUrge, urgeTasks } from '#domain/urging/urging.contract.ts'
import { GiveNotice } from '../notices/GiveNotice.tsx'
import { noticesText } from '../notices/notices.text.ts'
import { useHasAnyRole } from '../shell/session.tsx'
import { useInstant } from '../shell/useInstant.ts'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Light } from '../ui/Light.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { RefusedButton } from '../ui/RefusedButton.tsx'
import { LongTextField } from '../ui/TextField.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { usePages } from '../usePages.ts'
import { urgeText } from './urge.text.ts'
import './urging.css'

const FIRST = 3

/** On a task's page: how it was urged, its notices, and urging it by hand. */
export function TaskUrging({ taskId }: { taskId: string }) {
  const text = useText(urgeText)
  const isOffice = useHasAnyRole(['supervisionOffice'])
  const pages = usePages(listTaskUrges, { params: { taskId }, query: { limit: FIRST } })
  const refusal = pages.data?.pages[0]?.refusal ?? null
  if (!pages.items) return <Loading lines={2} />
  return (
    <>
      {isOffice && <Deeds taskId={taskId} refusal={refusal} />}
      <TaskNotices taskId={taskId} />
      {pages.items.length === 0 && <p className="quiet">{text.none}</p>}
      <ul className="list urges">
        {pages.items.map((urge) => (
          <UrgeLine key={urge.id} urge={urge} />
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="btn small" onClick={() => void pages.fetchNextPage()}>
          {text.more}
        </button>
      )}
    </>
  )
}

function Deeds({ taskId, refusal }: { taskId: string; refusal: { message: string } | null }) {
  const text = useText(urgeText)
  const [asked, setAsked] = useState<'urge' | 'notice' | null>(null)
  const close = () => setAsked(null)
  return (
    <div className="row">
      {refusal === null ? (
        <button type="button" className="btn small" onClick={() => setAsked('urge')}>
          {text.urge}
        </button>
      ) : (
        <RefusedButton label={text.urge} why={refusal.message} isSmall />
      )}
      <button type="button" className="btn small" onClick={() => setAsked('notice')}>
        {text.give}
      </button>
      {asked === 'urge' && <UrgeDialog taskId={taskId} onClose={close} />}
      {asked === 'notice' && <GiveNotice taskId={taskId} onClose={close} />}
    </div>
  )
}

function UrgeDialog({ taskId, onClose }: { taskId: string; onClose: () => void }) {
  const text = useText(urgeText)
  const [note, setNote] = useState('')
  const urge = useChange(urgeTasks)
  const [refused] = urge.data?.refused ?? []
  const send = () =>
    urge.mutate({ body: { taskIds: [taskId], note } }, { onSuccess: ({ done }) => done.length > 0 && onClose() })
  return (
    <Dialog
      title={text.urgeTitle}
      onClose={onClose}
      foot={
        <button type="button" className="btn solid" disabled={urge.isPending} onClick={send}>
          {text.send}
        </button>
      }
    >
      <LongTextField
        label={text.urgeNote}
        hint={text.urgeHint}
        need="optional"
        maxLength={500}
        value={note}
        onChange={setNote}
      />
      <Refused error={urge.error} />
      {refused && <p className="notice amber">{refused.message}</p>}
    </Dialog>
  )
}

function TaskNotices({ taskId }: { taskId: string }) {
  const { levels, tabs, proposal } = useText(noticesText)
  const { data } = useRead(listNotices, { query: { taskId, limit: 20 } })
  const notices = data?.items.filter(({ state, task }) => state !== 'dismissed' && task.id === taskId) ?? []
  if (notices.length === 0) return null
  return (
    <ul className="list urges">
      {notices.map(({ id, level, number, state }) => (
        <li key={id}>
          <Light kind={level} word={levels[level]} />
          {'　'}
          <Anchor href={`/notices/${id}`} className="link">
            {number ?? proposal}
          </Anchor>
          {'　'}
          <span className="second">{tabs[state]}</span>
        </li>
      ))}
    </ul>
  )
}

function UrgeLine({ urge: { urgedAt, by, kind, facts, to } }: { urge: TaskUrge }) {
  const text = useText(urgeText)
  const { language } = useLanguage()
  const instant = useInstant()
  return (
    <li className="text-13">
      <span className="quiet">
        {instant(urgedAt)}　{by ?? text.byRule}
      </span>
      <br />
      {messageSentence(kind, facts, language)}
      <br />
      <span className="second">{text.to(listed(language, to))}</span>
    </li>
  )
}
