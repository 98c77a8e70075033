import { Link, useLocation } from '@tanstack/react-router'
import { getUnreadCount } from '#domain/messages/messages.contract.ts'
import { useText } from '../text.tsx'
import { useRead } from '../useEndpoint.ts'
import { messagesText } from './messages.text.ts'
import './messages.css'

/** The running head's way to the messages, with how many are unread. */
export function MessagesLink() {
  const text = useText(messagesText)
  const { pathname } = useLocation()
  const { data } = useRead(getUnreadCount, {}, { staleTime: 30_000 })
  const count = data?.unreadCount ?? 0
  return (
    <Link
      to="/messages"
      className="messages-link"
      aria-label={text.link(count)}
      aria-current={pathname === '/messages' ? 'page' : undefined}
    >
      {text.title}
      {count > 0 && <b aria-hidden="true">{count > 99 ? '99+' : count}</b>}
    </Link>
  )
}
