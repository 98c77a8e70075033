import { importsEn } from './imports.en.ts'
import { importsZh } from './imports.zh.ts'

export const importsText = { zh: importsZh, en: importsEn }
