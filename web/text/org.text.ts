import { orgEn } from './org.en.ts'
import { orgZh } from './org.zh.ts'

/** Words of the pages for units, people, portfolios and accounts, for `useText`. */
export const orgText = { zh: orgZh, en: orgEn }
