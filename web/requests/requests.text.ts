import { requestsEn } from './requests.en.ts'
import { requestsZh } from './requests.zh.ts'

export const requestsText = { zh: requestsZh, en: requestsEn }
