import { kitEn } from './kit.en.ts'
import { kitZh } from './kit.zh.ts'

/** The kit's words in both languages, for `useText`. */
export const kitText = { zh: kitZh, en: kitEn }
