import { useState } from 'react'
import { addDays, formatOnInFull } from '#domain/calendar/calendar.ts'
import { instantText } from '#domain/calendar/instants.ts'
import { messageSentence } from '#domain/messages/kinds.ts'
import { MESSAGE_GROUPS, type MessageGroup } from '#domain/messages/message-text.ts'
import { getUnreadCount, listMessages, type MessageView, readMessages } from '#domain/messages/messages.contract.ts'
import { useSession } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ErrorState } from '../ui/ErrorState.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { useChange, useRead } from '../useEndpoint.ts'
import { usePages } from '../usePages.ts'
import { byDay } from './days.ts'
import { messagesText } from './messages.text.ts'
import { hrefOf } from './subjects.ts'
import './messages.css'

/** What I was told, by day, the newest first; each message leads to what it is about. */
export function MessagesPage() {
  const text = useText(messagesText)
  const { organization } = useSession()
  const [show, setShow] = useState<'all' | 'unread'>('all')
  const [group, setGroup] = useState<MessageGroup | ''>('')
  const pages = usePages(listMessages, { query: { show, ...(group && { group }) } })
  const { data } = useRead(getUnreadCount, {})
  const read = useChange(readMessages)
  const unreadCount = data?.unreadCount ?? 0
  return (
    <div className="page narrow messages">
      <header className="title">
        <h1>{text.title}</h1>
        <span className="second" role="status">
          {data && text.unread(unreadCount)}
        </span>
        <span className="actions">
          <button
            type="button"
            className="btn"
            disabled={!data || unreadCount === 0 || read.isPending}
            onClick={() => data && read.mutate({ body: { upTo: data.countedAt } })}
          >
            {text.readAll}
          </button>
        </span>
      </header>
      <div className="filters">
        <Segmented
          label={text.show}
          value={show}
          onChange={setShow}
          segments={[
            { value: 'all', label: text.all },
            { value: 'unread', label: text.onlyUnread },
          ]}
        />
        <Segmented
          label={text.group}
          value={group}
          onChange={setGroup}
          segments={[
            { value: '', label: text.everyGroup },
            ...MESSAGE_GROUPS.map((one) => ({ value: one, label: text.groups[one] })),
          ]}
        />
      </div>
      <Refused error={read.error} />
      {pages.error && !pages.items && <ErrorState error={pages.error} onRetry={() => void pages.refetch()} />}
      {pages.isPending && <Loading lines={8} />}
      {pages.items?.length === 0 && (
        <EmptyState
          title={text.emptyTitle}
          sentence={group !== '' ? text.emptyFiltered : show === 'unread' ? text.emptyUnread : text.empty}
        />
      )}
      {byDay(pages.items ?? [], organization.timeZone).map(({ on, items }) => (
        <Day
          key={on}
          on={on}
          items={items}
          onRead={(messageId) => read.mutate({ body: { messageIds: [messageId] } })}
        />
      ))}
      {pages.hasNextPage && (
        <button
          type="button"
          className="btn"
          disabled={pages.isFetchingNextPage}
          onClick={() => void pages.fetchNextPage()}
        >
          {text.more}
        </button>
      )}
    </div>
  )
}

type DayProps = { on: string; items: readonly MessageView[]; onRead: (messageId: string) => void }

function Day({ on, items, onRead }: DayProps) {
  const text = useText(messagesText)
  const { language } = useLanguage()
  const { today } = useSession()
  const name = on === today ? text.today : on === addDays(today, -1) ? text.yesterday : formatOnInFull(on, language)
  return (
    <section className="section" aria-label={name}>
      <header>
        <h2>{name}</h2>
      </header>
      <ul className="list">
        {items.map((message) => (
          <MessageLine key={message.id} message={message} onRead={() => onRead(message.id)} />
        ))}
      </ul>
    </section>
  )
}

function MessageLine({ message, onRead }: { message: MessageView; onRead: () => void }) {
  const text = useText(messagesText)
  const { language } = useLanguage()
  const { organization } = useSession()
  const { kind, group, facts, subject, toldAt, readAt } = message
  const href = hrefOf(subject)
  const sentence = messageSentence(kind, facts, language)
  const [, time = ''] = instantText(toldAt, organization.timeZone).split(' ')
  const isUnread = readAt === null
  return (
    <li className={isUnread ? 'message unread' : 'message'}>
      <time dateTime={toldAt}>{time}</time>
      <span className="quiet">{text.groups[group]}</span>
      <p onClick={isUnread ? onRead : undefined}>
        {isUnread && <span className="aloud">{text.unreadMark}　</span>}
        {href === null ? sentence : <Anchor href={href}>{sentence}</Anchor>}
      </p>
      {isUnread && (
        <button type="button" className="btn small bare" onClick={onRead}>
          {text.read}
        </button>
      )}
    </li>
  )
}
