import { en } from './meetings.en.ts'
import { zh } from './meetings.zh.ts'

export const meetingsText = { zh, en }
