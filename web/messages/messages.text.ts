import type { MessageGroup } from '#domain/messages/message-text.ts'

const groups: Record<MessageGroup, string> = {
  task: '任务',
  report: '汇报',
  difficulty: '困难',
  urge: '催办',
  notice: '督办单',
  meeting: '会议',
  other: '其他',
}

const zh = {
  title: '消息',
  unread: (count: number) => (count === 0 ? '没有未读' : `${count} 条未读`),
  show: '看哪些',
  all: '全部',
  onlyUnread: '只看未读',
  group: '类别',
  everyGroup: '各类',
  groups,
  readAll: '全部标为已读',
  read: '标为已读',
  unreadMark: '未读',
  today: '今天',
  yesterday: '昨天',
  more: '再看更早的',
  emptyTitle: '没有消息',
  empty: '交办、退回、催办和督办单与您有关时，会出现在这里。',
  emptyFiltered: '这一类里没有消息。看“全部”可见其余。',
  emptyUnread: '都读过了。看“全部”可见以前的消息。',
}
export type MessagesText = typeof zh

const en: MessagesText = {
  title: 'Messages',
  unread: (count) => (count === 0 ? 'none unread' : `${count} unread`),
  show: 'Which',
  all: 'All',
  onlyUnread: 'Unread',
  group: 'Kind',
  everyGroup: 'every kind',
  groups: {
    task: 'Tasks',
    report: 'Reports',
    difficulty: 'Difficulties',
    urge: 'Reminders',
    notice: 'Notices',
    meeting: 'Meetings',
    other: 'Other',
  },
  readAll: 'Mark all as read',
  read: 'Mark as read',
  unreadMark: 'unread',
  today: 'Today',
  yesterday: 'Yesterday',
  more: 'Earlier messages',
  emptyTitle: 'No messages',
  empty: 'What is assigned, returned or urged stands here when it concerns you.',
  emptyFiltered: 'None of this kind. See “All” for the others.',
  emptyUnread: 'All read. See “All” for earlier ones.',
}
export const messagesText = { zh, en }
