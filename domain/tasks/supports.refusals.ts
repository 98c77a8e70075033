/** Ways in which what supporting units owe says no. */
export const SUPPORT_REFUSALS = {
  support_unit_only: {
    status: 403,
    zh: '配合事项由配合单位的正职或联络员交付。',
    en: 'A deliverable is handed over by the supporting unit’s head or liaison.',
  },
  support_author: {
    status: 403,
    zh: '不能确认：交付人不能确认自己交付的事项。请本单位另一位正职确认。',
    en: 'Whoever delivered it does not confirm it. Another head of the lead unit does.',
  },
  support_wrong_state: {
    status: 409,
    zh: '这项配合现为“{state}”，不能再办这一步。请刷新后再看。',
    en: 'What this unit owes is “{state}” now, so this step is no longer possible. Reload and look again.',
  },
  support_task_state: {
    status: 409,
    zh: '任务现为“{state}”，配合事项暂不能办。',
    en: 'The task is “{state}”; nothing is delivered or confirmed for it now.',
  },
  support_not_silent: {
    status: 422,
    zh: '约定日期过后满 {days} 个工作日仍没有交付，才能记为未交付。',
    en: 'It can be put down as not delivered once it is {days} working days past its date.',
  },
  supports_open: {
    status: 422,
    zh: '还有 {count} 个配合单位没有确认：{units}。请先确认交付的事项；逾期一直没有交付的，可记为未交付。',
    en: '{count} supporting units are not confirmed: {units}. Confirm what they delivered first; one that stays silent can be put down as not delivered.',
  },
} as const
