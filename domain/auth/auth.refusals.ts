/** What sign-in and accounts refuse (GB/T 22239-2019 8.1.4.1: identity, failures, lock-out). */
export const AUTH_REFUSALS = {
  wrong_credentials: {
    status: 401,
    zh: '用户名或密码不对。连续 5 次不对，账号会锁定 15 分钟。',
    en: 'User name or password is wrong. After 5 failures the account is locked for 15 minutes.',
  },
  account_locked: {
    status: 423,
    zh: '连续 5 次密码不对，账号已锁定，{minutes} 分钟后可再试；急用请联系安全管理员解锁。',
    en: 'Locked after 5 failures; try again in {minutes} minutes, or ask the security administrator to unlock it.',
  },
  account_disabled: {
    status: 403,
    zh: '账号已停用，请联系系统管理员。',
    en: 'This account is disabled; ask the system administrator.',
  },
  password_change_required: {
    status: 403,
    zh: '请先修改初始密码，再继续使用。',
    en: 'Change the initial password before going on.',
  },
  password_weak: {
    status: 422,
    zh: '密码至少 10 位，并含大写字母、小写字母、数字、符号中的三种，且不含用户名。',
    en: 'At least 10 characters with three of: capitals, small letters, digits, symbols; and not your user name.',
  },
  password_reused: { status: 422, zh: '不能与最近 5 次用过的密码相同。', en: 'Not one of your last 5 passwords.' },
  wrong_current_password: { status: 422, zh: '当前密码不对。', en: 'The current password is wrong.' },
  setup_done: { status: 409, zh: '系统已经初始化，请直接登录。', en: 'The system is set up already; please sign in.' },
  setup_link_invalid: {
    status: 403,
    zh: '初始化链接无效或已用过。请看服务器启动时打印的最新链接。',
    en: 'The set-up link is invalid or used. See the newest one printed when the server started.',
  },
  session_needed: {
    status: 403,
    zh: '此项须登录后在页面上办理，不能用访问令牌。',
    en: 'This needs a signed-in session; an API token cannot do it.',
  },
  token_expiry: {
    status: 422,
    zh: '令牌的到期日须在今天之后、一年之内（{earliest} 至 {latest}）。',
    en: 'A token expires after today and within a year ({earliest} to {latest}).',
  },
  too_many_tokens: {
    status: 422,
    zh: '最多 {limit} 个令牌，请先撤销不用的。',
    en: 'At most {limit} tokens; revoke one that is not used first.',
  },
  own_account: {
    status: 422,
    zh: '不能停用自己或改自己的岗位，请由另一位管理员办理。',
    en: 'Nobody disables themselves or changes their own posts; another administrator does it.',
  },
} as const
