import { authEn } from './auth.en.ts'
import { authZh } from './auth.zh.ts'

/** Words of sign-in, the own account and the first run, for `useText`. */
export const authText = { zh: authZh, en: authEn }
