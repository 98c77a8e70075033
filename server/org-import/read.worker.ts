import { answerRequests } from '../workers/answer.ts'
import { readOrgFile } from './read.ts'

answerRequests(({ bytes }: { bytes: Uint8Array }) => readOrgFile(bytes))
