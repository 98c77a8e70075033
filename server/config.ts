import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { StartError, type Speech } from './start-error.ts'

/** A sentence's second half for each variable that can be wrong: what it must be. */
const MUST_BE = {
  PORT: { zh: '须为 0 至 65535 的整数（0 表示任选）', en: 'must be a whole number from 0 to 65535 (0: any free port)' },
  HOST: { zh: '须为主机名或地址', en: 'must be a host name or address' },
  YIPANQI_DATA: { zh: '须为文件夹路径', en: 'must be the path of a folder' },
  DATABASE_URL: {
    zh: '须形如 postgres://用户:密码@主机:5432/库名',
    en: 'must look like postgres://user:password@host:5432/name',
  },
  YIPANQI_DIGEST: { zh: '须为 sha256 或 sm3', en: 'must be sha256 or sm3' },
  YIPANQI_LOG: {
    zh: '须为 silent、error、warn、info 或 debug',
    en: 'must be silent, error, warn, info or debug',
  },
  YIPANQI_PUBLIC_URL: {
    zh: '须为 http:// 或 https:// 开头的地址',
    en: 'must be an address that begins with http:// or https://',
  },
  YIPANQI_SECURE_COOKIES: { zh: '须为 yes 或 no', en: 'must be yes or no' },
  YIPANQI_TRUSTED_PROXIES: {
    zh: '须为以逗号分隔的地址或网段，如 10.0.0.5,192.168.1.0/24；loopback 表示本机，none 表示没有',
    en: 'must be addresses or networks separated by commas, such as 10.0.0.5,192.168.1.0/24; loopback is this machine, none is nobody',
  },
  YIPANQI_METRICS_TOKEN: {
    zh: '须为至少 16 个字符，只用字母、数字和符号，不含空格',
    en: 'must be 16 characters or more: letters, digits and signs, no spaces',
  },
  YIPANQI_SMTP_URL: {
    zh: '须形如 smtp://用户:密码@主机:587 或 smtps://用户:密码@主机:465',
    en: 'must look like smtp://user:password@host:587 or smtps://user:password@host:465',
  },
  YIPANQI_MAIL_FROM: {
    zh: '须为发件地址，如 yipanqi@example.gov.cn；用邮件须与 YIPANQI_SMTP_URL 一起设',
    en: 'must be the address mail comes from, such as yipanqi@example.gov.cn; mail needs it together with YIPANQI_SMTP_URL',
  },
  YIPANQI_SMS_URL: {
    zh: '须为 http:// 或 https:// 开头的地址',
    en: 'must be an address that begins with http:// or https://',
  },
  YIPANQI_SMS_BODY: {
    zh: '须为 JSON，字符串里写 {to}、{text}，如 {"mobile":"{to}","content":"{text}"}',
    en: 'must be JSON with {to} and {text} inside its strings, such as {"mobile":"{to}","content":"{text}"}',
  },
  YIPANQI_MODEL_URL: {
    zh: '须为 http:// 或 https:// 开头的地址，写到版本为止，如 https://model.local/v1',
    en: 'must be an address that begins with http:// or https://, up to its version, such as https://model.local/v1',
  },
  YIPANQI_MODEL_NAME: {
    zh: '须为模型名；用模型须与 YIPANQI_MODEL_URL 一起设',
    en: 'must be the name of a model; a model needs it together with YIPANQI_MODEL_URL',
  },
  YIPANQI_OUTGOING_HOSTS: {
    zh: '须为以逗号分隔的主机名，可带端口，如 oa.local,10.1.2.3:8080',
    en: 'must be host names separated by commas, with a port where there is one, such as oa.local,10.1.2.3:8080',
  },
} as const

/** `10.0.0.5`, `10.0.0.0/8`, `fd00::/8`, `loopback`. A network of all addresses would believe everybody. */
function isProxy(text: string): boolean {
  if (text === 'loopback') return true
  const [address = '', bits, ...rest] = text.split('/')
  const family = isIP(address)
  if (family === 0 || rest.length > 0) return false
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 1 && Number(bits) <= (family === 4 ? 32 : 128))
  )
}

