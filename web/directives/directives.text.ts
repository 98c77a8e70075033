import { directivesEn } from './directives.en.ts'
import { directivesZh } from './directives.zh.ts'

/** Words of directives in both languages. */
export const directivesText = { zh: directivesZh, en: directivesEn }
