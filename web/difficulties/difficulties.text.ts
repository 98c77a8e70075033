import { difficultiesEn } from './difficulties.en.ts'
import { difficultiesZh } from './difficulties.zh.ts'

/** Words of difficulties in both languages. */
export const difficultiesText = { zh: difficultiesZh, en: difficultiesEn }
