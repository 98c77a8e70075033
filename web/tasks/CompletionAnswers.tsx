import { useState } from 'react'
import { COMPLETIONS_AT_ONCE, listCompletions } from '#domain/tasks/completions.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { useRead } from '../useEndpoint.ts'
import { ledgerText } from './ledger.text.ts'

/** What the units said of each of the tasks, before all are accepted or signed off at once. */
export function CompletionAnswers({ taskIds }: { taskIds: readonly string[] }) {
  const text = useText(ledgerText)
  const [shown, setShown] = useState(COMPLETIONS_AT_ONCE)
  const parts = Array.from({ length: Math.ceil(Math.min(shown, taskIds.length) / COMPLETIONS_AT_ONCE) }, (_, part) =>
    taskIds.slice(part * COMPLETIONS_AT_ONCE, (part + 1) * COMPLETIONS_AT_ONCE),
  )
  return (
    <section className="completion-answers" aria-label={text.answers}>
      <h3>{text.answers}</h3>
      {parts.map((ids) => (
        <Part key={ids[0]} taskIds={ids} />
      ))}
      {shown < taskIds.length && (
        <button type="button" className="btn small" onClick={() => setShown(shown + COMPLETIONS_AT_ONCE)}>
          {text.moreAnswers(taskIds.length - shown)}
        </button>
      )}
    </section>
  )
}

function Part({ taskIds }: { taskIds: readonly string[] }) {
  const text = useText(ledgerText)
  const { language } = useLanguage()
  const { data, error } = useRead(listCompletions, {
    query: { taskIds: taskIds.join(','), limit: COMPLETIONS_AT_ONCE },
  })
  if (error) return <Refused error={error} />
  if (!data) return <Loading lines={3} />
  return (
    <ul>
      {data.items.map(({ id, code, title, note, by, on, answer }) => (
        <li key={id}>
          <b>
            {code}　{title}
          </b>
          {answer && <p>{answer.done}</p>}
          {answer && <p>{answer.result}</p>}
          {note && <p>{note}</p>}
          {!note && !answer && <p className="second">{text.noAnswer}</p>}
          {by && <p className="second text-13">{text.answeredBy(by, on ? formatOnInFull(on, language) : '')}</p>}
        </li>
      ))}
    </ul>
  )
}
