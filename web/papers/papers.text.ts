import { papersEn } from './papers.en.ts'
import { papersZh } from './papers.zh.ts'

export const papersText = { zh: papersZh, en: papersEn }
