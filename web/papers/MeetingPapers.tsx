import { labelFor } from '#domain/glossary.ts'
import { hasRole } from '#domain/access/actor.ts'
import type { MeetingPaperKind } from '#domain/papers/meetingPaper.ts'
import { getMeetingPaper } from '#domain/papers/papers.contract.ts'
import { addressOf } from '../api.ts'
import { useActor } from '../shell/session.tsx'
import { useLanguage, useText } from '../text.tsx'
import { Anchor } from '../ui/Anchor.tsx'
import { papersText } from './papers.text.ts'

type Props = {
  meetingId: string
  kinds: readonly MeetingPaperKind[]
  /** The unit whose page is looked at: its own paper too. */
  unitId?: string | undefined
}

/** A meeting's papers to keep as documents. */
export function MeetingPapers({ meetingId, kinds, unitId }: Props) {
  const text = useText(papersText)
  const { language } = useLanguage()
  const actor = useActor()
  return (
    <div className="row on-screen-only" role="group" aria-label={text.papers}>
      {kinds.map((kind) => (
        <a
          key={kind}
          className="btn"
          href={addressOf(getMeetingPaper, { params: { meetingId, kind }, query: {} })}
          download
        >
          {text.download(labelFor(`meetingPaper.${kind}`, language))}
        </a>
      ))}
      {unitId !== undefined && (
        <a
          className="btn"
          href={addressOf(getMeetingPaper, { params: { meetingId, kind: 'brief' }, query: { unitId } })}
          download
        >
          {text.one}
        </a>
      )}
      {hasRole(actor, 'supervisionOffice') && (
        <Anchor href="/paper-templates" className="link">
          {text.templates}
        </Anchor>
      )}
    </div>
  )
}
