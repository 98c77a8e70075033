/** Ways in which a joint meeting says no. */
export const MEETING_REFUSALS = {
  meeting_wrong_state: {
    status: 409,
    zh: '不能{step}：会议现为“{state}”。请刷新后再看。',
    en: 'Not possible now ({step}): the meeting is “{state}”. Reload and look again.',
  },
  meeting_chair_missing: {
    status: 422,
    zh: '还没有主持人。请点“修改安排”，指定一位领导主持。',
    en: 'There is no chair yet. Choose “Change” and name a leader as chair.',
  },
  meeting_participants_missing: {
    status: 422,
    zh: '还没有参会单位。请在“参会”里选定。',
    en: 'No units take part yet. Choose them under “People”.',
  },
  meeting_not_today: {
    status: 422,
    zh: '会议定于 {on}，还没有到。提前召开的，请先改会议日期。',
    en: 'The meeting is on {on}, which is still ahead. To hold it earlier, change its date first.',
  },
  meeting_day_past: {
    status: 422,
    zh: '会议日期 {on} 已过，请改为今天（{today}）或以后。',
    en: 'The date {on} has passed; choose today ({today}) or later.',
  },
  meeting_fixed: {
    status: 409,
    zh: '会议现为“{state}”，这些安排不能再改。',
    en: 'The meeting is “{state}”, so this can no longer be changed.',
  },
  meeting_chair_unfit: {
    status: 422,
    zh: '主持人应为在任的主要领导或分管领导，请另选。',
    en: 'A meeting is chaired by a principal leader or a leader in charge; choose another.',
  },
  meeting_words_missing: { status: 422, zh: '请写明理由，再提交。', en: 'Please give the reason, then send.' },
  ruling_unsaved: {
    status: 409,
    zh: '还有 {count} 项议定没有保存。请保存或放弃，再散会。',
    en: 'Rulings not saved yet: {count}. Save or drop them before the meeting ends.',
  },
  comments_open: {
    status: 409,
    zh: '还有 {count} 条意见没有答复。请逐条答复，再印发。',
    en: 'Comments without an answer: {count}. Answer them, then issue.',
  },
  comment_answered: {
    status: 409,
    zh: '这条意见已经答复过了，请刷新后再看。',
    en: 'This comment has been answered already. Reload and look again.',
  },
  comment_closed: {
    status: 409,
    zh: '纪要现在不在征求意见，不能再提意见。',
    en: 'The minutes are not open for comments now.',
  },
  rulings_open: {
    status: 409,
    zh: '还有 {count} 项议定没有办结，督办不能结束。',
    en: 'Rulings not done: {count}. The follow-up can be closed once all are.',
  },
  ruling_incomplete: {
    status: 422,
    zh: '还不能保存议定，还差：{missing}。',
    en: 'The ruling cannot be saved yet; missing: {missing}.',
  },
  ruling_day: {
    status: 422,
    zh: '时限要在今天（{today}）或以后，请另定日期。',
    en: 'The date has to be today ({today}) or later; choose another.',
  },
  ruling_unconfirmed: {
    status: 422,
    zh: '请先向主持人复述这一项并得到确认，再保存。',
    en: 'Read it back and have the chair confirm it, then save.',
  },
  ruling_lead_raised: {
    status: 422,
    zh: '这件困难是牵头单位自己提出的，裁定要由别的单位落实，再由它确认。请另选牵头单位；要它自己办的，请改为“任务”。',
    en: 'The lead raised this difficulty itself, and will be the one to confirm that it is solved. Choose another lead, or make the ruling a task.',
  },
  ruling_unit_unknown: {
    status: 422,
    zh: '选定的牵头或配合单位已撤销，或不在单位名单里。请另选单位再保存。',
    en: 'A lead or supporting unit that was chosen is closed, or not on the list of units. Choose another, then save.',
  },
  ruling_pillar_missing: {
    status: 422,
    zh: '本年度还没有板块，议定不能立为任务。请先在“年度计划”里设板块。',
    en: 'This year has no pillars, so no task can be made of it. Set up the plan first.',
  },
  session_wrong_taker: {
    status: 403,
    zh: '会上的记录由督查室做，议定由领导确认。',
    en: 'The supervision office records the session; leaders confirm rulings.',
  },
  session_closed: {
    status: 409,
    zh: '会议现为“{state}”，不在进行中，没有记上。',
    en: 'The meeting is “{state}”, not in session; nothing was recorded.',
  },
  point_unknown: {
    status: 422,
    zh: '议程里没有这一项。请刷新后，从议程里另选。',
    en: 'The agenda has no such point. Reload and choose one of the agenda.',
  },
} as const
