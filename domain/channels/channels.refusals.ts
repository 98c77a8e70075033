/** What reaching people refuses. */
export const CHANNEL_REFUSALS = {
  channel_closed: {
    status: 409,
    zh: '这个通知渠道没有开放，请与督查室或系统管理员联系。',
    en: 'This channel is not open. Ask the supervision office or the system administrator.',
  },
  channel_address: {
    status: 422,
    zh: '地址不能用：邮箱须形如 name@example.cn，手机号只写数字，机器人须填其群里复制出来的完整地址。',
    en: 'This address cannot be used: mail as name@example.cn, a phone number in digits, a robot’s whole address as copied from its group.',
  },
} as const
