import type { MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import type { Paper } from '#domain/papers/paper.ts'
import type { TemplateData } from '#domain/papers/templateData.ts'
import { openWorkers, type WorkerLimits } from '../workers/workers.ts'
import type { PaperAnswer, PaperRequest } from './paper.worker.ts'
import { programFile } from '../workers/programs.ts'

const PROGRAM = programFile(new URL('./paper.worker.ts', import.meta.url))

/**
 * Where papers are made, in a process of its own: a book of a hundred units is two seconds of work, which screens of a
 * session must not wait for, and a template is a file that somebody brought (decision 0012).
 */
export type Press = {
  /** The digest of a template that can be used; refuses what `checkTemplate` does. */
  check: (bytes: Uint8Array, kind: MeetingPaperKind) => Promise<string>
  fill: (bytes: Uint8Array, data: TemplateData) => Promise<Uint8Array>
  write: (paper: Paper) => Promise<Uint8Array>
  close: () => void
}

export function openPress(limits: Partial<WorkerLimits> = {}): Press {
  const { ask, close } = openWorkers<PaperRequest, PaperAnswer>(
    { program: PROGRAM, worksOn: 'paper' },
    { workers: 1, ...limits },
  )
  const document = async (request: PaperRequest) => {
    const answer = await ask(request)
    return 'bytes' in answer ? answer.bytes : new Uint8Array()
  }
  return {
    check: async (bytes, kind) => {
      const answer = await ask({ does: 'check', bytes, kind })
      return 'digest' in answer ? answer.digest : ''
    },
    fill: (bytes, data) => document({ does: 'fill', bytes, data }),
    write: (paper) => document({ does: 'write', paper }),
    close,
  }
}
