import { highlightsEn } from './highlights.en.ts'
import { highlightsZh } from './highlights.zh.ts'

export const highlightsText = { zh: highlightsZh, en: highlightsEn }
