import { answerRequests } from '../imports/readerAnswer.ts'
import { readOrgFile } from './read.ts'

answerRequests(({ bytes }: { bytes: Uint8Array }) => readOrgFile(bytes))
