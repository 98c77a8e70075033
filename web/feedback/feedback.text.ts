import { feedbackEn } from './feedback.en.ts'
import { feedbackZh } from './feedback.zh.ts'

export const feedbackText = { zh: feedbackZh, en: feedbackEn }
