import { word, type WordGroup } from './word.ts'

/** Directives: what leaders write, and how it is answered. */
export const DIRECTIVE_WORDS: WordGroup = {
  title: 'Directives',
  words: [
    word('urgency', '紧急程度', 'urgency', 'of a directive: its limit follows from it', 'priorityLevel'),
    word('urgency.extraUrgent', '特急', 'extra urgent', 'answered within one working day'),
    word('urgency.urgent', '急件', 'urgent', 'answered within three working days'),
    word('urgency.pressing', '较急', 'pressing', 'answered within five working days'),
    word('urgency.ordinary', '普通', 'ordinary', 'answered within fifteen days'),
    word('urgency.complex', '复杂', 'complex', 'answered within thirty days'),
    word(
      'restrictedDirective',
      '限阅批示',
      'restricted directive',
      'shown only to whom it concerns',
      'secretDirective',
    ),
    word('answer', '办理情况报告', 'answer', 'of a directive: what was done and what came of it', 'replyReport'),
    word('furtherInstruction', '再批示', 'further instruction', 'what a leader writes on an answer: a child directive'),
    word('withdraw', '撤回登记', 'withdraw', 'take a mistaken registration back before a unit has it'),
    word('directive.received', '待拟办', 'received', 'registered; the office has not named a lead unit'),
    word('directive.inHand', '办理中', 'in hand', 'its units work on it'),
    word('directive.toLeader', '待领导审阅', 'before the leader', 'an answer waits for the leader’s word'),
    word('directive.continued', '再批示办理中', 'continued', 'its work goes on under a further instruction'),
    word('directive.closed', '已办结', 'closed', 'the leader has agreed to every answer'),
    word('directive.withdrawn', '已撤回', 'withdrawn', 'registered by mistake, or its tasks were cancelled'),
  ],
}
