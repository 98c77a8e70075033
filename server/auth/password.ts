import { argon2, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import { turns } from './turns.ts'

/** At once. Files are read by the same four threads of libuv: the sign-in page itself must not wait for passwords. */
const AT_ONCE = 2
const turn = turns(AT_ONCE)
const deriveNow = promisify(argon2)
const derive = (...given: Parameters<typeof deriveNow>) => turn(() => deriveNow(...given))
// OWASP's smallest recommended setting for argon2id: 19 MiB, two passes.
const SETTING = { memory: 19 * 1024, passes: 2, parallelism: 1, tagLength: 32 } as const

/** The digest to store: `argon2id$memory$passes$salt$tag`. */
export async function digestPassword(password: string): Promise<string> {
  const nonce = randomBytes(16)
  const tag = await derive('argon2id', { message: password.normalize('NFC'), nonce, ...SETTING })
  return ['argon2id', SETTING.memory, SETTING.passes, nonce.toString('base64url'), tag.toString('base64url')].join('$')
}

/** Whether the password gives the stored digest; takes the same time whether it does or not. */
export async function passwordFits(password: string, stored: string): Promise<boolean> {
  const [, memory, passes, salt = '', tag = ''] = stored.split('$')
  const expected = Buffer.from(tag, 'base64url')
  const given = await derive('argon2id', {
    message: password.normalize('NFC'),
    nonce: Buffer.from(salt, 'base64url'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: SETTING.parallelism,
    tagLength: expected.length,
  })
  return timingSafeEqual(given, expected)
}
