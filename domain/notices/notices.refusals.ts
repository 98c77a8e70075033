/** Ways in which a supervision notice says no. */
export const NOTICE_REFUSALS = {
  notice_wrong_state: {
    status: 409,
    zh: '这张督办单现为“{state}”，这一步已不能办。请刷新后再看。',
    en: 'This notice is now “{state}”, so this step is not open. Reload and look again.',
  },
  notice_head_replies: {
    status: 403,
    zh: '督办单由收件单位的主要负责人回复。',
    en: 'Only the head of the unit it was sent to replies to a notice.',
  },
  notice_words_missing: {
    status: 422,
    zh: '请写明内容或理由，再提交。',
    en: 'Please write what or why, then send.',
  },
  notice_not_by_rule: {
    status: 409,
    zh: '催办规则眼下不为这一项发督办单。要发，请打开它，另行撰写。',
    en: 'The rules of urging bring no notice for this now. To give one, open it and write it.',
  },
  notice_open_already: {
    status: 409,
    zh: '这一项已有一张同级督办单没有办结，请在那一张上办。',
    en: 'A notice of this level is still open for it; go on with that one.',
  },
  notice_matter_over: {
    status: 409,
    zh: '这一项已经报送或办结，不用再发督办单。请把这张提议撤下。',
    en: 'What it is about was submitted or is done. Let this proposal fall.',
  },
  notice_without_unit: {
    status: 422,
    zh: '任务没有在办的牵头单位，不能发督办单。',
    en: 'The task is with no unit now, so no notice can be given.',
  },
} as const
