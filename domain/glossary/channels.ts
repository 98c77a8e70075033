import { word, type WordGroup } from './word.ts'

/** How people are reached outside the system. */
export const CHANNEL_WORDS: WordGroup = {
  title: 'Channels',
  words: [
    word(
      'channel',
      '通知渠道',
      'channel',
      'a way to reach somebody outside the inbox: e-mail, a robot, a text message',
    ),
    word(
      'delivery',
      '发送',
      'delivery',
      'messages on their way to one address, tried until they arrive or are given up',
    ),
    word('digest', '每日汇总', 'digest', 'the one message of a working day that says everything that is not urgent'),
    word(
      'webhook',
      '推送地址',
      'webhook',
      'another system that is told what happens, by identifiers',
      'hook',
      'callback',
    ),
    word('push', '推送', 'push', 'something that happened, on its way to a webhook until it arrives or is given up'),
    word('quietHours', '免打扰时段', 'quiet hours', 'the hours in which nothing goes out'),
  ],
}
