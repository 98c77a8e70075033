import { hash, randomBytes } from 'node:crypto'

/** A new secret of 256 bits, as it goes into a cookie, a token or a link. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

/** What is stored of a secret: its SHA-256, which is enough for a value nobody can guess. */
export const digestOf = (secret: string): Buffer => hash('sha256', secret, 'buffer')
