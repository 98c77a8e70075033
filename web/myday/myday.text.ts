import { myDayEn } from './myday.en.ts'
import { myDayZh } from './myday.zh.ts'

export const myDayText = { zh: myDayZh, en: myDayEn }
