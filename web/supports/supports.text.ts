import { supportsEn } from './supports.en.ts'
import { supportsZh } from './supports.zh.ts'

export const supportsText = { zh: supportsZh, en: supportsEn }
