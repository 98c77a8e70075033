import { z } from 'zod'
import { shareHighlight } from '#domain/highlights/highlights.contract.ts'
import { listed } from '#domain/listed.ts'
import { useKept } from '../shell/useKept.ts'
import { useLanguage, useText } from '../text.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Refused } from '../ui/Refused.tsx'
import { LongTextField, TextField } from '../ui/TextField.tsx'
import { useChange } from '../useEndpoint.ts'
import { highlightsText } from './highlights.text.ts'

const Said = z.object({ title: z.string(), practice: z.string(), evidence: z.string() })
const EMPTY = { title: '', practice: '', evidence: '' }

/** A unit's desk says what others can copy, and by what it can be seen. */
export function ShareDialog({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const text = useText(highlightsText)
  const { language } = useLanguage()
  const kept = useKept(`highlight.${unitId}`, Said, EMPTY)
  const said = kept.value
  const { mutate, isPending, error } = useChange(shareHighlight)
  const set = (part: keyof typeof EMPTY) => (words: string) => kept.change({ [part]: words })
  const names = { title: text.name, practice: text.practice, evidence: text.evidence }
  const missing = (['title', 'practice', 'evidence'] as const).filter((part) => said[part].trim() === '')
  const sent = () => {
    kept.forget()
    onClose()
  }
  const go = () => mutate({ body: { ...said, unitId } }, { onSuccess: sent })
  return (
    <Dialog
      title={text.shareTitle}
      onClose={onClose}
      foot={
        <>
          {missing.length > 0 && (
            <p className="missing-list">
              {text.missing(
                listed(
                  language,
                  missing.map((part) => names[part]),
                ),
              )}
            </p>
          )}
          <button type="button" className="btn solid" disabled={missing.length > 0 || isPending} onClick={go}>
            {text.share}
          </button>
        </>
      }
    >
      <div className="stack">
        <TextField label={text.name} hint={text.nameHint} maxLength={80} value={said.title} onChange={set('title')} />
        <LongTextField
          label={text.practice}
          hint={text.practiceHint}
          maxLength={1000}
          rows={4}
          value={said.practice}
          onChange={set('practice')}
        />
        <TextField
          label={text.evidence}
          hint={text.evidenceHint}
          maxLength={500}
          value={said.evidence}
          onChange={set('evidence')}
        />
        <Refused error={error} />
      </div>
    </Dialog>
  )
}
