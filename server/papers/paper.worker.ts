import type { MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import type { Paper } from '#domain/papers/paper.ts'
import type { TemplateData } from '#domain/papers/templateData.ts'
import { writeDocx } from '../exports/docx.ts'
import { answerRequests } from '../workers/answer.ts'
import { checkTemplate, fillTemplate } from './template.ts'

/** A template to look over, one to fill, or a built-in paper to write. */
export type PaperRequest =
  | { does: 'check'; bytes: Uint8Array; kind: MeetingPaperKind }
  | { does: 'fill'; bytes: Uint8Array; data: TemplateData }
  | { does: 'write'; paper: Paper }
/** The digest of what was looked over, or the document. */
export type PaperAnswer = { digest: string } | { bytes: Uint8Array }

answerRequests<PaperRequest, PaperAnswer>(async (request) => {
  switch (request.does) {
    case 'check':
      return checkTemplate(request.bytes, request.kind)
    case 'fill':
      return { bytes: await fillTemplate(request.bytes, request.data) }
    case 'write':
      return { bytes: await writeDocx(request.paper) }
  }
})
