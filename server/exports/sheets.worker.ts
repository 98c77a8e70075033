import { answerRequests } from '../workers/answer.ts'
import { type Sheet, writeXlsx } from './xlsx.ts'

/** The sheets of one workbook. */
export type SheetsRequest = { sheets: readonly Sheet[] }

answerRequests<SheetsRequest, Uint8Array>(({ sheets }) => writeXlsx(...sheets))
