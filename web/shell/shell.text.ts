import { shellEn } from './shell.en.ts'
import { shellZh } from './shell.zh.ts'

export const shellText = { zh: shellZh, en: shellEn }
