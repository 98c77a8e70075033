import { draftFile } from './draftFile.ts'
import { answerRequests } from './readerAnswer.ts'

answerRequests(draftFile)
