/** Ways in which highlights and benchmarks say no. */
export const HIGHLIGHT_REFUSALS = {
  highlight_not_yours: {
    status: 403,
    zh: '亮点由本单位的负责人或联络员代表本单位发布、收回和借鉴。请他们来办，或换用有这一身份的账号。',
    en: 'A unit’s head or liaison shares, takes back and adopts for that unit. Ask them, or use an account with that post.',
  },
  highlight_own: {
    status: 409,
    zh: '这是本单位自己的做法，不用借鉴。',
    en: 'This is your own unit’s practice; there is nothing to adopt.',
  },
  highlight_withdrawn: {
    status: 409,
    zh: '这条亮点已经收回。请刷新后再看。',
    en: 'This highlight was taken back. Reload and look again.',
  },
  benchmark_not_yours: {
    status: 403,
    zh: '对标由牵头单位的负责人、联络员或督查室填写。',
    en: 'Peers are named by the lead unit’s head or liaison, or by the office.',
  },
  benchmark_no_target: {
    status: 422,
    zh: '这项任务没有量化目标，没有数可比。请先在任务里写明目标值和计量单位。',
    en: 'This task has no target in numbers, so there is nothing to compare. Give it a target and its measure first.',
  },
  benchmark_day: {
    status: 422,
    zh: '数据日期不能晚于今天（{today}）。',
    en: 'The number’s date cannot be after today ({today}).',
  },
} as const
