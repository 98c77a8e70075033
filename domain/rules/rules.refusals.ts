/** What setting the rules of supervision refuses. */
export const RULE_REFUSALS = {
  rules_past: {
    status: 422,
    zh: '规则不能改过去的颜色：生效日期不能早于今天。',
    en: 'Rules do not recolour the past: they take effect today at the earliest.',
  },
  rules_changed: {
    status: 409,
    zh: '规则刚被别人改过。请刷新，看过新的一版再改。',
    en: 'Somebody else has just changed the rules. Reload, look at the new version, then change it.',
  },
  rules_clash: {
    status: 422,
    zh: '前后矛盾：红灯的差距要大于黄灯的差距；报主要领导批的次数要大于报分管领导批的次数。',
    en: 'These contradict each other: red must begin further behind than yellow, and the principal leader must come after the leader in charge.',
  },
} as const
