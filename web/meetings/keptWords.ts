import { z } from 'zod'

/** One field of free text, as it is kept on this machine until it is sent. */
export const KeptWords = z.object({ words: z.string() })
export const NO_WORDS = { words: '' }