const Proxies = z
  .string()
  .transform((text) => (text.trim() === 'none' ? [] : text.split(',').map((part) => part.trim())))
  .refine((proxies) => proxies.every(isProxy))

const Hosts = z
  .string()
  .transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
  .refine((hosts) => hosts.every((host) => URL.canParse(`http://${host}`) && new URL(`http://${host}`).host === host))

const SmsBody = z.string().refine((text) => text.includes('{to}') && text.includes('{text}') && isJson(text))

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

const Environment = z
  .object({
    PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
    HOST: z.string().min(1).default('127.0.0.1'),
    YIPANQI_DATA: z.string().min(1).default('./data'),
    DATABASE_URL: z
      .string()
      .regex(/^postgres(ql)?:\/\/./)
      .refine((url) => URL.canParse(url))
      .optional(),
    YIPANQI_DEMO_PASSWORD: z.string().optional(),
    YIPANQI_DIGEST: z.enum(['sha256', 'sm3']).default('sha256'),
    YIPANQI_LOG: z.enum(['silent', 'error', 'warn', 'info', 'debug']).optional(),
    YIPANQI_PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    YIPANQI_SECURE_COOKIES: z.enum(['yes', 'no']).optional(),
    YIPANQI_TRUSTED_PROXIES: Proxies.prefault('loopback'),
    YIPANQI_METRICS_TOKEN: z
      .string()
      .regex(/^[\x21-\x7e]{16,}$/)
      .optional(),
    YIPANQI_SMTP_URL: z
      .string()
      .regex(/^smtps?:\/\/./)
      .refine((url) => URL.canParse(url))
      .optional(),
    YIPANQI_MAIL_FROM: z.email().optional(),
    YIPANQI_SMS_URL: z.url({ protocol: /^https?$/ }).optional(),
    YIPANQI_SMS_BODY: SmsBody.default('{"key":"{key}","to":"{to}","text":"{text}"}'),
    YIPANQI_SMS_AUTHORIZATION: z.string().optional(),
    YIPANQI_OUTGOING_HOSTS: Hosts.optional(),
    YIPANQI_MODEL_URL: z.url({ protocol: /^https?$/ }).optional(),
    YIPANQI_MODEL_NAME: z.string().min(1).optional(),
    YIPANQI_MODEL_KEY: z.string().optional(),
  })
  .refine((given) => given.YIPANQI_MODEL_URL === undefined || given.YIPANQI_MODEL_NAME !== undefined, {
    path: ['YIPANQI_MODEL_NAME'],
  })
  .refine((given) => given.YIPANQI_SMTP_URL === undefined || given.YIPANQI_MAIL_FROM !== undefined, {
    path: ['YIPANQI_MAIL_FROM'],
  })

/** Everything the program takes from its environment. Nothing else reads `process.env`. */
export interface Config {
  /** 0: any free port. */
  readonly port: number
  readonly host: string
  /** Absolute path of the folder that holds everything this installation writes. */
  readonly dataFolder: string
  /** The site's own PostgreSQL; without it the embedded one starts. */
  readonly databaseUrl: string | undefined
  readonly demoPassword: string | undefined
  /** What chains the journal (PRODUCT.md rule 9). */
  readonly digest: 'sha256' | 'sm3'
  /** Absent: each command's own level. */
  readonly logLevel: 'silent' | 'error' | 'warn' | 'info' | 'debug' | undefined
  /** The address people type, without a trailing slash, where it differs from host and port. */
  readonly publicUrl: string | undefined
  /** Cookies only over https. By default: when the public address is https. */
  readonly secureCookies: boolean
  /** Reverse proxies whose X-Forwarded-For is believed. By default: those on this machine. */
  readonly trustedProxies: readonly string[]
  /** Who sends it may read `/metrics` from anywhere; absent: only this machine may. */
  readonly metricsToken: string | undefined
  /** Where mail is handed in and whom it comes from; absent where no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string } | undefined
  /** How the site's sender of text messages is asked; absent where there is none. */
  readonly sms: { readonly url: string; readonly body: string; readonly authorization: string | undefined } | undefined
  /** Hosts that may be called though they are inner ones or without https; by default none. */
  readonly namedHosts: readonly string[]
  /** The model that may be asked about doubts; absent where there is none. */
  readonly model: { readonly url: string; readonly name: string; readonly key: string | undefined } | undefined
  /** Language of the messages at start. */
  readonly speech: Speech
  /** Started by an npm script: stops when npm goes away. */
  readonly underNpm: boolean
}

