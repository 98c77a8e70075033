/** Ways in which a unit's sheet says no; the sentences say what, why, and what to do. */
export const REPORT_REFUSALS = {
  window_not_open: {
    status: 409,
    zh: '本期汇报 {opensOn} 开始，请到时再填。',
    en: 'This period’s reports open on {opensOn}; fill the sheet then.',
  },
  window_closed: {
    status: 409,
    zh: '本期汇报 {closesOn} 已截止，没有报送的按逾期未报计。请在下一期如实补上。',
    en: 'This period’s reports closed on {closesOn}; what was not signed counts as not reported. Make up for it in the next period.',
  },
  sign_again_closed: {
    status: 409,
    zh: '退回的行应在 {signAgainBy} 前改好重报，现已过期。请在下一期如实补上。',
    en: 'Returned rows were to be signed again by {signAgainBy}; that day has passed. Make up for it in the next period.',
  },
  sheet_not_editable: {
    status: 409,
    zh: '不能再改：汇报表现为“{state}”。需要修改请督查室退回。',
    en: 'The sheet is now “{state}” and cannot be changed. Ask the office to return it.',
  },
  row_not_submitted: {
    status: 409,
    zh: '不能审核：这一行现为“{state}”。请刷新后再看。',
    en: 'This row is now “{state}” and cannot be decided. Reload and look again.',
  },
  not_own_sheet: {
    status: 403,
    zh: '只有本单位的负责人和联络员能填这张表。',
    en: 'Only the head and the liaison of this unit fill this sheet.',
  },
  head_signs: {
    status: 403,
    zh: '须由单位主要负责人签字报送。请负责人登录后签字。',
    en: 'The unit’s head signs. Ask the head to sign in and sign.',
  },
  report_author_accepts: {
    status: 403,
    zh: '不能审核：填报人不能审核自己的汇报。请督查室另一位同志审核。',
    en: 'Nobody decides on their own report; another member of the office must.',
  },
  rows_not_ready: {
    status: 422,
    zh: '还不能签字：有 {count} 行需要改，请看标出的地方。',
    en: '{count} rows still need a change; see the marked places.',
  },
  return_reason_missing: { status: 422, zh: '退回要选明原因。', en: 'Choose the reason for returning it.' },
} as const
