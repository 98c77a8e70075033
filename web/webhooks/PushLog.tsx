import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import {
  listPushes,
  listWebhooks,
  type PushView,
  resendPush,
  type WebhookView,
} from '#domain/webhooks/webhooks.contract.ts'
import { useInstant } from '#web/shell/useInstant.ts'
import { actionWord } from '#web/text/actions.ts'
import { useLanguage, useText } from '#web/text.tsx'
import { Refused } from '#web/ui/Refused.tsx'
import { type LogShown, SendingLog } from '../channels/SendingLog.tsx'
import { useChange } from '#web/useEndpoint.ts'
import { usePages } from '#web/usePages.ts'
import { type WebhooksText, webhooksText } from './webhooks.text.ts'

/** Sending tells no page that it went; while something has not been tried yet, its page looks again. */
const LOOK_MS = 3000

/** What was pushed and what was not, newest first; nothing of what it was about. */
export function PushLog({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const text = useText(webhooksText)
  const [shown, setShown] = useState<LogShown>('all')
  const [webhookId, setWebhookId] = useState('')
  const query = { limit: 50, ...(shown !== 'all' && { state: shown }), ...(webhookId !== '' && { webhookId }) }
  const pages = usePages(listPushes, { query })
  const client = useQueryClient()
  const isUnderWay = pages.items?.some(({ state, lastError }) => state === 'waiting' && lastError === null) ?? false
  useEffect(() => {
    if (!isUnderWay) return
    const look = () => {
      for (const { operationId } of [listPushes, listWebhooks])
        void client.invalidateQueries({ queryKey: [operationId] })
    }
    const timer = setInterval(look, LOOK_MS)
    return () => clearInterval(timer)
  }, [isUnderWay, client])
  const whose = webhooks.length > 1 && (
    <select
      className="input"
      aria-label={text.whose}
      value={webhookId}
      onChange={(event) => setWebhookId(event.target.value)}
    >
      <option value="">{text.all}</option>
      {webhooks.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  )
  return (
    <SendingLog text={text} states={text.pushStates} shown={shown} onShow={setShown} pages={pages} filters={whose}>
      {(pushes) => <Pushes pushes={pushes} />}
    </SendingLog>
  )
}

function Pushes({ pushes }: { pushes: readonly PushView[] }) {
  const text = useText(webhooksText)
  const { language } = useLanguage()
  const instant = useInstant()
  const resend = useChange(resendPush)
  const { columns } = text
  return (
    <>
      <Refused error={resend.error} />
      <div className="table-frame">
        <table className="table org-table">
          <thead>
            <tr>
              <th>{columns.at}</th>
              <th>{columns.event}</th>
              <th>{columns.state}</th>
              <th className="right wide-only">{columns.attempts}</th>
              <th aria-label={columns.deed} />
            </tr>
          </thead>
          <tbody>
            {pushes.map((push) => (
              <tr key={push.id}>
                <td>{instant(push.occurredAt)}</td>
                <td>
                  {actionWord(push.event, language)}
                  <div className="second">{push.webhook}</div>
                </td>
                <td>
                  {text.pushStates[push.state]}
                  <div className="second">{whyOf(push, text, instant)}</div>
                </td>
                <td className="right wide-only">{push.attempts}</td>
                <td className="act">
                  {push.state !== 'waiting' && (
                    <button
                      type="button"
                      className="btn small"
                      disabled={resend.isPending}
                      onClick={() => resend.mutate({ params: { pushId: push.id } })}
                    >
                      {text.resend}
                    </button>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function whyOf({ state, lastError, nextTryAt }: PushView, text: WebhooksText, instant: (at: string) => string): string {
  return [
    lastError === null ? '' : text.failures[lastError],
    state === 'waiting' && lastError !== null ? text.next(instant(nextTryAt)) : '',
  ]
    .filter(Boolean)
    .join('　')
}