type Variables = Readonly<Record<string, string | undefined>>

/** Reads and checks the environment. An empty variable counts as absent. Throws StartError `config_invalid`. */
export function readConfig(variables: Variables = process.env): Config {
  const given = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''))
  const { data, error } = Environment.safeParse(given)
  if (!data) throw wrongVariable(error)
  const publicUrl = data.YIPANQI_PUBLIC_URL?.replace(/\/+$/, '')
  return {
    port: data.PORT,
    host: data.HOST,
    dataFolder: resolve(data.YIPANQI_DATA),
    databaseUrl: data.DATABASE_URL,
    demoPassword: data.YIPANQI_DEMO_PASSWORD,
    digest: data.YIPANQI_DIGEST,
    logLevel: data.YIPANQI_LOG,
    publicUrl,
    secureCookies: data.YIPANQI_SECURE_COOKIES
      ? data.YIPANQI_SECURE_COOKIES === 'yes'
      : publicUrl?.startsWith('https:') === true,
    trustedProxies: data.YIPANQI_TRUSTED_PROXIES,
    metricsToken: data.YIPANQI_METRICS_TOKEN,
    mail: mailOf(data),
    sms: smsOf(data),
    namedHosts: data.YIPANQI_OUTGOING_HOSTS ?? [],
    model: modelOf(data),
    speech: readSpeech(variables),
    underNpm: variables['npm_lifecycle_event'] !== undefined,
  }
}

const mailOf = ({ YIPANQI_SMTP_URL: url, YIPANQI_MAIL_FROM: from }: z.infer<typeof Environment>) =>
  url === undefined || from === undefined ? undefined : { url, from }

const smsOf = ({ YIPANQI_SMS_URL: url, ...sms }: z.infer<typeof Environment>) =>
  url === undefined ? undefined : { url, body: sms.YIPANQI_SMS_BODY, authorization: sms.YIPANQI_SMS_AUTHORIZATION }

/**
 * The environment of a demo that the program starts for itself: on its own folder and port, with its own password, and
 * nothing of the site's own (no database, mail or public address); it ends with whoever started it.
 */
export const ownDemoVariables = (
  demo: { folder: string; port: number; password: string },
  variables: Variables = process.env,
): Record<string, string | undefined> => ({
  PATH: variables['PATH'],
  TMPDIR: variables['TMPDIR'],
  LANG: 'en_US.UTF-8',
  HOST: '127.0.0.1',
  PORT: String(demo.port),
  YIPANQI_DATA: demo.folder,
  YIPANQI_DEMO_PASSWORD: demo.password,
  YIPANQI_LOG: 'error',
  npm_lifecycle_event: 'rehearse',
})

const modelOf = ({ YIPANQI_MODEL_URL: url, YIPANQI_MODEL_NAME: name, ...model }: z.infer<typeof Environment>) =>
  url === undefined || name === undefined
    ? undefined
    : { url: url.replace(/\/+$/, ''), name, key: model.YIPANQI_MODEL_KEY }

/** The machine's language by the usual variables, for messages before anything else is known. */
export function readSpeech(variables: Variables = process.env): Speech {
  const locale = variables['LC_ALL'] || variables['LC_MESSAGES'] || variables['LANG'] || ''
  if (locale.startsWith('zh')) return 'zh'
  return locale.startsWith('en') ? 'en' : 'both'
}

function wrongVariable(error: z.ZodError): StartError {
  const name = String(error.issues[0]?.path[0])
  const sentence = Object.entries(MUST_BE).find(([variable]) => variable === name)?.[1]
  return new StartError('config_invalid', { name, ...sentence })
}
