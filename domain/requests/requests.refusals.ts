/** Ways in which requests for later dates and for changes say no. */
export const REQUEST_REFUSALS = {
  request_open: {
    status: 409,
    zh: '这项任务已有一件申请在办。等批复后，或先撤回那一件，再提新的。',
    en: 'A request about this task is still open. Wait for its decision, or withdraw it first.',
  },
  request_wrong_state: {
    status: 409,
    zh: '这件申请现为“{state}”，不能再办这一步。请刷新后再看。',
    en: 'The request is “{state}” now, so this step is no longer possible. Reload and look again.',
  },
  request_wrong_decider: {
    status: 403,
    zh: '这件申请由{decider}批。',
    en: 'This request is decided by the {decider}.',
  },
  request_author: {
    status: 403,
    zh: '不能批：申请人不能批自己的申请。请另一位有权的人批。',
    en: 'Whoever asked does not decide. Somebody else with the right does.',
  },
  progress_missing: {
    status: 422,
    zh: '请写明目前进展，才能申请延期。',
    en: 'Say how far the work is; then a later date can be asked for.',
  },
  extension_empty: {
    status: 422,
    zh: '请至少选一个时限，写明延到哪天；同一时限只写一次。',
    en: 'Choose at least one date to move, each once, and say to which day.',
  },
  extension_not_later: {
    status: 422,
    zh: '新时限 {asked} 不晚于现时限 {from}，或已过今天，或超过了申请的日期。请改选日期。',
    en: 'The new date {asked} must lie after the present one ({from}), not before today, and not after what was asked.',
  },
  extension_of_done: {
    status: 422,
    zh: '节点“{title}”已报送或已验收，不需要延期。',
    en: 'The milestone “{title}” is submitted or accepted; it needs no later date.',
  },
  extension_beyond_task: {
    status: 422,
    zh: '节点“{title}”会晚于任务的完成时限。请把任务时限一并延后，或提前这个节点。',
    en: 'The milestone “{title}” would end after its task. Move the task’s date as well, or this milestone less.',
  },
  change_empty: {
    status: 422,
    zh: '没有改动。请写明要变更的内容。',
    en: 'Nothing differs. Say what is to change.',
  },
} as const
