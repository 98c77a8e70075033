import { useState } from 'react'
import { formatOnInFull } from '#domain/calendar/calendar.ts'
import { listed } from '#domain/listed.ts'
import { messageSentence } from '#domain/messages/kinds.ts'
import type { UrgeRules } from '#domain/urging/rules.ts'
import { previewUrges } from '#domain/urging/urging.contract.ts'
import { useLanguage, useText } from '../text.tsx'
import { Light } from '../ui/Light.tsx'
import { Loading } from '../ui/Loading.tsx'
import { Refused } from '../ui/Refused.tsx'
import { Section } from '../ui/Section.tsx'
import { usePaused } from '../ui/usePaused.ts'
import { useRead } from '../useEndpoint.ts'
import { urgingText } from './urging.text.ts'

const PAUSE_MS = 400
const AT_ONCE = 20

/** What the rules as they stand in the form would send, a moment after they were changed. */
export function Preview({ rules, effectiveOn }: { rules: UrgeRules; effectiveOn: string }) {
  const text = useText(urgingText)
  const { language } = useLanguage()
  const [shown, setShown] = useState(AT_ONCE)
  const asked = usePaused(JSON.stringify({ rules, effectiveOn, limit: shown }), PAUSE_MS)
  const { data, error } = useRead(previewUrges, { body: JSON.parse(asked) })
  return (
    <Section title={text.preview} note={text.previewNote}>
      <Refused error={error} />
      {!data && !error && <Loading lines={4} />}
      {data && (
        <>
          <p role="status">
            <b>
              {data.urgeCount === 0
                ? text.previewEmpty(formatOnInFull(data.on, language))
                : text.previewCounts(
                    formatOnInFull(data.on, language),
                    data.urgeCount,
                    data.personCount,
                    data.noticeCount,
                  )}
            </b>
          </p>
          <ul className="list">
            {data.items.map(({ key, kind, facts, to, notice }) => (
              <li key={key} className="preview-line">
                <span>{messageSentence(kind, facts, language)}</span>
                <span className="second text-13">
                  {text.previewTo(
                    listed(
                      language,
                      to.map(({ name }) => name),
                    ),
                  )}
                  {notice && (
                    <>
                      {'　'}
                      <Light kind={notice.level} word={`${text.levels[notice.level]} ${text.issue[notice.issue]}`} />
                    </>
                  )}
                </span>
              </li>
            ))}
          </ul>
          {data.next !== null && (
            <button type="button" className="btn small" onClick={() => setShown(Math.min(200, shown * 2))}>
              {text.previewMore}
            </button>
          )}
        </>
      )}
    </Section>
  )
}
