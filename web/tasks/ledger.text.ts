import { ledgerEn } from './ledger.en.ts'
import { ledgerZh } from './ledger.zh.ts'

/** Words of the ledger in both languages. */
export const ledgerText = { zh: ledgerZh, en: ledgerEn }
