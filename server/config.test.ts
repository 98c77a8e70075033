import { expect, test } from 'vitest'
import { readConfig, readSpeech } from './config.ts'

test('an empty environment is a working configuration, and an empty variable is an absent one', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' })).toMatchObject({
    port: 3000,
    host: '127.0.0.1',
    dataFolder: expect.stringMatching(/\/data$/),
    databaseUrl: undefined,
    digest: 'sha256',
    secureCookies: false,
  })
})

test.each([
  ['PORT', '70000'],
  ['PORT', '3000.5'],
  ['DATABASE_URL', 'mysql://localhost/x'],
  ['YIPANQI_DIGEST', 'md5'],
  ['YIPANQI_LOG', 'loud'],
  ['YIPANQI_PUBLIC_URL', 'ftp://x'],
  ['YIPANQI_SECURE_COOKIES', 'maybe'],
  ['YIPANQI_TRUSTED_PROXIES', 'proxy.example.cn'],
  ['YIPANQI_TRUSTED_PROXIES', '0.0.0.0/0'],
  ['YIPANQI_TRUSTED_PROXIES', '10.0.0.0/33'],
  ['YIPANQI_METRICS_TOKEN', 'short'],
  ['YIPANQI_METRICS_TOKEN', 'long but with spaces in it'],
  ['YIPANQI_SMTP_URL', 'http://mail.example.cn'],
  ['YIPANQI_MAIL_FROM', 'not an address'],
  ['YIPANQI_SMS_URL', 'mailto:a@b.cn'],
  ['YIPANQI_MODEL_URL', 'model.local'],
  ['YIPANQI_SMS_BODY', '{"to":"{to}"}'],
  ['YIPANQI_SMS_BODY', '{"to":"{to}","text":{text}}'],
  ['YIPANQI_OUTGOING_HOSTS', 'http://oa.local'],
  ['YIPANQI_OUTGOING_HOSTS', 'oa.local/in'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(`the environment variable ${name} must`)
})

test('mail needs to know where it is handed in and whom it comes from', () => {
  const YIPANQI_SMTP_URL = 'smtp://mail.example.cn'
  expect(readConfig({ YIPANQI_SMTP_URL, YIPANQI_MAIL_FROM: 'board@example.cn' }).mail).toEqual({
    url: YIPANQI_SMTP_URL,
    from: 'board@example.cn',
  })
  expect(() => readConfig({ YIPANQI_SMTP_URL })).toThrow('the environment variable YIPANQI_MAIL_FROM must')
})

test('cookies are secure behind a public https address unless said otherwise', () => {
  const YIPANQI_PUBLIC_URL = 'https://board.example.cn/'
  expect(readConfig({ YIPANQI_PUBLIC_URL })).toMatchObject({
    secureCookies: true,
    publicUrl: 'https://board.example.cn',
  })
  expect(readConfig({ YIPANQI_PUBLIC_URL, YIPANQI_SECURE_COOKIES: 'no' }).secureCookies).toBe(false)
})

test.each([
  [undefined, ['loopback']],
  ['none', []],
  ['loopback, 10.0.0.5,fd00::/8', ['loopback', '10.0.0.5', 'fd00::/8']],
])('believed proxies %j are %j', (YIPANQI_TRUSTED_PROXIES, trustedProxies) => {
  expect(readConfig({ YIPANQI_TRUSTED_PROXIES }).trustedProxies).toEqual(trustedProxies)
})

test.each([
  [{ LANG: 'zh_CN.UTF-8' }, 'zh'],
  [{ LANG: 'en_US.UTF-8' }, 'en'],
  [{ LANG: 'zh_CN.UTF-8', LC_ALL: 'en_GB.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'both'],
  [{}, 'both'],
] as const)('messages follow the locale %j: %s', (variables, speech) => {
  expect(readSpeech(variables)).toBe(speech)
})
