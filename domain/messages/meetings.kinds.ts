import type { MessageText } from './message-text.ts'

/** What is told of a joint meeting. */
export const MEETING_MESSAGES = {
  meetingCollecting: {
    urgency: 'now',
    group: 'meeting',
    zh: '{meeting}定于 {heldOn} {startsAt} 召开，请按期填报汇报表。{place}',
    en: '{meeting} is on {heldOn} at {startsAt}. Please hand in the unit’s sheet in time. {place}',
  },
  meetingFrozen: {
    urgency: 'digest',
    group: 'meeting',
    zh: '{meeting}（{heldOn}）的材料已冻结，可查看本单位的一页纸。',
    en: 'The brief of {meeting} ({heldOn}) is frozen; your unit’s page can be read.',
  },
  meetingCalledOff: {
    urgency: 'now',
    group: 'meeting',
    zh: '原定 {heldOn} 召开的{meeting}已取消。',
    en: '{meeting}, planned for {heldOn}, is called off.',
  },
  minutesCirculated: {
    urgency: 'now',
    group: 'meeting',
    zh: '{meeting}纪要征求意见，请看后提出意见。',
    en: 'The minutes of {meeting} are circulated; please read them and comment.',
  },
  minutesIssued: {
    urgency: 'now',
    group: 'meeting',
    zh: '{meeting}纪要已印发，请按议定事项抓好落实。',
    en: 'The minutes of {meeting} are issued; please see to what was ruled.',
  },
  minutesCommented: {
    urgency: 'digest',
    group: 'meeting',
    zh: '{unit}对{meeting}纪要提出意见：{words}',
    en: '{unit} comments on the minutes of {meeting}: {words}',
  },
} as const satisfies Record<string, MessageText>
