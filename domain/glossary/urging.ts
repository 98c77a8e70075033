import { word, type WordGroup } from './word.ts'

/** Urging, and the notices it brings. */
export const URGING_WORDS: WordGroup = {
  title: 'Urging and supervision notices',
  words: [
    word('message', '消息', 'message', 'what somebody is told because it concerns them'),
    word('urgeRule', '催办规则', 'rule of urging', 'who is urged at which working day before or after a date'),
    word('urge.milestone', '时间节点', 'milestone', 'urged about: an open milestone'),
    word('urge.acknowledgement', '签收', 'acknowledgement', 'urged about: an assigned task that is not acknowledged'),
    word('urge.sheet', '汇报表', 'sheet', 'urged about: a unit’s sheet that is not signed'),
    word('urge.answer', '督办单回复', 'reply to a notice', 'urged about: a notice without a reply'),
    word('notice.blue', '蓝色', 'blue', 'a supervision notice: the mildest'),
    word('notice.yellow', '黄色', 'yellow', 'a supervision notice: the unit’s head takes it in hand'),
    word('notice.red', '红色', 'red', 'a supervision notice: completion then needs the leader’s sign-off'),
    word('notice.proposed', '待签发', 'proposed', 'a notice that a rule asks for and the office has not confirmed'),
    word('notice.dismissed', '未采用', 'let fall', 'a proposed notice that the office did not issue'),
    word('notice.issued', '待回复', 'waiting for a reply', 'numbered and sent to the unit'),
    word('notice.answered', '已回复', 'answered', 'the unit’s head has replied'),
    word('notice.closed', '已办结', 'closed', 'the office has closed it'),
  ],
}
