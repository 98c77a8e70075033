/** What setting up webhooks refuses. */
export const WEBHOOK_REFUSALS = {
  webhook_address: {
    status: 422,
    zh: '地址不能用：须是 http:// 或 https:// 开头的完整地址，不带用户名和密码，也不能指向本机（localhost、127.0.0.1 等）或云主机的元数据地址。',
    en: 'This address cannot be used: it must begin with http:// or https://, hold no user name or password, and not lead to this machine (localhost, 127.0.0.1 and the like) or to a cloud’s metadata.',
  },
  webhook_too_many: {
    status: 409,
    zh: '推送地址最多 {most} 个，请先删去不用的。',
    en: 'There can be {most} webhooks at most. Remove one that is no longer used.',
  },
  push_waiting: {
    status: 409,
    zh: '这一条还在自动重试，不用重发。',
    en: 'This one is still being tried by itself; it need not be sent again.',
  },
} as const
