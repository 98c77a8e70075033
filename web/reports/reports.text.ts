import { reportsEn } from './reports.en.ts'
import { reportsZh } from './reports.zh.ts'

export const reportsText = { zh: reportsZh, en: reportsEn }
