import { word, type WordGroup } from './word.ts'

/** The states of a task. */
export const TASK_STATE_WORDS: WordGroup = {
  title: 'States of a task',
  words: [
    word('draft', '草稿', 'draft', 'written down, not yet taken on'),
    word('registered', '已立项', 'registered', 'taken on, not yet given to a unit'),
    word('assigned', '待签收', 'assigned', 'with its lead unit, which has not acknowledged it'),
    word('inProgress', '办理中', 'in progress', 'acknowledged; somebody is named'),
    word('completionReview', '待验收', 'completion review', 'the unit says it is done; the office checks'),
    word('leaderSignOff', '待签批', 'leader’s sign-off', 'accepted by the office; the leader has to agree'),
    word('completed', '已办结', 'completed', 'accepted; verification is open'),
    word('closedOut', '已销号', 'closed out', 'verified and struck off'),
    word('disputed', '有争议', 'disputed', 'declined by its unit, not yet decided'),
    word('suspended', '已中止', 'suspended', 'stopped for a time; no clock runs'),
    word('deferred', '已缓办', 'deferred', 'put off'),
    word('cancelled', '已撤销', 'cancelled', 'taken back, with a reason'),
    word('milestone.pending', '未报送', 'open', 'the unit has not claimed it'),
    word('milestone.submitted', '待验收', 'waiting for acceptance', 'claimed, the office has not decided'),
    word('milestone.accepted', '已验收', 'accepted', 'counts'),
  ],
}

/** The periodic report. */
export const REPORT_WORDS: WordGroup = {
  title: 'Periodic report',
  words: [
    word('progressReport', '汇报', 'progress report', 'a task’s report for a period', 'feedbackReport'),
    word('sheet', '汇报表', 'sheet', 'all of a unit’s reports for a period', 'reportForm'),
    word('period', '报期', 'period', 'a quarter or a month, with its window', 'reportCycle'),
    word(
      'actualShare',
      '实际进度',
      'actual share',
      'how much is done, in points of 100',
      'progressPercent',
      'actualPct',
    ),
    word('plannedShare', '计划进度', 'planned share', 'how much should be done, in points of 100', 'plannedPct'),
    word('actualValue', '实际值', 'actual value', 'an indicator’s number', 'currentValue'),
    word('done', '已做', 'done', 'up to three things done in the period'),
    word('nextStep', '下一步', 'next step', 'what comes next; the next period’s draft of what was done'),
    word('suggestion', '建议', 'suggestion', 'what the unit suggests'),
    word('confidence', '年底把握', 'confidence', 'the unit’s own: green, amber or red'),
    word('sheet.notDue', '未开放', 'not open yet', 'the window has not opened'),
    word('sheet.open', '待填报', 'open', 'prefilled, untouched'),
    word('sheet.empty', '待填报', 'open', 'a row: prefilled, untouched'),
    word('sheet.draft', '填写中', 'draft', 'somebody has begun'),
    word('sheet.signed', '已签字', 'signed', 'the head has signed'),
    word('sheet.submitted', '待审核', 'submitted', 'before the office'),
    word('sheet.accepted', '审核通过', 'accepted', 'the office agrees'),
    word('sheet.returned', '已退回', 'returned', 'the office asks for a change, with a reason'),
    word('sheet.missed', '逾期未报', 'missed', 'the window has closed'),
    word('sheet.superseded', '已更新', 'superseded', 'a later sheet took its place'),
    word('noNumber', '没有数字', 'no number', 'reason for return'),
    word('noEvidence', '没有佐证', 'no evidence', 'reason for return'),
    word('copied', '照抄上期', 'copy of the last period', 'reason for return: 90% the same text'),
    word('contradictsData', '与数据不符', 'contradicts data', 'reason for return'),
    word('offTopic', '答非所问', 'off topic', 'reason for return'),
    word('form', '格式不符', 'form', 'reason for return'),
  ],
}

/** Lights, rates and the board. */
export const FIGURE_WORDS: WordGroup = {
  title: 'Lights and rates',
  words: [
    word('board', '棋盘', 'board', 'units as rows, pillars as columns, a stone in each cell', 'dashboard', 'cockpit'),
    word('light', '灯', 'light', 'the derived colour of a task, with its reason', 'trafficLight'),
    word('red', '逾期', 'overdue', 'overdue, or far behind plan'),
    word('yellow', '预警', 'at risk', 'due soon, behind plan, or no data', 'amberLight'),
    word('green', '正常', 'on plan', 'in order'),
    word('blue', '提前', 'early', 'accepted well before the original date'),
    word('grey', '未启动', 'not started', 'not started, or suspended', 'grayLight'),
    word('standing', '态势', 'standing', 'a task’s lights, shares and reasons on a day'),
    word(
      'milestoneOnTimeRate',
      '节点按期完成率',
      'milestones on time',
      'done by the original date ÷ due in the period',
    ),
    word(
      'milestoneOnTimeAfterExtensionRate',
      '延期后按期率',
      'on time after extension',
      'done by the extended date ÷ due in the period',
    ),
    word('trajectoryAttainment', '序时达标率', 'tasks on plan', 'at or above plan ÷ active tasks', 'completionRate'),
    word('taskCompletionRate', '年度任务完成率', 'tasks closed out', 'closed out ÷ all tasks'),
    word('weightedTaskCompletionRate', '年度任务完成率（加权）', 'tasks closed out, weighted', 'the same by weight'),
    word('indicatorAttainment', '指标达成率', 'indicators reached', 'the mean of actual ÷ target'),
  ],
}
