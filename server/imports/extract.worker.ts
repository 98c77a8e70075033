import { draftFile } from './draftFile.ts'
import { answerRequests } from '../workers/answer.ts'

answerRequests(draftFile)
