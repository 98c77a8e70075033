/** What reaching people refuses. */
export const CHANNEL_REFUSALS = {
  channel_closed: {
    status: 409,
    zh: '这个通知渠道没有开放，请与督查室或系统管理员联系。',
    en: 'This channel is not open. Ask the supervision office or the system administrator.',
  },
  quiet_too_long: {
    status: 422,
    zh: '免打扰时间太长：连同督查室的免打扰时段，一天至少要留出 {hours} 小时能发通知。',
    en: 'These quiet hours are too long: together with the office’s, at least {hours} hours of a day must stay open.',
  },
  channel_address: {
    status: 422,
    zh: '地址不能用：邮箱须形如 name@example.cn，手机号只写数字，机器人须填其群里复制出来的完整地址。',
    en: 'This address cannot be used: mail as name@example.cn, a phone number in digits, a robot’s whole address as copied from its group.',
  },
} as const
