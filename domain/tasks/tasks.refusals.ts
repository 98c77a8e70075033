/** Ways in which a task's life says no; the sentences say what, why, and what to do. */
export const TASK_REFUSALS = {
  task_wrong_state: {
    status: 409,
    zh: '不能{step}：任务现为“{state}”。请刷新后再看。',
    en: 'The task is now “{state}”, so it cannot be {step}. Reload and look again.',
  },
  task_incomplete: {
    status: 422,
    zh: '还不能立项：缺{missing}。补齐后再立项。',
    en: 'It cannot be registered yet; missing: {missing}. Fill in and register again.',
  },
  office_only: {
    status: 403,
    zh: '这一步由督查室办理。请联系督查室。',
    en: 'Only the supervision office takes this step. Ask the supervision office.',
  },
  lead_unit_only: {
    status: 403,
    zh: '这一步由牵头单位的负责人或联络员办理。',
    en: 'Only the head or the liaison of the lead unit takes this step.',
  },
  lead_head_only: {
    status: 403,
    zh: '这一步须由牵头单位的主要负责人办理。',
    en: 'Only the head of the lead unit takes this step.',
  },
  assignee_missing: {
    status: 422,
    zh: '签收时要写明承办人。请从本单位选一人。',
    en: 'Acknowledging names the person who does the work. Choose somebody of your unit.',
  },
  milestones_open: {
    status: 422,
    zh: '还不能申请办结：有 {count} 个节点没有验收（{titles}）。全部验收后再申请。',
    en: '{count} milestones are not accepted yet: {titles}. Completion can be asked for when all are.',
  },
  evidence_missing: {
    status: 422,
    zh: '还不能申请办结：没有佐证材料。请附上后再申请。',
    en: 'There is no evidence yet. Attach it, then ask for completion.',
  },
  author_accepts: {
    status: 403,
    zh: '不能验收：报送人不能验收自己的任务。请督查室另一位同志验收。',
    en: 'Nobody accepts what they submitted themselves; another member of the office must.',
  },
  checks_missing: {
    status: 422,
    zh: '还不能通过验收：六项核对还差{missing}。都成立才能通过，否则请退回。',
    en: 'Of the six checks these are open: {missing}. Accept when all hold, otherwise return it.',
  },
  reason_missing: { status: 422, zh: '请写明理由。', en: 'Please give the reason.' },
  verification_missing: {
    status: 422,
    zh: '销号要写明核验情况：谁、何时、看了什么。',
    en: 'Closing out needs a note of the verification: who looked at what, and when.',
  },
  weights_off: {
    status: 422,
    zh: '各节点权重合计为 {sum}，应为 100。',
    en: 'The milestones’ weights add up to {sum}; they must make 100.',
  },
  trajectory_off: {
    status: 422,
    zh: '序时进度应逐点上升，一天一点，最后一点为 100，且不晚于完成时限。',
    en: 'The trajectory rises point by point, one a day, and ends at 100 no later than the due date.',
  },
  original_date_fixed: {
    status: 422,
    zh: '原定日期不能改。确需延后，请申请延期，原定日期仍会保留。',
    en: 'The original date does not change. Ask for an extension; the original date stays beside it.',
  },
  milestone_wrong_state: {
    status: 409,
    zh: '不能{step}：节点“{title}”现为“{state}”。请刷新后再看。',
    en: 'The milestone “{title}” is now “{state}”, so it cannot be {step}. Reload and look again.',
  },
} as const
