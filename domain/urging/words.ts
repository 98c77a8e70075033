import type { MessageKind } from '../messages/kinds.ts'
import type { NoticeReasonCode } from '../notices/reason.ts'
import type { UrgeSubject } from './rules.ts'

type Urged = { subject: UrgeSubject; workdaysLeft: number }

/** In which words somebody is urged. */
export function urgeKind({ subject, workdaysLeft }: Urged): MessageKind {
  switch (subject) {
    case 'milestone':
      if (workdaysLeft > 0) return 'milestoneAhead'
      return workdaysLeft === 0 ? 'milestoneToday' : 'milestoneOverdue'
    case 'acknowledgement':
      return workdaysLeft < 0 ? 'acknowledgementLate' : 'acknowledgementAhead'
    case 'sheet':
      return workdaysLeft < 0 ? 'sheetMissed' : 'sheetClosing'
    case 'answer':
      return workdaysLeft < 0 ? 'answerLate' : 'answerAhead'
  }
}

/** Why the notice is given that a stage brings; a sheet has no task and brings none. */
export function noticeReasonCode({ subject, workdaysLeft }: Urged): NoticeReasonCode | null {
  switch (subject) {
    case 'milestone':
      return workdaysLeft < 0 ? 'milestoneOverdue' : 'milestoneAhead'
    case 'acknowledgement':
      return 'acknowledgementLate'
    case 'answer':
      return 'answerMissing'
    case 'sheet':
      return null
  }
}
