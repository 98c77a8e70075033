/** Ways in which urging says no. */
export const URGING_REFUSALS = {
  urged_already: {
    status: 409,
    zh: '{by}已于 {on} 催办过，{again} 起可以再催。',
    en: 'Urged by {by} on {on}; it can be urged again from {again}.',
  },
  not_urgeable: {
    status: 409,
    zh: '任务现为“{state}”，没有在办单位可催。',
    en: 'The task is now “{state}”; there is no unit at work to urge.',
  },
  urge_stage_twice: {
    status: 422,
    zh: '同一时点写了两行，请删去一行或改时点。',
    en: 'The same moment stands twice; remove one or change it.',
  },
  urge_level_missing: {
    status: 422,
    zh: '“督办单未回复”要写明是哪一级督办单。',
    en: 'For an answer that is missing, say to a notice of which level.',
  },
  urge_rules_changed: {
    status: 409,
    zh: '催办规则刚被别人改过。请刷新，看过新的规则再改。',
    en: 'Somebody else has just changed the rules. Reload, look at the new ones, then change them.',
  },
  urge_rules_past: {
    status: 422,
    zh: '新规则不能早于今天起用。请改起用日期。',
    en: 'New rules cannot hold before today. Change the day.',
  },
} as const
