import { burdenEn } from './burden.en.ts'
import { burdenZh } from './burden.zh.ts'

export const burdenText = { zh: burdenZh, en: burdenEn }
