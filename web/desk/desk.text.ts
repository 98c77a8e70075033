import { deskEn } from './desk.en.ts'
import { deskZh } from './desk.zh.ts'

export const deskText = { zh: deskZh, en: deskEn }
