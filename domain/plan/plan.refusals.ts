/** What a plan year refuses (PRODUCT.md, Plan). */
export const PLAN_REFUSALS = {
  plan_missing: {
    status: 422,
    zh: '还没有年度计划。请督查室先新建 {year} 年度计划。',
    en: 'There is no plan year yet. The supervision office creates the plan of {year} first.',
  },
  plan_frozen: {
    status: 409,
    zh: '{year} 年度计划已批准，“{field}”不能直接改，须走变更程序。',
    en: 'The plan of {year} is approved; “{field}” changes only by change request.',
  },
  plan_closed: {
    status: 409,
    zh: '{year} 年度计划已关闭，不能再改。',
    en: 'The plan of {year} is closed and does not change any more.',
  },
  plan_state_backwards: {
    status: 409,
    zh: '计划只能从编制到批准、再到关闭，不能退回。',
    en: 'A plan goes from drafting to approved to closed, never back.',
  },
} as const
