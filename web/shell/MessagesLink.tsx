import { Link, useLocation } from '@tanstack/react-router'
import { getUnreadCount } from '#domain/messages/messages.contract.ts'
import { useText } from '../text.tsx'
import { useRead } from '../useEndpoint.ts'
import { shellText } from './shell.text.ts'
import './messages-link.css'

/** The running head's way to the messages, with how many are unread. */
export function MessagesLink() {
  const text = useText(shellText)
  const { pathname } = useLocation()
  const { data } = useRead(getUnreadCount, {}, { staleTime: 30_000 })
  const count = data?.unreadCount ?? 0
  return (
    <Link
      to="/messages"
      className="messages-link"
      aria-label={text.messagesUnread(count)}
      aria-current={pathname === '/messages' ? 'page' : undefined}
    >
      {text.messages}
      {count > 0 && <b aria-hidden="true">{count > 99 ? '99+' : count}</b>}
    </Link>
  )
}
