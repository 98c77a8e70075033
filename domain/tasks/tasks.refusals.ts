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
  leader_only: {
    status: 403,
    zh: '这一步由任务的分管领导或主要领导决定。',
    en: 'The task’s leader in charge decides this, or a principal leader.',
  },
  decliner_decides: {
    status: 403,
    zh: '退回人不能裁定自己的退回。请督查室另一位同志或分管领导决定。',
    en: 'Nobody decides about what they declined themselves; somebody else must.',
  },
  declined_twice: {
    status: 409,
    zh: '已退回 {count} 次，领导已作决定，不能再退回。有困难请按困难提出。',
    en: 'It was declined {count} times and the leader has decided. Raise a difficulty if there is one.',
  },
  decline_too_late: {
    status: 409,
    zh: '退回期已过：{on} 交办，{days} 个工作日内可以退回。请签收；确有不妥，请分管领导决定。',
    en: 'Assigned on {on}, it could be declined within {days} working days. Acknowledge it, or ask the leader in charge.',
  },
  suggestion_missing: {
    status: 422,
    zh: '退回要写明建议由哪个单位牵头，不能是本单位。',
    en: 'A decline names the unit that should lead instead, another than your own.',
  },
  legal_basis_missing: {
    status: 422,
    zh: '退回要写明依据：“三定”方案、权责清单或法规的哪一条。',
    en: 'A decline names its legal basis: which clause says whose duty it is.',
  },
  new_lead_missing: {
    status: 422,
    zh: '转办要选新的牵头单位，不能是现在的牵头单位。',
    en: 'A transfer names the new lead unit, another than the present one.',
  },
  instruction_missing: { status: 422, zh: '请写明批示意见。', en: 'Please write the instruction.' },
  day_missing: { status: 422, zh: '请定日期。', en: 'Please set the day.' },
  day_not_ahead: {
    status: 422,
    zh: '日期要晚于今天（{today}）。',
    en: 'The day must come after today ({today}).',
  },
  assignee_missing: {
    status: 422,
    zh: '签收时要写明承办人。请从本单位选一人。',
    en: 'Acknowledging names the person who does the work. Choose somebody of your unit.',
  },
  milestones_open: {
    status: 422,
    zh: '还不能申请办结：有 {count} 个节点没有验收（{titles}）。请在汇报表中报节点完成，督查室全部验收后再申请。',
    en: '{count} milestones are not accepted yet: {titles}. Report them done on the sheet; completion can be asked for when the office has accepted all.',
  },
  evidence_missing: {
    status: 422,
    zh: '还不能申请办结：没有佐证材料。请在汇报表的“佐证”一栏写明，报送后再申请。',
    en: 'There is no evidence yet. Write it on the sheet under “Evidence”, submit the sheet, then ask for completion.',
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
  spot_check: {
    status: 422,
    zh: '这一项列入现场核验（{cause}），请逐项核验后销号。',
    en: 'This one is to be verified on the spot ({cause}); close it out by itself.',
  },
  lead_by_transfer: {
    status: 422,
    zh: '交办之后，牵头单位不在这里改。请用“转办”，原单位的工作会原样保留。',
    en: 'Once assigned, the lead unit changes by a transfer, which keeps what the former unit did.',
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
