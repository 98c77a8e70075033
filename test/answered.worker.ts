import { writeFileSync } from 'node:fs'
import { answerRequests } from '../server/workers/answer.ts'

/** What is answered as it was asked, and the file that is there once the answer has left. */
export type Echoed = { word: string; answered: string }

answerRequests<Echoed, string>(({ word, answered }, tell) => {
  tell({ step: 'reading', rows: 1, of: null })
  setImmediate(() => writeFileSync(answered, ''))
  return word
})
